import type { KnownRun } from '../hex/wire.ts'
import { durationMs } from '../run/history.ts'
import { isHandedOn, type Outcome, type Reason } from '../run/outcome.ts'
import { durationInWords, roughDuration, utcMinute, utcSecond } from './words.ts'

/**
 * An outcome in words, as plain text that is not yet escaped for a report: what happened, in one sentence without a full stop,
 * and what to know or do, a sentence each.
 */
export function verdictOf(outcome: Outcome) {
  const name = outcome.projectTitle?.trim() || `Project ${outcome.projectId}`
  const [headline, ...advice] = verdicts[outcome.reason](outcome)
  return {
    headline: outcome.reason === 'invalid_input' ? headline : `${name}: ${headline}`,
    advice: advice.flat().flatMap((sentence) => sentence || []),
  }
}

/** One or several sentences; '' and undefined are left out. */
type Sentences = string | undefined | ReadonlyArray<string | undefined>

/** For each reason, the end of the sentence that begins with the project, then the advice. */
const verdicts: Readonly<
  Record<Reason, (outcome: Outcome) => readonly [headline: string, ...advice: Array<Sentences>]>
> = {
  completed: (it) => [
    `the run completed${took('in', it)}`,
    adoptedAdvice(it),
    endedBeforeAdvice(it),
  ],
  errored: (it) => [
    `the run failed${took('after', it)}`,
    endedBeforeAdvice(it),
    'Open the run in Hex to see which cell failed.',
  ],
  killed: (it) => [
    `the run was stopped in Hex${took('after', it)}`,
    endedBeforeAdvice(it),
    'Someone cancelled the run in Hex, or Hex ended it. If this was not intended, re-run the job.',
  ],
  no_kernel: (it) => [
    'the run could not get a kernel',
    `All kernels were in use until the ${timeoutOf(it)} expired. Stop runs that you do not need, or increase 'timeout'.`,
  ],
  timed_out: (it) => [
    `the run did not end within the ${timeoutOf(it)}`,
    stopAdvice(it),
    timeoutAdvice(it),
    it.trouble?.text,
  ],
  not_started_in_time: (it) => [
    `Hex did not start a run within the ${timeoutOf(it)}`,
    unstartedAdvice(it),
    it.trouble?.text,
  ],
  aborted: (it) =>
    it.run === undefined
      ? ['cancelled before a run was started', unstartedAdvice(it)]
      : ['cancelled while the run was in progress', stopAdvice(it)],
  fail_fast: (it) => [
    "cancelled because another run failed ('fail-fast')",
    it.run === undefined ? unstartedAdvice(it) : stopAdvice(it),
  ],
  not_runnable: ({ detail }) => ['the project cannot run', detail, 'No run was started.'],
  start_refused: (it) => [
    `no ${it.attempt > 0 ? 'further ' : ''}run was started`,
    earlierRunsAdvice(it),
    it.trouble?.text,
    newRunsAdvice(it),
  ],
  start_unknown: (it) => [
    isHandedOn(it)
      ? 'stopped before Hex responded to the start request'
      : it.attempt > 0
        ? 'another run may have been started'
        : 'a run may have been started',
    unknownStartAdvice(it),
  ],
  run_not_found: ({ trouble }) => ['the run to follow was not found', trouble?.text],
  no_new_run: (it) => [
    `no matching run was found within the ${timeoutOf(it)}`,
    it.detail,
    "Check 'newer-than', 'run-trigger', and the project's schedule in Hex.",
    it.trouble?.text,
  ],
  newest_unknown: ({ detail }) => ['the newest run cannot be identified', detail],
  lost_contact: (it) => [
    it.run?.status ? 'lost contact with the run' : "the run's status could not be read",
    it.trouble?.text,
    stopAdvice(it),
  ],
  detached: () => [
    'the run was started',
    "The step does not wait for the run to end ('wait: false').",
  ],
  dry_run: () => ['Hex accepted the request (dry run)', 'No run was started.'],
  fresh: (it) => [
    'the published results are recent enough, so no run was started',
    freshAdvice(it),
  ],
  invalid_input: ({ detail }) => [
    'Nothing was sent to Hex, because the inputs are invalid',
    detail?.split('\n'),
  ],
  internal_error: (it) => [
    'unexpected error in the action',
    it.detail,
    "This is a bug in the action. Report it in the action's repository, and include this line.",
    stopAdvice(it),
  ],
}

/** How long the run took, after a preposition; '' if that is not known. */
function took(preposition: string, outcome: Outcome): string {
  const tookMs = runDurationMs(outcome)
  return tookMs === undefined ? '' : ` ${preposition} ${durationInWords(tookMs)}`
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

function addressesOf(runs: ReadonlyArray<KnownRun> = []): string {
  return runs.map(addressOf).join(', ')
}

function adoptedAdvice({ adopted }: Outcome): string {
  return adopted
    ? "The response to the start request was lost. This is the project's only new run, so it is assumed to be this step's run."
    : ''
}

/** For a run that had ended before this step began. In a re-run job, that can be a surprise. */
function endedBeforeAdvice({ endedBefore, run }: Outcome): Sentences {
  if (endedBefore === undefined) return ''
  const end = utcSecond(run?.endTime)
  return [
    `The run ended${end && ` at ${end},`} before this step started.`,
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
    : "If the run needs more time, increase 'timeout', and make sure that the job's 'timeout-minutes' is higher."
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
function newRunsAdvice({ candidates }: Outcome): string {
  const found = addressesOf(candidates)
  return (
    found &&
    `The project has new runs, probably started by someone else. These runs were not cancelled: ${found}.`
  )
}

function freshAdvice({ fresh }: Outcome): string {
  if (fresh === undefined) return ''
  const { ageMs, updatedAt } = fresh
  return `The results were updated ${durationInWords(ageMs)} ago, at ${utcMinute(Date.parse(updatedAt))} ('skip-if-newer-than').`
}

/** True whatever the post step finds, because it remains on the page after the post step's report. */
const postStepAdvice =
  "This action's post step cleans up and reports the result. If the post step does not run because the runner was shut down, check the run in Hex."

function stopAdvice(outcome: Outcome): Sentences {
  const { stop, run } = outcome
  if (stop === undefined || run === undefined) return ''
  if (isHandedOn(outcome)) {
    return [
      `${stop.kind === 'accepted' ? 'Hex accepted the cancellation' : 'The action tried to cancel the run'}, but the run may not have stopped yet. ${postStepAdvice}`,
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
      return 'Hex accepted the cancellation, but the run may still be running.'
    case 'failed':
      return `The run could not be cancelled and may still be running. Stop the run in Hex. ${stop.trouble.text}`
    case 'left':
      return 'The run was not cancelled and may still be running.'
  }
  return stop satisfies never
}

function unknownStartAdvice(outcome: Outcome): Sentences {
  const { trouble, candidates } = outcome
  const found = addressesOf(candidates)
  if (isHandedOn(outcome)) {
    return [
      found
        ? `This job may have started one of these runs: ${found}.`
        : 'There was no time left to search for the run.',
      postStepAdvice,
    ]
  }
  return [
    trouble && `The response to the start request was lost: ${trouble.text}`,
    found
      ? `The run may be one of these, which were not cancelled: ${found}. Check them in Hex before you re-run the job.`
      : candidates === undefined
        ? "There was no time left to search for the run. Check the project's runs in Hex before you re-run the job."
        : "No new run of the project was found. Check the project's runs in Hex before you re-run the job.",
  ]
}
