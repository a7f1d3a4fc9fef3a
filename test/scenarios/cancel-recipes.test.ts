import { expect, test } from 'vitest'
import { sampleToken } from '../hex-simulator/auth.ts'
import { openHex, projectId } from './companion.ts'
import { recipe, runWorkflow } from './workflow.ts'

const document = 'docs/companions.md'
const secrets = { HEX_API_TOKEN: sampleToken }
const hourMs = 3_600_000
const never = { pendingMs: 0, end: 'never' } as const

test('frees kernels on a schedule by cancelling old runs with any trigger', async () => {
  const otherId = '019a26ea-83df-7003-a89d-abc76d32842e'
  const hex = await openHex({ projects: [{ id: projectId }, { id: otherId }] })
  const stale = [
    hex.world.addRun(projectId, { trigger: 'SCHEDULED', plan: never, startedAgoMs: 7 * hourMs }),
    hex.world.addRun(otherId, { trigger: 'API', plan: never, startedAgoMs: 30 * hourMs }),
  ]
  hex.world.addRun(projectId, { trigger: 'API', plan: never, startedAgoMs: 5 * hourMs })

  const [job] = await runWorkflow(recipe(document, 'Free kernels'), { hexUrl: hex.url, secrets })

  expect(job?.result).toBe('success')
  expect(hex.world.runs().map(({ status }) => status)).toEqual(['KILLED', 'KILLED', 'RUNNING'])
  expect(job?.steps[0]?.outputs['cancelled-count']).toBe('2')
  expect(JSON.parse(job?.steps[0]?.outputs['cancelled-run-ids'] ?? '')).toEqual(
    stale.map(({ id }) => id),
  )
  expect(job?.steps[0]?.report?.main.summary).toContain('2 runs were cancelled')
})

test('cancels active runs before a nightly refresh', async () => {
  const hex = await openHex({
    projects: [{ id: projectId, plans: [{ pendingMs: 10, runningMs: 20 }] }],
  })
  hex.world.addRun(projectId, { trigger: 'API', plan: never })
  hex.world.addRun(projectId, { trigger: 'SCHEDULED', plan: never })

  const [job] = await runWorkflow(recipe(document, 'Nightly refresh'), {
    hexUrl: hex.url,
    secrets,
  })

  expect(job?.result).toBe('success')
  expect(hex.world.runs().map(({ trigger, status }) => `${trigger} ${status}`)).toEqual([
    'API KILLED',
    'SCHEDULED RUNNING',
    'API COMPLETED',
  ])
})

test('cleans up after a lost runner and does nothing after a normal end', async () => {
  const name = 'Refresh, and clean up after a lost runner'
  const hex = await openHex({
    projects: [{ id: projectId, plans: [{ pendingMs: 10, runningMs: 20 }] }],
  })
  const good = await runWorkflow(recipe(document, name), { hexUrl: hex.url, secrets })
  expect(good.map(({ id, result }) => `${id} ${result}`)).toEqual(['refresh success'])

  // What the lost machine had started.
  hex.world.addRun(projectId, { trigger: 'API', plan: never })
  const lost = await runWorkflow(recipe(document, name), {
    hexUrl: hex.url,
    secrets,
    lostJobs: ['refresh'],
  })
  expect(lost.map(({ id, result }) => `${id} ${result}`)).toEqual([
    'refresh failure',
    'clean-up success',
  ])
  expect(hex.world.runs().map(({ status }) => status)).toEqual(['COMPLETED', 'KILLED'])
})
