import { expect, test } from 'vitest'
import { parseStructured } from '../../src/inputs/structured.ts'
import { outcomeOf } from './outcome.ts'

test.each([
  [
    'YAML',
    'schema: pr_123\nrows: 1234567890\nratio: 0.5\nfull: true\nzip: "007"\nempty: ""\nday: 2026-01-31\nyes: yes\nat: 12:30',
  ],
  [
    'JSON',
    '{"schema":"pr_123","rows":1234567890,"ratio":0.5,"full":true,"zip":"007","empty":"","day":"2026-01-31","yes":"yes","at":"12:30"}',
  ],
  [
    'YAML in braces',
    "{schema: pr_123, rows: 1234567890, ratio: 0.5, full: true, zip: '007', empty: '', day: 2026-01-31, yes: yes, at: 12:30,}",
  ],
])('%s keeps the types that were written', (_, text) => {
  expect(outcomeOf(() => parseStructured(text))).toEqual({
    ok: true,
    value: {
      schema: 'pr_123',
      rows: 1_234_567_890,
      ratio: 0.5,
      full: true,
      zip: '007',
      empty: '',
      day: '2026-01-31',
      yes: 'yes',
      at: '12:30',
    },
  })
})

test.each([
  [
    'nested values',
    'range: [1, 2]\nwhere:\n  country: DE',
    { range: [1, 2], where: { country: 'DE' } },
  ],
  ['an indented block', '  a: 1\n  b: 2\n', { a: 1, b: 2 }],
  ['a multiline string', 'sql: |\n  select 1\n  from t\n', { sql: 'select 1\nfrom t\n' }],
  ['an empty mapping', '{}', {}],
  ['a list', '- a\n- b', ['a', 'b']],
  ['a comment', '# nothing else\na: 1', { a: 1 }],
  ['keys that look like numbers', '007: a\n1.0: b\ntrue: c', { '007': 'a', '1.0': 'b', true: 'c' }],
  ['an anchor and its alias', 'a: &x [1]\nb: *x', { a: [1], b: [1] }],
  [
    'a merge key',
    'a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}',
    { a: { b: 1, c: 2 }, d: { b: 1, c: 3 } },
  ],
  ['the largest exact number', '{"n": 9007199254740991}', { n: 9_007_199_254_740_991 }],
  ['fifteen digits', 'n: 0.123456789012345', { n: 0.123_456_789_012_345 }],
  [
    'many digits in a string',
    '{"n": "12345678901234567890", "m": 1}',
    { n: '12345678901234567890', m: 1 },
  ],
  [
    'a name that is longer than YAML allows, in JSON',
    `{"a": {"${'x'.repeat(2_000)}": [1, {"b": {}}]}}`,
    { a: { ['x'.repeat(2_000)]: [1, { b: {} }] } },
  ],
  ['a quoted string', 'v: !!str 3.10', { v: '3.10' }],
  ['a byte order mark before JSON', '\uFEFF{"v": 3.10}', { v: 3.1 }],
  ['a byte order mark before YAML', '\uFEFFv: 3', { v: 3 }],
  ['booleans in three cases', 'a: true\nb: True\nc: FALSE', { a: true, b: true, c: false }],
  [
    'JSON numbers',
    '{"a": 3.10, "b": 1.0, "c": 1E+2, "d": 1.5e3}',
    { a: 3.1, b: 1, c: 100, d: 1500 },
  ],
  [
    'colons and braces in JSON strings',
    '{"a": "{\\"b\\": [1]:", "c\\\\": "}"}',
    { a: '{"b": [1]:', 'c\\': '}' },
  ],
])('reads %s', (_, text, value) => {
  expect(outcomeOf(() => parseStructured(text))).toEqual({ ok: true, value })
})

test.each([
  ['JSON', '{"__proto__": {"admin": true}, "constructor": 1, "toString": 2}'],
  ['YAML', '__proto__: {admin: true}\nconstructor: 1\ntoString: 2'],
])("accepts JavaScript's property names as parameters in %s", (_, text) => {
  const parsed = outcomeOf(() => parseStructured(text))

  expect(JSON.stringify(parsed)).toBe(
    '{"ok":true,"value":{"__proto__":{"admin":true},"constructor":1,"toString":2}}',
  )
  expect(({} as { admin?: boolean }).admin).toBeUndefined()
})

