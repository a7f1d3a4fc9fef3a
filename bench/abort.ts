/** How soon a cancelled job cancels its run, and is gone: `node bench/abort.ts [rounds]`. */
import { sampleToken } from '../test/hex-simulator/auth.ts'
import type { RunPlan } from '../test/hex-simulator/runs.ts'
import { startHexSimulator } from '../test/hex-simulator/server.ts'
import { openStep, publish, rowOf, startNode } from './measure.ts'

const rounds = Number(process.argv[2] ?? '30')
const projectId = '0197c3a1-5d20-7b41-9e0f-4a7c21d35b68'

const atOnce = await times(rounds, { end: 'never' })
const slow = await times(Math.ceil(rounds / 10), { end: 'never', cancelTakesMs: 60_000 })
publish('abort', [
  rowOf(
    'SIGINT until CancelRun reaches Hex',
    atOnce.map(({ cancelMs }) => cancelMs),
  ),
  rowOf(
    'SIGINT to exit, if Hex cancels immediately',
    atOnce.map(({ exitMs }) => exitMs),
  ),
  rowOf(
    'SIGINT to exit, if Hex takes a minute',
    slow.map(({ exitMs }) => exitMs),
  ),
])

async function times(count: number, plan: RunPlan) {
  const samples: Array<{ readonly cancelMs: number; readonly exitMs: number }> = []
  for (let round = 0; round < count; round += 1) samples.push(await abortOnce(plan))
  return samples
}

async function abortOnce(plan: RunPlan) {
  const hex = await startHexSimulator({ projects: [{ id: projectId, plans: [plan] }] })
  const step = openStep({
    token: sampleToken,
    'base-url': hex.url,
    'project-id': projectId,
    'poll-interval': '1s',
  })
  const main = startNode([step.script], step.env)
  await hex.whenAnswered('GetRunStatus')
  // Not in the wake of the poll: most of a run is spent asleep.
  await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 500))
  const cancelled = hex.whenReceived('CancelRun').then(() => performance.now())
  const signalledAtMs = performance.now()
  main.child.kill('SIGINT')
  const cancelMs = (await cancelled) - signalledAtMs
  const exitMs = main.spawnedAtMs + (await main.exited) - signalledAtMs
  await hex.close()
  step.close()
  return { cancelMs, exitMs }
}
