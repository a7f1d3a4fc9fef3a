import { isGreen } from '../../src/run/outcome.ts'
import { isTerminal } from '../hex-simulator/runs.ts'
import { heedsRefusals } from './budget.ts'
import {
  hasTwinInItsPlace,
  isInTheWayOfOthers,
  noForeignRunIsCancelled,
  noNeighbourIsCancelled,
} from './foreign-runs.ts'
import type { Life, Story } from './play.ts'
import { tokenStaysIn } from './reports.ts'
import { connectMs } from './virtual-process.ts'

/** One promise, as a sentence about every story; the result says how it was broken. */
type Invariant = (story: Story) => string | undefined

/** The same about each run of a step. */
type LifeInvariant = (life: Life, story: Story) => string | undefined

/** Every promise a story breaks, in words; empty when it keeps them all. */
export function brokenPromises(story: Story): ReadonlyArray<string> {
  return [
    ...invariants.flatMap((invariant) => invariant(story) ?? []),
    ...story.lives.flatMap((life) =>
      lifeInvariants.flatMap((invariant) => invariant(life, story) ?? []),
    ),
    ...(story.beside === undefined ? [] : brokenPromises(story.beside)),
  ]
}

const invariants: ReadonlyArray<Invariant> = [
  noForeignRunIsCancelled,
  noNeighbourIsCancelled,
  nothingIsStartedAfterTheStop,
  oneFailureStopsTheRest,
  endsInTime,
  heedsRefusals,
  tokenStaysIn,
  startsSendTheInputs,
]

const lifeInvariants: ReadonlyArray<LifeInvariant> = [
  onlyCompletedIsGreen,
  oneRunAtATime,
  noStartAfterALostAnswer,
  noIntentIsOld,
  nothingIsLeftBehind,
  lifeEndsInTime,
  noPageBlinds,
  detachedRunsAreLeftAlone,
  noCancelIsRepeated,
  idIsToldAtOnce,
]

/** Promise 1. */
function onlyCompletedIsGreen({ outcome }: Life, { world }: Story): string | undefined {
  if (outcome?.conclusion !== 'success') return undefined
  const run = world.runs().find((each) => each.id === outcome.run?.runId)
  return run?.status === 'COMPLETED'
    ? undefined
    : `The step succeeded, but the run's status is ${run?.status ?? 'unknown'}.`
}

/** Promise 3: no start while a run of ours goes on, and no more runs than attempts and refused kernels. */
function oneRunAtATime({ ours, asked }: Life): string | undefined {
  const withoutKernel = ours.filter((run) => run.status === 'UNABLE_TO_ALLOCATE_KERNEL').length
  if (ours.length > asked.maxAttempts + withoutKernel)
    return `${ours.length} runs for ${asked.maxAttempts} attempts.`
  const overlapping = ours.find((run, index) => {
    const next = ours[index + 1]
    return next !== undefined && (run.endedAtMs === null || next.createdAtMs < run.endedAtMs)
  })
  return overlapping === undefined
    ? undefined
    : 'A run was started while another run of this step was active.'
}

/** Promise 3: whatever a lost answer was about, nothing is started after it. */
function noStartAfterALostAnswer({ events, starts }: Life): string | undefined {
  const lost = events.find((event) => event.kind === 'response-lost')
  if (lost === undefined) return undefined
  const adopted = events.some((event) => event.kind === 'started' && event.adopted)
  if (adopted) return undefined
  const later = starts.find((request) => request.receivedAtMs > lost.atMs)
  return later === undefined ? undefined : 'A start was sent after a response was lost.'
}

/** Promise 3: every start sends the inputs of its run, also after a refusal or a failed attempt. */
function startsSendTheInputs({ jobLives, world }: Story): string | undefined {
  const bodies = jobLives.flatMap(({ plan: { start } }) =>
    start.kind === 'new' ? [JSON.stringify(start.settings)] : [],
  )
  const isOdd = world
    .requests()
    .some(({ operation, body }) => operation === 'RunProject' && !bodies.includes(body))
  return isOdd ? "A start was sent without the run's inputs." : undefined
}

/** What the intent says of the project's runs is from just before the start, or it tells nothing of it. */
const intentLifeMs = 3_000 + 100

function noIntentIsOld({ asked, entries, starts }: Life): string | undefined {
  if (!asked.wait || asked.dryRun) return undefined
  const old = starts.find(({ receivedAtMs }) => {
    const last = entries.findLast(
      ({ phase, keptAtMs }) => phase === 'intent' && keptAtMs <= receivedAtMs,
    )
    return last === undefined || receivedAtMs - last.keptAtMs > intentLifeMs
  })
  return old === undefined ? undefined : 'A start was sent long after its intent was saved.'
}

/** Promise 2: what of ours still goes on when all is over was reported as such. */
function nothingIsLeftBehind(life: Life, story: Story): string | undefined {
  const active = life.ours.filter((run) => !isTerminal(run.status))
  if (active.length === 0 || isReported(life) || hasTwinInItsPlace(story, life)) return undefined
  return `Run ${active.map((run) => run.id).join(', ')} is still active, but no report says so.`
}

