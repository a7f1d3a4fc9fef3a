import type { KnownRun } from '../hex/wire.ts'
import type { RunEvent, WaitingFor } from '../run/events.ts'
import { durationMs } from '../run/history.ts'
import { hasEnded, isKnownStatus } from '../run/outcome.ts'
import { durationInWords, roughDuration } from './words.ts'

/** Turns a run's events into log lines: each change once, and a sign of life in between. */
export interface Progress {
  /** The lines for this event; often none. */
  lines(event: RunEvent, nowMs: number): ReadonlyArray<string>
}

/** Less and less often, so that a long run does not fill the log. */
function heartbeatMs(elapsedMs: number): number {
  if (elapsedMs < 5 * 60_000) return 60_000
  return elapsedMs < 30 * 60_000 ? 2 * 60_000 : 5 * 60_000
}

/**
 * The log of one run. The run's address comes first; what was learned before waits for it.
 * @param whyAborted why a run is cancelled before its time; whether by the job or alone, this step cannot tell.
 */
export function createProgress(whyAborted = 'this step was stopped'): Progress {
  let title: string | undefined
  let typical: string | undefined
  let latestMs = Number.POSITIVE_INFINITY
  let startedAtMs = 0
  let status = ''
  let saidAtMs = 0
  let failing = false
  let waitingFor: WaitingFor | undefined
  let isFollowing = false
  /** A followed run whose address is not known before its status was read. */
  let unnamed: KnownRun | undefined
  let looked: number | undefined

  const said = (nowMs: number, ...lines: ReadonlyArray<string>) => {
    saidAtMs = nowMs
    waitingFor = undefined
    return lines
  }

  const followingLines = (run: KnownRun) => [
    ...(run.runUrl === undefined ? [] : [run.runUrl]),
    [
      `Following run ${run.runId}${title === undefined ? '' : ` of ${title}`}.`,
      ...(typical === undefined ? [] : [typical]),
    ].join(' '),
  ]

  const linesOf = (event: RunEvent, nowMs: number): ReadonlyArray<string> => {
    switch (event.kind) {
      case 'project':
        title = event.title
        return []
      case 'typical':
        typical = `Its last ${event.fromRuns} completed runs took about ${roughDuration(event.typicalMs)}.`
        latestMs = event.latestMs ?? latestMs
        return []
      case 'started': {
        startedAtMs = nowMs
        status = ''
        const project = [
          ...(title === undefined ? [] : [`Project: ${title}.`]),
          ...(typical === undefined ? [] : [typical]),
        ]
        const first = event.run.runUrl ?? `Run ${event.run.runId}`
        const lines = [first, ...(project.length === 0 ? [] : [project.join(' ')])]
        if (event.adopted)
          lines.push(
            "The response to the start was lost. This is the project's only new run, so it is assumed to be the started one.",
          )
        return said(nowMs, ...lines)
      }
      case 'following':
        startedAtMs = nowMs
        isFollowing = true
        if (event.run.runUrl === undefined) {
          unnamed = event.run
          return []
        }
        return said(nowMs, ...followingLines(event.run))
      case 'polled': {
        const words = durationInWords(nowMs - startedAtMs)
        const elapsed = isFollowing ? `followed for ${words}` : `${words} after the start`
        const recovered = failing ? ['Hex is responding again.'] : []
        failing = false
        if (event.run.status !== status) {
          status = event.run.status
          const unknown = isKnownStatus(status) ? '' : ' (unknown status, still waiting)'
          return said(
            nowMs,
            ...recovered,
            `${status}${unknown}${endedAfter(event.run) ?? `, ${elapsed}`}`,
          )
        }
        if (recovered.length === 0 && nowMs - saidAtMs < heartbeatMs(nowMs - startedAtMs)) return []
        return said(
          nowMs,
          ...recovered,
          `still ${status}, ${elapsed}${estimate(typical, nowMs - startedAtMs > latestMs)}`,
        )
      }
      case 'poll-failed': {
        if (failing && nowMs - saidAtMs < heartbeatMs(nowMs - startedAtMs)) return []
        failing = true
        return said(
          nowMs,
          `Could not read the run's status; retrying. The run is not affected. ${event.trouble.text}`,
        )
      }
      case 'waiting': {
        // The same wait again and again is told as rarely as a run that goes on.
        if (waitingFor === event.why && nowMs - saidAtMs < heartbeatMs(0)) return []
        const lines = said(
          nowMs,
          `${waitingWords[event.why]} Retrying in ${durationInWords(event.waitMs)}. ${event.trouble.text}`,
        )
        waitingFor = event.why
        return lines
      }
      case 'no-kernel':
        return said(
          nowMs,
          `Hex had no kernel for run ${event.run.runId}, so nothing ran. Starting again in ${durationInWords(event.waitMs)}.`,
        )
      case 'again':
        return said(
          nowMs,
          `Run ${event.run.runId} failed. Starting attempt ${event.attempt} of ${event.maxAttempts}.`,
        )
      case 'answer-lost':
        return said(
          nowMs,
          `The response to the start was lost. Looking for the run. ${event.trouble.text}`,
        )
      case 'looked':
        if (event.candidates === looked) return []
        looked = event.candidates
        return said(nowMs, lookedLine(event.candidates))
      case 'note':
        return said(
          nowMs,
          event.trouble === undefined ? event.text : `${event.text} ${event.trouble.text}`,
        )
      case 'cancelling':
        return said(
          nowMs,
          `Cancelling run ${event.runId}: ${event.why === 'abort' ? whyAborted : whyWords(event.why, event.timeoutMs)}.`,
        )
    }
    return event satisfies never
  }

  return {
    lines(event, nowMs) {
      if (unnamed === undefined) return linesOf(event, nowMs)
      // The run's address comes first, and the first status has it.
      const run = event.kind === 'polled' ? { ...unnamed, ...event.run } : unnamed
      unnamed = undefined
      return [...followingLines(run), ...linesOf(event, nowMs)]
    },
  }
}

