import * as fc from 'fast-check'
import type { BehaviourOptions } from '../hex-simulator/behaviour.ts'
import type { Fault, Replacement } from '../hex-simulator/faults.ts'
import type { RunPlan } from '../hex-simulator/runs.ts'
import {
  type ForeignPlan,
  type Passage,
  type ProjectId,
  projectIds,
  type Schedule,
  type ScheduleRun,
  type StepBeside,
  type StopPlan,
} from './schedule.ts'

/** Schedules drawn at random; small ones first, and they shrink to the smallest that still fails. */
export function arbitrarySchedule(): fc.Arbitrary<Schedule> {
  return fc
    .record({
      runs,
      together,
      behaviour,
      plans: fc.array(runPlan, { minLength: 1, maxLength: 3 }),
      resultsAgeMs: fc.option(fc.integer({ min: 0, max: 7_200_000 }), { nil: undefined }),
      faults: fc.array(fault, { maxLength: 5 }),
      network: often([], fc.array(passage, { minLength: 1, maxLength: 12 })),
      foreign: fc.array(foreign, { maxLength: 4 }),
      stop,
      beside: often<StepBeside | undefined>(undefined, beside),
      chances: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), {
        minLength: 1,
        maxLength: 4,
      }),
    })
    .map((schedule) =>
      schedule.beside === undefined ? schedule : { ...schedule, stop: besideOthers(schedule.stop) },
    )
}

const often = <T>(usual: T, others: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: others })

const projectId = often<ProjectId>(projectIds[0], fc.constantFrom(...projectIds))

const run: fc.Arbitrary<ScheduleRun> = fc.record({
  projectId,
  pollIntervalMs: often<number | undefined>(undefined, fc.integer({ min: 1_000, max: 600_000 })),
  wait: often(true, fc.constant(false)),
  timeoutMs: fc.oneof(
    fc.integer({ min: 5_000, max: 120_000 }),
    fc.integer({ min: 120_000, max: 1_800_000 }),
  ),
  cancelOnTimeout: often(true, fc.constant(false)),
  cancelActive: often(false, often(false, fc.constant(true))),
  maxAttempts: often(1, fc.integer({ min: 2, max: 3 })),
  dryRun: often(false, often(false, fc.constant(true))),
  follow: often<ScheduleRun['follow']>(
    undefined,
    often<ScheduleRun['follow']>(undefined, fc.constantFrom('first', 'newest')),
  ),
  newerThanMs: often(60_000, fc.integer({ min: 0, max: 600_000 })),
  newestTrigger: fc.constantFrom('ALL', 'API', 'SCHEDULED', 'APP_REFRESH'),
  skipIfNewerThanMs: often<number | undefined>(
    undefined,
    often<number | undefined>(undefined, fc.integer({ min: 0, max: 7_200_000 })),
  ),
})

const runs: fc.Arbitrary<ReadonlyArray<ScheduleRun>> = fc.oneof(
  { withCrossShrink: true },
  { weight: 3, arbitrary: fc.tuple(run) },
  { weight: 1, arbitrary: fc.array(run, { minLength: 2, maxLength: 4 }) },
)

const runPlan: fc.Arbitrary<RunPlan> = fc
  .record({
    pendingMs: fc.integer({ min: 0, max: 20_000 }),
    runningMs: fc.oneof(
      fc.integer({ min: 0, max: 10_000 }),
      fc.integer({ min: 10_000, max: 600_000 }),
    ),
    end: fc.constantFrom(
      'COMPLETED',
      'COMPLETED',
      'ERRORED',
      'KILLED',
      'UNABLE_TO_ALLOCATE_KERNEL',
      'never',
    ),
    cancel: often<'accepted' | 'refused' | 'ignored'>(
      'accepted',
      fc.constantFrom('refused', 'ignored'),
    ),
    cancelTakesMs: often(0, fc.integer({ min: 0, max: 20_000 })),
    strange: often(false, fc.constant(true)),
  })
  .map(({ strange, ...plan }): RunPlan => {
    const stages = [
      { status: 'WARMING_UP', forMs: plan.pendingMs },
      { status: 'RUNNING', forMs: plan.runningMs },
      { status: 'PUBLISHING', forMs: 2_000 },
    ]
    return strange ? { ...plan, stages } : plan
  }) as fc.Arbitrary<RunPlan>

