import { expect, test } from 'vitest'
import { type Allowances, brokenPromises } from './promises.ts'
import { openStage, type Stage, type StageOptions } from './stage.ts'
import { timelineOf } from './timeline.ts'

export { outputsOf, resultOf } from './promises.ts'
export { endless, type Job, passed, quick, type Stage } from './stage.ts'

/**
 * A test that is a story: a stage is set, the story is told, and at its end every promise is checked that holds
 * in all stories (`promises.ts`). Stories of a file are told side by side, since most of their time is waiting.
 */
export function story(
  name: string,
  options: StageOptions & {
    readonly allow?: Allowances
    /** The story fails for a bug that is known and not mended yet; the mended product fails this mark instead. */
    readonly knownBug?: string
  },
  tell: (stage: Stage) => Promise<void>,
): void {
  const { allow, knownBug, ...stageOptions } = options
  const tellIt = knownBug === undefined ? test.concurrent : test.concurrent.fails
  tellIt(name, { timeout: 150_000 }, async () => {
    const stage = await openStage(stageOptions)
    try {
      await tell(stage)
      expect(stage.jobs()).not.toEqual([])
      expect(stage.jobs().flatMap((job) => job.missedCancels)).toEqual([])
      expect(brokenPromises(stage, allow)).toEqual([])
    } catch (error) {
      if (knownBug === undefined) console.error(`${name}\n${timelineOf(stage)}`)
      throw error
    } finally {
      await stage.close()
    }
  })
}
