import { expect } from 'vitest'
import { endless, outputsOf, passed, quick, resultOf, story } from './story.ts'

story('a completed run succeeds and is fully reported', {}, async (stage) => {
  const job = await stage.play()

  const [run] = stage.ourRuns()
  expect(job).toMatchObject({ conclusion: 'success', main: { exitCode: 0 } })
  expect(Object.fromEntries(outputsOf(job))).toMatchObject({
    'run-id': run?.id,
    'run-url': `${stage.hex.url}/hex/${stage.projectId}/run/${run?.id}`,
    status: 'COMPLETED',
    conclusion: 'success',
    'project-title': 'Weekly revenue',
    'project-version': '1',
  })
  expect(job.main.log.find((line) => line.includes(run?.id ?? '-'))).toMatch(/^http/)
  expect(job.main.summary).toContain('Weekly revenue')
  expect(job.main.annotations).toEqual([])
  expect(JSON.parse(stage.requestsOf('RunProject')[0]?.body ?? '')).toEqual({
    inputParams: { city: 'marked-value-Zürich', limit: 86_753_090_042 },
  })
  expect(job.main.state).toMatchObject({ 'nothing-left': job.main.state['main'] })
  expect(job.post).toMatchObject({ conclusion: 'success', summary: '' })
  expect(stage.requestsByOperation()).toEqual({
    GetProject: 1,
    GetProjectRuns: 1,
    RunProject: 1,
    GetRunStatus: expect.any(Number),
  })
})

const unhappyEnds = [
  ['ERRORED', 'errored'],
  ['KILLED', 'killed'],
  ['UNABLE_TO_ALLOCATE_KERNEL', 'no_kernel'],
] as const
for (const [end, reason] of unhappyEnds) {
  story(
    `a run that ends as ${end} fails the step`,
    { plans: [{ ...quick, end }] },
    async (stage) => {
      const job = await stage.play({ with: { timeout: '20s' } })

      expect(job).toMatchObject({ conclusion: 'failure', main: { exitCode: 1 } })
      expect(outputsOf(job).get('status')).toBe(end)
      expect(resultOf(job)).toMatchObject({ conclusion: 'failure', reason, attempt: 1 })
      expect(job.main.annotations).toMatchObject([{ type: 'error', title: 'Hex run' }])
      expect(stage.requestsOf('CancelRun')).toEqual([])
    },
  )
}

story(
  'waits for the end after an unknown status and does not treat it as a success',
  { plans: [endless] },
  async (stage) => {
    const playing = stage.play()
    await stage.hex.whenReceived('RunProject')
    for (const status of ['WARMING_UP', 'SUCCEEDED']) {
      stage.hex.world.forceStatus(stage.ourRuns()[0]?.id ?? '', status)
      await stage.hex.whenReceived('GetRunStatus', stage.requestsOf('GetRunStatus').length + 1)
    }
    stage.hex.world.forceStatus(stage.ourRuns()[0]?.id ?? '', 'ERRORED')
    const job = await playing

    expect(job.log.some((line) => line.startsWith('WARMING_UP (unknown status'))).toBe(true)
    expect(job.log.some((line) => line.startsWith('SUCCEEDED (unknown status'))).toBe(true)
    expect(outputsOf(job).get('status')).toBe('ERRORED')
    expect(job.conclusion).toBe('failure')
  },
)

story(
  'starts another attempt after ERRORED, and the last one decides',
  { plans: [{ ...quick, end: 'ERRORED' }, quick], allow: { runs: 2 } },
  async (stage) => {
    const job = await stage.play({ with: { 'max-attempts': 3 } })

    const [first, second] = stage.ourRuns()
    expect([first?.status, second?.status]).toEqual(['ERRORED', 'COMPLETED'])
    expect(resultOf(job)).toMatchObject({ run_id: second?.id, attempt: 2, reason: 'completed' })
    expect(job.conclusion).toBe('success')
  },
)

story(
  'fails after the last attempt',
  { plans: [{ ...quick, end: 'ERRORED' }], allow: { runs: 2 } },
  async (stage) => {
    const job = await stage.play({ with: { 'max-attempts': 2 } })

    expect(stage.ourRuns().map((run) => run.status)).toEqual(['ERRORED', 'ERRORED'])
    expect(resultOf(job)).toMatchObject({ attempt: 2, reason: 'errored' })
  },
)

