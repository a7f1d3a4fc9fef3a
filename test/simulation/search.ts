import * as fc from 'fast-check'
import { arbitrarySchedule } from './arbitrary-schedule.ts'
import { brokenPromises } from './invariants.ts'
import { play } from './play.ts'
import { tellStory } from './tell-story.ts'

/** Lives that are played from one seed. */
export const livesPerSeed = 10_000

/** A life that broke a promise, as small as it could be made. */
export interface Finding {
  readonly seed: number
  /** Which of the seed's lives, and how it was made smaller. */
  readonly path: string
  /** Lives that were played until it was found. */
  readonly lives: number
  readonly story: string
}

export interface SearchOptions {
  /** Plays only the life that was found there. */
  readonly path?: string
  /** Whether a life that breaks a promise is made smaller, which takes a while. */
  readonly shrink?: boolean
}

/**
 * Plays the lives that a seed draws until one breaks a promise, and then makes that one as small as it goes.
 */
export async function search(
  seed: number,
  lives = livesPerSeed,
  { path, shrink = true }: SearchOptions = {},
): Promise<Finding | undefined> {
  const property = fc.asyncProperty(arbitrarySchedule(), async (schedule) => {
    const story = await play(schedule)
    const broken = brokenPromises(story)
    if (broken.length > 0) throw new Error([...broken, tellStory(story)].join('\n'))
  })
  const { stackTraceLimit } = Error
  // A tenth of the time went into stack traces that nobody reads; the replay of a finding has them.
  if (path === undefined) Error.stackTraceLimit = 0
  const details = await fc.check(property, {
    numRuns: lives,
    seed,
    endOnFailure: !shrink,
    ...(path === undefined ? {} : { path }),
  })
  Error.stackTraceLimit = stackTraceLimit
  if (!details.failed) return undefined
  const { errorInstance } = details
  const isFound = errorInstance instanceof Error
  return {
    seed: details.seed,
    path: details.counterexamplePath ?? '',
    lives: details.numRuns,
    story: isFound ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance),
  }
}

/** The command that plays a finding alone. */
export function replayOf({ seed, path }: Finding): string {
  return `npm run simulate -- --seed ${seed} --path ${path}`
}