const behaviour: fc.Arbitrary<BehaviourOptions> = fc.record({
  generation: fc.constantFrom('2025', '2026'),
  listingOrder: often<'newest-first' | 'oldest-first'>('newest-first', fc.constant('oldest-first')),
  listingLagMs: often(0, fc.integer({ min: 0, max: 6_000 })),
  readingLagMs: often(0, fc.integer({ min: 0, max: 10_000 })),
  finishedRunCancel: fc.constantFrom('refused', 'accepted'),
  uiKernels: often(0, fc.constantFrom(24, 25)),
  runIdVersion: fc.constantFrom(4, 7),
  clockSkewMinutes: often(0, fc.integer({ min: -10, max: 10 })),
  latencyMs: fc.integer({ min: 0, max: 2_000 }),
  limits: fc.oneof(
    fc.constant('off' as const),
    fc.record({
      retryAfter: fc.constantFrom('seconds', 'date', 'none'),
      rateHeaders: often('none', fc.constantFrom('ratelimit', 'x-ratelimit')),
      hexApiPerMinute: fc.constantFrom(30, 30, 3),
      runProjectPerMinute: fc.constantFrom(20, 1),
      allPerMinute: fc.constantFrom(60, 60, 8),
    }),
  ),
}) as fc.Arbitrary<BehaviourOptions>

const operation = fc.constantFrom(
  'RunProject',
  'RunProject',
  'GetRunStatus',
  'GetProjectRuns',
  'CancelRun',
  'GetProject',
  '*',
) as fc.Arbitrary<Fault['operation']>

const effect = fc.oneof(
  fc.constantFrom('at-receipt', 'at-answer'),
  fc.record({ delayMs: fc.integer({ min: 0, max: 6_000 }) }),
) as fc.Arbitrary<'at-receipt' | 'at-answer' | { delayMs: number }>

/** The 4xx that are believed of whatever stands in front of Hex (src/hex/retry.ts). */
const refusalsInFront = [401, 403, 404, 405, 407, 411, 413, 414, 415, 417, 421, 426, 431, 451]
const page = '<html><title>Blocked</title></html>'

const retryAfter = fc.option(
  fc.oneof(
    fc.record({ seconds: fc.integer({ min: 0, max: 90 }) }),
    fc.record({ seconds: fc.constantFrom(120, 300, 900, 3_600, 86_400) }),
    fc.record({ dateInSeconds: fc.integer({ min: -5, max: 90 }) }),
    // Long past, within an hour, next year.
    fc.record({ dateInSeconds: fc.constantFrom(-86_400, 600, 3_600, 31_536_000) }),
  ),
  { nil: undefined },
)

const replacement: fc.Arbitrary<Replacement> = fc.oneof(
  fc.constantFrom<Replacement>(
    { kind: 'reset' },
    { kind: 'reset' },
    { kind: 'stall' },
    { kind: 'refuse' },
    { kind: 'garbage' },
    { kind: 'empty' },
    { kind: 'html' },
    { kind: 'html', status: 503 },
  ),
  fc.constantFrom<Replacement>(
    { kind: 'huge', bytes: 5_000_000 },
    { kind: 'redirect', location: 'https://login.example/' },
    { kind: 'html', status: 200 },
    { kind: 'html', status: 502 },
    { kind: 'html', status: 403 },
    { kind: 'html', status: 429 },
    // A gateway's own words, in JSON: they do not say whether Hex got the request.
    { kind: 'status', status: 503, body: '{"message":"Service Unavailable"}' },
    { kind: 'status', status: 504, body: '{"message":"Endpoint request timed out"}' },
  ),
  // What stands in front of Hex, in nobody's shape.
  fc
    .record({
      status: fc.oneof(
        fc.constantFrom(...refusalsInFront),
        fc.constantFrom(400, 402, 406, 408, 409, 410, 418, 422, 423, 425, 429, 499),
        fc.constantFrom(500, 502, 503, 504, 520, 529),
      ),
      body: fc.constantFrom('', page, '{"message":"No"}', '{"error":{"message":"No"}}'),
      retryAfter,
    })
    .map(
      ({ retryAfter: asked, ...answer }): Replacement => ({
        kind: 'status',
        ...answer,
        ...(asked === undefined ? {} : { retryAfter: asked }),
      }),
    ),
  fc
    .record({
      status: fc.constantFrom(400, 401, 403, 404, 408, 422, 429, 429, 500, 502, 503, 503, 504),
      retryAfter,
    })
    .map(
      ({ status, retryAfter: asked }): Replacement =>
        ({
          kind: 'failure',
          status,
          words: 'Something is wrong',
          ...(asked === undefined ? {} : { retryAfter: asked }),
        }) as Replacement,
    ),
)

