import type { Run } from '../hex/wire.ts'
import { durationMs } from '../run/history.ts'
import { isHandedOn, type Outcome } from '../run/outcome.ts'
import { durationInWords, roughDuration, utcMinute, utcSecond } from './words.ts'

/** An outcome in words: plain text, not yet escaped for a report. */
export interface Verdict {
  /** What happened, one sentence without a full stop. */
  readonly headline: string
  /** What to know or do, a sentence each; empty if there is nothing. */
  readonly advice: ReadonlyArray<string>
}

/** States what happened and what to do about it. */
export function verdictOf(outcome: Outcome): Verdict {
  const { reason, run, attempt, detail = '', trouble, candidates = [] } = outcome
  const name = outcome.projectTitle?.trim() || `Project ${outcome.projectId}`
  const verdict = (
    what: string,
    ...advice: ReadonlyArray<string | ReadonlyArray<string>>
  ): Verdict => ({
    headline: `${name}: ${what}`,
    advice: advice.flat().filter((sentence) => sentence !== ''),
  })
  const tookMs = runDurationMs(outcome)
  const took = tookMs === undefined ? '' : durationInWords(tookMs)
  const afterTime = took && ` after ${took}`
  const troubleText = trouble?.text ?? ''
  const stopped = run === undefined ? unstartedAdvice(outcome) : stopAdvice(outcome)
  switch (reason) {
    case 'completed':
      return verdict(
        `the run completed${took && ` in ${took}`}`,
        outcome.adopted
          ? "The response to its start was lost. The run was found again as the project's only new run."
          : '',
        endedBeforeAdvice(outcome),
      )
    case 'errored':
      return verdict(
        `the run failed${afterTime}`,
        endedBeforeAdvice(outcome),
        'Open the run in Hex to see which cell failed.',
      )
    case 'killed':
      return verdict(
        `the run was stopped in Hex${afterTime}`,
        endedBeforeAdvice(outcome),
        'Someone cancelled it, or Hex ended it. This job did not. If this was not intended, run the job again.',
      )
    case 'no_kernel':
      return verdict(
        'Hex had no kernel for the run',
        `All kernels were in use until the ${timeoutOf(outcome)} expired. Stop runs that you do not need, or increase 'timeout'.`,
      )
    case 'timed_out':
      return verdict(
        `the run did not end within the ${timeoutOf(outcome)}`,
        stopAdvice(outcome),
        timeoutAdvice(outcome),
        troubleText,
      )
    case 'not_started_in_time':
      return verdict(
        `Hex did not start a run within the ${timeoutOf(outcome)}`,
        unstartedAdvice(outcome),
        troubleText,
      )
    case 'aborted':
      return verdict(
        `cancelled ${run === undefined ? 'before a run was started' : 'while the run was in progress'}`,
        stopped,
      )
    case 'fail_fast':
      return verdict("cancelled, because another run failed ('fail-fast')", stopped)
    case 'not_runnable':
      return verdict('cannot run', detail, 'Nothing was started.')
    case 'start_refused':
      return verdict(
        `no ${attempt > 0 ? 'further ' : ''}run was started`,
        earlierRunsAdvice(outcome),
        troubleText,
        // Something in front of Hex may have refused a start that Hex accepted.
        candidates.length === 0
          ? ''
          : `New runs of the project since then, probably started by someone else. None was cancelled: ${addressesOf(candidates)}.`,
      )
    case 'start_unknown':
      return verdict(
        isHandedOn(outcome)
          ? 'stopped before Hex responded to the start'
          : `it is unknown whether a run was started${attempt > 0 ? ' again' : ''}`,
        unknownStartAdvice(outcome),
      )
    case 'run_not_found':
      return verdict('the run to follow was not found', troubleText)
    case 'no_new_run':
      return verdict(
        `no run that is new enough appeared within the ${timeoutOf(outcome)}`,
        detail,
        "Check the project's schedule in Hex, 'newer-than' and 'run-trigger'.",
        troubleText,
      )
    case 'newest_unknown':
      return verdict('the newest run cannot be identified', detail)
    case 'lost_contact':
      return verdict(
        `the run's status could not be read${run?.status ? ' any more' : ''}`,
        troubleText,
        stopAdvice(outcome),
      )
    case 'detached':
      return verdict(
        'the run was started and continues',
        "The step does not wait for it ('wait: false').",
      )
    case 'dry_run':
      return verdict('Hex accepted the request (dry run)', 'Nothing was run.')
    case 'fresh':
      return verdict('the published results are fresh, so no run was started', freshAdvice(outcome))
    case 'invalid_input':
      return {
        headline: 'Nothing was sent to Hex, because the inputs are invalid',
        advice: detail.split('\n').filter((line) => line !== ''),
      }
    case 'internal_error':
      return verdict(
        'unexpected error in the action',
        detail,
        'This is a bug in the action. Please report it with this line.',
        stopAdvice(outcome),
      )
  }
  return reason satisfies never
}

