import { expect, test } from 'vitest'
import { wordsOf } from '../../src/hex/words.ts'

test.each([
  ['the older shape', { reason: 'Not allowed', traceId: 't-1' }, 'Not allowed.'],
  [
    'the older shape with details',
    { reason: 'Not allowed', details: 'Ask an admin', traceId: 't-1' },
    'Not allowed. Ask an admin.',
  ],
  [
    'the older shape with a list',
    {
      reason: 'Validation Failed',
      details: [{ message: 'inputParams is null' }, 'and more'],
      traceId: 't-1',
    },
    'Validation Failed. inputParams is null. and more.',
  ],
  [
    'details as a mapping',
    {
      reason: 'Validation Failed',
      details: { 'body.inputParams': { message: 'invalid object', value: null } },
      traceId: 't-1',
    },
    'Validation Failed. body.inputParams: invalid object.',
  ],
  ['the newer shape', { message: 'Project not found', code: 'NOT_FOUND' }, 'Project not found.'],
  [
    'the newer shape with issues',
    {
      message: 'Input validation failed',
      code: 'BAD_REQUEST',
      issues: [{ message: 'limit is too big' }, { message: 'offset is negative!' }],
    },
    'Input validation failed. limit is too big. offset is negative!',
  ],
  [
    'an issue that repeats the message',
    { message: 'Bad', code: 'BAD_REQUEST', issues: [{ message: 'Bad' }] },
    'Bad.',
  ],
  [
    "RunProject's error about inputs",
    {
      traceId: 't-1',
      invalid: [
        { paramName: 'rows', paramValue: '"7"', dataType: 'NUMBER', inputCellType: 'NUMBER_INPUT' },
        { paramName: 'when', paramValue: { a: 1 }, dataType: 'DATETIME' },
        { paramName: 'who' },
      ],
      notFound: ['shcema', 'x'],
    },
    `The project has no input named 'shcema' or 'x'. Input 'rows' does not accept this value. Expected type: NUMBER. Input 'when' does not accept this value. Expected type: DATETIME. Input 'who' does not accept this value.`,
  ],
  [
    'errors with and without a message',
    { reason: 'No', details: [{ message: 'a' }, { text: 'b' }, null, 7, ' ', 'Why?'] },
    'No. a. {"text":"b"}. 7. Why?',
  ],
  [
    'details as a mapping of texts',
    { reason: 'No', details: { a: 'x', b: null, c: { d: 1 } } },
    'No. a: x. c: {"d":1}.',
  ],
  ['issues as a mapping', { reason: 'No', issues: { a: 'x' } }, 'a: x. No.'],
  [
    "tsoa's mapping by field",
    { 'requestBody.useCachedSqlResults': { message: 'invalid boolean value', value: 'yes' } },
    'requestBody.useCachedSqlResults: invalid boolean value.',
  ],
  [
    'unknown inputs among others',
    { notFound: [7, 'a', null] },
    "The project has no input named 'a'.",
  ],
  ['only unknown inputs', { notFound: ['shcema'] }, "The project has no input named 'shcema'."],
])('reads %s', (_, body, words) => {
  const read = wordsOf(JSON.stringify(body))

  expect(read).toMatchObject({ words, hexOwn: true })
  if ('traceId' in body) expect(read.traceId).toBe('t-1')
})

