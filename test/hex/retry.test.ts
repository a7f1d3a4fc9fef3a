import { describe, expect, test } from 'vitest'
import type { Failure } from '../../src/hex/errors.ts'
import type { Method } from '../../src/hex/http.ts'
import {
  isClientRefusal,
  isOverLimit,
  isRateLimit,
  isRedirect,
  isUntrusted,
  mayHaveHappened,
  mayRetry,
  namesNoWait,
  retryWaitMs,
} from '../../src/hex/retry.ts'

const refused = (status: number, hexOwn = true, askedWaitMs?: number): Failure => ({
  kind: 'refused',
  status,
  hexOwn,
  ...(askedWaitMs === undefined ? {} : { askedWaitMs }),
})
const noResponse = (code: string, sent: boolean): Failure => ({ kind: 'no-response', code, sent })

describe('what can be retried, and what may have happened', () => {
  const safe: ReadonlyArray<Method> = ['GET', 'DELETE']
  const unsafe: ReadonlyArray<Method> = ['POST', 'PATCH', 'PUT']

  test.each<[string, Failure, { safe: boolean; unsafe: boolean; happened: boolean }]>([
    ['a rate limit', refused(429), { safe: true, unsafe: true, happened: false }],
    ["a proxy's rate limit", refused(429, false), { safe: true, unsafe: true, happened: false }],
    ["Hex's own 503", refused(503), { safe: true, unsafe: true, happened: false }],
    ["a proxy's 503", refused(503, false), { safe: true, unsafe: false, happened: true }],
    ['500', refused(500), { safe: true, unsafe: false, happened: true }],
    ['502', refused(502, false), { safe: true, unsafe: false, happened: true }],
    ['504', refused(504, false), { safe: true, unsafe: false, happened: true }],
    ['400', refused(400), { safe: false, unsafe: false, happened: false }],
    ['401', refused(401), { safe: false, unsafe: false, happened: false }],
    ['403', refused(403), { safe: false, unsafe: false, happened: false }],
    ['404', refused(404), { safe: false, unsafe: false, happened: false }],
    ['422', refused(422), { safe: false, unsafe: false, happened: false }],
    ['499', refused(499), { safe: false, unsafe: false, happened: false }],
    ...[401, 403, 404, 405, 407, 411, 413, 414, 415, 417, 421, 426, 431, 451].map(
      (status): [string, Failure, { safe: boolean; unsafe: boolean; happened: boolean }] => [
        `a firewall's ${status}`,
        refused(status, false),
        { safe: false, unsafe: false, happened: false },
      ],
    ),
    ...[400, 402, 406, 408, 409, 410, 418, 422, 423, 425, 499].map(
      (status): [string, Failure, { safe: boolean; unsafe: boolean; happened: boolean }] => [
        `a gateway's ${status}`,
        refused(status, false),
        { safe: true, unsafe: false, happened: true },
      ],
    ),
    ['a redirect', refused(302, false), { safe: false, unsafe: false, happened: false }],
    ['several choices', refused(300, false), { safe: false, unsafe: false, happened: false }],
    [
      'a refused connection',
      noResponse('ECONNREFUSED', false),
      { safe: true, unsafe: true, happened: false },
    ],
    [
      'a reset connection',
      noResponse('ECONNRESET', true),
      { safe: true, unsafe: false, happened: true },
    ],
    [
      'no response in time',
      noResponse('TIMEOUT', true),
      { safe: true, unsafe: false, happened: true },
    ],
    [
      'an untrusted certificate',
      noResponse('SELF_SIGNED_CERT_IN_CHAIN', false),
      { safe: false, unsafe: false, happened: false },
    ],
    [
      'an unreadable response',
      { kind: 'unreadable', status: 201 },
      { safe: true, unsafe: false, happened: true },
    ],
  ])('%s', (_, failure, rule) => {
    for (const method of safe) expect(mayRetry(method, failure)).toBe(rule.safe)
    for (const method of unsafe) expect(mayRetry(method, failure)).toBe(rule.unsafe)
    expect(mayHaveHappened(failure)).toBe(rule.happened)
    // Nothing that may have happened is ever sent a second time.
    expect(rule.unsafe && rule.happened).toBe(false)
  })
})

test.each([
  ['SELF_SIGNED_CERT_IN_CHAIN', true],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', true],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', true],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', true],
  ['CERT_HAS_EXPIRED', true],
  ['ERR_TLS_CERT_ALTNAME_INVALID', true],
  ['ECONNRESET', false],
  ['ETIMEDOUT', false],
  ['TIMEOUT', false],
])('%s is a certificate error: %s', (code, untrusted) => {
  expect(isUntrusted(code)).toBe(untrusted)
})

test("distinguishes the client's own limit from a timeout and a 429", () => {
  expect(isOverLimit(noResponse('OVER_LIMIT', false))).toBe(true)
  for (const failure of [noResponse('TIMEOUT', false), refused(429)]) {
    expect(isOverLimit(failure)).toBe(false)
  }
})

test('detects a 429 that does not request a wait', () => {
  expect(namesNoWait(refused(429))).toBe(true)
  for (const failure of [refused(429, true, 0), refused(503), noResponse('TIMEOUT', true)])
    expect(namesNoWait(failure)).toBe(false)
})

describe('waits before a retry', () => {
  test('waits a minute and some jitter after a rate limit without a wait', () => {
    expect(retryWaitMs(refused(429), 1, 0)).toBe(60_000)
    expect(retryWaitMs(refused(429), 9, 1)).toBe(75_000)
  })

  test('waits at least as long as requested', () => {
    expect(retryWaitMs(refused(429, true, 30_000), 1, 0)).toBe(30_000)
    expect(retryWaitMs(refused(429, true, 30_000), 1, 1)).toBe(31_500)
    expect(retryWaitMs(refused(503, true, 0), 4, 0)).toBe(4_000)
    expect(retryWaitMs(refused(503, true, 4_000), 1, 0.5)).toBe(4_625)
    expect(retryWaitMs(refused(503, true, 10_000), 2, 0)).toBe(10_000)
    expect(retryWaitMs(refused(503, true, 10_000), 2, 1)).toBe(12_750)
  })

  test('other failures are retried less and less often, at least every half minute', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 50].map((tries) => retryWaitMs(refused(500), tries, 1))

    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000])
    expect(retryWaitMs(refused(500), 1, 0)).toBe(500)
    expect(retryWaitMs(noResponse('ECONNRESET', true), 3, 0.5)).toBe(3_000)
    expect(retryWaitMs({ kind: 'unreadable', status: 200 }, 1, 1)).toBe(1_000)
  })
})

test.each([
  ['a redirect', refused(302), 'redirect'],
  ['the last redirect', refused(399), 'redirect'],
  ['400', refused(400), 'client'],
  ['499', refused(499), 'client'],
  ['a request timeout', refused(408), ''],
  ['too early', refused(425), ''],
  ['a rate limit', refused(429), 'limit'],
  ["a proxy's rate limit", refused(429, false), 'limit'],
  ['299', refused(299), ''],
  ['500', refused(500), ''],
  ['no response', noResponse('ECONNRESET', true), ''],
] as ReadonlyArray<[string, Failure, string]>)('classifies %s', (_, failure, kind) => {
  expect(isRedirect(failure)).toBe(kind === 'redirect')
  expect(isClientRefusal(failure)).toBe(kind === 'client')
  expect(isRateLimit(failure)).toBe(kind === 'limit')
})

test('a caller names the client errors that do not count', () => {
  expect(isClientRefusal(refused(408), [404])).toBe(true)
  expect(isClientRefusal(refused(404), [404])).toBe(false)
})
