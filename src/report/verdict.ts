import type { KnownRun } from '../hex/wire.ts'
import { durationMs } from '../run/history.ts'
import { isHandedOn, type Outcome } from '../run/outcome.ts'
import { durationInWords, roughDuration } from './words.ts'

/** An outcome in words: plain text, not yet escaped for where it goes. */
export interface Verdict {
  /** What happened, one sentence without a full stop. */
  readonly headline: string
  /** What to know or do, a sentence each; empty when there is nothing. */
  readonly advice: ReadonlyArray<string>
}

/** Says what happened and what to do about it. */
export function verdictOf(outcome: Outcome): Verdict {
  const name = outcome.projectTitle?.trim() || `Project ${outcome.projectId}`
  const took = outcome.run === undefined ? undefined : durationMs(outcome.run)
  const inTime = took === undefined ? '' : ` after ${durationInWords(took)}`
  const stopped = stopWords(outcome)
  switch (outcome.reason) {
    case 'completed':
      return {
        headline: `${name}: the run completed${took === undefined ? '' : ` in ${durationInWords(took)}`}`,
        advice: [...adoptedWords(outcome), ...endedBeforeWords(outcome)],
      }
    case 'errored':
      return {
        headline: `${name}: the run failed${inTime}`,
        advice: [...endedBeforeWords(outcome), 'Open the run in Hex to see which cell failed.'],
      }
    case 'killed':
      return {
        headline: `${name}: the run was stopped in Hex${inTime}`,
        advice: [
          ...endedBeforeWords(outcome),
          'Someone cancelled it, or Hex ended it. This job did not. If this was not intended, run the job again.',
        ],
      }
    case 'no_kernel':
      return {
        headline: `${name}: Hex had no kernel for the run`,
        advice: [
          `All kernels were in use until the ${timeoutOf(outcome)} expired. Stop runs that you do not need, or increase 'timeout'.`,
        ],
      }
    case 'timed_out':
      return {
        headline: `${name}: the run did not end within the ${timeoutOf(outcome)}`,
        advice: [...stopped, timeoutWords(outcome), ...troubleWords(outcome)],
      }
    case 'not_started_in_time':
      return {
        headline: `${name}: Hex did not start a run within the ${timeoutOf(outcome)}`,
        advice: [...unstartedWords(outcome), ...troubleWords(outcome)],
      }
    case 'aborted':
      return {
        headline:
          outcome.run === undefined
            ? `${name}: cancelled before a run was started`
            : `${name}: cancelled while the run was in progress`,
        advice: outcome.run === undefined ? unstartedWords(outcome) : stopped,
      }
    case 'fail_fast':
      return {
        headline: `${name}: cancelled, because another run failed ('fail-fast')`,
        advice: outcome.run === undefined ? unstartedWords(outcome) : stopped,
      }
    case 'not_runnable':
      return {
        headline: `${name}: cannot run`,
        advice: [outcome.detail ?? '', 'Nothing was started.'],
      }
    case 'start_refused':
      return {
        headline: `${name}: no ${outcome.attempt > 0 ? 'further ' : ''}run was started`,
        advice: [...earlierWords(outcome), ...troubleWords(outcome), ...newRunWords(outcome)],
      }
    case 'start_unknown':
      return {
        headline: isHandedOn(outcome)
          ? `${name}: stopped before Hex responded to the start`
          : `${name}: it is unknown whether a run was started${outcome.attempt > 0 ? ' again' : ''}`,
        advice: unknownWords(outcome),
      }
    case 'run_not_found':
      return {
        headline: `${name}: the run to follow was not found`,
        advice: troubleWords(outcome),
      }
    case 'no_new_run':
      return {
        headline: `${name}: no run that is new enough appeared within the ${timeoutOf(outcome)}`,
        advice: [
          outcome.detail ?? '',
          "Check the project's schedule in Hex, 'newer-than' and 'run-trigger'.",
          ...troubleWords(outcome),
        ],
      }
    case 'newest_unknown':
      return {
        headline: `${name}: the newest run cannot be identified`,
        advice: [outcome.detail ?? ''],
      }
    case 'lost_contact':
      return {
        headline: `${name}: the run's status could not be read${outcome.run?.status ? ' any more' : ''}`,
        advice: [...troubleWords(outcome), ...stopped],
      }
    case 'detached':
      return {
        headline: `${name}: the run was started and continues`,
        advice: ["The step does not wait for it ('wait: false')."],
      }
    case 'dry_run':
      return {
        headline: `${name}: Hex accepted the request (dry run)`,
        advice: ['Nothing was run.'],
      }
    case 'fresh':
      return {
        headline: `${name}: the published results are fresh, so no run was started`,
        advice: freshWords(outcome),
      }
    case 'invalid_input':
      return {
        headline: 'Nothing was sent to Hex, because the inputs are invalid',
        advice: (outcome.detail ?? '').split('\n'),
      }
    case 'internal_error':
      return {
        headline: `${name}: unexpected error in the action`,
        advice: [
          outcome.detail ?? '',
          'This is a bug in the action. Please report it with this line.',
          ...stopped,
        ],
      }
  }
  return outcome.reason satisfies never
}

