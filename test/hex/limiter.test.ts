import { expect, test } from 'vitest'
import { createLimiter, type Limiter, type LimitResponse } from '../../src/hex/limiter.ts'

const second = 1_000
const minute = 60 * second

function refused(limiter: Limiter, nowMs: number, askedWaitMs?: number) {
  limiter.sent('hex-api', nowMs)
  const asked = askedWaitMs === undefined ? {} : { askedWaitMs }
  limiter.answered('hex-api', { refused: true, ...asked }, nowMs, nowMs)
}

/** Sends and gets a response at each of these times. */
function accepted(
  limiter: Limiter,
  times: ReadonlyArray<number>,
  says: Omit<LimitResponse, 'refused'> = {},
) {
  for (const atMs of times) {
    limiter.sent('hex-api', atMs)
    limiter.answered('hex-api', { refused: false, ...says }, atMs, atMs)
  }
}

test('sends 30 reads a minute at once, then waits until the oldest is a minute old', () => {
  const limiter = createLimiter()
  accepted(limiter, Array(30).fill(0))

  expect(limiter.waitMs('hex-api', false, second)).toBe(59 * second)
  expect(limiter.waitMs('hex-api', true, second)).toBe(0)
  expect(limiter.waitMs('hex-api', false, minute)).toBe(0)
  expect(limiter.isAlone('hex-api')).toBe(false)
})

test('all groups together reserve ten of sixty requests a minute for urgent ones', () => {
  const limiter = createLimiter()
  accepted(limiter, Array(30).fill(0))
  for (let start = 0; start < 20; start += 1) limiter.sent('hex-run-kernel', 0)

  expect(limiter.waitMs('general', false, second)).toBe(59 * second)
  expect(limiter.waitMs('general', true, second)).toBe(0)
})

test('does not limit starts to a number per hour on its own', () => {
  const limiter = createLimiter()
  for (let start = 0; start < 100; start += 1) limiter.sent('hex-run-kernel', start * 4 * second)

  expect(limiter.waitMs('hex-run-kernel', false, 400 * second)).toBe(0)
})

test('a 429 blocks its group for the requested time, even urgent requests, and adds jitter for others', () => {
  const limiter = createLimiter(() => 0.5)
  refused(limiter, 0, 40 * second)

  expect(limiter.waitMs('hex-api', true, 0)).toBe(40 * second)
  expect(limiter.waitMs('hex-api', false, 0)).toBe(40 * second + 750)
  expect(limiter.waitMs('hex-api', false, 40 * second)).toBe(0)
  expect(limiter.waitMs('general', false, 0)).toBe(0)
})

test('ignores a rounding error in the remaining wait and adds no further jitter', () => {
  const limiter = createLimiter(() => 0.5)
  const nowMs = Date.UTC(2026, 4, 5, 4, 30)
  refused(limiter, nowMs, 40 * second)

  expect(limiter.waitMs('hex-api', false, nowMs + 40 * second - 0.0005)).toBe(0)
})

test('a shorter wait does not shorten a longer one', () => {
  const limiter = createLimiter(() => 0)
  refused(limiter, 0, 50 * second)
  refused(limiter, second, second)

  expect(limiter.waitMs('hex-api', false, second)).toBe(49 * second)
})

test('after a 429 without a wait, retries after half of the remaining minute', () => {
  const limiter = createLimiter(() => 0)
  accepted(limiter, [0])
  const waits = [20, 40, 50, 58].map((seconds) => {
    refused(limiter, seconds * second)
    return limiter.waitMs('hex-api', false, seconds * second)
  })

  expect(waits).toEqual([20 * second, 10 * second, 5 * second, 3 * second])
})

test('retries every 5 s if requests are still refused after that minute', () => {
  const limiter = createLimiter(() => 0)
  const waits = [0, 60, 65, 200].map((seconds) => {
    refused(limiter, seconds * second)
    return limiter.waitMs('hex-api', false, seconds * second)
  })

  expect(waits.slice(1)).toEqual([5 * second, 5 * second, 5 * second])
})