/** How long a run took by Hex's own account, which the other reports show too; undefined while it goes on. */
function endedAfter(run: KnownRun): string | undefined {
  if (!hasEnded(run.status)) return undefined
  const took = durationMs(run)
  return took === undefined ? undefined : ` after ${durationInWords(took)}`
}

function lookedLine(candidates: number): string {
  switch (candidates) {
    case 0:
      return "The run is not in the project's list yet. Checking again until it is clear whether it exists."
    case 1:
      return 'Found one new run of the project. Checking that it is the only one.'
    default:
      return `Found ${candidates} new runs of the project.`
  }
}

/** The usual duration, unless this run already takes longer than all recent ones. */
function estimate(typical: string | undefined, isOutlived: boolean): string {
  if (typical === undefined) return ''
  const words = typical.toLowerCase().replace(/\.$/, '')
  return isOutlived ? ` (longer than usual: ${words})` : ` (${words})`
}

const waitingWords: Readonly<Record<WaitingFor, string>> = {
  kernel: 'All kernels are in use. Waiting for one.',
  'rate-limit': "Hex's rate limit is exceeded.",
  connection: 'Hex could not be reached.',
  hex: 'Hex could not respond.',
}

type Cancelling = Extract<RunEvent, { readonly kind: 'cancelling' }>

function whyWords(why: Exclude<Cancelling['why'], 'abort'>, timeoutMs: number | undefined): string {
  switch (why) {
    case 'fail-fast':
      return "another run failed, and 'fail-fast' is set"
    case 'timeout':
      return `the timeout${timeoutMs === undefined ? '' : ` of ${durationInWords(timeoutMs)}`} is over`
    case 'lost-contact':
      return 'its status can no longer be read'
  }
  return why satisfies never
}
