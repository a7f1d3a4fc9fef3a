import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stringify } from 'yaml'
import { sampleToken } from '../../test/hex-simulator/auth.ts'
import type { HexSimulator } from '../../test/hex-simulator/server.ts'
import { runAction } from '../../test/runner-host/host.ts'
import { createLogPrinter } from '../../test/runner-host/log-printer.ts'
import type { DemoScene } from './scenes.ts'
import { summaryPage } from './summary-page.ts'

/** Where a scene is played. */
export interface Stage {
  readonly simulator: HexSimulator
  /** Its number, for the title line. */
  readonly heading: string
  /** Receives the rendered job summaries. */
  readonly folder: string
  readonly colours: boolean
}

/** What a scene left: its job summary in Markdown, and its claims that turned out untrue. */
export interface PlayedScene {
  readonly summary: string
  readonly untrue: ReadonlyArray<string>
}

/** Plays a scene on the packaged action and prints what a person would see. */
export async function playScene(scene: DemoScene, stage: Stage): Promise<PlayedScene> {
  const { simulator, colours } = stage
  const bold = (text: string) => (colours ? `\u001b[1m${text}\u001b[0m` : text)
  console.log(`\n${bold(`── ${stage.heading}: ${scene.title} ──`)}\n${scene.story}\n`)
  console.log(indented(stringify([{ uses: './', with: scene.with }])))

  const { world } = simulator
  const before = new Set(world.runs().map((run) => run.id))
  scene.prepare?.(world)
  const report = await runAction({
    actionDir: resolve(import.meta.dirname, '../..'),
    with: { ...scene.with, 'base-url': simulator.url },
    // A proxy of this machine's network has no way to a server on loopback.
    env: { HEX_API_TOKEN: sampleToken, no_proxy: '127.0.0.1' },
    secrets: [sampleToken],
    github: { job: scene.job },
    ...(scene.cancel === undefined ? {} : { cancel: scene.cancel }),
    onEvent: createLogPrinter({ write: (text) => process.stdout.write(indented(text)), colours }),
  })

  console.log('\nOutputs for later steps:')
  console.log(indented(outputLines(report.main.outputs)))
  const { summary } = report.main
  const page = join(stage.folder, `${scene.job}.html`)
  writeFileSync(page, summaryPage(summary, { title: scene.job, theme: 'light', widthPx: 900 }))
  console.log(`The job summary: ${pathToFileURL(page).href}`)
  const newRuns = world
    .runs()
    .filter((run) => run.projectId === scene.with['project-id'] && !before.has(run.id))
  const claims = scene.claims({ report, world, newRuns })
  console.log('')
  for (const { sentence, holds } of claims) console.log(`${holds ? '✓' : '✗'} ${sentence}`)
  const untrue = claims.filter(({ holds }) => !holds)
  return {
    summary,
    untrue: untrue.map(({ sentence }) => `${scene.title}: ${sentence}`),
  }
}

/** One output a line; a long one is cut, because the list of results is JSON. */
function outputLines(outputs: Readonly<Record<string, string>>): string {
  return Object.entries(outputs)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value.length > 90 ? `${value.slice(0, 89)}…` : value}`)
    .join('\n')
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '    ')
}