test('judges once when the window opens, so that few earlier requests do not cause many retries', () => {
  const limiter = createLimiter(() => 0)
  accepted(
    limiter,
    [5, 20, 35, 50, 65, 70].map((at) => at * second),
  )
  const retries: Array<number> = []
  for (let atMs = 75 * second; atMs < 135 * second; ) {
    refused(limiter, atMs)
    atMs += limiter.waitMs('hex-api', false, atMs)
    retries.push(atMs / second)
  }

  expect(retries.slice(0, 4)).toEqual([78, 81, 86, 91])
  // A plain poller retries every 5 s, so 12 times.
  expect(retries.length).toBeLessThanOrEqual(13)
})

test('without a wait, ignores a request that was in the window only when the refused one was sent', () => {
  const limiter = createLimiter(() => 0)
  accepted(limiter, [0, 40 * second])
  limiter.sent('hex-api', 59.9 * second)
  limiter.answered('hex-api', { refused: true }, 59.9 * second, 60.1 * second)

  expect(limiter.waitMs('hex-api', false, 60.1 * second)).toBeCloseTo(19.95 * second)
})

test('draws no conclusion from a limit of 0', () => {
  const limiter = createLimiter(() => 0)
  accepted(limiter, [0], { limit: 0, remaining: 0, resetMs: 20 * second })

  expect(limiter.isAlone('hex-api')).toBe(false)
})

test('without earlier requests in the window, counts the minute from the first 429', () => {
  const limiter = createLimiter(() => 0)
  const waits = [0, 30, 45].map((seconds) => {
    refused(limiter, seconds * second)
    return limiter.waitMs('hex-api', false, seconds * second)
  })

  expect(waits).toEqual([30 * second, 15 * second, 7.5 * second])
})

test('sends only urgent requests before the reset if a response says that nothing remains', () => {
  const limiter = createLimiter(() => 0)
  accepted(limiter, [0], { limit: 30, remaining: 0, resetMs: 20 * second })

  expect(limiter.waitMs('hex-api', false, 0)).toBe(20 * second)
  expect(limiter.waitMs('hex-api', true, 0)).toBe(0)
  expect(limiter.waitMs('hex-api', false, 20 * second)).toBe(0)
})

test('does not wait while some quota remains', () => {
  const limiter = createLimiter(() => 0)
  accepted(limiter, [0], { limit: 30, remaining: 1, resetMs: 20 * second })

  expect(limiter.waitMs('hex-api', false, 0)).toBe(0)
  expect(limiter.calmInMs('hex-api', 0)).toBe(0)
})

test('ignores requests of an earlier minute after a 429', () => {
  const limiter = createLimiter(() => 0)
  accepted(limiter, [0])
  refused(limiter, 70 * second)

  expect(limiter.waitMs('hex-api', false, 70 * second)).toBe(30 * second)
})

test('does not count a throttled request', () => {
  const limiter = createLimiter(() => 0)
  accepted(limiter, Array(29).fill(0))
  refused(limiter, 0, second)

  expect(limiter.waitMs('hex-api', false, second)).toBe(0)
})

test('is alone only if the remaining quota matches its own requests', () => {
  const proves = (says: Omit<LimitResponse, 'refused'>, earlier: ReadonlyArray<number> = []) => {
    const limiter = createLimiter()
    accepted(limiter, earlier)
    accepted(limiter, [minute], says)
    return limiter.isAlone('hex-api')
  }

  expect(createLimiter().isAlone('hex-api')).toBe(false)
  expect(proves({ limit: 30, remaining: 29, resetMs: minute })).toBe(true)
  // Some limits count a request only after its response.
  expect(proves({ limit: 30, remaining: 30, resetMs: minute })).toBe(true)
  expect(proves({ limit: 30, remaining: 28, resetMs: minute })).toBe(false)
  // Earlier requests were in another window.
  expect(proves({ limit: 30, remaining: 29, resetMs: minute }, [5 * second, 6 * second])).toBe(true)
  expect(
    proves({ limit: 30, remaining: 27, resetMs: 10 * second }, [20 * second, 21 * second]),
  ).toBe(true)
  expect(proves({ limit: 30, remaining: 30 })).toBe(false)
  expect(proves({ remaining: 30, resetMs: minute })).toBe(false)
  expect(proves({ limit: 60, remaining: 60, resetMs: 60 * minute })).toBe(false)
})

