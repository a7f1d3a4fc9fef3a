import type { KnownRun } from '../hex/wire.ts'
import { type RunOutputName, runOutputNames } from '../inputs/contract.ts'
import { durationMs } from '../run/history.ts'
import { leadingOutcome, type Outcome } from '../run/outcome.ts'

/** One run in the `results` output. A fact that is not known is null. */
export function resultOf(outcome: Outcome) {
  const { run } = outcome
  const tookMs = run === undefined ? undefined : durationMs(run)
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
    elapsed_seconds: tookMs === undefined ? null : Math.round(tookMs / 100) / 10,
    // What `cancel-active` did; null if it was not set, or the step did not get that far.
    cancelled_runs:
      outcome.cleared
        ?.slice(0, maxCancelled)
        .map(({ run, result }) => ({ ...cancelledRun(run), result })) ?? null,
  }
}

/** GitHub limits an output to 1 MB (as UTF-16), and up to 2,000 runs can be cancelled. 500 take about 300 KB. */
const maxCancelled = 500

/** A run that was to be cancelled. */
export function cancelledRun(run: KnownRun | undefined) {
  return {
    run_id: run?.runId ?? null,
    run_url: run?.runUrl ?? null,
    status: run?.status || null,
    trigger: run?.runTrigger ?? null,
    start_time: run?.startTime ?? null,
  }
}

/** The list of all runs, and the single outputs, which are those of the leading outcome. */
export function outputsOf(
  outcomes: ReadonlyArray<Outcome>,
): Readonly<Partial<Record<RunOutputName, string>>> {
  const leading = leadingOutcome(outcomes)
  if (leading === undefined) return { results: '[]' }
  const facts: Readonly<Record<string, unknown>> = resultOf(leading)
  const textOf = (name: RunOutputName) => String(facts[name.replaceAll('-', '_')] ?? '')
  return {
    ...Object.fromEntries(leadingNames.map((name) => [name, textOf(name)])),
    results: JSON.stringify(outcomes.map(resultOf)),
  }
}

/** The other outputs are not about one run. */
const leadingNames = runOutputNames.filter((name) => name !== 'chart-paths' && name !== 'results')