test.each([
  ['no body', '', 'The response has no body.', false],
  ['blanks', ' \r\n ', 'The response has no body.', false],
  ['zero bytes', '\0\0', 'The response has no body.', false],
  ["the edge's 401", 'Unauthorized', 'Unauthorized', true],
  ['plain text', 'upstream connect error', 'upstream connect error', false],
  ['several lines', 'upstream\r\n::error::x\u0000\u2028y', 'upstream ::error::x y', false],
  [
    'a page',
    '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head></html>',
    'The response is a web page: "502 Bad Gateway".',
    false,
  ],
  [
    'a page in capitals',
    '\n<HTML><TITLE lang="en">\nSign in\n</TITLE>',
    'The response is a web page: "Sign in".',
    false,
  ],
  ['a page without a title', '<html><body>x</body></html>', 'The response is a web page.', false],
  ['a page with a blank title', '<html><title> </title>', 'The response is a web page.', false],
  [
    'a page that begins with a comment',
    '<!-- x --><title>Down</title>',
    'The response is a web page: "Down".',
    false,
  ],
  ['a list', '[1, 2]', '[1, 2]', false],
  ['a JSON string', '"down"', '"down"', false],
  ['null', 'null', 'null', false],
  ['an empty object', '{}', '{}', false],
  ['an object in another format', '{"error": {"code": 14}}', '{"error": {"code": 14}}', false],
  [
    "a gateway's nested message",
    '{"error": {"message": "blocked"}}',
    '{"error": {"message": "blocked"}}',
    false,
  ],
  [
    'a field and something else',
    '{"a": {"message": "bad"}, "b": 1}',
    '{"a": {"message": "bad"}, "b": 1}',
    false,
  ],
  [
    'a field with more than a message and a value',
    '{"a": {"message": "bad", "code": 1}}',
    '{"a": {"message": "bad", "code": 1}}',
    false,
  ],
  ['a field with its value', '{"a": {"message": "bad", "value": 1}}', 'a: bad.', true],
  [
    'a field whose name ends like an error',
    '{"ownError": {"message": "bad"}}',
    'ownError: bad.',
    true,
  ],
  [
    'a field whose name begins like an error',
    '{"errorRate": {"message": "bad"}}',
    'errorRate: bad.',
    true,
  ],
  ["a gateway's message", '{"message": "Service Unavailable"}', 'Service Unavailable.', false],
  [
    "a gateway's message with a number",
    '{"message": "no healthy upstream", "code": 14}',
    'no healthy upstream.',
    false,
  ],
  [
    'a message that is not text',
    '{"message": null, "code": "X"}',
    '{"message": null, "code": "X"}',
    false,
  ],
  ['a blank message', '{"message": "  "}', '{"message": "  "}', false],
  [
    'a message with a code in another format',
    '{"message": "v1.2 is gone", "code": "not_FOUND"}',
    'v1.2 is gone.',
    false,
  ],
  ['text that only begins like a code', '{"message": "x", "code": "E_1"}', 'x.', false],
  [
    'errors without names',
    '{"invalid": [7, {"dataType": "x"}]}',
    '{"invalid": [7, {"dataType": "x"}]}',
    false,
  ],
  ['an empty list of unknown inputs', '{"notFound": [7]}', '{"notFound": [7]}', false],
  [
    'a message that is nested too deep',
    `{"message": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    'a deeply nested value.',
    false,
  ],
  ['text with a tag in it', 'see <b>here</b>', 'see <b>here</b>', false],
  ['a number for a message', '{"message": 7}', '7.', false],
  ['an object for a message', '{"message": {"a": [1]}}', '{"a":[1]}.', false],
])('describes %s', (_, body, words, hexOwn) => {
  expect(wordsOf(body)).toEqual({ words, hexOwn })
})

test('reads the first twenty problems of a list', () => {
  const numbered = (count: number) => Array.from({ length: count }, (_, n) => `n${n}`)
  const sentences = (count: number) =>
    numbered(count)
      .map((it) => `${it}.`)
      .join(' ')

  for (const body of [
    { issues: numbered(21) },
    { details: numbered(21) },
    { issues: Object.fromEntries(numbered(21).map((it) => [it, it])) },
  ]) {
    expect(wordsOf(JSON.stringify({ ...body, reason: 'No' })).words).not.toContain('n20.')
  }
  expect(wordsOf(JSON.stringify({ issues: numbered(20) })).words).toBe(sentences(20))
  expect(wordsOf(JSON.stringify({ notFound: numbered(21) })).words).toMatch(/'n18', or 'n19'\.$/)
})

test.each([
  ['of two hundred characters', `<title>${'x'.repeat(200)}</title>`, `"${'x'.repeat(200)}".`],
  ['of more than two hundred characters', `<title>${'x'.repeat(201)}</title>`, undefined],
  ['with many attributes', `<title ${'x'.repeat(199)}>t</title>`, '"t".'],
  ['with very many attributes', `<title ${'x'.repeat(200)}>t</title>`, undefined],
  ['near the beginning', `<a>${' '.repeat(19_900)}<title>t</title>`, '"t".'],
  ['far from the beginning', `<a>${' '.repeat(20_000)}<title>t</title>`, undefined],
])('reads a page title %s, or ignores it beyond the limits', (_, page, title) => {
  expect(wordsOf(page).words).toBe(
    title === undefined ? 'The response is a web page.' : `The response is a web page: ${title}`,
  )
})

test('shortens words to what fits on a screen', () => {
  const { words, traceId } = wordsOf(
    JSON.stringify({ reason: 'x'.repeat(1_000), details: 'y', traceId: 't'.repeat(1_000) }),
  )

  expect(wordsOf('x'.repeat(500)).words).toBe('x'.repeat(500))
  expect(wordsOf('x'.repeat(501)).words).toBe(`${'x'.repeat(499)}…`)
  expect(words).toBe(`${'x'.repeat(499)}…`)
  expect(traceId).toHaveLength(500)
})

test.each([
  ['text', 'x'.repeat(1_000_000)],
  ['pages', '<html>'.repeat(200_000)],
  ['titles', `<html>${'<title'.repeat(200_000)}`],
  ['titles that begin', `<html>${'<title>'.repeat(200_000)}`],
  ['control characters', '\u0000'.repeat(1_000_000)],
  ['issues', JSON.stringify({ issues: Array.from({ length: 100_000 }, () => ({ message: 'x' })) })],
  ['inputs', JSON.stringify({ notFound: Array.from({ length: 100_000 }, (_, n) => `p${n}`) })],
  ['a message', JSON.stringify({ message: 'x.'.repeat(500_000) })],
  ['a deep message', `{"message": ${'['.repeat(400_000)}${']'.repeat(400_000)}}`],
  ['deep details', `{"reason": "x", "details": [${'['.repeat(400_000)}${']'.repeat(400_000)}]}`],
  [
    'a deep value',
    `{"invalid": [{"paramName": "a", "paramValue": ${'['.repeat(400_000)}${']'.repeat(400_000)}}]}`,
  ],
])('shortens a megabyte of %s to a line', (_, body) => {
  const { words } = wordsOf(body)

  expect(words.length).toBeLessThanOrEqual(500)
  expect(words).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
})
