/** Lets starts of one project happen one after the other, so that a lost one can be told from the others. */
export type Turns = <T>(projectId: string, work: () => Promise<T>) => Promise<T>

/** Turns for one process. Projects do not wait for each other. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  return (projectId, work) => {
    const before = last.get(projectId) ?? Promise.resolve()
    const turn = before.then(work, work)
    last.set(projectId, turn)
    return turn
  }
}
