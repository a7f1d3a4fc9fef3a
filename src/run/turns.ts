/**
 * Lets starts of one project happen one after the other, so that a lost one can be told from the others.
 * @param patience work that has not begun when this resolves is never done; the result is then undefined.
 */
export type Turns = <T>(
  projectId: string,
  work: () => Promise<T>,
  patience?: Promise<unknown>,
) => Promise<T | undefined>

/** Turns for one process. Projects do not wait for each other. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  return (projectId, work, patience) => {
    const before = last.get(projectId) ?? Promise.resolve()
    let begun = false
    let over = false
    const begin = async () => {
      if (over) return undefined
      begun = true
      return work()
    }
    const turn = before.then(begin, begin)
    last.set(projectId, turn)
    const end = patience?.then(() => {
      over = !begun
      return begun ? turn : undefined
    })
    return end === undefined ? turn : Promise.race([turn, end])
  }
}
