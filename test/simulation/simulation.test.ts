import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitrarySchedule } from './arbitrary-schedule.ts'
import { brokenPromises } from './invariants.ts'
import { play } from './play.ts'
import { tellStory } from './tell-story.ts'

/**
 * `npm run simulate` sets these to search further, and to replay what it found. Without them the same lives are played
 * every time: a change is judged by what it changed, and searching is done on purpose.
 */
const runs = Number(process.env['SCHEDULES'] ?? 10_000)
const isSearch = process.env['SCHEDULES'] !== undefined
const seed =
  process.env['SEED'] === undefined
    ? isSearch
      ? undefined
      : 20_261_122
    : Number(process.env['SEED'])
const path = process.env['SCHEDULE_PATH']
/** The mutation tests want to know only that a promise is broken, and not by which smallest schedule. */
const endOnFailure = process.env['SHRINK'] === 'false'

test('whatever goes wrong and whenever the job is stopped, every promise is kept', {
  timeout: 24 * 3_600_000,
}, async () => {
  const property = fc.asyncProperty(arbitrarySchedule(), async (schedule) => {
    const story = await play(schedule)
    const broken = brokenPromises(story)
    if (broken.length > 0) throw new Error([...broken, tellStory(story)].join('\n'))
  })
  const details = await fc.check(property, {
    numRuns: runs,
    endOnFailure,
    ...(seed === undefined ? {} : { seed }),
    ...(path === undefined ? {} : { path }),
  })
  const replay = `Replay it alone: npm run simulate -- --seed ${details.seed} --path ${details.counterexamplePath}`
  expect(details.failed, `${String(details.errorInstance)}\n${replay}`).toBe(false)
})
