/**
 * Whole jobs, each interrupted at a moment drawn from a seed. `npm run any-moment -- 5000 --seed 7` plays five
 * thousand of them from seed 7 on; a seed that breaks a promise prints its story, and
 * `npm run any-moment -- 1 --seed N` plays it alone. The moment of a real signal is never quite the same twice, so
 * a rare find may take some runs to come again: `npm run any-moment -- 50 --seed N --same`.
 */
import { parseArgs } from 'node:util'
import type { Fault } from '../hex-simulator/faults.ts'
import type { RunPlan } from '../hex-simulator/runs.ts'
import type { CancelPlan } from '../runner-host/host.ts'
import { brokenPromises } from './promises.ts'
import {
  endless,
  type Job,
  openStage,
  passed,
  quick,
  type Stage,
  type StageOptions,
} from './stage.ts'
import { timelineOf } from './timeline.ts'

/** One job and its interruption. */
export interface Moment {
  readonly seed: number
  readonly mode: keyof typeof modes
  readonly anchor: keyof typeof anchors
  /** Milliseconds from the anchor to the interruption. */
  readonly laterMs: number
  readonly trouble: keyof typeof troubles
  readonly run: keyof typeof plans
  readonly wait: boolean
  /** Somebody else starts a run of the project while ours is being started. */
  readonly isCrowded: boolean
}

/** What was broken in one job, with its story; nothing when all promises held. */
export interface Finding {
  readonly seed: number
  readonly problems: ReadonlyArray<string>
  readonly story: string
}

/** Plays so many moments from a seed on, some at a time. */
export async function playMoments(
  count: number,
  firstSeed: number,
  tell: (finding: Finding) => void = () => undefined,
): Promise<ReadonlyArray<Finding>> {
  return playAll(
    Array.from({ length: count }, (_, index) => momentOf(firstSeed + index)),
    tell,
  )
}

/** The moment of a seed; the same seed always gives the same. */
export function momentOf(seed: number): Moment {
  const random = randomOf(seed)
  const mode = oneOf(keysOf(modes), random)
  const trouble = oneOf(mode === 'always' ? quickTroubles : keysOf(troubles), random)
  // Where no answer comes, nothing that follows the answer comes either.
  const anchor = oneOf(trouble === unanswered ? earlyAnchors : keysOf(anchors), random)
  return {
    seed,
    mode,
    anchor,
    laterMs: Math.floor(random() ** 2 * (anchor === 'spawn' ? 1_800 : 120)),
    trouble,
    // A job that no signal reaches ends only with its run.
    run: mode === 'always' ? 'short' : oneOf(keysOf(plans), random),
    wait: random() > 0.15,
    isCrowded: random() < 0.15 && !isTwinless(mode, trouble),
  }
}

const modes = {
  user: ['user'],
  'step-timeout': ['step-timeout'],
  killed: ['sigkill-now'],
  'killed while cancelling': ['user', 'sigkill-now'],
  'cancelled again in post': ['sigkill-now', 'cancel-during-post'],
  'runner-shutdown': ['runner-shutdown'],
  'worker killed': ['worker-kill'],
  forced: ['force'],
  container: ['container'],
  background: ['background'],
  always: ['user'],
  'worker lost': ['worker-lost'],
} as const satisfies Record<string, ReadonlyArray<CancelPlan['mode']>>

const anchors = {
  spawn: null,
  'start received': (stage: Stage) => stage.hex.whenReceived('RunProject'),
  'start answered': (stage: Stage) => stage.hex.whenAnswered('RunProject'),
  'poll answered': (stage: Stage) => stage.hex.whenAnswered('GetRunStatus'),
} as const

const troubles = {
  none: [],
  'a slow project': [{ operation: 'GetProject', kind: 'delay', afterMs: 300 }],
  'a slow start': [{ operation: 'RunProject', kind: 'delay', afterMs: 300 }],
  'a slow start that runs late': [
    { operation: 'RunProject', kind: 'delay', afterMs: 300, effect: 'at-answer' },
  ],
  'a lost answer': [{ operation: 'RunProject', kind: 'reset', effect: 'at-receipt', afterMs: 30 }],
  'a start without an answer': [{ operation: 'RunProject', kind: 'stall', effect: 'at-receipt' }],
  'the rate limit': [
    {
      operation: 'RunProject',
      kind: 'failure',
      status: 429,
      words: 'Too many requests',
      retryAfter: { seconds: 1 },
    },
  ],
  'a page for a poll': [{ operation: 'GetRunStatus', kind: 'html' }],
  'a cancel that fails': [
    { operation: 'CancelRun', kind: 'failure', status: 500, words: 'Internal error' },
  ],
  'a cancel without an answer': [{ operation: 'CancelRun', kind: 'reset', effect: 'at-receipt' }],
} as const satisfies Record<string, ReadonlyArray<Fault>>

const unanswered = 'a start without an answer'
const earlyAnchors = ['spawn', 'start received'] as const
/** A job that no signal reaches would wait for an answer until its timeout. */
const quickTroubles = ['none', 'a slow start', 'a lost answer', 'a page for a poll'] as const

const plans = {
  short: [quick],
  endless: [endless],
  'slow to cancel': [{ ...endless, cancelTakesMs: 800 }],
  'failing first': [{ ...quick, end: 'ERRORED' }, endless],
} as const satisfies Record<string, ReadonlyArray<RunPlan>>