/** The verdict in one line, for annotations and the log. */
export function verdictLine(outcome: Outcome): string {
  const { headline, advice } = verdictOf(outcome)
  const address = outcome.run?.runUrl
  return [`${headline}.`, ...advice, ...(address === undefined ? [] : [address])].join(' ')
}

/** How long the run took, in milliseconds; undefined if that is not known. */
export function runDurationMs({ run }: Outcome): number | undefined {
  return run === undefined ? undefined : durationMs(run)
}

/** A run's URL, or its ID if the URL is not known. */
export function addressOf(run: Run): string {
  return run.runUrl ?? `run ${run.runId}`
}

function addressesOf(runs: ReadonlyArray<Run>): string {
  return runs.map(addressOf).join(', ')
}

/** No run of the last start exists. An earlier one can exist, and has ended. */
function unstartedAdvice(outcome: Outcome): string {
  return earlierRunsAdvice(outcome) || 'Nothing was started.'
}

function earlierRunsAdvice({ attempt }: Outcome): string {
  if (attempt === 0) return ''
  const runs = attempt === 1 ? 'The run before it' : `The ${attempt} runs before it`
  return `${runs} failed. Nothing was started after that.`
}

function freshAdvice({ fresh }: Outcome): string {
  if (fresh === undefined) return ''
  const { ageMs, updatedAt } = fresh
  return `They were updated ${durationInWords(ageMs)} ago, at ${utcMinute(Date.parse(updatedAt))} ('skip-if-newer-than').`
}

/** True whatever the post step finds, because it remains on the page after the post step's report. */
const postStepAdvice =
  'The post step of this job cleans up and reports the result. If the job has none, because its runner was shut down, check the run in Hex.'

function stopAdvice(outcome: Outcome): ReadonlyArray<string> {
  const { stop, run } = outcome
  if (stop === undefined || run === undefined) return []
  if (isHandedOn(outcome)) {
    return [
      `${stop.kind === 'accepted' ? 'Hex accepted the cancel' : 'A cancel was attempted'}. The end of the run is not confirmed yet. ${postStepAdvice}`,
      stop.kind === 'failed' ? `Result of the cancel so far: ${stop.trouble.text}` : '',
    ]
  }
  switch (stop.kind) {
    case 'ended':
      return [
        run.status === 'KILLED'
          ? 'The run was cancelled and has stopped.'
          : `The run had already ended (${run.status}).`,
      ]
    case 'accepted':
      return [
        'Hex accepted the cancel, but the end of the run is not confirmed. It may still be running.',
      ]
    case 'failed':
      return [
        `The run could not be cancelled and may still be running. Stop it in Hex. ${stop.trouble.text}`,
      ]
    case 'left':
      return ['The run was not cancelled and may still be running.']
  }
  return stop satisfies never
}

/** The timeout with its length. */
function timeoutOf({ timeoutMs }: Outcome): string {
  return timeoutMs === undefined ? 'timeout' : `timeout of ${durationInWords(timeoutMs)}`
}

/** For a run that had ended before this step began. In a re-run job, that can be a surprise. */
function endedBeforeAdvice({ endedBefore, run }: Outcome): ReadonlyArray<string> {
  if (endedBefore === undefined) return []
  const end = utcSecond(run?.endTime)
  return [
    `The run had already ended${end && ` at ${end}`}, before this step began.`,
    endedBefore.isFromRerun
      ? "'Re-run failed jobs' passes on the outputs of the earlier attempt, so 'run-id' may name a run of that attempt. To start a new run, use 'Re-run all jobs'."
      : '',
  ]
}

/** A run that usually takes less than half of its timeout does not need a longer one. */
function timeoutAdvice({ typicalMs, tookMs }: Outcome): string {
  return typicalMs !== undefined && typicalMs * 2 < tookMs
    ? `Runs of this project usually take ${roughDuration(typicalMs)}. Open the run to see what delayed it.`
    : "If it needs longer, increase 'timeout'."
}

function unknownStartAdvice(outcome: Outcome): ReadonlyArray<string> {
  const { trouble, candidates } = outcome
  const found = candidates?.length ? addressesOf(candidates) : ''
  if (isHandedOn(outcome)) {
    return [
      found === ''
        ? 'No time was left to look for its run.'
        : `It may have started one of these: ${found}.`,
      postStepAdvice,
    ]
  }
  const lost = trouble === undefined ? '' : `The response to the start was lost: ${trouble.text}`
  if (found !== '') {
    return [
      lost,
      `It may be one of these, and none was cancelled: ${found}. Check them in Hex before you run this again.`,
    ]
  }
  return [
    lost,
    candidates === undefined
      ? "No time was left to look for it. Check the project's runs in Hex before you run this again."
      : 'No new run of the project was found. Check its runs in Hex before you run this again.',
  ]
}
