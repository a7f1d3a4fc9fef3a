/**
 * `npm run demo`: three stories of the packaged action against a simulated Hex, shown as a person would see
 * them. The exit code is 0 only when every story went as told.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHexSimulator } from '../../test/hex-simulator/server.ts'
import { demoWorkspace, scenes } from './scenes.ts'
import { playScene } from './stage.ts'

const beganAtMs = performance.now()
const simulator = await startHexSimulator(demoWorkspace())
const colours = process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === ''
const folder = mkdtempSync(join(tmpdir(), 'hex-run-action-demo-'))
const failed: Array<string> = []
try {
  console.log(`A simulated Hex with sample data is running at ${simulator.url}.`)
  for (const [index, scene] of scenes.entries()) {
    const heading = `${index + 1} of ${scenes.length}`
    const { untrue } = await playScene(scene, { simulator, heading, folder, colours })
    failed.push(...untrue)
  }
} finally {
  await simulator.close()
}

const seconds = Math.round((performance.now() - beganAtMs) / 1000)
if (failed.length === 0) console.log(`\nAll ${scenes.length} scenes passed in ${seconds} s.`)
else {
  console.log(`\nFailed:\n${failed.map((sentence) => `  ${sentence}`).join('\n')}`)
  process.exitCode = 1
}
