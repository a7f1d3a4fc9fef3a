import type { Outcome } from '../run/outcome.ts'
import { verdictLine } from './verdict.ts'

/** A line on the run's page and the pull request. */
export interface Annotation {
  readonly level: 'error' | 'warning'
  readonly title: string
  readonly message: string
}

/** The annotation of an outcome; undefined where there is nothing to point at. */
export function annotationOf(outcome: Outcome): Annotation | undefined {
  const message = verdictLine(outcome)
  switch (outcome.conclusion) {
    case 'failure':
      return { level: 'error', title: 'Hex run failed', message }
    case 'timed_out':
      return { level: 'error', title: 'Hex run timed out', message }
    case 'cancelled':
      return { level: 'warning', title: 'Hex run cancelled', message }
    case 'success':
    case 'detached':
    case 'dry_run':
      return outcome.adopted
        ? { level: 'warning', title: 'Hex run found again', message }
        : undefined
  }
  return outcome.conclusion satisfies never
}
