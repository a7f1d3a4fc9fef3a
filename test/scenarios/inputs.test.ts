import { expect } from 'vitest'
import { endless, outputsOf, resultOf, story } from './story.ts'

story('reports every problem with the inputs at once and sends nothing', {}, async (stage) => {
  const job = await stage.play({
    with: {
      'project-id': 'weekly revenue',
      timeout: '30',
      wait: 'perhaps',
      'view-id': 'emea',
      'update-published-results': true,
    },
  })

  expect(job.main).toMatchObject({ exitCode: 1, conclusion: 'failure' })
  const titles = job.main.annotations.map((annotation) => annotation.title)
  expect(titles).toEqual(
    expect.arrayContaining([
      "Input 'project-id'",
      "Input 'timeout'",
      "Input 'wait'",
      "Input 'view-id'",
      "Input 'update-published-results'",
    ]),
  )
  expect(titles).toHaveLength(5)
  expect(resultOf(job)).toMatchObject({ reason: 'invalid_input', run_id: null })
  expect(stage.hex.world.requests()).toEqual([])
})

story('without inputs, fails and says what to enter', {}, async (stage) => {
  const job = await stage.play({
    with: { token: '', 'project-id': '', 'input-params': '', 'base-url': '', 'poll-interval': '' },
  })

  expect(job.main.annotations.map(({ title }) => title)).toEqual([
    "Input 'token'",
    "Input 'project-id'",
  ])
  expect(stage.hex.world.requests()).toEqual([])
})

story("reads the token from the job's environment", {}, async (stage) => {
  const job = await stage.play({ with: { token: '' }, env: { HEX_API_TOKEN: stage.token } })

  expect(job.conclusion).toBe('success')
})

story('a dry run is validated by Hex and starts nothing', {}, async (stage) => {
  const job = await stage.play({ with: { 'dry-run': true } })

  expect(job.conclusion).toBe('success')
  expect(resultOf(job)).toMatchObject({ conclusion: 'dry_run', reason: 'dry_run' })
  expect(stage.ourRuns()).toEqual([])
  expect(stage.requestsByOperation()).not.toHaveProperty('GetRunStatus')
})

story(
  'with wait: false, starts the run, and the end of the job does not affect it',
  { plans: [endless] },
  async (stage) => {
    const job = await stage.play({ with: { wait: false } })

    expect(job.conclusion).toBe('success')
    expect(outputsOf(job).get('conclusion')).toBe('detached')
    expect(stage.activeRunsOfOurs()).toMatchObject([{ id: outputsOf(job).get('run-id') }])
    expect(stage.requestsOf('CancelRun')).toEqual([])
  },
)

story('follows a run that something else started to its end', {}, async (stage) => {
  const foreign = stage.addForeignRun('API')
  const playing = stage.play({ with: { 'run-id': foreign.id, 'input-params': '' } })
  await stage.hex.whenReceived('GetRunStatus')
  stage.hex.world.forceStatus(foreign.id, 'COMPLETED')

  expect((await playing).conclusion).toBe('success')
  expect(stage.requestsOf('RunProject')).toEqual([])
})

story('does not cancel a followed run at the timeout', {}, async (stage) => {
  const foreign = stage.addForeignRun('API')
  const job = await stage.play({
    with: { 'run-id': foreign.id, 'input-params': '', timeout: '5s' },
  })

  expect(resultOf(job)).toMatchObject({ conclusion: 'timed_out', run_id: foreign.id })
  expect(stage.requestsOf('CancelRun')).toEqual([])
})

story('does not cancel a followed run when the job is cancelled', {}, async (stage) => {
  const foreign = stage.addForeignRun('API')
  const job = await stage.play({
    with: { 'run-id': foreign.id, 'input-params': '' },
    cancel: { mode: 'user', when: stage.hex.whenAnswered('GetRunStatus') },
  })

  expect(resultOf(job)).toMatchObject({ conclusion: 'cancelled', run_id: foreign.id })
  expect(stage.requestsOf('CancelRun')).toEqual([])
})
