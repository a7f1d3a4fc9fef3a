/** The name of the state in which main saves the last journal entry of a run for the post step. */
export function stateNameOf(index: number): string {
  return `journal-${index}`
}

/** The state with the number of main's runs. */
export const countName = 'runs'

/** The state with main's mark, which identifies main's notes. */
export const markName = 'main'

/** The state with the number of main's notes. */
export const notedName = 'noted'

/** Main saves under these names, in its notes and in the state, that it was asked to stop, and that it reached its end. */
export const stoppedName = 'stopped'
export const endedName = 'ended'
