import { expect, test } from 'vitest'
import { livesPerSeed, replayOf, search } from './search.ts'

/** The same lives every time: a change is judged by what it changed, and `npm run simulate` searches for new ones. */
const seed = 20_261_122

test('whatever goes wrong and whenever the job is stopped, every promise is kept', {
  timeout: 300_000,
}, async () => {
  const finding = await search(seed, livesPerSeed)
  expect(finding === undefined ? '' : `${finding.story}\n${replayOf(finding)}`).toBe('')
})