function isReported({ outcome, leftover, asked, entries }: Life): boolean {
  // Nothing cancels a run that nothing waits for.
  if (!asked.wait) return true
  if (!asked.cancelOnTimeout && entries.at(-1)?.phase === 'detached') return true
  if (outcome?.conclusion === 'timed_out' && !asked.cancelOnTimeout) return true
  if (outcome?.reason === 'lost_contact' && outcome.stop?.kind === 'left') return true
  const mainSays =
    outcome !== undefined &&
    (outcome.reason === 'start_unknown' ||
      (outcome.stop !== undefined && outcome.stop.kind !== 'ended'))
  const foundNone = leftover?.kind === 'unclear' && leftover.runs.length === 0
  if (leftover === undefined || foundNone) return mainSays
  return (
    leftover.kind === 'unclear' ||
    leftover.kind === 'unseen' ||
    (leftover.kind === 'cancelled' && leftover.stop.kind !== 'ended')
  )
}

function detachedRunsAreLeftAlone({ outcome, ours }: Life, story: Story): string | undefined {
  if (outcome?.conclusion !== 'detached') return undefined
  // Once its step has ended, a run is in the way of others like any other.
  const isWrong = ours.some((run) => run.cancelCount > 0 && !isInTheWayOfOthers(story, run))
  return isWrong ? 'A detached run was cancelled.' : undefined
}

/** A cancel that Hex took before post began is sent again only after this, and only when the run is seen to go on. */
const againAfterMs = 30_000
/** Longer than a cancel is waited for, an answer is lost. */
const cancelDeadlineMs = 2_500
/** A read that explains a lost answer is waited for so long, even if the life should have ended. */
const lastReadMs = 50

/** Two cancels for one run are one too many, unless the answer to the first was lost, or it did nothing. */
function noCancelIsRepeated({ ours, outcome }: Life, story: Story): string | undefined {
  const { schedule, world, postBeganAtMs = Number.POSITIVE_INFINITY } = story
  const lateMs = Math.max(0, ...schedule.network.map((passage) => passage.lateMs))
  const latencyMs = connectMs + (schedule.behaviour.latencyMs ?? 0) + lateMs
  const againAtMs = postBeganAtMs + againAfterMs
  const lifeEndedAtMs =
    outcome === undefined ? story.mainEndedAtMs : story.beganAtMs + outcome.tookMs
  const isRepeated = ours.some((run) => {
    // Another step has cancelled it as well, and knows nothing of our cancels.
    if (isInTheWayOfOthers(story, run)) return false
    const { id } = run
    const requests = world.requests().filter(({ path }) => path.endsWith(id))
    const cancels = requests.filter(({ operation }) => operation === 'CancelRun')
    const isSeenGoingBy = (atMs: number) =>
      requests.some(
        ({ operation, sentStatus, receivedAtMs }) =>
          operation === 'GetRunStatus' &&
          sentStatus === 200 &&
          receivedAtMs + latencyMs >= againAtMs &&
          receivedAtMs <= atMs,
      )
    return cancels.some(({ fault, sentStatus, receivedAtMs }, index) => {
      const again = cancels[index + 1]
      // An answer that comes when nobody waits for it any more is lost as well.
      const answeredAtMs = receivedAtMs + latencyMs
      const isHeard =
        answeredAtMs < lifeEndedAtMs - lastReadMs || receivedAtMs > story.mainEndedAtMs
      const isTaken =
        fault === null && sentStatus === 204 && latencyMs < cancelDeadlineMs && isHeard
      return isTaken && again !== undefined && !isSeenGoingBy(again.receivedAtMs)
    })
  })
  return isRepeated ? 'A cancel that Hex had accepted was sent again.' : undefined
}

/** Promise 2: the first thing that a stop means. A request that was on its way arrives a moment later. */
function nothingIsStartedAfterTheStop({ abortedAtMs, lives }: Story): string | undefined {
  const late = lives.some(({ starts }) =>
    starts.some(({ receivedAtMs }) => receivedAtMs > (abortedAtMs ?? Number.POSITIVE_INFINITY)),
  )
  return late ? 'A start was sent after the stop.' : undefined
}

/** `fail-fast`: after the first failure nothing is started; and without one, nothing is stopped. */
function oneFailureStopsTheRest(story: Story): string | undefined {
  const { schedule, lives, beganAtMs, abortedAtMs } = story
  const failures = lives.flatMap(({ outcome }) =>
    outcome === undefined || outcome.reason === 'fail_fast' || isGreen(outcome.conclusion)
      ? []
      : [outcome],
  )
  const isStopped = (reason: string) => lives.some(({ outcome }) => outcome?.reason === reason)
  if (isStopped('aborted') && abortedAtMs === undefined)
    return 'A run was aborted, but nothing requested it.'
  if (!schedule.together.failFast)
    return isStopped('fail_fast') ? 'A run was stopped without fail-fast.' : undefined
  if (isStopped('fail_fast') && failures.length === 0)
    return 'The other runs were stopped without a failure.'
  const firstAtMs = Math.min(...failures.map(({ tookMs }) => beganAtMs + tookMs))
  const late = lives.some(({ starts }) => starts.some((start) => start.receivedAtMs > firstAtMs))
  return late ? 'A start was sent after the first failure.' : undefined
}