story(
  'starts a run again if there was no kernel (30 to 60 s)',
  { plans: [{ pendingMs: 50, end: 'UNABLE_TO_ALLOCATE_KERNEL' }, quick], allow: { runs: 2 } },
  async (stage) => {
    const job = await stage.play()

    expect(stage.ourRuns().map((run) => run.status)).toEqual([
      'UNABLE_TO_ALLOCATE_KERNEL',
      'COMPLETED',
    ])
    expect(job.conclusion).toBe('success')
  },
)

story(
  'the timeout cancels the run, confirms its end, and reports it',
  { plans: [endless] },
  async (stage) => {
    const job = await stage.play({ with: { timeout: '8s' } })

    expect(stage.ourRuns()).toMatchObject([{ status: 'KILLED', cancelCount: 1 }])
    expect(resultOf(job)).toMatchObject({ conclusion: 'timed_out', status: 'KILLED' })
    expect(job).toMatchObject({ conclusion: 'failure', main: { exitCode: 1 } })
    expect(job.main.annotations).toMatchObject([{ type: 'error', title: 'Hex run' }])
    expect(stage.requestsOf('CancelRun')).toHaveLength(1)
  },
)

story(
  'with cancel-on-timeout: false, does not cancel the run',
  { plans: [endless] },
  async (stage) => {
    const job = await stage.play({ with: { timeout: '8s', 'cancel-on-timeout': false } })

    expect(stage.activeRunsOfOurs()).toMatchObject([{ cancelCount: 0 }])
    expect(resultOf(job)).toMatchObject({ conclusion: 'timed_out', reason: 'timed_out' })
    expect(job.conclusion).toBe('failure')
    expect(job.main.summary).toContain('was not cancelled')
  },
)

story(
  'a run that completes during the final poll at the timeout is green',
  {
    plans: [endless],
    faults: [{ operation: 'GetRunStatus', kind: 'delay', afterMs: 800, effect: 'at-answer' }],
  },
  async (stage) => {
    // The interval is longer than the timeout, so the only look is the last one.
    const playing = stage.play({ with: { timeout: '10s', 'poll-interval': '1m' } })
    await stage.hex.whenReceived('GetRunStatus')
    stage.hex.world.forceStatus(stage.ourRuns()[0]?.id ?? '', 'COMPLETED')

    expect((await playing).conclusion).toBe('success')
    expect(stage.requestsOf('CancelRun')).toEqual([])
  },
)

story(
  'a run that completes by itself after the timeout has timed out',
  { plans: [{ ...endless, cancel: 'ignored' }] },
  async (stage) => {
    const playing = stage.play({ with: { timeout: '8s' } })
    // Further behind the deadline than the clocks may differ.
    await stage.hex.whenReceived('CancelRun').then(() => passed(3_000))
    stage.hex.world.forceStatus(stage.ourRuns()[0]?.id ?? '', 'COMPLETED')

    expect(resultOf(await playing)).toMatchObject({
      status: 'COMPLETED',
      conclusion: 'timed_out',
    })
    expect(stage.requestsOf('CancelRun')).toHaveLength(1)
  },
)

story(
  'waits 20 s for a cancel request and sends it once',
  { plans: [{ ...endless, cancelTakesMs: 20_000 }] },
  async (stage) => {
    const job = await stage.play({ with: { timeout: '8s' } })

    expect(stage.ourRuns()).toMatchObject([{ status: 'KILLED', cancelCount: 1 }])
    expect(resultOf(job)).toMatchObject({ conclusion: 'timed_out', status: 'KILLED' })
  },
)

story(
  'a refused cancel request is reported as a run that may still be running',
  { plans: [{ ...endless, cancel: 'refused' }] },
  async (stage) => {
    const job = await stage.play({ with: { timeout: '8s' } })

    expect(stage.activeRunsOfOurs()).toHaveLength(1)
    expect(job.main.annotations[0]?.message).toContain('may still be running. Stop the run in Hex')
    expect(job.main.state).not.toHaveProperty('nothing-left')
    // The post step tries again, and says it again where people look.
    expect(job.post?.annotations).toMatchObject([{ title: 'Hex run may still be running' }])
    expect(resultOf(job)).toMatchObject({ conclusion: 'timed_out', reason: 'timed_out' })
  },
)
