import { expect, test } from 'vitest'
import { sampleToken } from '../hex-simulator/auth.ts'
import { everythingPrinted, openHex, projectId, runCompanion } from './companion.ts'

const never = { pendingMs: 0, end: 'never' } as const
const hourMs = 3_600_000
const otherId = '019a42d7-8c3b-7e15-b7d8-03f51ea964c0'

test('cancels pending and running API runs and touches no others', async () => {
  const hex = await openHex()
  hex.world.addRun(projectId, { trigger: 'API', plan: { pendingMs: 600_000 } })
  hex.world.addRun(projectId, { trigger: 'API', plan: never })
  hex.world.addRun(projectId, { trigger: 'SCHEDULED', plan: never })
  hex.world.addRun(projectId, { trigger: 'APP_REFRESH', plan: never })

  const { main, conclusion } = await runCompanion('cancel', hex, { 'project-id': projectId })

  expect(conclusion).toBe('success')
  expect(hex.world.runs().map(({ status }) => status)).toEqual([
    'KILLED',
    'KILLED',
    'RUNNING',
    'RUNNING',
  ])
  expect(main.outputs['cancelled-count']).toBe('2')
  expect(JSON.parse(main.outputs['results'] ?? '')).toMatchObject([
    { project_id: projectId, result: 'cancelled', status: 'KILLED', trigger: 'API', error: null },
    { project_id: projectId, result: 'cancelled', status: 'KILLED', trigger: 'API', error: null },
  ])
  expect(main.summary).toMatch(/### 🧹 2 runs were cancelled\n/)
  expect(main.summary.split('\n').filter((line) => line.startsWith('| ['))).toHaveLength(2)
})

test('reads every page of every list before the first cancel request', async () => {
  const hex = await openHex()
  for (let count = 0; count < 230; count += 1) {
    hex.world.addRun(projectId, { trigger: 'API', plan: never, startedAgoMs: count })
  }

  const { main, conclusion } = await runCompanion('cancel', hex, {
    'project-id': projectId,
    wait: false,
    'older-than': '1h',
  })
  // None is that old; now the cancels, without the limits that our own budget keeps.
  expect(conclusion).toBe('success')
  expect(main.outputs['cancelled-count']).toBe('0')
  const lists = hex.world.requests().map(({ path }) => new URL(path, hex.url).searchParams)
  expect(lists.map((query) => `${query.get('statusFilter')} ${query.get('offset')}`)).toEqual([
    'PENDING 0',
    'RUNNING 0',
    'RUNNING 100',
    'RUNNING 200',
  ])
  expect(main.log.join('\n')).toContain("Not cancelled: 230 too recent for 'older-than'.")
})

test('lists the runs that it would cancel and cancels nothing', async () => {
  const hex = await openHex()
  const run = hex.world.addRun(projectId, { trigger: 'API', plan: never })
  const { main } = await runCompanion('cancel', hex, { 'project-id': projectId, 'dry-run': true })
  expect(JSON.parse(main.outputs['results'] ?? '')).toMatchObject([
    { run_id: run.id, result: 'listed', status: 'RUNNING' },
  ])
  expect(main.outputs['cancelled-count']).toBe('0')
  expect(hex.world.runs()).toMatchObject([{ status: 'RUNNING', cancelCount: 0 }])
})

test("accepts several projects in any form and cancels each project's runs once", async () => {
  const hex = await openHex({ projects: [{ id: projectId }, { id: otherId }] })
  hex.world.addRun(projectId, { trigger: 'API', plan: never })
  hex.world.addRun(otherId, { trigger: 'API', plan: never })
  const inputs = {
    'project-id': `${projectId}\n\n  https://app.hex.tech/acme/hex/${otherId}/draft/logic\n${otherId.toUpperCase()}`,
  }
  const { main } = await runCompanion('cancel', hex, inputs)
  expect(main.outputs['cancelled-count']).toBe('2')
  expect(hex.world.runs().map(({ cancelCount }) => cancelCount)).toEqual([1, 1])
})

test('does not treat a run that ended by itself as a failure', async () => {
  const hex = await openHex({ cancelTakesMs: 0 })
  const quick = hex.world.addRun(projectId, { trigger: 'API', plan: never })
  hex.world.addFault({
    operation: 'CancelRun',
    kind: 'failure',
    status: 422,
    words: 'Run has already finished',
    afterMs: 50,
  })
  const job = runCompanion('cancel', hex, { 'project-id': projectId })
  await hex.whenReceived('CancelRun')
  hex.world.forceStatus(quick.id, 'COMPLETED')

  const { main, conclusion } = await job

  expect(conclusion).toBe('success')
  expect(JSON.parse(main.outputs['results'] ?? '')).toMatchObject([
    { result: 'ended', status: 'COMPLETED' },
  ])
  expect(main.outputs['cancelled-count']).toBe('0')
})

test("fails if Hex refuses to cancel a run and quotes Hex's words", async () => {
  const hex = await openHex()
  hex.world.addRun(projectId, { trigger: 'API', plan: { ...never, cancel: 'refused' } })
  hex.world.addRun(projectId, { trigger: 'API', plan: never })
  const { main, conclusion } = await runCompanion('cancel', hex, { 'project-id': projectId })
  expect(conclusion).toBe('failure')
  expect(main.annotations).toMatchObject([
    {
      type: 'error',
      message: expect.stringMatching(
        /^One run was cancelled, one run could not be cancelled and may still be running\.[\s\S]*422\. Run cannot be cancelled/,
      ),
    },
  ])
  const results: ReadonlyArray<{ result: string }> = JSON.parse(main.outputs['results'] ?? '')
  expect(results.map(({ result }) => result).toSorted()).toEqual(['cancelled', 'refused'])
})

test('reports a project without access and cancels the runs of the others', async () => {
  const hex = await openHex({ projects: [{ id: projectId }, { id: otherId, access: 'none' }] })
  hex.world.addRun(projectId, { trigger: 'API', plan: never })
  const { main, conclusion } = await runCompanion('cancel', hex, {
    'project-id': `${otherId}\n${projectId}`,
  })
  expect(conclusion).toBe('failure')
  expect(hex.world.runs()).toMatchObject([{ status: 'KILLED' }])
  expect(main.annotations.map(({ message }) => message)).toEqual([
    expect.stringMatching(new RegExp(`^Project ${otherId}: GET .*404`)),
    'One run was cancelled; one project could not be read.',
  ])
  expect(main.outputs['cancelled-count']).toBe('1')
  expect(JSON.parse(main.outputs['results'] ?? '')).toMatchObject([
    { project_id: otherId, run_id: null, result: 'unreadable', error: expect.any(String) },
    { project_id: projectId, result: 'cancelled' },
  ])
})

test('cancels only the run in run-id', async () => {
  const hex = await openHex()
  const [wanted] = [
    hex.world.addRun(projectId, { trigger: 'SCHEDULED', plan: never }),
    hex.world.addRun(projectId, { trigger: 'API', plan: never }),
  ]
  const { conclusion } = await runCompanion('cancel', hex, {
    'project-id': projectId,
    'run-id': wanted?.id,
  })
  expect(conclusion).toBe('success')
  expect(hex.world.runs().map(({ status }) => status)).toEqual(['KILLED', 'RUNNING'])
})

test('does not cancel the run in run-id if it has ended', async () => {
  const hex = await openHex()
  const run = hex.world.addRun(projectId, { startedAgoMs: hourMs })
  const { main, conclusion } = await runCompanion('cancel', hex, {
    'project-id': projectId,
    'run-id': run.id,
  })
  expect(conclusion).toBe('success')
  expect(JSON.parse(main.outputs['results'] ?? '')).toMatchObject([
    { run_id: run.id, result: 'ended', status: 'COMPLETED' },
  ])
  expect(hex.world.runs()).toMatchObject([{ cancelCount: 0 }])
})

test('fails if the run in run-id does not exist', async () => {
  const hex = await openHex()
  const { main, conclusion } = await runCompanion('cancel', hex, {
    'project-id': projectId,
    'run-id': '0197c3a1-0000-7000-8000-000000000000',
  })
  expect(conclusion).toBe('failure')
  expect(main.annotations[0]?.message).toMatch(/404\. Run not found/)
})

test('does not wait with wait: false', async () => {
  const hex = await openHex({ cancelTakesMs: 60_000 })
  hex.world.addRun(projectId, { trigger: 'API', plan: never })
  const { main, conclusion } = await runCompanion('cancel', hex, {
    'project-id': projectId,
    wait: false,
  })
  expect(conclusion).toBe('success')
  expect(JSON.parse(main.outputs['results'] ?? '')).toMatchObject([{ result: 'requested' }])
  expect(main.outputs['cancelled-count']).toBe('1')
})

test('fails when a cancelled run does not end within the timeout', async () => {
  const hex = await openHex()
  hex.world.addRun(projectId, { trigger: 'API', plan: { ...never, cancel: 'ignored' } })
  const { main, conclusion } = await runCompanion('cancel', hex, {
    'project-id': projectId,
    timeout: '5s',
  })
  expect(conclusion).toBe('failure')
  expect(JSON.parse(main.outputs['results'] ?? '')).toMatchObject([
    { result: 'unconfirmed', status: 'RUNNING' },
  ])
})

test('retries a cancel after a lost response and counts it as its own', async () => {
  const hex = await openHex()
  hex.world.addRun(projectId, { trigger: 'API', plan: never })
  hex.world.addFault({ operation: 'CancelRun', kind: 'reset', effect: 'at-receipt' })
  const { main, conclusion } = await runCompanion('cancel', hex, { 'project-id': projectId })
  expect(conclusion).toBe('success')
  expect(main.outputs['cancelled-count']).toBe('1')
  expect(hex.world.runs()).toMatchObject([{ status: 'KILLED', cancelCount: 2 }])
})

test('stops when the job is cancelled, and outputs what it has cancelled', async () => {
  const hex = await openHex({ cancelTakesMs: 60_000 })
  for (let count = 0; count < 3; count += 1) {
    hex.world.addRun(projectId, { trigger: 'API', plan: never })
  }
  const { main, conclusion } = await runCompanion(
    'cancel',
    hex,
    { 'project-id': projectId },
    {
      cancel: {
        mode: 'user',
        when: hex.whenReceived('CancelRun', 3).then(() => hex.whenReceived('GetProjectRuns', 3)),
      },
    },
  )
  expect(conclusion).toBe('cancelled')
  expect(main.signal).toBeNull()
  expect(main.outputs['cancelled-count']).toBe('3')
  expect(main.annotations[0]).toMatchObject({
    type: 'warning',
    message: expect.stringContaining('This step was stopped.'),
  })
  expect(main.summary).toContain('### 🚫')
})

test('sends no further cancel once the job is cancelled', async () => {
  const hex = await openHex()
  for (let count = 0; count < 12; count += 1) {
    hex.world.addRun(projectId, { trigger: 'API', plan: never })
  }
  hex.world.addFault({ operation: 'CancelRun', kind: 'delay', afterMs: 500, times: 'always' })
  const { main } = await runCompanion(
    'cancel',
    hex,
    { 'project-id': projectId },
    { cancel: { mode: 'user', when: hex.whenReceived('CancelRun', 5) } },
  )
  const results: ReadonlyArray<{ result: string }> = JSON.parse(main.outputs['results'] ?? '')
  expect(results.filter(({ result }) => result === 'untried')).toHaveLength(7)
  expect(main.outputs['cancelled-count']).toBe('5')
  expect(hex.world.runs().filter(({ cancelCount }) => cancelCount > 0)).toHaveLength(5)
})

test('reports all invalid inputs, sends nothing, and still sets the outputs', async () => {
  const hex = await openHex()
  const { main, conclusion } = await runCompanion('cancel', hex, {
    'project-id': 'nonsense',
    statuses: 'COMPLETED',
    trigger: 'MANUAL',
    'older-than': '6',
  })
  expect(conclusion).toBe('failure')
  expect(main.annotations.map(({ title }) => title)).toEqual([
    "Input 'project-id'",
    "Input 'statuses'",
    "Input 'trigger'",
    "Input 'older-than'",
  ])
  expect(main.outputs).toEqual({
    'cancelled-count': '0',
    'cancelled-run-ids': '[]',
    results: '[]',
  })
  expect(hex.world.requests()).toEqual([])
})

test('the token appears nowhere', async () => {
  const hex = await openHex()
  hex.world.addRun(projectId, { trigger: 'API', plan: never })
  const report = await runCompanion('cancel', hex, { 'project-id': projectId })
  expect(everythingPrinted(report)).not.toContain(sampleToken)
})
