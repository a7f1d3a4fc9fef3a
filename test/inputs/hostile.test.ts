import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cancelInputDefaults, readCancelInputs } from '../../src/inputs/cancel-inputs.ts'
import { runInputDefaults } from '../../src/inputs/contract.ts'
import { InputError, quoted } from '../../src/inputs/problems.ts'
import { parseProjectReference, parseRunReference } from '../../src/inputs/project-reference.ts'
import { readRequestInputs, requestInputDefaults } from '../../src/inputs/request-inputs.ts'
import { readRunInputs } from '../../src/inputs/run-inputs.ts'
import { parseBaseUrl, parseDuration, parseToken } from '../../src/inputs/scalars.ts'
import { parseStructured } from '../../src/inputs/structured.ts'
import { suggestionFor } from '../../src/inputs/suggestion.ts'
import { anyCharacters } from '../any-text.ts'
import { outcomeOf } from './outcome.ts'

const mebibyte = 1_048_576
const anyText = fc.oneof(
  fc.string(),
  anyCharacters,
  fc.json(),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.constantFrom('::error::x', '${{ x }}', '\r\n::stop-commands::x', '{"a":1,"a":2}', 'a: *a'),
)

/** What JSON can carry without null, and with keys that JavaScript has its own mind about. */
const { json } = fc.letrec((tie) => ({
  key: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', '<<', '')),
  json: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.maxSafeInteger(),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .filter((number) => !Number.isInteger(number))
      .map((number) => (number === 0 ? 0 : number)),
    fc.boolean(),
    fc.array(tie('json'), { maxLength: 5 }),
    fc
      .uniqueArray(fc.tuple(tie('key'), tie('json')), { selector: ([key]) => key, maxLength: 5 })
      .map((entries) => Object.fromEntries(entries as Array<[string, unknown]>)),
  ),
}))

/** What JavaScript writes where nobody thought of a text. */
const slip = /undefined|\[object|NaN/

/** A mapping that is read, with names that want to be more than names. */
const hostileMapping = fc
  .dictionary(
    fc.oneof(anyText, fc.constantFrom('a', `${'x'.repeat(10_000)}`)),
    fc.oneof(anyText, fc.integer(), fc.array(anyText), fc.constant({})),
  )
  .map((it) => JSON.stringify(it))

test.each<[string, ReadonlyArray<string>, (inputText: (name: string) => string) => unknown]>([
  ['run', Object.keys(runInputDefaults), readRunInputs],
  ['cancel', Object.keys(cancelInputDefaults), readCancelInputs],
  ['request', Object.keys(requestInputDefaults), readRequestInputs],
])(
  'any inputs of the %s action are either read or rejected in sentences',
  async (_, names, read) => {
    const texts = fc.oneof(anyText, hostileMapping)
    // The path is there to be filled from the params.
    const inputs = fc.dictionary(fc.constantFrom(...names), texts)
    await fc.assert(
      fc.asyncProperty(inputs, fc.constantFrom('/v1/{a}', undefined), async (given, path) => {
        try {
          await read((name) => (name === 'path' ? path : undefined) ?? given[name] ?? '')
        } catch (error) {
          expect(error).toBeInstanceOf(InputError)
          for (const { message } of (error as InputError).problems) {
            expect(message).toMatch(/[.?]$/)
            expect(message.length).toBeLessThan(2_000)
            expect(message).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
            if (!slip.test(JSON.stringify(given))) expect(message).not.toMatch(slip)
          }
        }
      }),
      { numRuns: 500 },
    )
  },
)

test('JSON arrives as written', () => {
  fc.assert(
    fc.property(json, fc.constantFrom(undefined, 2), (value, indent) => {
      const text = JSON.stringify({ p: value }, undefined, indent)

      const parsed = outcomeOf(() => parseStructured(text))

      expect(JSON.stringify(parsed)).toBe(JSON.stringify({ ok: true, value: { p: value } }))
    }),
    { numRuns: 1_000 },
  )
})

test('a string in JSON cannot change what surrounds it', () => {
  fc.assert(
    fc.property(anyCharacters, fc.string(), (characters, text) => {
      // White space that nobody sees is refused at the edges of a name.
      const key = `"${characters}"`
      const parsed = outcomeOf(() => parseStructured(JSON.stringify([{ [key]: text }, text])))

      expect(JSON.stringify(parsed)).toBe(
        JSON.stringify({ ok: true, value: [{ [key]: text }, text] }),
      )
    }),
  )
})

test('never drops a duplicate name silently', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 2 }), { minLength: 1 }), (names) => {
      const pairs = names.map((name) => `${JSON.stringify(name)}: 1`)

      const parsed = outcomeOf(() => parseStructured(`{${pairs.join(', ')}}`))

      expect(parsed.ok).toBe(new Set(names).size === names.length)
    }),
  )
})

