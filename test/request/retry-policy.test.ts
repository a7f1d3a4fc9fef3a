import { expect, test } from 'vitest'
import type { Failure } from '../../src/hex/errors.ts'
import { mayTryAgain } from '../../src/request/request.ts'

const failures = {
  'rate limit': { kind: 'refused', status: 429, hexOwn: true },
  'refused connection': { kind: 'no-response', code: 'ECONNREFUSED', sent: false },
  'lost answer': { kind: 'no-response', code: 'ECONNRESET', sent: true },
  'bad gateway': { kind: 'refused', status: 502, hexOwn: false },
  'own 503': { kind: 'refused', status: 503, hexOwn: true },
  'sign-in page': { kind: 'unreadable', status: 200 },
  '403': { kind: 'refused', status: 403, hexOwn: true },
  'too large': { kind: 'no-response', code: 'TOO_LARGE', sent: true },
} as const satisfies Readonly<Record<string, Failure>>

const again =
  (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', operation = 'Request') =>
  (policy: 'safe' | 'always' | 'never') =>
    Object.entries(failures)
      .filter(([, failure]) =>
        mayTryAgain(policy, method, { operation, group: 'general' }, failure),
      )
      .map(([name]) => name)

const harmless = [
  'rate limit',
  'refused connection',
  'lost answer',
  'bad gateway',
  'own 503',
  'sign-in page',
]

test.each(['GET', 'DELETE'] as const)(
  'safe: retries a %s after any temporary failure',
  (method) => {
    expect(again(method)('safe')).toEqual(harmless)
  },
)

test.each(['POST', 'PATCH'] as const)('safe: retries a %s only if nothing was done', (method) => {
  expect(again(method)('safe')).toEqual(['rate limit', 'refused connection'])
})

test("safe: only for a start, Hex's own 503 proves that nothing was started", () => {
  expect(again('POST', 'RunProject')('safe')).toEqual([
    'rate limit',
    'refused connection',
    'own 503',
  ])
})

test('always: retries every method like a read; never: retries none', () => {
  expect(again('PATCH')('always')).toEqual(harmless)
  expect(again('GET')('never')).toEqual([])
})
