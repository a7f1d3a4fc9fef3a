import { expect, test } from 'vitest'
import { createLimiter, type Limiter, type RateAnswer } from '../../src/hex/limiter.ts'

const second = 1_000
const minute = 60 * second

/** Makes requests of hex-api in turn, as soon as each may leave, and tells when they left. */
function spend(limiter: Limiter, fromMs: number, count: number): ReadonlyArray<number> {
  let nowMs = fromMs
  return Array.from({ length: count }, () => {
    nowMs += limiter.waitMs('hex-api', false, nowMs)
    limiter.sent('hex-api', nowMs)
    return nowMs
  })
}

function refusal(sentAtMs: number, more: Partial<RateAnswer> = {}): RateAnswer {
  return { sentAtMs, refused: true, ...more }
}

test("what is urgent waits for the server's word and for nothing else", () => {
  const limiter = createLimiter(() => 0.5)
  spend(limiter, 0, 30)
  limiter.answered('hex-api', refusal(0, { askedWaitMs: 20 * second }), 0)

  expect(limiter.waitMs('hex-api', true, 0)).toBe(20 * second)
  expect(limiter.waitMs('hex-api', true, 20 * second)).toBe(0)
  expect(limiter.waitMs('hex-api', false, 20 * second)).toBeGreaterThan(0)
  expect(limiter.waitMs('general', true, 0)).toBe(0)
})

test('all groups together leave ten of sixty requests a minute for what is urgent', () => {
  const limiter = createLimiter(() => 0.5)
  spend(limiter, 0, 30)
  for (let start = 0; start < 20; start += 1) limiter.sent('hex-run-kernel', 0)

  expect(limiter.waitMs('general', false, second)).toBe(minute - second)
  expect(limiter.waitMs('general', true, second)).toBe(0)
})

test('a wait that the server asked for is kept, whatever is learnt meanwhile', () => {
  const limiter = createLimiter(() => 0)
  limiter.sent('hex-api', 0)
  limiter.answered('hex-api', refusal(0, { askedWaitMs: 50 * second }), 0)
  limiter.answered('hex-api', { sentAtMs: 0, refused: false, remaining: 9, resetMs: 1 }, 1)

  expect(limiter.waitMs('hex-api', false, 1)).toBe(50 * second - 1)
  expect(limiter.waitMs('hex-api', false, 50 * second)).toBe(0)
})

test('a refusal that asks for no wait keeps the group back for a minute', () => {
  const limiter = createLimiter(() => 0)
  limiter.answered('hex-api', refusal(0), 0)

  expect(limiter.waitMs('hex-api', false, 0)).toBe(minute)
  expect(limiter.waitMs('hex-api', true, 0)).toBe(0)
})

test('after a refusal requests are spaced, and each further one doubles the gap', () => {
  const limiter = createLimiter(() => 0.5)
  limiter.sent('hex-api', 0)
  limiter.answered('hex-api', refusal(0, { askedWaitMs: 0 }), 0)
  const firstGapMs = limiter.paceMs('hex-api', 0)
  const [, left, next] = [0, ...spend(limiter, 5 * minute, 2)]

  expect(firstGapMs).toBe(90 * second)
  expect((next ?? 0) - (left ?? 0)).toBeGreaterThan(minute)
  limiter.answered('hex-api', refusal(next ?? 0, { askedWaitMs: 0 }), next ?? 0)
  expect(limiter.paceMs('hex-api', next ?? 0)).toBeGreaterThan(2 * minute)
})

test('of several requests that were refused together one counts', () => {
  const limiter = createLimiter(() => 0.5)
  for (const atMs of [0, 10, 20]) limiter.sent('hex-api', atMs)
  for (const atMs of [0, 10, 20])
    limiter.answered('hex-api', refusal(atMs, { askedWaitMs: second }), 100 + atMs)

  const once = createLimiter(() => 0.5)
  for (const atMs of [0, 10, 20]) once.sent('hex-api', atMs)
  once.answered('hex-api', refusal(0, { askedWaitMs: second }), 100)
  expect(limiter.paceMs('hex-api', 120)).toBe(once.paceMs('hex-api', 120))
})

test('without refusals the pace comes back, evenly, to that of the documented budget', () => {
  const limiter = createLimiter(() => 0.5)
  const usualMs = limiter.paceMs('hex-api', 0)
  limiter.sent('hex-api', 0)
  limiter.answered('hex-api', refusal(0, { askedWaitMs: 0 }), 0)
  const paces = [0, 20, 40].map((minutes) => limiter.paceMs('hex-api', minutes * minute))

  expect(paces).toEqual([90 * second, 60 * second, 30 * second])
  expect(limiter.paceMs('hex-api', 60 * minute)).toBe(usualMs)
  expect(usualMs).toBeLessThan(2_500)
})

