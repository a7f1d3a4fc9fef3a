import type { CancelOutcome, Result } from '../cancel/outcome.ts'
import type { cancelOutputNames } from '../inputs/cancel-inputs.ts'

/** One run in the `results` output. Without `run_id`, it is a project whose runs could not be listed. */
export interface CancelResult {
  readonly project_id: string
  readonly run_id: string | null
  readonly run_url: string | null
  readonly status: string | null
  readonly trigger: string | null
  readonly start_time: string | null
  readonly result: Result | 'unreadable'
  readonly error: string | null
  readonly trace_id: string | null
}

type CancelOutputs = Readonly<Record<(typeof cancelOutputNames)[number], string>>

/** Max results. GitHub limits an output to 1 MB (as UTF-16), and this many are far below. */
const maxResults = 1_000

/** The outputs. Without an outcome (invalid inputs), those of a step that cancelled nothing. */
export function cancelOutputs(outcome: CancelOutcome | undefined): CancelOutputs {
  const { runs, failures } = outcome ?? { runs: [], failures: [] }
  const taken: ReadonlyArray<Result> = ['cancelled', 'requested', 'unconfirmed']
  const cancelled = runs.filter(({ result }) => taken.includes(result))
  const results: ReadonlyArray<CancelResult> = [
    ...failures.map(({ projectId, trouble }) => ({
      project_id: projectId,
      run_id: null,
      run_url: null,
      status: null,
      trigger: null,
      start_time: null,
      result: 'unreadable' as const,
      error: trouble.text,
      trace_id: trouble.traceId ?? null,
    })),
    ...runs.map(({ projectId, run, result, trouble }) => ({
      project_id: projectId,
      run_id: run.runId,
      run_url: run.runUrl ?? null,
      status: run.status,
      trigger: run.runTrigger ?? null,
      start_time: run.startTime ?? null,
      result,
      error: trouble?.text ?? null,
      trace_id: trouble?.traceId ?? run.traceId ?? null,
    })),
  ]
  return {
    'cancelled-count': String(cancelled.length),
    'cancelled-run-ids': JSON.stringify(cancelled.map(({ run }) => run.runId).slice(0, 10_000)),
    results: JSON.stringify(results.slice(0, maxResults)),
  }
}
