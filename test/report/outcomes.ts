import type { Run } from '../../src/hex/wire.ts'
import type { Outcome, Reason } from '../../src/run/outcome.ts'

export const projectId = '019814d7-a5f1-7008-b413-872974a7a308'
export const runId = '019a26ea-83df-7003-a89d-abc76d32842e'
export const runUrl = `https://app.hex.tech/acme/hex/${projectId}/run/${runId}`

/** A run that took a minute and a half. */
export const completedRun: Run = {
  runId,
  status: 'COMPLETED',
  runUrl,
  projectVersion: '12',
  runTrigger: 'API',
  traceId: 't-1',
  startTime: '2026-03-01T12:00:00.000Z',
  endTime: '2026-03-01T12:01:30.000Z',
  elapsedMs: 90_400,
}

/** The outcome of a run that COMPLETED, with changes. */
export function outcomeWith(more: Partial<Outcome> = {}): Outcome {
  return {
    conclusion: 'success',
    reason: 'completed',
    projectId,
    projectTitle: 'Daily revenue',
    run: completedRun,
    attempt: 1,
    adopted: false,
    tookMs: 100_000,
    ...more,
  }
}

/** The outcome of a run that failed in a cell. */
export function erroredWith(more: Partial<Outcome> = {}): Outcome {
  const run = { ...completedRun, status: 'ERRORED' }
  return outcomeWith({ conclusion: 'failure', reason: 'errored', run, ...more })
}

/** An outcome in which no run is known. */
export function runlessWith(more: Partial<Outcome> & { readonly reason: Reason }): Outcome {
  const { run: _, ...rest } = outcomeWith({ conclusion: 'failure', attempt: 0 })
  return { ...rest, ...more }
}
