import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRequestInputs } from '../../src/inputs/request-inputs.ts'
import { readRunInputs } from '../../src/inputs/run-inputs.ts'
import { parseStructured } from '../../src/inputs/structured.ts'
import { outcomeOf } from './outcome.ts'

const projectId = '019814d7-a5f1-7008-b413-872974a7a308'

test.each([
  '0',
  '7',
  '-42',
  '9007199254740991',
  '-9007199254740991',
  '0.5',
  '-0.05',
  '3.14159',
  '123456789012.345',
  '0.000000000000000000001',
  '1.5e3',
  '1.5E3',
  '1e-3',
  '1e+3',
  '-2.5e-7',
  '1.0e+10',
  '1.50e3',
])('sends %s as a number', (text) => {
  const parsed = outcomeOf(() => parseStructured(`n: ${text}`))

  expect(parsed).toEqual({ ok: true, value: { n: Number(text) } })
})

test.each([
  ['6063e25', '6.063e+28'],
  ['1234e5', '123400000'],
  ['1e5', '100000'],
  ['0e5', '0'],
  ['-1e5', '-100000'],
  ['3.10', '3.1'],
  ['1.0', '1'],
  ['0.0', '0'],
  ['5.', '5'],
  ['.5', '0.5'],
  ['-.5', '-0.5'],
  ['1.e+3', '1000'],
  ['+4912345', '4912345'],
  ['+12345678', '12345678'],
  ['+1.5', '1.5'],
  ['0x1F', '31'],
  ['0o17', '15'],
  ['007', '7'],
  ['01067', '1067'],
  ['-0', '0'],
  ['-0.0', '0'],
  ['-0e-1', '0'],
  ['00', '0'],
])('%s may be text, so the message names both readings', (text, reading) => {
  const problem = `'a.n' can be read as a number or as text. Write ${reading} for the number or "${text}" for the text.`

  expect(outcomeOf(() => parseStructured(`a:\n  n: ${text}`))).toEqual({ ok: false, problem })
  // What the sentence asks for is then taken.
  expect(outcomeOf(() => parseStructured(`n: ${reading}`))).toEqual({
    ok: true,
    value: { n: Number(reading) },
  })
  expect(outcomeOf(() => parseStructured(`n: "${text}"`))).toEqual({ ok: true, value: { n: text } })
})

test.each([
  '12345678901234567.5',
  '0.1234567890123456',
  '1234567890123456.5',
  '9007199254740992',
  '9007199254740993',
  '0x20000000000001',
  '1.5e400',
  '1e-400',
  '1.23456789e-322',
  '1.2345678901234567e3',
])('rejects %s, which loses digits as a number', (text) => {
  expect(outcomeOf(() => parseStructured(`n: ${text}`))).toEqual({
    ok: false,
    problem: "'n' has too many digits for a number. To send it as text, put it in quotes.",
  })
})

test.each([
  '1_000',
  '12:30',
  '2026-01-31',
  '1.2.3',
  '0b11',
  '1e',
  'e5',
  '0x',
  '1,5',
  '+',
  'NaN',
  'inf',
])('reads %s as text', (text) => {
  expect(outcomeOf(() => parseStructured(`n: ${text}`))).toEqual({ ok: true, value: { n: text } })
})

test.each([
  ['6063e25', /Write 6\.063e\+28 for the number or "6063e25"/],
  ['1E5', /Write 100000 for the number or "1E5"/],
  ['12345678901234567.5', /too many digits for a number/],
  ['0.12345678901234567', /too many digits for a number/],
  ['1.5e400', /too many digits for a number/],
  ['1e-400', /too many digits for a number/],
])('rejects JSON numbers that lose digits or look like a commit ID: %s', (number, why) => {
  const parsed = outcomeOf(() => parseStructured(`{"a": [${number}]}`))

  expect(parsed.ok ? '' : parsed.problem).toMatch(why)
})

test('does not repeat a longer number, which may be a secret', () => {
  const parsed = outcomeOf(() => parseStructured('phone: +4915112345678'))

  expect(parsed).toEqual({
    ok: false,
    problem: "'phone' can be read as a number or as text. To send it as text, put it in quotes.",
  })
})

