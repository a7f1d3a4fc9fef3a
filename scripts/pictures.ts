/**
 * `npm run pictures`: plays stories on the simulated Hex and takes pictures of what their readers see, as GitHub shows
 * it, for the README and `docs/`. Needs an installed Chromium and a font with emoji. What it writes is committed, so a
 * picture is taken anew only where its words have changed.
 *
 * `npm run pictures -- folder` takes all of them, light and dark, narrow and wide, into another folder, to be looked at.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { allPicturesOf, picturesOf } from './pictures/files.ts'
import { stories } from './pictures/stories.ts'
import { takePicturesOf } from './pictures/take.ts'
import { tellStory } from './pictures/tell.ts'

const committed = resolve(import.meta.dirname, '../docs/pictures')
const words = join(committed, 'summaries.json')
const [elsewhere] = process.argv.slice(2)
await (elsewhere === undefined ? takeWhatChanged() : takeAll(resolve(elsewhere)))

async function takeWhatChanged() {
  mkdirSync(committed, { recursive: true })
  // The words in the pictures, so that a test without Chromium can tell when they are out of date.
  const before: Readonly<Record<string, unknown>> = existsSync(words)
    ? JSON.parse(readFileSync(words, 'utf8'))
    : {}
  const now: Record<string, ReadonlyArray<string>> = {}
  for (const story of stories) {
    const told = await tellStory(story)
    const lines = told.markdown.split('\n')
    now[story.name] = lines
    const files = picturesOf(story)
    const isThere = files.every(({ name }) => existsSync(join(committed, name)))
    if (isThere && JSON.stringify(before[story.name]) === JSON.stringify(lines)) continue
    await takePicturesOf(story, told, files, committed)
    console.log(`${story.name}: ${files.length} pictures`)
  }
  writeFileSync(words, `${JSON.stringify(now, undefined, 2)}\n`)
}

async function takeAll(folder: string) {
  mkdirSync(folder, { recursive: true })
  for (const story of stories) {
    const told = await tellStory(story)
    writeFileSync(join(folder, `${story.name}.md`), told.markdown)
    await takePicturesOf(story, told, allPicturesOf(story), folder)
    console.log(join(folder, story.name))
  }
}
