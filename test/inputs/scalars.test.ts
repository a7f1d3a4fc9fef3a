import { expect, test } from 'vitest'
import {
  parseBaseUrl,
  parseBoolean,
  parseDuration,
  parseInteger,
} from '../../src/inputs/scalars.ts'
import { outcomeOf } from './outcome.ts'

test.each([
  ['https://app.hex.tech', 'https://app.hex.tech'],
  ['app.hex.tech', 'https://app.hex.tech'],
  ['eu.hex.tech', 'https://eu.hex.tech'],
  ['https://eu.hex.tech/', 'https://eu.hex.tech'],
  ['https://eu.hex.tech/api', 'https://eu.hex.tech'],
  ['https://eu.hex.tech/api/', 'https://eu.hex.tech'],
  ['hex.acme.com/api/v1', 'https://hex.acme.com'],
  ['https://HEX.acme.com:8443/api/v1/', 'https://hex.acme.com:8443'],
  ['http://127.0.0.1:8080/api', 'http://127.0.0.1:8080'],
  ['http://localhost:80', 'http://localhost'],
  ['http://[::1]:4000', 'http://[::1]:4000'],
  ['http://127.8.9.10', 'http://127.8.9.10'],
  ['http://127.10.11.12', 'http://127.10.11.12'],
])('%s means %s', (text, origin) => {
  expect(outcomeOf(() => parseBaseUrl(text))).toEqual({ ok: true, value: origin })
})

test.each([
  [
    'http://app.hex.tech',
    'With this URL, the token would be sent unencrypted. Use "https://app.hex.tech".',
  ],
  [
    'http://127.0.0.1.evil.example',
    'With this URL, the token would be sent unencrypted. Use "https://127.0.0.1.evil.example".',
  ],
  [
    'http://localhost.evil.example',
    'With this URL, the token would be sent unencrypted. Use "https://localhost.evil.example".',
  ],
  ['ftp://app.hex.tech', 'Must start with https, for example "https://app.hex.tech".'],
  ['file:///etc/passwd', 'Must start with https, for example "https://app.hex.tech".'],
  [
    'https://app.hex.tech/acme/hex/x',
    'The URL contains more than a scheme and host. Use "https://app.hex.tech".',
  ],
  [
    'https://app.hex.tech/api/v2',
    'The URL contains more than a scheme and host. Use "https://app.hex.tech".',
  ],
  [
    'https://app.hex.tech?token=hxtw_1',
    'The URL contains more than a scheme and host. Use "https://app.hex.tech".',
  ],
  [
    'https://app.hex.tech/#x',
    'The URL contains more than a scheme and host. Use "https://app.hex.tech".',
  ],
  [
    'not an address',
    '"not an address" is not a valid URL. Use a URL such as "https://app.hex.tech".',
  ],
  ['https://', '"https://" is not a valid URL. Use a URL such as "https://app.hex.tech".'],
  [
    'javascript:alert(1)',
    '"javascript:alert(1)" is not a valid URL. Use a URL such as "https://app.hex.tech".',
  ],
  [
    'app.hex\n.tech',
    '"app.hex .tech" is not a valid URL. Use a URL such as "https://app.hex.tech".',
  ],
])('rejects %j', (text, problem) => {
  expect(outcomeOf(() => parseBaseUrl(text))).toEqual({ ok: false, problem })
})

test('rejects a URL that is longer than any DNS name', () => {
  const longest = `${'a.'.repeat(145)}example.eu`

  expect(outcomeOf(() => parseBaseUrl(longest))).toEqual({ ok: true, value: `https://${longest}` })
  expect(outcomeOf(() => parseBaseUrl(`x${longest}`))).toEqual({
    ok: false,
    problem: expect.stringMatching(/ is not a valid URL. Use a URL such as/),
  })
})

test('rejects URLs that only end like a valid one', () => {
  for (const text of ['https://app.hex.tech/acme/api/v1', 'app.hex.tech/http://x']) {
    expect(outcomeOf(() => parseBaseUrl(text))).toEqual({
      ok: false,
      problem: 'The URL contains more than a scheme and host. Use "https://app.hex.tech".',
    })
  }
})

