import type { RequestRecord } from '../hex-simulator/state.ts'
import type { RunRecord } from '../hex-simulator/world.ts'
import type { Life, Story } from './play.ts'
import type { Kept } from './stage.ts'

/**
 * Promise 2: no run of anybody else, unless `cancel-active` asks for it. One exception is stated in
 * docs/reliability.md: a start that Hex did not carry out before the search for it was decided, and in the same
 * moments one start by somebody else through the API, of the same project: nothing Hex tells sets the two apart.
 */
export function noForeignRunIsCancelled(story: Story): string | undefined {
  const cancelled = story.foreign.filter((run) => run.cancelCount > 0)
  const wrong = cancelled.filter(
    (run) => !isInTheWay(story, run) && !isTwinOfALostStart(story, run),
  )
  return wrong.length === 0
    ? undefined
    : `Another user's run was cancelled: ${wrong.map((run) => run.id).join(', ')}.`
}

/**
 * Neither does one run of a step cancel another's: each is cancelled only where its own life says so. A start whose
 * run nobody knows is none of ours to whoever clears the way.
 */
export function noNeighbourIsCancelled(story: Story): string | undefined {
  const wrong = story.lives.flatMap((life) =>
    life.ours.filter(
      (run) =>
        run.cancelCount > 0 &&
        !isMeant(life, run) &&
        !(isInTheWay(story, run) && !isFollowed(story, life, run)),
    ),
  )
  return wrong.length === 0
    ? undefined
    : `Another step's run was cancelled: ${wrong.map((run) => run.id).join(', ')}.`
}

function isMeant({ events, leftover }: Life, run: RunRecord): boolean {
  const byMain = events.some((event) => event.kind === 'cancelling' && event.runId === run.id)
  const isOfPost = leftover?.kind === 'cancelled' || leftover?.kind === 'ended'
  return byMain || (isOfPost && leftover.run.runId === run.id)
}

/** Did a process that was running at the cancel say that it is its own, or was it about to? */
function isFollowed(story: Story, { events, entries }: Life, run: RunRecord): boolean {
  const { lives, mainEndedAtMs, schedule } = story
  const startedAtMs = events.find(
    (event) => event.kind === 'started' && event.run.runId === run.id,
  )?.atMs
  const firstAtMs = Math.min(...cancelsOf(story, run).map(({ receivedAtMs }) => receivedAtMs))
  if (startedAtMs === undefined) return false
  // Runs of one process know of each other at once, and of what they have left.
  if (story.jobLives.length === lives.length) return true
  // A start beside that of a third process, which it did not wait for longer, is nobody's turn.
  const isOutOfTurn = entries.some((entry) => entry.phase === 'intent' && entry.isDisturbed)
  const chosenAtMs = firstAtMs - (schedule.behaviour.limits === 'off' ? sendMs : throttledMs)
  return (!isOutOfTurn || startedAtMs < chosenAtMs) && mainEndedAtMs > firstAtMs
}

/** `cancel-active`: runs of the project that the API started, cancelled before that life's own first start. */
function isInTheWay(story: Story, run: RunRecord): boolean {
  const cancels = cancelsOf(story, run)
  return (
    run.trigger === 'API' &&
    cancels.every((cancel) => story.jobLives.some((life) => clearsTheWay(life, run, cancel)))
  )
}

/** Has a parallel step cancelled it to clear its way? */
export function isInTheWayOfOthers(story: Story, run: RunRecord): boolean {
  const others = story.jobLives.filter((life) => !story.lives.includes(life))
  return cancelsOf(story, run).some((cancel) =>
    others.some((life) => clearsTheWay(life, run, cancel)),
  )
}

function cancelsOf({ world }: Story, { id }: RunRecord): ReadonlyArray<RequestRecord> {
  return world
    .requests()
    .filter(({ operation, path }) => operation === 'CancelRun' && path.endsWith(id))
}

function clearsTheWay(
  { asked, plan, starts }: Life,
  { projectId }: RunRecord,
  { receivedAtMs }: RequestRecord,
): boolean {
  return (
    asked.cancelActive &&
    !asked.dryRun &&
    plan.start.kind === 'new' &&
    plan.projectId === projectId &&
    receivedAtMs <= (starts[0]?.receivedAtMs ?? Number.POSITIVE_INFINITY)
  )
}

/** From the choice of a run to its cancel: on a network, and where the limit holds the cancel back. */
const sendMs = 6_000
const throttledMs = 75_000

/** A start is waited for up to a minute, and then some (src/run/lookup.ts). */
const latestMs = 75_000
/** As exactly as the clock of Hex is known. */
const clockMs = 5_000
/** Between the clocks of Hex's hosts (docs/following-and-cancelling.md). */
const toleranceMs = 2_000
/** Between the last look of a search and its decision, or between two looks of it. */
const lookGapMs = 10_000

function isTwinOfALostStart(story: Story, run: RunRecord): boolean {
  return story.jobLives.some((life) => isTwinOf(story, life, run))
}

/** The same exception from its other side: whoever has the other run in the hand does not look for this one. */
export function hasTwinInItsPlace(story: Story, life: Life): boolean {
  const { events, leftover } = life
  return story.foreign.some((run) => {
    const byMain = events.some(
      (event) => event.kind === 'started' && event.adopted && event.run.runId === run.id,
    )
    const byPost =
      (leftover?.kind === 'cancelled' || leftover?.kind === 'ended') &&
      leftover.run.runId === run.id
    return (byMain || byPost) && isTwinOf(story, life, run)
  })
}

function isTwinOf(story: Story, life: Life, run: RunRecord): boolean {
  return life.entries.some((entry) => isTwin(story, life, entry, run))
}

function isTwin(story: Story, { ours, events }: Life, entry: Kept, run: RunRecord): boolean {
  if (entry.phase !== 'intent' || run.trigger !== 'API' || entry.projectId !== run.projectId)
    return false
  const { schedule, world, beganAtMs, postEvents } = story
  const decision = [...events, ...postEvents].find(
    (event) =>
      (event.kind === 'started' && event.run.runId === run.id) ||
      (event.kind === 'cancelling' && event.runId === run.id),
  )
  const lagMs = schedule.behaviour.listingLagMs ?? 0
  const listedAtMs =
    world
      .requests()
      .findLast(
        ({ operation, path, receivedAtMs }) =>
          operation === 'GetProjectRuns' &&
          path.includes(entry.projectId) &&
          receivedAtMs <= entry.keptAtMs,
      )?.receivedAtMs ?? beganAtMs
  const sinceIntentMs = run.createdAtMs - entry.keptAtMs
  const oursWasListed = ours.some(
    (own) =>
      own.createdAtMs >= entry.keptAtMs &&
      own.createdAtMs + lagMs < (decision?.atMs ?? 0) - lookGapMs,
  )
  // From the list before the start, or, without one, as exactly as Hex's clock is known, for as long as a run may
  // still be of the start.
  // A list that lags hides a run that was created before it. Then only its start time counts, beside the time that the
  // start recorded, which is as uncertain as responses are slow.
  const skewMs = (schedule.behaviour.clockSkewMinutes ?? 0) * 60_000
  const isNewByRecord =
    entry.atMs !== undefined &&
    entry.known?.includes(run.id) !== true &&
    (run.startedAtMs ?? run.createdAtMs) + skewMs >= entry.atMs - toleranceMs
  const isAfterList = run.createdAtMs >= listedAtMs || sinceIntentMs >= -clockMs || isNewByRecord
  return !oursWasListed && isAfterList && sinceIntentMs <= latestMs + clockMs
}
