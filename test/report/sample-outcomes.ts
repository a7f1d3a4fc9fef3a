import type { Outcome } from '../../src/run/outcome.ts'

/** A run that completed; the changes make anything else of it. */
export function outcome(changes: Partial<Outcome> = {}): Outcome {
  return {
    conclusion: 'success',
    reason: 'completed',
    projectId: '0197c3a1-5d20-7b41-9e0f-4a7c21d35b68',
    projectTitle: 'Nightly revenue dashboard',
    attempt: 1,
    adopted: false,
    tookMs: 9_400,
    run: {
      runId: '0198e0b4-11f6-7c82-8a53-d90e6b7f1c24',
      runUrl: 'https://app.hex.tech/acme/app/0197c3a1/latest?run=1',
      status: 'COMPLETED',
      projectVersion: '42',
      elapsedMs: 8_300,
    },
    ...changes,
  }
}

/** One that failed in a cell. */
export function errored(changes: Partial<Outcome> = {}): Outcome {
  const { run, ...rest } = outcome()
  return {
    ...rest,
    conclusion: 'failure',
    reason: 'errored',
    ...(run === undefined ? {} : { run: { ...run, status: 'ERRORED' } }),
    ...changes,
  }
}
