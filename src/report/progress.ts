import type { KnownRun } from '../hex/wire.ts'
import { durationMs } from '../run/history.ts'
import { hasEnded, isKnownStatus } from '../run/outcome.ts'
import type { RunEvent, WaitingFor } from '../run/plan.ts'
import { durationInWords, roughDuration } from './words.ts'

/** Returns the log lines for an event of a run; often none. */
type LogLines = (event: RunEvent, nowMs: number) => ReadonlyArray<string>

/** The interval between signs of life. It grows, so that a long run does not fill the log. */
function heartbeatMs(elapsedMs: number): number {
  if (elapsedMs < 5 * 60_000) return 60_000
  return elapsedMs < 30 * 60_000 ? 2 * 60_000 : 5 * 60_000
}

/**
 * The log of one run: each change once, and a sign of life in between. The run's URL comes first, and what was known before
 * follows it.
 * @param whyAborted why an abort cancels the run. Main can't distinguish a cancelled job from a stopped step.
 */
export function createProgress(whyAborted = 'this step was stopped'): LogLines {
  let title: string | undefined
  /** A sentence about the usual duration; '' if it is not known. */
  let typical = ''
  let latestMs = Number.POSITIVE_INFINITY
  let startedAtMs = 0
  let status = ''
  let loggedAtMs = 0
  let isFailing = false
  /** The wait that the last line is about. */
  let waitingFor: WaitingFor | undefined
  let isFollowing = false
  /** A followed run whose URL is not known before the first status. */
  let unnamed: KnownRun | undefined
  let lookedCandidates: number | undefined

  /** The lines that are not empty. */
  const log = (nowMs: number, ...lines: ReadonlyArray<string>) => {
    loggedAtMs = nowMs
    waitingFor = undefined
    return lines.filter((line) => line !== '')
  }
  const isQuiet = (nowMs: number, elapsedMs: number) => nowMs - loggedAtMs < heartbeatMs(elapsedMs)

  const logFollowing = (nowMs: number, { runId, runUrl = '' }: KnownRun) => {
    const project = title === undefined ? '' : ` of ${title}`
    return log(nowMs, runUrl, `Following run ${runId}${project}. ${typical}`.trim())
  }

  const linesOf = (event: RunEvent, nowMs: number): ReadonlyArray<string> => {
    const elapsedMs = nowMs - startedAtMs
    switch (event.kind) {
      case 'project':
        title = event.title
        return []
      case 'typical':
        typical = `The project's last ${event.fromRuns} completed runs took about ${roughDuration(event.typicalMs)} each.`
        latestMs = event.latestMs
        return []
      case 'started':
        startedAtMs = nowMs
        status = ''
        return log(
          nowMs,
          event.run.runUrl ?? `Run ${event.run.runId}`,
          `${title === undefined ? '' : `Project: ${title}. `}${typical}`.trim(),
          event.adopted
            ? "The response to the start request was lost. This is the project's only new run, so it is assumed to be this step's run."
            : '',
        )
      case 'following':
        startedAtMs = nowMs
        isFollowing = true
        if (event.run.runUrl !== undefined) return logFollowing(nowMs, event.run)
        unnamed = event.run
        return []
      case 'polled': {
        const words = durationInWords(elapsedMs)
        const elapsed = isFollowing ? `followed for ${words}` : `${words} after the start`
        const recovered = isFailing ? 'Hex is responding again.' : ''
        isFailing = false
        if (event.run.status !== status) {
          status = event.run.status
          const unknown = isKnownStatus(status) ? '' : ' (unknown status, still waiting)'
          return log(
            nowMs,
            recovered,
            `${status}${unknown}${endWords(event.run) ?? `, ${elapsed}`}`,
          )
        }
        if (recovered === '' && isQuiet(nowMs, elapsedMs)) return []
        const usual = estimate(typical, elapsedMs > latestMs)
        return log(nowMs, recovered, `still ${status}, ${elapsed}${usual}`)
      }
      case 'poll-failed':
        if (isFailing && isQuiet(nowMs, elapsedMs)) return []
        isFailing = true
        return log(nowMs, wordsOf(event, whyAborted))
      case 'waiting': {
        if (waitingFor === event.why && isQuiet(nowMs, 0)) return []
        const lines = log(nowMs, wordsOf(event, whyAborted))
        waitingFor = event.why
        return lines
      }
      case 'searched':
        if (event.candidates === lookedCandidates) return []
        lookedCandidates = event.candidates
        return log(nowMs, wordsOf(event, whyAborted))
      default:
        return log(nowMs, wordsOf(event, whyAborted))
    }
  }

  return (event, nowMs) => {
    if (unnamed === undefined) return linesOf(event, nowMs)
    // The run's URL comes first. The first status has it.
    const run = event.kind === 'polled' ? { ...unnamed, ...event.run } : unnamed
    unnamed = undefined
    return [...logFollowing(nowMs, run), ...linesOf(event, nowMs)]
  }
}

