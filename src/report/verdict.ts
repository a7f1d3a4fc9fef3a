import type { KnownRun } from '../hex/wire.ts'
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
  const name = outcome.projectTitle?.trim() || `Project ${outcome.projectId}`
  const headline = headlineOf(outcome)
  return {
    headline: outcome.reason === 'invalid_input' ? headline : `${name}: ${headline}`,
    advice: adviceOf(outcome)
      .flat()
      .filter((sentence) => sentence !== ''),
  }
}

/** The end of the sentence that begins with the project. */
function headlineOf(outcome: Outcome): string {
  const { reason, run, attempt } = outcome
  const tookMs = runDurationMs(outcome)
  const took = tookMs === undefined ? '' : durationInWords(tookMs)
  switch (reason) {
    case 'completed':
      return `the run completed${took && ` in ${took}`}`
    case 'errored':
      return `the run failed${took && ` after ${took}`}`
    case 'killed':
      return `the run was stopped in Hex${took && ` after ${took}`}`
    case 'no_kernel':
      return 'the run could not get a kernel'
    case 'timed_out':
      return `the run did not end within the ${timeoutOf(outcome)}`
    case 'not_started_in_time':
      return `Hex did not start a run within the ${timeoutOf(outcome)}`
    case 'aborted':
      return run === undefined
        ? 'cancelled before a run was started'
        : 'cancelled while the run was in progress'
    case 'fail_fast':
      return "cancelled because another run failed ('fail-fast')"
    case 'not_runnable':
      return 'the project cannot run'
    case 'start_refused':
      return `no ${attempt > 0 ? 'further ' : ''}run was started`
    case 'start_unknown':
      return isHandedOn(outcome)
        ? 'stopped before Hex responded to the start request'
        : attempt > 0
          ? 'it is unknown whether another run was started'
          : 'it is unknown whether a run was started'
    case 'run_not_found':
      return 'the run to follow was not found'
    case 'no_new_run':
      return `no matching run appeared within the ${timeoutOf(outcome)}`
    case 'newest_unknown':
      return 'the newest run cannot be identified'
    case 'lost_contact':
      return run?.status ? 'lost contact with the run' : "the run's status could not be read"
    case 'detached':
      return 'the run was started and continues'
    case 'dry_run':
      return 'Hex accepted the request (dry run)'
    case 'fresh':
      return 'the published results are fresh, so no run was started'
    case 'invalid_input':
      return 'Nothing was sent to Hex, because the inputs are invalid'
    case 'internal_error':
      return 'unexpected error in the action'
  }
  return reason satisfies never
}

/** One or several sentences; '' is left out. */
type Sentences = string | ReadonlyArray<string>