test.each([
  [
    'a: null',
    `'a' has no value. If you use an expression, check that it is not empty. Otherwise, set a value, use "" for empty text, or remove the line.`,
  ],
  [
    '{"a": {"b": [1, null]}}',
    `'a.b.1' has no value. If you use an expression, check that it is not empty. Otherwise, set a value, use "" for empty text, or remove the line.`,
  ],
  [
    'a:',
    `'a' has no value. If you use an expression, check that it is not empty. Otherwise, set a value, use "" for empty text, or remove the line.`,
  ],
  [
    '~',
    'The input has no value. If you use an expression, check that it is not empty. Otherwise, set a value, use "" for empty text, or remove the line.',
  ],
  [
    '# only a comment',
    'The input has no value. If you use an expression, check that it is not empty. Otherwise, set a value, use "" for empty text, or remove the line.',
  ],
  [
    'n: 12345678901234567890',
    "'n' has too many digits for a number. To send it as text, put it in quotes.",
  ],
  [
    '{"a": {"n": 12345678901234567890}}',
    "'a.n' has too many digits for a number. To send it as text, put it in quotes.",
  ],
  [
    '{"n": -9007199254740993}',
    "'n' has too many digits for a number. To send it as text, put it in quotes.",
  ],
  [
    'n: 0xFFFFFFFFFFFFFFFFFF',
    "'n' has too many digits for a number. To send it as text, put it in quotes.",
  ],
  [
    '12345678901234567890',
    'The value has too many digits for a number. To send it as text, put it in quotes.',
  ],
  [
    '[12345678901234567890]',
    "'0' has too many digits for a number. To send it as text, put it in quotes.",
  ],
  [
    'zip: 007',
    '\'zip\' can be read as a number or as text. Write 7 for the number or "007" for the text.',
  ],
  [
    'a: [-01]',
    '\'a.0\' can be read as a number or as text. Write -1 for the number or "-01" for the text.',
  ],
  ['n: .inf', "'n' is not a finite number. To send it as text, put it in quotes."],
  [
    '{"a": [1e+999]}',
    "'a.0' has too many digits for a number. To send it as text, put it in quotes.",
  ],
  ['n: .nan', "'n' is not a finite number. To send it as text, put it in quotes."],
  ['.inf', 'The value is not a finite number. To send it as text, put it in quotes.'],
  [
    'a:\n  b:',
    `'a.b' has no value. If you use an expression, check that it is not empty. Otherwise, set a value, use "" for empty text, or remove the line.`,
  ],
  [
    'n: 0x20000000000001',
    "'n' has too many digits for a number. To send it as text, put it in quotes.",
  ],
  [
    'b: {c: 1, c: 2}\na: 1\na: 2',
    "'a' is set twice. Remove one of the two lines. 'c' is set twice. Remove one of the two lines.",
  ],
  [
    'x: {a: 1, a: 2}\ny: {b: 1, b: 2}',
    "'a' is set twice. Remove one of the two lines. 'b' is set twice. Remove one of the two lines.",
  ],
  [
    'a: 007\nb: 12345678901234567890',
    `'a' can be read as a number or as text. Write 7 for the number or "007" for the text. 'b' has too many digits for a number. To send it as text, put it in quotes.`,
  ],
  ['a: 1\na: 2', "'a' is set twice. Remove one of the two lines."],
  ['a: {b: 1, b: 1}', "'b' is set twice. Remove one of the two lines."],
  ['{"a": 1, "b": {"c": 2, "c": 3}}', "'c' is set twice. Remove one of the two lines."],
  ['{"a": 1, "\\u0061": 2}', "'a' is set twice. Remove one of the two lines."],
  ['{"__proto__": 1, "__proto__": 2}', "'__proto__' is set twice. Remove one of the two lines."],
  [
    'a: !!binary aGV4',
    'The value is not valid YAML (line 1, column 4). Tags (!name) are not supported. Remove the tag, or put the value in quotes.',
  ],
  [
    'a: 1\n\tb: 2',
    'The value is not valid YAML (line 2, column 1). YAML does not allow tabs for indentation. Use spaces.',
  ],
  [
    'a: 1\n  b: 2',
    'The value is not valid YAML (line 1, column 4). Check the indentation, and put values that contain ": " in quotes.',
  ],
  [
    'note: one: two',
    'The value is not valid YAML (line 1, column 7). Check the indentation, and put values that contain ": " in quotes.',
  ],
  [
    'a: "b',
    'The value is not valid YAML (line 1, column 6). A space, comma, bracket, or quote is missing here or earlier.',
  ],
  [
    '{"a": 1',
    'The value is not valid YAML (line 1, column 8). A space, comma, bracket, or quote is missing here or earlier.',
  ],
  [
    'a: 1\n---\nb: 2',
    'The value is not valid YAML (line 2, column 1). A second document starts here (---). Use only one document.',
  ],
  ['a: *b', 'The value is not valid YAML. A value that starts with * needs quotes.'],
  [
    'a: @b',
    'The value is not valid YAML (line 1, column 4). A value that starts with a special character needs quotes.',
  ],
  [
    'a: "\\q"',
    'The value is not valid YAML (line 1, column 5). Invalid escape sequence. In double quotes, write \\\\ for a backslash, or use single quotes.',
  ],
  [
    'a: !!set {b, c}',
    'The value is not valid YAML (line 1, column 4). Tags (!name) are not supported. Remove the tag, or put the value in quotes.',
  ],
  ['[a]: 1', 'The value is not valid YAML (line 1, column 1). Keys must be text.'],
  [
    '- a\nb',
    'The value is not valid YAML (line 2, column 1). Put values with special characters in quotes.',
  ],
])('rejects %j', (text, problem) => {
  expect(outcomeOf(() => parseStructured(text))).toEqual({ ok: false, problem })
})

