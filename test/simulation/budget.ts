import type { RequestRecord } from '../hex-simulator/state.ts'
import type { Life, Story } from './play.ts'
import type { Told } from './stage.ts'

/** Promise 4: the documented limits hold in every minute, cancelling and its looks aside. */
export function staysInBudget({
  world,
  lives,
  mainEndedAtMs,
  abortedAtMs,
}: Story): string | undefined {
  const inMain = world
    .requests()
    .filter(({ receivedAtMs }) => receivedAtMs < (abortedAtMs ?? mainEndedAtMs))
    // A connection that was refused brought no request to anybody.
    .filter(({ fault }) => fault !== 'refuse')
  const polls = inMain
    .filter(
      (request) =>
        request.operation === 'GetRunStatus' ||
        request.operation === 'GetProjectRuns' ||
        request.operation === 'GetProject',
    )
    .filter((request) => !lives.some((life) => isUrgent(life, request)))
    .map((request) => request.receivedAtMs)
  // The limiter counts when a request leaves; the way to Hex shifts some across a border by milliseconds.
  const crowded = polls.findIndex(
    (atMs, index) => (polls[index + 30] ?? Number.POSITIVE_INFINITY) - atMs < 59_900,
  )
  if (crowded !== -1) return 'More than 30 requests in a minute.'
  const starts = inMain
    .filter((request) => request.operation === 'RunProject')
    .map((request) => request.receivedAtMs)
  const isHourFull = starts.some(
    (atMs, index) => (starts[index + 60] ?? Number.POSITIVE_INFINITY) - atMs < 3_600_000,
  )
  return isHourFull ? 'More than 60 starts in an hour.' : undefined
}

/** The looks for which a full budget makes no difference: at a run's deadline, at one being cancelled, at a lost one. */
function isUrgent(
  { events, plan }: Life,
  { operation, path, receivedAtMs }: RequestRecord,
): boolean {
  if (!path.includes(plan.projectId)) return false
  if (operation === 'GetProjectRuns')
    return events.some(({ kind, atMs }) => kind === 'answer-lost' && atMs <= receivedAtMs)
  if (operation !== 'GetRunStatus') return false
  const runId = path.split('/').at(-1)
  return events.some(
    (event) =>
      (event.kind === 'cancelling' && event.runId === runId && event.atMs <= receivedAtMs) ||
      (isFollowed(event, runId) && receivedAtMs >= plan.deadlineAtMs),
  )
}

function isFollowed(event: Told, runId: string | undefined): boolean {
  if (event.kind === 'following') return event.run.runId === runId
  return event.kind === 'started' && event.run.runId === runId
}