function adviceOf(outcome: Outcome): ReadonlyArray<Sentences> {
  const { reason, run, detail = '', trouble } = outcome
  const troubleText = trouble?.text ?? ''
  switch (reason) {
    case 'completed':
      return [adoptedAdvice(outcome), endedBeforeAdvice(outcome)]
    case 'errored':
      return [endedBeforeAdvice(outcome), 'Open the run in Hex to see which cell failed.']
    case 'killed':
      return [
        endedBeforeAdvice(outcome),
        'Someone cancelled it in Hex, or Hex ended it. If this was not intended, run the job again.',
      ]
    case 'no_kernel':
      return [
        `All kernels were in use until the ${timeoutOf(outcome)} expired. Stop runs that you do not need, or increase 'timeout'.`,
      ]
    case 'timed_out':
      return [stopAdvice(outcome), timeoutAdvice(outcome), troubleText]
    case 'not_started_in_time':
      return [unstartedAdvice(outcome), troubleText]
    case 'aborted':
    case 'fail_fast':
      return [run === undefined ? unstartedAdvice(outcome) : stopAdvice(outcome)]
    case 'not_runnable':
      return [detail, 'No run was started.']
    case 'start_refused':
      return [earlierRunsAdvice(outcome), troubleText, newRunsAdvice(outcome)]
    case 'start_unknown':
      return [unknownStartAdvice(outcome)]
    case 'run_not_found':
      return [troubleText]
    case 'no_new_run':
      return [
        detail,
        "Check 'newer-than', 'run-trigger', and the project's schedule in Hex.",
        troubleText,
      ]
    case 'newest_unknown':
      return [detail]
    case 'lost_contact':
      return [troubleText, stopAdvice(outcome)]
    case 'detached':
      return ["The step does not wait for it ('wait: false')."]
    case 'dry_run':
      return ['No run was started.']
    case 'fresh':
      return [freshAdvice(outcome)]
    case 'invalid_input':
      return detail.split('\n')
    case 'internal_error':
      return [
        detail,
        'This is a bug in the action. Please report it and include this line.',
        stopAdvice(outcome),
      ]
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
export function addressOf(run: KnownRun): string {
  return run.runUrl ?? `run ${run.runId}`
}

function addressesOf(runs: ReadonlyArray<KnownRun>): string {
  return runs.map(addressOf).join(', ')
}

function adoptedAdvice({ adopted }: Outcome): string {
  return adopted
    ? "The response to its start request was lost. This is the project's only new run, so it is assumed to be this step's run."
    : ''
}

/** For a run that had ended before this step began. In a re-run job, that can be a surprise. */
function endedBeforeAdvice({ endedBefore, run }: Outcome): Sentences {
  if (endedBefore === undefined) return ''
  const end = utcSecond(run?.endTime)
  return [
    `The run ended${end && ` at ${end},`} before this step began.`,
    endedBefore.isFromRerun
      ? "'Re-run failed jobs' reuses the outputs of the previous attempt, so 'run-id' may refer to a run from that attempt. To start a new run, use 'Re-run all jobs'."
      : '',
  ]
}

/** The timeout with its length. */
function timeoutOf({ timeoutMs }: Outcome): string {
  return timeoutMs === undefined ? 'timeout' : `timeout of ${durationInWords(timeoutMs)}`
}

/** A run that usually takes less than half of its timeout does not need a longer one. */
function timeoutAdvice({ typicalMs, tookMs }: Outcome): string {
  return typicalMs !== undefined && typicalMs * 2 < tookMs
    ? `Runs of this project usually take ${roughDuration(typicalMs)}. Open the run to see what delayed it.`
    : "If it needs more time, increase 'timeout'."
}

/** No run of the last start exists. An earlier one can exist, and has ended. */
function unstartedAdvice(outcome: Outcome): string {
  return earlierRunsAdvice(outcome) || 'No run was started.'
}

function earlierRunsAdvice({ attempt }: Outcome): string {
  if (attempt === 0) return ''
  const runs = attempt === 1 ? 'The previous run' : `The previous ${attempt} runs`
  return `${runs} failed. No run was started after that.`
}

/** A refusal that is not from Hex does not prove that Hex started nothing. */
function newRunsAdvice({ candidates = [] }: Outcome): string {
  return candidates.length === 0
    ? ''
    : `The project has new runs, probably started by someone else. None of them was cancelled: ${addressesOf(candidates)}.`
}

function freshAdvice({ fresh }: Outcome): string {
  if (fresh === undefined) return ''
  const { ageMs, updatedAt } = fresh
  return `They were updated ${durationInWords(ageMs)} ago, at ${utcMinute(Date.parse(updatedAt))} ('skip-if-newer-than').`
}

/** True whatever the post step finds, because it remains on the page after the post step's report. */
const postStepAdvice =
  "This action's post step cleans up and reports the result. If it does not run because the runner was shut down, check the run in Hex."

function stopAdvice(outcome: Outcome): Sentences {
  const { stop, run } = outcome
  if (stop === undefined || run === undefined) return ''
  if (isHandedOn(outcome)) {
    return [
      `${stop.kind === 'accepted' ? 'Hex accepted the cancellation' : 'The action tried to cancel the run'}. The end of the run is not confirmed yet. ${postStepAdvice}`,
      stop.kind === 'failed'
        ? `The cancellation has not succeeded so far: ${stop.trouble.text}`
        : '',
    ]
  }
  switch (stop.kind) {
    case 'ended':
      return run.status === 'KILLED'
        ? 'The run was cancelled and has stopped.'
        : `The run had already ended (${run.status}).`
    case 'accepted':
      return 'Hex accepted the cancellation, but the end of the run is not confirmed. It may still be running.'
    case 'failed':
      return `The run could not be cancelled and may still be running. Stop it in Hex. ${stop.trouble.text}`
    case 'left':
      return 'The run was not cancelled and may still be running.'
  }
  return stop satisfies never
}

function unknownStartAdvice(outcome: Outcome): Sentences {
  const { trouble, candidates } = outcome
  const found = addressesOf(candidates ?? [])
  if (isHandedOn(outcome)) {
    return [
      found === ''
        ? 'No time was left to search for its run.'
        : `This job may have started one of these runs: ${found}.`,
      postStepAdvice,
    ]
  }
  const lost =
    trouble === undefined ? '' : `The response to the start request was lost: ${trouble.text}`
  if (found !== '')
    return [
      lost,
      `The run may be one of these, none of which was cancelled: ${found}. Check them in Hex before you run the job again.`,
    ]
  return [
    lost,
    candidates === undefined
      ? "No time was left to search for the run. Check the project's runs in Hex before you run the job again."
      : 'No new run of the project was found. Check its runs in Hex before you run the job again.',
  ]
}
