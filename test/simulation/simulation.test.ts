import { expect, test } from 'vitest'
import { livesPerSeed, replayOf, search } from './search.ts'

/** The same lives every time: a change is judged by what it changed, and `npm run simulate` searches for new ones. */
const seed = 20_261_122
/** The mutation tests play few lives, and want to know only that one breaks a promise, not which is the smallest. */
const fewLives = process.env['MUTATION_LIVES']

test('whatever goes wrong and whenever the job is stopped, every promise is kept', {
  timeout: 300_000,
}, async () => {
  const finding =
    fewLives === undefined
      ? await search(seed, livesPerSeed)
      : await search(seed, Number(fewLives), { shrink: false })
  expect(finding === undefined ? '' : `${finding.story}\n${replayOf(finding)}`).toBe('')
})