const fault = fc
  .record({
    operation,
    projectId: often(undefined, projectId),
    skip: fc.integer({ min: 0, max: 4 }),
    times: often<number | 'always'>(
      1,
      fc.oneof(fc.integer({ min: 2, max: 6 }), fc.constant('always' as const)),
    ),
    afterMs: fc.oneof(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 1_000, max: 70_000 })),
    what: fc.oneof(
      fc.record({ kind: fc.constantFrom('delay', 'cut'), effect }),
      fc
        .record({ replacement, effect: fc.oneof(fc.constant('never' as const), effect) })
        .map((it) => ({ ...it.replacement, effect: it.effect })),
    ),
  })
  .map(({ what, projectId: only, ...window }) => ({
    ...window,
    ...(only === undefined ? {} : { projectId: only }),
    ...what,
    // An answer cannot come before what it answers was done.
    afterMs: afterMsOf(window.afterMs, what),
    ...(meansNothingHappened(what) ? { effect: 'never' as const } : {}),
  })) as fc.Arbitrary<Fault>

const passage: fc.Arbitrary<Passage> = fc.record({
  lateMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5_000 })),
  isClosed: often(false, fc.boolean()),
})

const foreign: fc.Arbitrary<ForeignPlan> = fc.record({
  projectId,
  atMs: fc.oneof(
    fc.integer({ min: -600_000, max: 0 }),
    fc.integer({ min: 0, max: 30_000 }),
    fc.integer({ min: 0, max: 600_000 }),
  ),
  trigger: fc.constantFrom('API', 'API', 'SCHEDULED', 'APP_REFRESH'),
  plan: runPlan,
})

const together = fc.record({
  maxParallel: fc.constantFrom(10, 10, 1, 2),
  failFast: often(false, fc.constant(true)),
})

const stop: fc.Arbitrary<StopPlan> = fc.record({
  postSignalAfterMs: often<number | undefined>(
    undefined,
    often<number | undefined>(undefined, fc.integer({ min: 0, max: 60_000 })),
  ),
  kind: fc.constantFrom('none', 'none', 'signal', 'signal', 'kill', 'shutdown', 'container'),
  afterSteps: fc.oneof(
    fc.integer({ min: 0, max: 12 }),
    fc.integer({ min: 0, max: 60 }),
    fc.integer({ min: 0, max: 300 }),
  ),
  afterMs: often(0, fc.integer({ min: 0, max: 5_000 })),
  postDelayMs: often(0, fc.integer({ min: 0, max: 60_000 })),
}) as fc.Arbitrary<StopPlan>

/** A machine that is lost, and a container whose main goes on, are played with one step. */
function besideOthers(plan: StopPlan): StopPlan {
  return plan.kind === 'shutdown' || plan.kind === 'container' ? { ...plan, kind: 'signal' } : plan
}

const beside: fc.Arbitrary<StepBeside> = fc.record({
  runs,
  together,
  stop: stop.map(besideOthers),
  afterMs: fc.oneof(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 60_000 })),
})

/**
 * A refusal is Hex's word that nothing was done: 429, a 4xx and a 503 in its own words (API overview). So is one of what
 * stands in front of it, for statuses that only such a thing has a use for. A Hex, or a gateway, that lies about it can
 * be served by nobody, so schedules do not let them.
 */
function meansNothingHappened(what: object): boolean {
  if (!('kind' in what)) return false
  if (what.kind === 'redirect' || what.kind === 'refuse') return true
  const status = 'status' in what ? Number(what.status) : 0
  if (what.kind === 'html' || what.kind === 'status')
    return status === 429 || refusalsInFront.includes(status)
  return what.kind === 'failure' && (status < 500 || status === 503)
}

/**
 * An answer cannot come before what it answers was done. And a start that takes Hex more than half a minute, whose
 * client is gone by then, is beyond what anybody can promise (docs/reliability.md).
 */
function afterMsOf(afterMs: number, what: object): number {
  if (!('effect' in what && 'kind' in what)) return afterMs
  if (what.effect === 'at-answer') return Math.min(afterMs, 30_000)
  const passes = what.kind === 'delay' || what.kind === 'cut'
  const { effect: when } = what
  const isLate = typeof when === 'object' && when !== null && 'delayMs' in when
  return passes && isLate ? Math.max(afterMs, Number(when.delayMs)) : afterMs
}