/** The verdict in one line, for annotations and the log. */
export function verdictLine(outcome: Outcome): string {
  const { headline, advice } = verdictOf(outcome)
  const address = outcome.run?.runUrl === undefined ? [] : [outcome.run.runUrl]
  return [`${headline}.`, ...advice.filter((sentence) => sentence !== ''), ...address].join(' ')
}

/** How a run is named where its address may be missing. */
export function runName(run: KnownRun): string {
  return run.runUrl ?? `run ${run.runId}`
}

/** No run of the last start exists; an earlier one may, and has ended. */
function unstartedWords(outcome: Outcome): ReadonlyArray<string> {
  return outcome.attempt > 0 ? earlierWords(outcome) : ['Nothing was started.']
}

function freshWords({ fresh }: Outcome): ReadonlyArray<string> {
  if (fresh === undefined) return []
  const at = new Date(fresh.updatedAt).toISOString().slice(0, 16).replace('T', ' ')
  return [
    `They were updated ${durationInWords(fresh.ageMs)} ago, at ${at} UTC ('skip-if-newer-than').`,
  ]
}

function earlierWords({ attempt }: Outcome): ReadonlyArray<string> {
  if (attempt === 0) return []
  const runs = attempt === 1 ? 'The run before it' : `The ${attempt} runs before it`
  return [`${runs} failed. Nothing was started after that.`]
}

/** Stays true whatever the post step finds, because it remains on the page after the post step's report. */
const handedOnWords =
  'The post step of this job cleans up and reports the result. If the job has none, because its runner was shut down, check the run in Hex.'

function stopWords(outcome: Outcome): ReadonlyArray<string> {
  const { stop, run } = outcome
  if (stop === undefined || run === undefined) return []
  if (isHandedOn(outcome)) {
    return [
      `${stop.kind === 'accepted' ? 'Hex accepted the cancel' : 'A cancel was attempted'}. The end of the run is not confirmed yet. ${handedOnWords}`,
      ...(stop.kind === 'failed' ? [`Result of the cancel so far: ${stop.trouble.text}`] : []),
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

/** A run that had ended before this step began, and, where the job runs again, why that may be a surprise. */
function endedBeforeWords({ endedBefore, run }: Outcome): ReadonlyArray<string> {
  if (endedBefore === undefined) return []
  const endMs = Date.parse(run?.endTime ?? '')
  const at = Number.isNaN(endMs)
    ? ''
    : ` at ${new Date(endMs).toISOString().slice(0, 19).replace('T', ' ')} UTC`
  return [
    `The run had already ended${at}, before this step began.`,
    ...(endedBefore.isFromRerun
      ? [
          "'Re-run failed jobs' passes on the outputs of the earlier attempt, so 'run-id' may name a run of that attempt. To start a new run, use 'Re-run all jobs'.",
        ]
      : []),
  ]
}

/** A run that usually takes a fraction of its timeout does not need a longer one. */
function timeoutWords({ typicalMs, tookMs }: Outcome): string {
  return typicalMs !== undefined && typicalMs * 2 < tookMs
    ? `Runs of this project usually take ${roughDuration(typicalMs)}. Open the run to see what delayed it.`
    : "If it needs longer, increase 'timeout'."
}

function adoptedWords({ adopted }: Outcome): ReadonlyArray<string> {
  return adopted
    ? ["The response to its start was lost. The run was found again as the project's only new run."]
    : []
}

function unknownWords(outcome: Outcome): ReadonlyArray<string> {
  const { trouble, candidates } = outcome
  if (isHandedOn(outcome)) {
    const seen = candidates?.length
      ? `It may have started one of these: ${candidates.map(runName).join(', ')}.`
      : 'No time was left to look for its run.'
    return [seen, handedOnWords]
  }
  const what = trouble === undefined ? [] : [`The response to the start was lost: ${trouble.text}`]
  const which =
    candidates === undefined
      ? "No time was left to look for it. Check the project's runs in Hex before you run this again."
      : candidates.length === 0
        ? 'No new run of the project was found. Check its runs in Hex before you run this again.'
        : `It may be one of these, and none was cancelled: ${candidates.map(runName).join(', ')}. Check them in Hex before you run this again.`
  return [...what, which]
}

/** Not Hex but something in front of it refused the start. */
function newRunWords({ candidates = [] }: Outcome): ReadonlyArray<string> {
  return candidates.length === 0
    ? []
    : [
        `New runs of the project since then, probably started by someone else. None was cancelled: ${candidates.map(runName).join(', ')}.`,
      ]
}

function troubleWords({ trouble }: Outcome): ReadonlyArray<string> {
  return trouble === undefined ? [] : [trouble.text]
}
