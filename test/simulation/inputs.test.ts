import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitrarySchedule } from './arbitrary-schedule.ts'
import { inputsOfReplays, type Schedule } from './schedule.ts'

/** Everything that a schedule's runs can ask for, as one record a run. */
const asked = ({ runs, together }: Schedule) =>
  runs.map((run) => ({ ...run, ...together, runs: runs.length }))

const sampled = fc.sample(arbitrarySchedule(), { seed: 1, numRuns: 400 }).flatMap(asked)

test('the replays vary each input that is listed as varied', () => {
  const fixed = Object.entries(inputsOfReplays).flatMap(([input, how]) => {
    if (!('by' in how)) return []
    return new Set(sampled.map((run) => run[how.by])).size < 2 ? [input] : []
  })
  expect(fixed).toEqual([])
})

test('each field of a replayed run belongs to an input', () => {
  const varied = Object.values(inputsOfReplays).flatMap((how) => ('by' in how ? how.by : []))
  expect(Object.keys(sampled[0] ?? {}).toSorted()).toEqual(varied.toSorted())
})