/**
 * A main that is killed just when Hex has refused its start, and in the same moment a start by somebody else: that
 * run is taken for ours, which docs/reliability.md says.
 */
function isTwinless(mode: Moment['mode'], trouble: Moment['trouble']): boolean {
  // A lost start beside a stranger's cannot be told apart, and without a worker there is nobody left to read that.
  if (mode === 'worker lost' && (trouble === 'a lost answer' || trouble === unanswered)) return true
  return trouble === 'the rate limit' && modes[mode].some((each) => each === 'sigkill-now')
}

async function playMoment(moment: Moment): Promise<Finding> {
  const { seed, wait, isCrowded } = moment
  const options: StageOptions = {
    seed,
    plans: plans[moment.run],
    faults: troubles[moment.trouble],
  }
  const stage = await openStage(options)
  try {
    if (isCrowded) void stage.hex.whenReceived('RunProject').then(() => stage.addForeignRun('API'))
    const job = await stage.play({
      with: { wait, 'max-attempts': 2, timeout: '20s' },
      cancel: cancelOf(moment, stage),
      ...(moment.mode === 'always' ? { if: () => true } : {}),
    })
    const problems = [
      ...brokenPromises(stage, {
        runs: 2,
        cancels: isCancelLost(moment) ? 2 : 1,
        // With twenty jobs on two cores an answer may take longer than the 2.5 s that are waited for it.
        cancelAnewMs: 5_000,
      }),
      ...(isLost(moment) ? [] : leftBehind(stage, job, wait)),
    ]
    return { seed, problems, story: `${JSON.stringify(moment)}\n${timelineOf(stage)}` }
  } finally {
    await stage.close()
  }
}

/** Whose answer nobody got, that cancel is sent again. */
function isCancelLost({ mode, trouble }: Moment): boolean {
  return mode === 'killed while cancelling' || trouble === 'a cancel without an answer'
}

function cancelOf({ mode, anchor, laterMs }: Moment, stage: Stage): ReadonlyArray<CancelPlan> {
  const reached = anchors[anchor]?.(stage)
  const when = reached === undefined ? laterMs : reached.then(() => passed(laterMs))
  return modes[mode].map((each, index) => ({
    mode: each,
    when:
      index === 0
        ? when
        : each === 'cancel-during-post'
          ? laterMs
          : stage.hex.whenReceived('CancelRun').then(() => passed(laterMs)),
    // The worker kills what is left of a cancelled job: main in the middle of its cancel, or post.
    ...(each === 'worker-kill' ? { budgetMs: laterMs * 20 } : {}),
  }))
}

/** Where the runner ends everything, nothing of ours is left to clean up (docs/reliability.md). */
function isLost({ mode }: Moment): boolean {
  return mode === 'worker killed' || mode === 'forced'
}

/** A run of ours that goes on, unless nobody was to wait for it or the job says plainly that it may. */
function leftBehind(stage: Stage, job: Job, isAwaited: boolean): ReadonlyArray<string> {
  const active = stage.activeRunsOfOurs()
  if (active.length === 0 || (active.length === 1 && !isAwaited)) return []
  const said = [job.main, job.post].map((each) => each?.stdout.toString('utf8') ?? '').join('\n')
  // What a stopped main hands on is said where no post step comes, or it is killed; else that one has to say it.
  const isHandedOn =
    (job.post === undefined || job.post.signal === 'SIGKILL') &&
    said.includes('check the run in Hex')
  return isHandedOn ||
    /::(?:error|warning) .*(?:may still be running|run may have been started|may be one of these)/.test(
      said,
    )
    ? []
    : active.map((run) => `run ${run.id} is still active, but no report says so`)
}

/** Most of a job is waiting: for answers that were lost, and for runs to be seen to end. */
const mostAtOnce = 20

async function playAll(
  moments: ReadonlyArray<Moment>,
  tell: (finding: Finding) => void,
): Promise<ReadonlyArray<Finding>> {
  const findings: Array<Finding> = []
  const waiting = [...moments]
  const worker = async () => {
    for (let moment = waiting.shift(); moment !== undefined; moment = waiting.shift()) {
      const finding = await playMoment(moment)
      tell(finding)
      if (finding.problems.length > 0) findings.push(finding)
    }
  }
  await Promise.all(Array.from({ length: mostAtOnce }, worker))
  return findings
}

/** Mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function oneOf<T>(values: readonly [T, ...ReadonlyArray<T>], random: () => number): T {
  return values[Math.floor(random() * values.length)] ?? values[0]
}

function keysOf<T extends object>(record: T): [keyof T, ...Array<keyof T>] {
  return Object.keys(record) as [keyof T, ...Array<keyof T>]
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string', default: '1' }, same: { type: 'boolean', default: false } },
  })
  const count = Number(positionals[0] ?? '80')
  const seed = Number(values.seed)
  let played = 0
  const tell = ({ seed: playedSeed, problems, story }: Finding) => {
    played += 1
    if (problems.length > 0) console.log(`\nseed ${playedSeed}: ${problems.join('; ')}\n${story}\n`)
    if (played % 100 === 0) console.log(`${played} of ${count} played`)
  }
  const findings = values.same
    ? await playAll(
        Array.from({ length: count }, () => momentOf(seed)),
        tell,
      )
    : await playMoments(count, seed, tell)
  console.log(`${played} jobs interrupted, ${findings.length} broke a promise.`)
  process.exitCode = findings.length === 0 ? 0 : 1
}