test('reports all problems of a mapping together, but at most the first five', () => {
  expect(outcomeOf(() => parseStructured('sha: 6063e25\nversion: 3.10\na:\n"\u00a0b": 1'))).toEqual(
    {
      ok: false,
      problem: [
        `'sha' can be read as a number or as text. Write 6.063e+28 for the number or "6063e25" for the text.`,
        `'version' can be read as a number or as text. Write 3.1 for the number or "3.10" for the text.`,
        `'a' has no value. If you use an expression, check that it is not empty. Otherwise, set a value, use "" for empty text, or remove the line.`,
        `The name '\u00a0b' starts or ends with an invisible character, such as a no-break space. Retype the name.`,
      ].join(' '),
    },
  )
  const many = outcomeOf(() => parseStructured('- 007\n'.repeat(8)))

  expect(many.ok ? '' : many.problem).toMatch(/^'0' .*'4' .* And 3 more\.$/)
})

test.each(['\u00a0a: 1', 'a\u00a0: 1', '{"a\u00a0": 1}', '{"\ufeffa": 1}', 'x: {"a\u200b": 1}'])(
  'rejects an invisible character at the edge of a name: %j',
  (text) => {
    const parsed = outcomeOf(() => parseStructured(text))

    expect(parsed.ok ? '' : parsed.problem).toContain('invisible character')
  },
)

test('accepts a no-break space inside a name or in a value', () => {
  expect(outcomeOf(() => parseStructured('a\u00a0b: c\u00a0'))).toEqual({
    ok: true,
    value: { 'a\u00a0b': 'c\u00a0' },
  })
})

test.each([
  '{"note": "one\ntwo"}',
  '{\r\n"note": "one\r\n\r\ntwo"\r\n}',
  '["a\n---\nb"]',
  '{"note": "one\ntwo",}',
  '{"note": "one\ntwo",\n}',
  '{"note": "one\ttwo\nthree"}',
  '{"no\nte": 1}',
  '{"script": "make \\\n  all\nmake test"}',
])('a line break inside a JSON string is not folded: %j', (text) => {
  const parsed = outcomeOf(() => parseStructured(text))

  expect(parsed.ok ? '' : parsed.problem).toContain('toJSON()')
})

test.each([
  ['{"note":\n "one"}', { note: 'one' }],
  ['{"note":\r"one",\r\n"two":\n2}', { note: 'one', two: 2 }],
  ['{"note": "one\\ntwo"}', { note: 'one\ntwo' }],
  ['{"note": "one\ttwo"}', { note: 'one\ttwo' }],
  ["{note: 'one\ntwo'}", { note: 'one two' }],
])('accepts other line breaks where YAML or JSON allows them: %j', (text, value) => {
  expect(outcomeOf(() => parseStructured(text))).toEqual({ ok: true, value })
})

test('does not mistake an unclosed quote for a line break', () => {
  const parsed = outcomeOf(() => parseStructured('{"note": "one\ntwo}'))

  expect(parsed.ok ? '' : parsed.problem).toContain('bracket, or quote is missing')
})

test('checks numbers in everything that is sent, but not in names, IDs, and durations', async () => {
  const runs = [
    '- name: 3.10',
    `  project-id: ${projectId}`,
    '  view-id: 6063e25',
    '  max-attempts: 2',
    '- &base',
    '  name: &year 2026',
    `  project-id: ${projectId}`,
    '  input-params: {year: *year, month: 7}',
  ].join('\n')
  const inputs = await readRunInputs(inputsOf({ runs }))

  expect(
    inputs.runs.map(({ name, start }) => [name, start.kind === 'new' && start.settings]),
  ).toEqual([
    ['3.10', { viewId: '6063e25' }],
    ['2026', { inputParams: { year: 2026, month: 7 } }],
  ])
  await expect(
    readRunInputs(
      inputsOf({ runs: `- project-id: ${projectId}\n  input-params: {v: 3.10, zip: 01067}` }),
    ),
  ).rejects.toThrow(/'0\.input-params\.v' .*"3\.10".*'0\.input-params\.zip' .*"01067"/)
  await expect(
    readRunInputs(
      inputsOf({
        runs: `- name: &v 3.10\n  project-id: ${projectId}\n  input-params: {v: *v}`,
      }),
    ),
  ).rejects.toThrow(/'0\.input-params\.v' .*"3\.10"/)
  await expect(
    readRequestInputs(
      inputsOf({ path: '/v1/users', method: 'POST', params: 'after: 1e5', body: 'n: 3.10' }),
    ),
  ).rejects.toThrow(/'params': 'after' .*"1e5".*\n'body': 'n' .*"3\.10"/)
})

