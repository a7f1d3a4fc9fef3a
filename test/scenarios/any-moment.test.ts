import { expect, test } from 'vitest'
import { playMoments } from './any-moment.ts'

/** About a minute on two cores; `npm run any-moment -- 5000 --seed 7` plays more. */
const count = 60

test('whenever and however a job is interrupted, every promise holds', {
  timeout: 300_000,
}, async () => {
  expect(await playMoments(count, 1)).toEqual([])
})
