import type { RunOutputName } from '../inputs/contract.ts'
import { durationMs } from '../run/history.ts'
import { isGreen, type Outcome } from '../run/outcome.ts'

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
  }
}

/** The plain outputs and the list: the plain ones speak of the first run that did not succeed, else of the first. */
export function outputsOf(
  outcomes: ReadonlyArray<Outcome>,
): Readonly<Partial<Record<RunOutputName, string>>> {
  const results = outcomes.map(resultOf)
  const failed = outcomes.findIndex((outcome) => !isGreen(outcome.conclusion))
  const told = results[Math.max(0, failed)]
  if (told === undefined) return { results: '[]' }
  const text = (value: string | number | null) => (value === null ? '' : String(value))
  return {
    'run-id': text(told.run_id),
    'run-url': text(told.run_url),
    status: text(told.status),
    conclusion: told.conclusion,
    'project-id': text(told.project_id),
    'project-title': text(told.project_title),
    'project-version': text(told.project_version),
    'trace-id': text(told.trace_id),
    'start-time': text(told.start_time),
    'end-time': text(told.end_time),
    'elapsed-seconds': text(told.elapsed_seconds),
    results: JSON.stringify(results),
  }
}
