/**
 * How soon a job has started its run, beside a node that does nothing, and what the parts of the way cost:
 * `node bench/start.ts [rounds]`. All are measured in one loop, so that they share the machine's moods.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sampleToken } from '../test/hex-simulator/auth.ts'
import { type HexSimulator, startHexSimulator } from '../test/hex-simulator/server.ts'
import { openStep, publish, root, rowOf, startNode } from './measure.ts'

const rounds = Number(process.argv[2] ?? '30')
const projectId = '0197c3a1-5d20-7b41-9e0f-4a7c21d35b68'

const parts = mkdtempSync(path.join(tmpdir(), 'bench-start-'))
// Leaves in build/ what the bundles below are made of.
run([path.join(root, 'scripts/build.ts'), '--out', path.join(parts, 'dist')])
const undici = bundleOf(
  'undici',
  "import Pool from 'undici/lib/dispatcher/pool.js'\nif (!Pool) throw 0\n",
)
const core = bundleOf(
  'core',
  "import { info, setOutput, saveState, summary, setSecret } from '@actions/core'\nif (![info, setOutput, saveState, summary, setSecret]) throw 0\n",
)

const samples = {
  node: [] as Array<number>,
  undici: [] as Array<number>,
  core: [] as Array<number>,
  refused: [] as Array<number>,
  firstRequest: [] as Array<number>,
  start: [] as Array<number>,
}
for (let round = 0; round < rounds; round += 1) {
  samples.node.push(await startNode(['-e', '0']).exited)
  samples.undici.push(await startNode([undici]).exited)
  samples.core.push(await startNode([core]).exited)
  samples.refused.push(await untilRefused())
  const { firstRequestMs, startMs } = await untilStarted()
  samples.firstRequest.push(firstRequestMs)
  samples.start.push(startMs)
}
rmSync(parts, { recursive: true })

const rows = [
  rowOf('node -e 0', samples.node),
  rowOf('node with the part of undici', samples.undici),
  rowOf('node with the part of @actions/core', samples.core),
  rowOf('the action, to its end, inputs refused', samples.refused),
  rowOf('the action, to its first request at Hex', samples.firstRequest),
  rowOf('the action, to RunProject at Hex', samples.start),
]
const times = (of: 'minMs' | 'medianMs') =>
  Math.round(((rows[5]?.[of] ?? 0) / (rows[0]?.[of] ?? 1)) * 100) / 100
publish('start', rows, {
  'RunProject in times of node -e 0, fastest': times('minMs'),
  'RunProject in times of node -e 0, median': times('medianMs'),
})

async function untilRefused(): Promise<number> {
  const step = openStep({})
  const tookMs = await startNode([step.script], step.env).exited
  step.close()
  return tookMs
}

async function untilStarted() {
  const hex = await startHexSimulator({
    projects: [{ id: projectId, plans: [{ pendingMs: 0, runningMs: 0 }] }],
  })
  const step = openStep({
    token: sampleToken,
    'base-url': hex.url,
    'project-id': projectId,
    wait: 'false',
  })
  const main = startNode([step.script], step.env)
  const since = (operation: Parameters<HexSimulator['whenReceived']>[0]) =>
    hex.whenReceived(operation).then(() => performance.now() - main.spawnedAtMs)
  const [firstRequestMs, startMs] = await Promise.all([since('GetProject'), since('RunProject')])
  await main.exited
  await hex.close()
  step.close()
  return { firstRequestMs, startMs }
}

/** A bundle made as the action's own is, of a few imports alone. */
function bundleOf(name: string, source: string): string {
  const folder = path.join(root, 'build/bench')
  mkdirSync(folder, { recursive: true })
  const entry = path.join(folder, `${name}.js`)
  writeFileSync(entry, source)
  const out = path.join(parts, name)
  const ncc = path.join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js')
  run([ncc, 'build', entry, '-o', out, '--quiet', '--no-cache'])
  return path.join(out, 'index.js')
}

function run(args: ReadonlyArray<string>): void {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}
