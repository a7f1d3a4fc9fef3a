/**
 * `npm run pictures`: plays stories on the simulated Hex and takes pictures of their job summaries, as GitHub
 * shows them, for the README and `docs/`. Needs an installed Chromium. What it writes is committed.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { stories, summaryOfStory } from './pictures/stories.ts'
import { screenshot } from './render/screenshot.ts'
import { renderSummary } from './render/summary.ts'

const folder = resolve(import.meta.dirname, '../docs/pictures')
const widthPx = 760
mkdirSync(folder, { recursive: true })
const pages = mkdtempSync(join(tmpdir(), 'hex-run-action-pictures-'))
// The words in the pictures, so that a test without Chromium can tell when they are out of date.
const summaries: Record<string, ReadonlyArray<string>> = {}
try {
  for (const story of stories) {
    const markdown = await summaryOfStory(story)
    summaries[story.name] = markdown.split('\n')
    for (const theme of ['light', 'dark'] as const) {
      const page = join(pages, `${story.name}-${theme}.html`)
      const picture = join(folder, `${story.name}-${theme}.png`)
      writeFileSync(page, renderSummary(markdown, { title: story.job, theme, widthPx }))
      await screenshot(page, picture, { widthPx, deviceScaleFactor: 2 })
      console.log(
        `${relative(process.cwd(), picture)}: ${Math.ceil(statSync(picture).size / 1000)} kB`,
      )
    }
  }
  writeFileSync(join(folder, 'summaries.json'), `${JSON.stringify(summaries, undefined, 2)}\n`)
} finally {
  rmSync(pages, { recursive: true, force: true })
}