/** Events whose line depends on nothing else. */
type PlainEvent = Exclude<
  RunEvent,
  { readonly kind: 'project' | 'typical' | 'started' | 'following' | 'polled' }
>

function wordsOf(event: PlainEvent, whyAborted: string): string {
  switch (event.kind) {
    case 'poll-failed':
      return `Could not read the run's status; retrying. The run is not affected. ${event.trouble.text}`
    case 'waiting':
      return `${waitingWords[event.why]} Retrying in ${durationInWords(event.waitMs)}. ${event.trouble.text}`
    case 'no-kernel':
      return `No kernel was available for run ${event.run.runId}. Starting a new run in ${durationInWords(event.waitMs)}.`
    case 'again':
      return `Run ${event.run.runId} failed. Starting attempt ${event.attempt} of ${event.maxAttempts}.`
    case 'response-lost':
      return `The response to the start request was lost. Searching for the run. ${event.trouble.text}`
    case 'searched':
      return lookedWords(event.candidates)
    case 'note':
      return event.trouble === undefined ? event.text : `${event.text} ${event.trouble.text}`
    case 'cancelling':
      return `Cancelling run ${event.runId}: ${cancelWords(event, whyAborted)}.`
  }
  return event satisfies never
}

const waitingWords: Readonly<Record<WaitingFor, string>> = {
  kernel: 'All kernels are in use. Waiting for a free kernel.',
  'rate-limit': "Hex's rate limit was exceeded.",
  connection: 'Hex could not be reached.',
  hex: 'Hex is temporarily unavailable.',
}

function lookedWords(candidates: number): string {
  if (candidates === 0)
    return "The project's list of runs does not contain the run yet. Checking again."
  return candidates === 1
    ? 'Found one new run of the project. Checking that there is only one.'
    : `Found ${candidates} new runs of the project.`
}

function cancelWords(
  { why, timeoutMs }: Extract<RunEvent, { readonly kind: 'cancelling' }>,
  whyAborted: string,
): string {
  switch (why) {
    case 'abort':
      return whyAborted
    case 'fail-fast':
      return "another run failed, and 'fail-fast' is set"
    case 'timeout':
      return `the timeout${timeoutMs === undefined ? '' : ` of ${durationInWords(timeoutMs)}`} has expired`
    case 'lost-contact':
      return "the run's status can no longer be read"
  }
  return why satisfies never
}

/** How long a run took as Hex reports it, like in the other reports; undefined while it is active. */
function endWords(run: KnownRun): string | undefined {
  const tookMs = hasEnded(run.status) ? durationMs(run) : undefined
  return tookMs === undefined ? undefined : ` after ${durationInWords(tookMs)}`
}

/** The usual duration. A run that takes longer than all recent ones is marked. */
function estimate(typical: string, isLonger: boolean): string {
  if (typical === '') return ''
  const words = typical.toLowerCase().replace(/\.$/, '')
  return ` (${isLonger ? 'longer than usual: ' : ''}${words})`
}

const waitedWords: Readonly<Record<WaitingFor, string>> = {
  kernel: 'for a kernel',
  'rate-limit': "for Hex's rate limit",
  connection: 'for a connection to Hex',
  hex: 'for Hex to respond',
}

/** Shorter waits are not reported. */
const minWaitMs = 10_000

/** Adds up the time that a run waited before it could run, for the job summary. */
export function createWaits() {
  const totals = new Map<WaitingFor, number>()
  let current: { readonly why: WaitingFor; readonly fromMs: number } | undefined
  const begin = (why: WaitingFor | undefined, nowMs: number) => {
    if (current !== undefined) {
      const waitedMs = Math.max(0, nowMs - current.fromMs)
      totals.set(current.why, (totals.get(current.why) ?? 0) + waitedMs)
    }
    current = why === undefined ? undefined : { why, fromMs: nowMs }
  }
  return {
    note(event: RunEvent, nowMs: number) {
      if (event.kind === 'waiting') begin(event.why, nowMs)
      else if (event.kind === 'no-kernel') begin('kernel', nowMs)
      else if (
        ['started', 'following', 'polled', 'response-lost', 'cancelling'].includes(event.kind)
      )
        begin(undefined, nowMs)
    },
    /** One sentence, such as `Waited 6 min for a kernel.`; '' if there was no wait of at least 10 s. */
    sentence(nowMs: number): string {
      begin(undefined, nowMs)
      const parts = [...totals]
        .filter(([, ms]) => ms >= minWaitMs)
        .map(([why, ms]) => `${durationInWords(ms)} ${waitedWords[why]}`)
      return parts.length === 0 ? '' : `Waited ${parts.join(' and ')}.`
    },
  }
}
