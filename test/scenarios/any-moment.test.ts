import { expect, test } from 'vitest'
import { playMoments } from './any-moment.ts'

/** About two minutes on two cores, most of them waiting; `npm run any-moment -- 5000 --seed 7` plays more. */
const count = 200

test('whenever and however a job is interrupted, every promise holds', {
  timeout: 900_000,
}, async () => {
  expect(await playMoments(count, 1)).toEqual([])
})
