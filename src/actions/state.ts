/** The name under which main keeps the last entry of one run's journal for the post step. */
export function stateNameOf(index: number): string {
  return `journal-${index}`
}

/** The name under which main keeps how many runs it has. */
export const countName = 'runs'

/** The name under which main keeps its mark, by which post knows main's notes. */
export const markName = 'main'

/** The name under which main keeps how many lines it has noted for the post step. */
export const notedName = 'noted'

/** Main notes under these names, in its notes and in the state, that it was told to stop, and that it came to its end. */
export const stoppedName = 'stopped'
export const endedName = 'ended'