test.each([
  ['https://me:hunter2@app.hex.tech', 'https://app.hex.tech'],
  ['https://hunter2@app.hex.tech/api', 'https://app.hex.tech'],
  ['https://:hunter2@eu.hex.tech', 'https://eu.hex.tech'],
  ['me:hunter2@app.hex.tech', 'https://app.hex.tech'],
  ['https://me:hun ter2@app.hex.tech', 'https://app.hex.tech'],
  ['https://me:hunter2@app.hex.tech:port', 'https://app.hex.tech'],
])('rejects a password in %s without repeating it', (text, address) => {
  const parsed = outcomeOf(() => parseBaseUrl(text))

  expect(parsed).toEqual({
    ok: false,
    problem: expect.stringMatching(/^(The value is not|The URL) /),
  })
  expect(JSON.stringify(parsed)).toContain(address)
  expect(JSON.stringify(parsed)).not.toMatch(/hunter2|hun ter2/)
})

const bounds = { minMs: 5_000, maxMs: 120 * 3_600_000 }

test.each([
  ['5s', 5_000],
  ['90s', 90_000],
  ['30m', 1_800_000],
  ['1h30m', 5_400_000],
  ['1h 30m', 5_400_000],
  ['1h30m5s', 5_405_000],
  ['2h5s', 7_205_000],
  ['10M', 600_000],
  ['120h', 432_000_000],
])('%s is a duration', (text, ms) => {
  expect(outcomeOf(() => parseDuration(text, bounds))).toEqual({ ok: true, value: ms })
})

test('rejects a number without a unit and suggests both readings', () => {
  expect(problemOf(outcomeOf(() => parseDuration('90', bounds)))).toBe(
    '"90" has no unit. Use "90s" for seconds or "90m" for minutes.',
  )
})

test.each(['', '1.5', '1.5h', '-5m', '5 minutes', '1h90', '30m1h', 'h', '1d', '1h30m5s1', '0x5s'])(
  '%j is not a duration, and the message shows an example',
  (text) => {
    expect(problemOf(outcomeOf(() => parseDuration(text, bounds)))).toBe(
      `"${text}" is not a duration. Use a value such as "90s", "30m", or "1h30m".`,
    )
  },
)

test.each([
  ['4s', bounds, 'from 5s to 120h'],
  ['120h1s', bounds, 'from 5s to 120h'],
  ['0s', { minMs: 1_000, maxMs: 600_000 }, 'from 1s to 10m'],
  ['11m', { minMs: 90_000, maxMs: 600_000 }, 'from 90s to 10m'],
])('%s is out of range, and the message names the bounds', (text, limits, words) => {
  expect(problemOf(outcomeOf(() => parseDuration(text, limits)))).toBe(
    `"${text}" is out of range. Use a duration ${words}.`,
  )
})

test('accepts the bounds themselves', () => {
  expect(outcomeOf(() => parseDuration('10s', { minMs: 10_000, maxMs: 10_000 }))).toEqual({
    ok: true,
    value: 10_000,
  })
})

test.each([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
])('%j is a boolean', (text, value) => {
  expect(outcomeOf(() => parseBoolean(text))).toEqual({ ok: true, value })
})

test.each(['yes', 'no', '1', '0', 'on', '', 'truee'])('%j is not a boolean', (text) => {
  expect(problemOf(outcomeOf(() => parseBoolean(text)))).toBe(
    `"${text}" is not a boolean. Use true or false.`,
  )
})

test.each([
  ['1', 1],
  ['10', 10],
  ['007', 7],
])('%j is a whole number', (text, value) => {
  expect(outcomeOf(() => parseInteger(text, 1, 10))).toEqual({ ok: true, value })
})

test.each(['0', '11', '-1', '1.0', '1e1', '0x1', '', 'two', '9'.repeat(40)])(
  '%j is not a whole number from 1 to 10',
  (text) => {
    expect(problemOf(outcomeOf(() => parseInteger(text, 1, 10)))).toMatch(
      / is not a valid number. Use a whole number from 1 to 10\.$/,
    )
  },
)

function problemOf(outcome: ReturnType<typeof outcomeOf>): string {
  return outcome.ok ? `accepted as ${String(outcome.value)}` : outcome.problem
}
