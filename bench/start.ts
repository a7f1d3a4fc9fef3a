/**
 * Time from process start to RunProject at Hex, as a multiple of `node -e 0`, and what the parts of it cost:
 * `node bench/start.ts [rounds]`. Beside it, a script that sends one POST with Node's `fetch`. Everything is measured
 * in one loop, so that all rows share the machine's load.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { sampleToken } from '../test/hex-simulator/auth.ts'
import { type HexSimulator, startHexSimulator } from '../test/hex-simulator/server.ts'
import { percentile, provenance, rounded, writeResult } from './figures.ts'
import { openStep, root, rowOf, startNode } from './measure.ts'
import { openSlow, openTls } from './network.ts'
import { processTable } from './process-result.ts'
import { roundTripMs, type StartResult, startTable } from './start-result.ts'

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

const networks = ['plain', 'tls', 'slow'] as const
type Network = (typeof networks)[number]
/** The environment of a client that trusts the certificate of `openTls`. */
const trusting = { NODE_EXTRA_CA_CERTS: path.join(root, 'test/hex/localhost-certificate.pem') }
/** What a job would do without the action to start a run: one request, and no wait for it. */
const bare = `const { HEX, TOKEN } = process.env
fetch(HEX, { method: 'POST', headers: { authorization: 'Bearer ' + TOKEN, 'content-type': 'application/json' }, body: '{}' })`

const samples = {
  node: [] as Array<number>,
  undici: [] as Array<number>,
  core: [] as Array<number>,
  refused: [] as Array<number>,
  firstRequest: [] as Array<number>,
  action: { plain: [], tls: [], slow: [] } as Record<Network, Array<number>>,
  fetch: { plain: [], tls: [], slow: [] } as Record<Network, Array<number>>,
}
for (let round = 0; round < rounds; round += 1) {
  samples.node.push(await startNode(['-e', '0']).exited)
  samples.undici.push(await startNode([undici]).exited)
  samples.core.push(await startNode([core]).exited)
  samples.refused.push(await untilRefused())
  for (const network of networks) {
    const { firstRequestMs, startMs } = await untilStarted(network)
    if (network === 'plain') samples.firstRequest.push(firstRequestMs)
    samples.action[network].push(startMs)
    samples.fetch[network].push(await untilFetched(network))
  }
}
rmSync(parts, { recursive: true })

const rows = [
  rowOf('`node -e 0`', samples.node),
  rowOf('Node.js with undici as bundled', samples.undici),
  rowOf('Node.js with `@actions/core` as bundled', samples.core),
  rowOf('The action with invalid inputs, until it exits', samples.refused),
  rowOf('The action, until its first request reaches Hex', samples.firstRequest),
  rowOf('The action, until RunProject reaches Hex', samples.action.plain),
  rowOf('The action, until RunProject reaches Hex, over TLS', samples.action.tls),
  rowOf(`The same with ${roundTripMs} ms per round trip`, samples.action.slow),
  rowOf('`fetch`, until RunProject reaches Hex', samples.fetch.plain),
  rowOf('`fetch`, until RunProject reaches Hex, over TLS', samples.fetch.tls),
  rowOf(`The same with ${roundTripMs} ms per round trip`, samples.fetch.slow),
]
// Other processes only ever add time: of the rounds, the faster half is judged by its median.
const quick = (values: ReadonlyArray<number>) => percentile(values, 0.25)
const costOf = (times: Record<Network, ReadonlyArray<number>>) => ({
  plain: rounded(quick(times.plain) / quick(samples.node), 2),
  tls: rounded(quick(times.tls) / quick(samples.node), 2),
  roundTrips: rounded((quick(times.slow) - quick(times.tls)) / roundTripMs, 1),
})
const result: StartResult = {
  ...provenance('node bench/start.ts'),
  rows,
  loadAverage: rounded(loadavg()[0] ?? 0),
  action: costOf(samples.action),
  fetch: costOf(samples.fetch),
}
writeResult('start', result)
console.log(`${processTable(rows)}\n\n${startTable(result)}`)

async function untilRefused(): Promise<number> {
  const step = openStep({})
  const tookMs = await startNode([step.script], step.env).exited
  step.close()
  return tookMs
}

async function openHex(network: Network) {
  const hex = await startHexSimulator({
    projects: [{ id: projectId, plans: [{ pendingMs: 0, runningMs: 0 }] }],
  })
  const port = Number(new URL(hex.url).port)
  const tls = network === 'plain' ? undefined : await openTls(port)
  const slow = tls && network === 'slow' ? await openSlow(tls.port, roundTripMs) : undefined
  const front = slow ?? tls
  return {
    hex,
    url: front === undefined ? hex.url : `https://localhost:${front.port}`,
    env: front === undefined ? {} : trusting,
    async close() {
      slow?.close()
      tls?.close()
      await hex.close()
    },
  }
}

async function untilStarted(network: Network) {
  const { hex, url, env, close } = await openHex(network)
  const step = openStep({
    token: sampleToken,
    'base-url': url,
    'project-id': projectId,
    wait: 'false',
  })
  const main = startNode([step.script], { ...step.env, ...env })
  const since = (operation: Parameters<HexSimulator['whenReceived']>[0]) =>
    hex.whenReceived(operation).then(() => performance.now() - main.spawnedAtMs)
  const [firstRequestMs, startMs] = await Promise.all([since('GetProject'), since('RunProject')])
  await main.exited
  await close()
  step.close()
  return { firstRequestMs, startMs }
}

async function untilFetched(network: Network): Promise<number> {
  const { hex, url, env, close } = await openHex(network)
  const script = startNode(['-e', bare], {
    HEX: `${url}/api/v1/projects/${projectId}/runs`,
    TOKEN: sampleToken,
    ...env,
  })
  await hex.whenReceived('RunProject')
  const tookMs = performance.now() - script.spawnedAtMs
  await script.exited
  await close()
  return tookMs
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