const indented = 'Check the indentation, and put values that contain ": " in quotes.'
const aliased = 'A value that starts with * or & needs quotes.'

test.each([
  ['a\nb: 1', 1, 1, indented],
  ['[\n- a\n]', 2, 1, indented],
  ['- - a\n - b', 2, 2, indented],
  ['a: *', 1, 4, aliased],
  ['a: &x *y', 1, 7, aliased],
  ['%x\n---\na: 1', 1, 1, 'A value that starts with a special character needs quotes.'],
  ['&a &b c', 1, 4, 'Put values with special characters in quotes.'],
])('%j is invalid YAML at line %i, column %i', (text, line, column, meaning) => {
  expect(outcomeOf(() => parseStructured(text))).toEqual({
    ok: false,
    problem: `The value is not valid YAML (line ${line}, column ${column}). ${meaning}`,
  })
})

test.each([
  ['{"a": null, "b": [null, "", 1]}', { a: null, b: [null, '', 1] }],
  ['a: ~\nb: [null, ""]\nc: \'\'\nd: |\n', { a: null, b: [null, ''], c: '', d: '' }],
  ['null', null],
])('reads %j if null is allowed', (text, value) => {
  expect(outcomeOf(() => parseStructured(text, { nulls: true }))).toEqual({ ok: true, value })
})

test.each([
  ['{"n": 1e+999}', "'n' has too many digits for a number. To send it as text, put it in quotes."],
  [
    '{"a": [null, 1e+999]}',
    "'a.1' has too many digits for a number. To send it as text, put it in quotes.",
  ],
  [
    'a:\n  b:\nc: 1',
    `'a.b' has no value. If you use an expression, check that it is not empty. Otherwise, set a value, use "" for empty text, or remove the line.`,
  ],
  [
    'a: 1\n---\n',
    'The value is not valid YAML (line 2, column 1). A second document starts here (---). Use only one document.',
  ],
  [
    `${'['.repeat(41)}null${']'.repeat(41)}`,
    'The value is nested more than 40 levels deep. Reduce the nesting.',
  ],
])('rejects %j even if null is allowed', (text, problem) => {
  expect(outcomeOf(() => parseStructured(text, { nulls: true }))).toEqual({ ok: false, problem })
})