test('detects other clients by the remaining quota', () => {
  const limiter = createLimiter()
  accepted(limiter, [0], { limit: 30, remaining: 29, resetMs: minute })
  expect(limiter.isAlone('hex-api')).toBe(true)

  accepted(limiter, [second], { limit: 30, remaining: 26, resetMs: 59 * second })
  expect(limiter.isAlone('hex-api')).toBe(false)
})

test('a single response with a limit per second does not set a limit', () => {
  const limiter = createLimiter()
  accepted(limiter, [0], { limit: 1, remaining: 0, resetMs: second })
  accepted(
    limiter,
    [2, 3, 4, 5, 6].map((each) => each * second),
  )

  // With the limit kept as one a minute, the wait would be 54 s and each request a minute after the last.
  expect(limiter.waitMs('hex-api', false, 6 * second)).toBe(0)
  expect(limiter.isAlone('hex-api')).toBe(false)
})

test('a quota for a window other than a minute does not prove that the job is alone', () => {
  const limiter = createLimiter()
  accepted(
    limiter,
    [0, 1, 2, 3].map((each) => each * second),
    {
      limit: 10,
      remaining: 9,
      resetMs: second,
    },
  )

  expect(limiter.isAlone('hex-api')).toBe(false)
})

test('does not count a request that was never sent', () => {
  const limiter = createLimiter()
  accepted(limiter, Array(29).fill(0))
  limiter.sent('hex-api', second)
  limiter.unsent('hex-api', second)

  for (let start = 0; start < 20; start += 1) limiter.sent('hex-run-kernel', second)

  expect(limiter.waitMs('hex-api', false, second)).toBe(0)
  expect(limiter.waitMs('general', false, second)).toBe(0)
})

test('stops counting the request that was refused, not a later one', () => {
  const limiter = createLimiter(() => 0)
  const sentAtMs = limiter.sent('hex-api', 0)
  limiter.sent('hex-api', 10 * second)
  limiter.answered('hex-api', { refused: true }, sentAtMs, 10 * second)

  // Half of the minute that begins with the later request.
  expect(limiter.waitMs('hex-api', false, 10 * second)).toBe(30 * second)
})

test('stops counting the request that was never sent, not a later one', () => {
  const limiter = createLimiter()
  const sentAtMs = limiter.sent('hex-api', 0)
  accepted(limiter, Array(29).fill(30 * second))
  limiter.unsent('hex-api', sentAtMs)
  limiter.sent('hex-api', 30 * second)

  expect(limiter.waitMs('hex-api', false, 30 * second)).toBe(minute)
})

test('stops counting no later request if a refusal takes over a minute', () => {
  const limiter = createLimiter(() => 0)
  const sentAtMs = limiter.sent('hex-api', 0)
  limiter.sent('hex-api', 61 * second)
  limiter.answered('hex-api', { refused: true }, sentAtMs, 71 * second)

  // Half of what is left of the minute that begins with the later request.
  expect(limiter.waitMs('hex-api', false, 71 * second)).toBe(25 * second)
})

test.each<[string, (limiter: Limiter) => void]>([
  ['a 429', (limiter) => refused(limiter, 0, 10 * second)],
  [
    'a response after which nothing remains',
    (limiter) => accepted(limiter, [0], { remaining: 0, resetMs: second }),
  ],
])('after %s, the quota is scarce for two minutes', (_, use) => {
  const limiter = createLimiter()
  expect(limiter.calmInMs('hex-api', 0)).toBe(0)

  use(limiter)

  expect(limiter.calmInMs('hex-api', 0)).toBe(2 * minute)
  expect(limiter.calmInMs('hex-api', 2 * minute)).toBe(0)
  expect(limiter.calmInMs('hex-run-kernel', 0)).toBe(0)
})
