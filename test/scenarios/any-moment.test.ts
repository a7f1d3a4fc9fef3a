import { expect, test } from 'vitest'
import { playMoments } from './any-moment.ts'

/** Half a minute on two cores; the workflow `full` plays 2,000 every night (`npm run any-moment -- 2000`). */
const count = 40

test('keeps every promise whenever and however a job is interrupted', {
  timeout: 900_000,
}, async () => {
  expect(await playMoments(count, 1)).toEqual([])
})
