/** What a status means for a step that waits. */
export type Progress = 'going' | 'completed' | 'errored' | 'killed' | 'no-kernel'

/** The status of a run before its first status request. */
export const unseen = ''

/**
 * The statuses are those of Hex's OpenAPI document (2025 and 2026). Hex added UNABLE_TO_ALLOCATE_KERNEL later, so it may
 * add more. An unknown status is neither an end nor a success.
 */
export function progressOf(status: string): Progress {
  switch (status) {
    case 'COMPLETED':
      return 'completed'
    case 'ERRORED':
      return 'errored'
    case 'KILLED':
      return 'killed'
    case 'UNABLE_TO_ALLOCATE_KERNEL':
      return 'no-kernel'
    default:
      return 'going'
  }
}

export function hasEnded(status: string): boolean {
  return progressOf(status) !== 'going'
}

/** Is this one of the statuses that Hex documents? */
export function isKnownStatus(status: string): boolean {
  return status === 'PENDING' || status === 'RUNNING' || hasEnded(status)
}