const digits = (maxLength: number) => fc.stringMatching(new RegExp(`^\\d{0,${maxLength}}$`))
/** Whatever looks like a number to somebody. */
const numberLike = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('', '-', '+'),
      digits(18),
      fc.constantFrom('', '.'),
      digits(18),
      fc.oneof(
        fc.constant(''),
        fc.tuple(fc.constantFrom('e', 'E'), fc.constantFrom('', '+', '-'), digits(3)),
      ),
    )
    .map((parts) => parts.flat().join('')),
  fc.double({ noNaN: true }).map(String),
  fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }).map(String),
  fc.stringMatching(/^[0-9a-f]{7}$/),
  fc.stringMatching(/^0[xo][0-7]{1,20}$/),
  fc.stringMatching(/^[-+]?[\d._:e]{1,12}$/),
)

test.each<[string, (text: string) => string]>([
  ['YAML', (text) => `n: ${text}`],
  ['YAML in braces', (text) => `{n: ${text}}`],
  ['JSON', (text) => `{"n": ${text}}`],
])('a number in %s that is accepted arrives as written', async (_, write) => {
  fc.assert(
    fc.property(numberLike, (text) => {
      const parsed = outcomeOf(() => parseStructured(write(text)))
      if (!parsed.ok) return
      const { n } = JSON.parse(JSON.stringify(parsed.value)) as { readonly n: unknown }

      if (typeof n === 'string') expect(n).toBe(text)
      else {
        // What arrives is the text that JSON.stringify wrote.
        const [a, b] = [fractionOf(text), fractionOf(JSON.stringify(n))]
        expect(a[0] * b[1]).toBe(b[0] * a[1])
      }
    }),
    { numRuns: 3_000 },
  )
})

test('accepts exactly the plain numbers that the README allows', async () => {
  fc.assert(
    fc.property(numberLike, (text) => {
      const parsed = outcomeOf(() => parseStructured(`n: ${text}`))
      const n = parsed.ok ? (parsed.value as { readonly n: unknown }).n : undefined

      if (typeof n === 'number') expect(keepsTheRule(text)).toBe(true)
      else expect(keepsTheRule(text)).toBe(false)
    }),
    { numRuns: 3_000 },
  )
})

/** The rule as issue and README put it, read from the characters alone. */
function keepsTheRule(text: string): boolean {
  const parts = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([-+]?)(\d+))?$/.exec(text)
  if (parts === null) return false
  const [, minus, whole = '', fraction, sign, exponent] = parts
  const significant = BigInt(`${whole}${fraction ?? ''}`)
  if (significant === 0n && minus === '-') return false
  if (exponent === undefined && fraction === undefined) return significant < 2n ** 53n
  if (String(significant).length > 15) return false
  if (exponent === undefined) return !fraction?.endsWith('0')
  if (fraction === undefined && sign === '') return false
  const number = Number(text)
  if (!Number.isFinite(number)) return false
  const [a, b] = [fractionOf(text), fractionOf(String(number))]
  return a[0] * b[1] === b[0] * a[1]
}

/** The exact value of a decimal as a fraction, without any floating point. */
function fractionOf(text: string): readonly [bigint, bigint] {
  const parts = /^([-+]?)(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?$/.exec(text)
  if (parts === null) throw new Error(`${text} is not a decimal number.`)
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts
  const mantissa = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n)
  const power = Number(exponent) - fraction.length
  return power >= 0 ? [mantissa * 10n ** BigInt(power), 1n] : [mantissa, 10n ** BigInt(-power)]
}

function inputsOf(given: Readonly<Record<string, string>>) {
  return (name: string) => ({ token: 'hxtw_1', ...given })[name] ?? ''
}
