import type { RunOutputName } from '../inputs/contract.ts'
import { durationMs } from '../run/history.ts'
import { type ClearedRun, leadingOutcome, type Outcome } from '../run/outcome.ts'

/** One run in the `results` output. A fact that is not known is null. */
export interface Result {
  readonly name: string | null
  readonly project_id: string | null
  readonly project_title: string | null
  readonly project_version: string | null
  readonly run_id: string | null
  readonly run_url: string | null
  readonly status: string | null
  readonly conclusion: string
  readonly reason: string
  readonly attempt: number
  readonly trace_id: string | null
  readonly start_time: string | null
  readonly end_time: string | null
  readonly elapsed_seconds: number | null
  /** What `cancel-active` did; null where it was not set, or its turn did not come. */
  readonly cancelled_runs: ReadonlyArray<CancelledRun> | null
}

/** A run that `cancel-active` chose, in the `results` output. */
export interface CancelledRun {
  readonly run_id: string
  readonly run_url: string | null
  readonly status: string | null
  readonly trigger: string | null
  readonly start_time: string | null
  readonly result: ClearedRun['result']
}

/** An outcome in the words of the `results` output. */
export function resultOf(outcome: Outcome): Result {
  const { run } = outcome
  const took = run === undefined ? undefined : durationMs(run)
  return {
    name: outcome.name ?? null,
    project_id: outcome.projectId || null,
    project_title: outcome.projectTitle ?? null,
    project_version: run?.projectVersion ?? null,
    run_id: run?.runId ?? null,
    run_url: run?.runUrl ?? null,
    status: run?.status || null,
    conclusion: outcome.conclusion,
    reason: outcome.reason,
    attempt: outcome.attempt,
    trace_id: run?.traceId ?? outcome.trouble?.traceId ?? null,
    start_time: run?.startTime ?? null,
    end_time: run?.endTime ?? null,
    elapsed_seconds: took === undefined ? null : Math.round(took / 100) / 10,
    cancelled_runs: outcome.cleared?.slice(0, maxCancelled).map(cancelledRun) ?? null,
  }
}

/** GitHub keeps an output of up to 1 MB (as UTF-16); up to 2,000 runs could be cancelled. */
const maxCancelled = 500

function cancelledRun({ run, result }: ClearedRun): CancelledRun {
  return {
    run_id: run.runId,
    run_url: run.runUrl ?? null,
    status: run.status || null,
    trigger: run.runTrigger ?? null,
    start_time: run.startTime ?? null,
    result,
  }
}

/** The plain outputs and the list: the plain ones are those of the leading outcome. */
export function outputsOf(
  outcomes: ReadonlyArray<Outcome>,
): Readonly<Partial<Record<RunOutputName, string>>> {
  const results = outcomes.map(resultOf)
  const leading = leadingOutcome(outcomes)
  if (leading === undefined) return { results: '[]' }
  const shown = resultOf(leading)
  const text = (value: string | number | null) => (value === null ? '' : String(value))
  return {
    'run-id': text(shown.run_id),
    'run-url': text(shown.run_url),
    status: text(shown.status),
    conclusion: shown.conclusion,
    'project-id': text(shown.project_id),
    'project-title': text(shown.project_title),
    'project-version': text(shown.project_version),
    'trace-id': text(shown.trace_id),
    'start-time': text(shown.start_time),
    'end-time': text(shown.end_time),
    'elapsed-seconds': text(shown.elapsed_seconds),
    results: JSON.stringify(results),
  }
}
