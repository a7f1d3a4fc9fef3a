import { Session } from 'node:inspector/promises'

/** How much work something is, in entered blocks of code. */
export type WorkOf = (act: () => unknown) => Promise<number>

/**
 * Counts the work that JavaScript does, in our code and in what it calls: how often its blocks are entered, as V8
 * counts them. A figure is of use beside another one: twice the input has to be about twice the work. It says the
 * same on a slow machine, and nothing of what V8 does itself (regular expressions, JSON). Code is counted that
 * first ran after this was called.
 */
export async function countingWork(): Promise<WorkOf> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const taken = async () => {
    // Taking the counts sets them back to none.
    const { result } = await session.post('Profiler.takePreciseCoverage')
    return result
      .flatMap(({ functions }) => functions)
      .flatMap(({ ranges }) => ranges)
      .reduce((sum, { count }) => sum + count, 0)
  }
  const count = async (act: () => unknown) => {
    await taken()
    await act()
    return taken()
  }
  // V8 now and then loses counts, so the higher of two is the work.
  return async (act) => Math.max(await count(act), await count(act))
}
