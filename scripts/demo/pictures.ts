/**
 * `npm run pictures`: plays the README's two scenes on the packaged action and takes a picture of each job summary,
 * light and dark, into `docs/pictures`. Needs Chromium (`CHROMIUM_PATH`, or `chromium` on the PATH) and a font with
 * emoji. Retake the pictures when the words of a summary change.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startHexSimulator } from '../../test/hex-simulator/server.ts'
import { demoWorkspace, erroredScene, scenes } from './scenes.ts'
import { playScene } from './stage.ts'
import { summaryPage } from './summary-page.ts'

const chromium = process.env['CHROMIUM_PATH'] ?? 'chromium'
const widthPx = 760
const pictures = resolve(import.meta.dirname, '../../docs/pictures')
const folder = mkdtempSync(join(tmpdir(), 'hex-run-action-pictures-'))
const simulator = await startHexSimulator(
  demoWorkspace({ pendingMs: 800, runningMs: 12_000, end: 'ERRORED' }),
)
try {
  mkdirSync(pictures, { recursive: true })
  for (const [name, scene] of Object.entries({ completed: scenes[0], errored: erroredScene })) {
    if (scene === undefined) continue
    const stage = { simulator, heading: name, folder, colours: false }
    const { summary, untrue } = await playScene(scene, stage)
    if (untrue.length > 0) throw new Error(untrue.join('\n'))
    for (const theme of ['light', 'dark'] as const) {
      const page = summaryPage(summary, { title: scene.job, theme, widthPx })
      takePicture(page, join(pictures, `${name}-${theme}.png`))
    }
  }
} finally {
  await simulator.close()
  rmSync(folder, { recursive: true, force: true })
}

/** The page's own script writes its height into the title: a headless window does not grow with its content. */
function takePicture(page: string, png: string) {
  const path = join(folder, 'page.html')
  const tellHeight =
    '<script>document.title = document.querySelector("main").getBoundingClientRect().bottom</script>'
  writeFileSync(path, page.replace(/<meta http-equiv[^>]*>/, '').replace('</body>', tellHeight))
  const [, height] = /<title>([\d.]+)</.exec(browse(path, 2_000, '--dump-dom')) ?? []
  if (height === undefined) throw new Error('Chromium did not report the height of the page.')
  writeFileSync(path, page)
  browse(path, Math.ceil(Number(height)) + 16, `--screenshot=${png}`)
}

function browse(path: string, heightPx: number, ...actions: ReadonlyArray<string>): string {
  const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--hide-scrollbars',
    '--force-device-scale-factor=2',
    `--user-data-dir=${folder}`,
    `--window-size=${widthPx},${heightPx}`,
  ]
  const args = [...flags, ...actions, pathToFileURL(path).href]
  return execFileSync(chromium, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}