test('a request that never left is not counted', () => {
  const limiter = createLimiter()
  spend(limiter, 0, 30)
  limiter.unsent('hex-api')

  expect(limiter.waitMs('hex-api', false, second)).toBe(0)
})

test('what the server says is left is stretched to the end of its window', () => {
  const limiter = createLimiter(() => 0.5)
  limiter.sent('hex-api', 0)
  const told = { sentAtMs: 0, refused: false, limit: 30, remaining: 6, resetMs: 30 * second }
  limiter.answered('hex-api', told, 0)

  expect(limiter.waitMs('hex-api', false, 0)).toBe(5 * second)
  expect(limiter.paceMs('hex-api', 0)).toBe(5 * second)
  expect(limiter.waitMs('hex-api', false, 30 * second)).toBe(0)
})

test('while the server says that most of its window is left, nothing is held back', () => {
  const limiter = createLimiter()
  limiter.sent('hex-api', 0)
  const told = { sentAtMs: 0, refused: false, limit: 30, remaining: 20, resetMs: 30 * second }
  limiter.answered('hex-api', told, 0)

  expect(limiter.waitMs('hex-api', false, 0)).toBe(0)
})

test('a window that the server says is empty is waited out, but not by what is urgent', () => {
  const limiter = createLimiter(() => 0)
  limiter.sent('hex-run-kernel', 0)
  const told = { sentAtMs: 0, refused: false, limit: 60, remaining: 0, resetMs: 20 * minute }
  limiter.answered('hex-run-kernel', told, 0)

  expect(limiter.waitMs('hex-run-kernel', false, 0)).toBe(20 * minute)
  expect(limiter.waitMs('hex-run-kernel', true, 0)).toBe(0)
})

test('a limit that the server tells replaces the documented one, as far as all groups together allow', () => {
  const limiter = createLimiter()
  const told = { sentAtMs: 0, refused: false, limit: 120, remaining: 119, resetMs: minute }
  limiter.answered('hex-api', told, 0)

  expect(new Set(spend(limiter, 0, 50))).toEqual(new Set([0]))
  expect(limiter.waitMs('hex-api', false, 0)).toBe(minute)
})

/** A token's limit as the simulator enforces it: a window opens at its first request and lasts a minute. */
function createToken(most: number) {
  let endsAtMs = 0
  let count = 0
  return (nowMs: number): RateAnswer => {
    if (nowMs >= endsAtMs) {
      endsAtMs = nowMs + minute
      count = 0
    }
    if (count >= most) {
      return refusal(nowMs, { askedWaitMs: Math.ceil((endsAtMs - nowMs) / second) * second })
    }
    count += 1
    return { sentAtMs: nowMs, refused: false }
  }
}

/** Jobs that all want to ask every four seconds, each with its own limiter, on one token. */
function playJobs(jobs: number, minutes: number) {
  const token = createToken(30)
  let seed = jobs
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
  const each = Array.from({ length: jobs }, () => ({
    limiter: createLimiter(random),
    nextMs: random() * 10 * second,
    answered: 0,
    latestMs: 0,
    longestMs: 0,
  }))
  let [late, refused] = [0, 0]
  for (;;) {
    const job = each.reduce((a, b) => (a.nextMs <= b.nextMs ? a : b))
    const nowMs = job.nextMs
    if (nowMs >= minutes * minute) return { each, deniedShare: refused / late }
    const waitMs = job.limiter.waitMs('hex-api', false, nowMs)
    if (waitMs > 0) {
      job.nextMs = nowMs + waitMs
      continue
    }
    job.limiter.sent('hex-api', nowMs)
    const answer = token(nowMs)
    job.limiter.answered('hex-api', answer, nowMs)
    job.nextMs = nowMs + Math.max(4 * second, job.limiter.paceMs('hex-api', nowMs))
    if (nowMs > 2 * minute) {
      late += 1
      if (answer.refused) refused += 1
    }
    if (answer.refused) continue
    job.answered += 1
    job.longestMs = Math.max(job.longestMs, nowMs - job.latestMs)
    job.latestMs = nowMs
  }
}

test.each([1, 2, 3, 5, 10, 25])(
  '%d jobs on one token settle below its limit, and none starves',
  (jobs) => {
    const { each, deniedShare } = playJobs(jobs, 60)
    const answered = each.map((job) => job.answered)

    expect(deniedShare).toBeLessThanOrEqual(0.05)
    // Together they get a good part of what there is, and each its share of it.
    const mostWanted = Math.min(30, jobs * 15) * 60
    const total = answered.reduce((a, b) => a + b)
    expect(total).toBeGreaterThan(mostWanted * 0.4)
    expect(Math.min(...answered)).toBeGreaterThan((total / jobs) * 0.3)
    expect(Math.max(...each.map((job) => job.longestMs))).toBeLessThan(8 * minute)
  },
)
