import { expect, test } from 'vitest'
import { readProject } from '../src/hex/wire.ts'
import { wordsOf } from '../src/hex/words.ts'
import { named, quoted } from '../src/inputs/problems.ts'
import { readRunInputs } from '../src/inputs/run-inputs.ts'
import { unknownKey } from '../src/inputs/suggestion.ts'
import { firstCharacters, shortened } from '../src/plain-text.ts'
import { severalSummaryOf } from '../src/report/summary.ts'
import { outcomeWith, projectId } from './report/outcomes.ts'

test('keeps a text that fits, and shortens a longer one to the limit with an ellipsis', () => {
  expect(shortened('four', 4)).toBe('four')
  expect(shortened('fiver', 4)).toBe('fiv…')
  expect(shortened('ab😀d', 4)).toBe('ab…')
  expect(firstCharacters('ab😀d', 3)).toBe('ab')
  expect(firstCharacters('ab😀d', 4)).toBe('ab😀')
})

const cuts: ReadonlyArray<readonly [string, (text: string) => string | Promise<string>]> = [
  ['the words of a refusal', (text) => wordsOf(text).words],
  ['the title of a project', (title) => readProject({ id: 'p', title }).title],
  ['a quoted input', quoted],
  ['a named key', named],
  ['an unknown key', (key) => unknownKey(key, ['project-id'])],
  ['a bar of the timeline', (name) => severalSummaryOf([outcomeWith({ name }), outcomeWith()])],
  ['the name of a run', async (name) => (await inputsWith({ runs: [{ name }] })).join()],
  [
    'a key that no input takes',
    async (key) => (await inputsWith({ runs: [{ 'input-params': { [key]: null } }] })).join(),
  ],
]
test.each(cuts)('%s is never cut inside a character', async (_, cut) => {
  for (const start of ['', 'x']) {
    // A letter outside of the basic plane.
    const text = await cut(start + '𠮷'.repeat(1_000))
    expect(text).toContain('𠮷')
    expect(text.isWellFormed()).toBe(true)
  }
})

/** What becomes of the list: the names of its runs, or what is wrong with it. */
async function inputsWith({ runs }: { readonly runs: ReadonlyArray<object> }) {
  const list = JSON.stringify(runs.map((run) => ({ 'project-id': projectId, ...run })))
  const given = new Map([
    ['token', 'hxtw_0123456789'],
    ['runs', list],
  ])
  try {
    return (await readRunInputs((name) => given.get(name) ?? '')).runs.map(({ name }) => `${name}`)
  } catch (error) {
    return [String(error)]
  }
}