test('rejects a hundred thousand levels of JSON with its own message', () => {
  expect(outcomeOf(() => parseStructured(`${'['.repeat(100_000)}${']'.repeat(100_000)}`))).toEqual({
    ok: false,
    problem: 'The value is nested more than 40 levels deep. Reduce the nesting.',
  })
})

test.each([
  'password: "hunter2',
  'password: hunter2: x',
  'password: @hunter2',
  '{"password": "hunter2" x}',
  'password: *hunter2',
  'password: !hunter2 x',
  'password: 0123456789',
  'password: 12345678901234567890',
])('a problem with %j does not repeat the value', (text) => {
  const parsed = outcomeOf(() => parseStructured(text))

  expect(parsed.ok).toBe(false)
  expect(JSON.stringify(parsed)).not.toMatch(/hunter2|123456789/)
})

test.each([
  ['JSON', (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`],
  ['JSON objects', (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`],
  ['YAML in one line', (depth: number) => `${'[a, '.repeat(depth)}1${']'.repeat(depth)}`],
  ['YAML lists', (depth: number) => `${'- '.repeat(depth)}1`],
])('accepts 40 levels of %s and rejects more with its own message', (_, nested) => {
  expect(outcomeOf(() => parseStructured(nested(40))).ok).toBe(true)
  for (const depth of [41, 400]) {
    expect(outcomeOf(() => parseStructured(nested(depth)))).toEqual({
      ok: false,
      problem: 'The value is nested more than 40 levels deep. Reduce the nesting.',
    })
  }
})

test('rejects nested aliases before they are expanded', () => {
  const levels = Array.from(
    { length: 9 },
    (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n}, `.repeat(9)}]`,
  )

  expect(outcomeOf(() => parseStructured(['l0: &l0 lol', ...levels].join('\n')))).toEqual({
    ok: false,
    problem: 'The value uses too many aliases (*name). Write out the values instead.',
  })
})

test('accepts forty-nine aliases of one anchor and rejects fifty', () => {
  const text = (count: number) => `a: &a [1]\n${'- *a\n'.repeat(count)}`.replace('\n', '\nb:\n')

  expect(outcomeOf(() => parseStructured(text(49))).ok).toBe(true)
  expect(outcomeOf(() => parseStructured(text(50)))).toEqual({
    ok: false,
    problem: 'The value uses too many aliases (*name). Write out the values instead.',
  })
})

test('accepts five hundred aliases in total and rejects more', () => {
  const text = (count: number) =>
    Array.from({ length: count }, (_, n) => `a${n}: &a${n} 1\nb${n}: *a${n}`).join('\n')

  expect(outcomeOf(() => parseStructured(text(500))).ok).toBe(true)
  expect(outcomeOf(() => parseStructured(text(501)))).toEqual({
    ok: false,
    problem: 'The value uses too many aliases (*name). Write out the values instead.',
  })
})

test.each(['a: {<<: x}', 'a: &a 1\nb: {<<: *a}', 'a: &a {b: 1}\nb: {<<: [*a, 3]}', 'a: {<<: *x}'])(
  'only mappings can be merged: %j',
  (text) => {
    expect(outcomeOf(() => parseStructured(text))).toEqual({
      ok: false,
      problem:
        'The value is not valid YAML. << requires an alias to a mapping (<<: *name) or a list of aliases.',
    })
  },
)

test('rejects more than a mebibyte without parsing it', () => {
  expect(outcomeOf(() => parseStructured(`{"a":"${'x'.repeat(1_048_576)}"}`))).toEqual({
    ok: false,
    problem: 'The value is larger than 1024 KiB.',
  })
})

test('accepts a mebibyte', () => {
  expect(outcomeOf(() => parseStructured(`{"a":"${'x'.repeat(1_048_576 - 8)}"}`)).ok).toBe(true)
})