/** As docs/following-and-cancelling.md says it ("The timeout"). */
const lifeEndsAfterMs = { usual: 75_000, startWasOut: 150_000 }
const abortGraceMs = 6_500
const postLimitMs = 270_500

/** When the life of a run ends at the latest, unless it is the turn of others first (`max-parallel`). */
function latestEndMs(life: Life): number {
  const { usual, startWasOut } = lifeEndsAfterMs
  return life.plan.deadlineAtMs + (wasStartOut(life) ? startWasOut : usual)
}

/** At the deadline Hex had not said what became of the start. */
function wasStartOut({ plan, starts, events, entries }: Life): boolean {
  const sentAtMs = starts.findLast(
    ({ receivedAtMs }) => receivedAtMs - connectMs <= plan.deadlineAtMs,
  )?.receivedAtMs
  if (sentAtMs === undefined) return false
  const isTold = (atMs: number) => atMs >= sentAtMs && atMs <= plan.deadlineAtMs
  return !(
    events.some(({ kind, atMs }) => (kind === 'started' || kind === 'waiting') && isTold(atMs)) ||
    entries.some(({ phase, keptAtMs }) => phase === 'settled' && isTold(keptAtMs))
  )
}

/** Each life by itself, where none waits for the place of another. */
function lifeEndsInTime(life: Life, { schedule, beganAtMs }: Story): string | undefined {
  if (life.outcome === undefined || schedule.together.maxParallel < schedule.runs.length)
    return undefined
  const lateMs = beganAtMs + life.outcome.tookMs - latestEndMs(life)
  return lateMs > 0 ? `The life of a run ended ${lateMs} ms too late.` : undefined
}

/** A page of somebody in between must not blind the step: the waits that it keeps, and those of its budget. */
const longestBlindMs = 300_000

/** Promise 4: of anything but a 429 and the queue for kernels, half a minute is believed. */
function noPageBlinds(
  { events, plan, outcome }: Life,
  { world, beganAtMs, abortedAtMs, mainEndedAtMs }: Story,
) {
  if (world.requests().some(({ sentStatus }) => sentStatus === 429)) return undefined
  const endedAtMs = Math.min(
    plan.deadlineAtMs,
    abortedAtMs ?? mainEndedAtMs,
    outcome === undefined ? mainEndedAtMs : beganAtMs + outcome.tookMs,
  )
  // Its own events, because another step may poll the same run.
  const polls = events.filter(({ kind }) => kind === 'polled' || kind === 'poll-failed')
  const isBlind = polls.some(({ kind, atMs }, index) => {
    const nextAtMs = polls[index + 1]?.atMs ?? Number.POSITIVE_INFINITY
    return kind === 'poll-failed' && Math.min(nextAtMs, endedAtMs) - atMs > longestBlindMs
  })
  return isBlind ? 'After a failed poll, the step did not poll again for minutes.' : undefined
}

function endsInTime(story: Story): string | undefined {
  const { lives, mainEndedAtMs, stoppedAtMs, postBeganAtMs, postEndedAtMs, schedule } = story
  const latestAtMs = Math.max(...lives.map(latestEndMs))
  if (mainEndedAtMs > latestAtMs) return `Main ended ${mainEndedAtMs - latestAtMs} ms too late.`
  const signalled = schedule.stop.kind === 'signal' || schedule.stop.kind === 'shutdown'
  if (
    signalled &&
    stoppedAtMs !== undefined &&
    (lives.some(({ outcome }) => outcome === undefined) ||
      mainEndedAtMs > stoppedAtMs + abortGraceMs)
  ) {
    return `Main took ${mainEndedAtMs - stoppedAtMs} ms to end after the signal.`
  }
  if (postBeganAtMs === undefined || postEndedAtMs === undefined) return undefined
  const signalAfterMs = schedule.stop.postSignalAfterMs ?? Number.POSITIVE_INFINITY
  const tookMs = postEndedAtMs - postBeganAtMs
  return tookMs > Math.min(postLimitMs, signalAfterMs + abortGraceMs)
    ? `The post step took ${tookMs} ms, which is too long.`
    : undefined
}

/** Promise 7: a run that Hex told us of is told to the user at once, whatever comes after. */
function idIsToldAtOnce({ entries, events }: Life, { schedule }: Story): string | undefined {
  if (schedule.stop.kind === 'kill') return undefined
  const silent = entries.find(
    (entry) =>
      entry.phase === 'started' &&
      !events.some(
        (event) =>
          event.kind === 'started' &&
          event.run.runId === entry.runId &&
          event.atMs === entry.keptAtMs,
      ),
  )
  return silent === undefined ? undefined : 'A run was started, but its ID was not reported.'
}