test('no input changes the prototype of objects', () => {
  fc.assert(
    fc.property(fc.constantFrom('__proto__', 'constructor', 'prototype'), anyText, (key, text) => {
      outcomeOf(() => parseStructured(`${key}:\n  polluted: yes`))
      outcomeOf(() => parseStructured(JSON.stringify({ [key]: { polluted: text } })))
      outcomeOf(() => parseStructured(`a: &a {${key}: {polluted: yes}}\nb: {<<: *a}`))

      expect('polluted' in {}).toBe(false)
    }),
  )
})

test('every parser returns a value or a problem, whatever the input is', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const parse of [parseBaseUrl, parseProjectReference, parseRunReference, parseToken]) {
        expect(typeof outcomeOf(() => parse(text)).ok).toBe('boolean')
      }
      expect(typeof outcomeOf(() => parseDuration(text, { minMs: 0, maxMs: 1 })).ok).toBe('boolean')
      expect(quoted(text).length).toBeLessThanOrEqual(62)
      expect(quoted(text)).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
      suggestionFor(text, ['type', 'subject'])
    }),
    { numRuns: 500 },
  )
})

test('every UUID survives the conversion to 22 characters and back', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }),
      fc.stringMatching(/^[\w-]{0,20}$/),
      (number, title) => {
        const hex = number.toString(16).padStart(32, '0')
        const uuid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

        expect(outcomeOf(() => parseProjectReference(`${title}-${inBase62(number)}`))).toEqual({
          ok: true,
          value: { projectId: uuid },
        })
      },
    ),
  )
})

// A parser that takes quadratic time would not come back from these before the test's own timeout.
test.each([
  [
    'parameters in JSON',
    JSON.stringify(Object.fromEntries(range(10_000).map((n) => [`parameter_${n}`, n]))),
  ],
  ['bytes of a JSON string', JSON.stringify({ a: '\\"'.repeat(mebibyte / 8) })],
  ['bytes of a YAML string', `a: "${'x'.repeat(mebibyte - 5)}"`],
  ['digits in JSON', `{"a": ${'9'.repeat(mebibyte - 10)}}`],
  ['digits in YAML', `a: ${'9'.repeat(mebibyte - 10)}`],
  [
    'parameters in YAML',
    range(60_000)
      .map((n) => `parameter_${n}: ${n}`)
      .join('\n'),
  ],
  ['duplicate parameters in YAML', 'a: 1\n'.repeat(mebibyte / 16)],
  ['brackets', '['.repeat(mebibyte / 8)],
  ['closing brackets', `a: ${']'.repeat(mebibyte / 16)}`],
  ['complete brackets', '['.repeat(mebibyte / 16) + ']'.repeat(mebibyte / 16)],
  ['dashes', '- '.repeat(mebibyte / 16)],
  ['objects', '{"a":'.repeat(mebibyte / 8)],
  ['colons', 'a: '.repeat(mebibyte / 16)],
  ['quotes', '"'.repeat(mebibyte / 16)],
  ['anchors', 'a: &a\n'.repeat(mebibyte / 32)],
  ['blanks', ' '.repeat(mebibyte)],
  ['documents', '---\n'.repeat(mebibyte / 8)],
])('reads or rejects very many %s', (_, text) => {
  const parsed = outcomeOf(() => parseStructured(text))

  expect(JSON.stringify(parsed).length).toBeLessThanOrEqual(2 * mebibyte)
})

test.each([
  ['JSON lists', '[', ']'],
  ['JSON objects', '{"a":', '}'],
  ['YAML in one line', '[a, ', ']'],
  ['YAML lists', '- ', ''],
])('rejects ten thousand levels of %s with its own message', (_, open, close) => {
  expect(
    outcomeOf(() => parseStructured(`${open.repeat(10_000)}1${close.repeat(10_000)}`)),
  ).toEqual({
    ok: false,
    problem: 'The value is nested more than 40 levels deep. Reduce the nesting.',
  })
})

test.each([
  ['a', 'x'],
  ['digits', '1'],
  ['blanks', ' '],
  ['dashes', '-'],
  ['a scheme', 'h:'],
  ['slashes', '/'],
  ['hex', '/hex/'],
  ['hours', '1h '],
])('every parser handles a mebibyte of %s', (_, unit) => {
  const text = `1${unit.repeat(mebibyte / unit.length)}!`
  const url = `https://app.hex.tech/${text}`

  for (const it of [text, url]) {
    expect(outcomeOf(() => parseBaseUrl(it)).ok).toBe(false)
    expect(outcomeOf(() => parseProjectReference(it)).ok).toBe(false)
    expect(outcomeOf(() => parseRunReference(it)).ok).toBe(false)
    expect(outcomeOf(() => parseDuration(it, { minMs: 0, maxMs: 1 })).ok).toBe(false)
    expect(typeof outcomeOf(() => parseToken(it)).ok).toBe('boolean')
  }
})

function inBase62(number: bigint): string {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  let text = ''
  for (let rest = number; rest > 0n; rest /= 62n) text = digits.charAt(Number(rest % 62n)) + text
  return text.padStart(22, '0')
}

function range(length: number): ReadonlyArray<number> {
  return Array.from({ length }, (_, index) => index)
}
