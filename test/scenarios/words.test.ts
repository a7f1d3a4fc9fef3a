import { expect } from 'vitest'
import { linesOf } from './play-step.ts'
import { endless, type Job, outputsOf, quick, resultOf, story } from './story.ts'

/** What the log, the annotations, the summary and the outputs say, on the packaged bundle. */

story(
  'with fail-fast, all reports name the run that failed, and one annotation covers the cancelled runs',
  // The third run fails; the others would go on.
  {
    plans: [endless, endless, { pendingMs: 100, runningMs: 2_000, end: 'ERRORED' }, endless],
    allow: { runs: 4 },
    limits: 'off',
  },
  async (stage) => {
    const job = await stage.play({
      with: {
        'project-id': '',
        'input-params': '',
        runs: JSON.stringify(
          ['north', 'south', 'east', 'west'].map((name) => ({
            name,
            'project-id': stage.projectId,
          })),
        ),
        'max-parallel': 4,
        'fail-fast': true,
      },
    })

    const failed = stage.ourRuns().find(({ status }) => status === 'ERRORED')
    expect(stage.ourRuns().filter(({ status }) => status === 'KILLED')).toHaveLength(3)
    expect(Object.fromEntries(outputsOf(job))).toMatchObject({
      'run-id': failed?.id,
      'run-url': expect.stringContaining(failed?.id ?? '-'),
      status: 'ERRORED',
      conclusion: 'failure',
    })
    const [name = ''] = nameOf(job, failed?.id)
    const headline = `4 of 4 runs did not succeed: 1 failed (${name}), 3 were cancelled because another run failed ('fail-fast')`
    expect(job.main.log).toContain(`${headline}.`)
    expect(job.main.summary).toContain(`### ❌ ${headline}\n`)
    expect(job.log.join('\n')).not.toContain('the job was cancelled')
    expect(job.log.filter((line) => /Cancelling run .*another run failed/.test(line))).toHaveLength(
      3,
    )
    expect(job.main.annotations).toMatchObject([
      { type: 'error', message: expect.stringContaining(failed?.id ?? '-') },
      { type: 'warning', message: expect.stringMatching(/^3 runs were cancelled:\n/) },
    ])
  },
)

story(
  'the log, the summary, and results list every run that cancel-active cancelled',
  { allow: { foreignCancels: 1 } },
  async (stage) => {
    const job = await stage.play({ with: { 'cancel-active': true } })

    const cancelled = stage.foreignRuns().filter(({ status }) => status === 'KILLED')
    expect(cancelled).toMatchObject([{ trigger: 'API' }])
    for (const { id } of cancelled) {
      const address = `${stage.hex.url}/hex/${stage.projectId}/run/${id}`
      expect(job.main.log).toContainEqual(
        expect.stringMatching(`^Run ${id} \\(trigger API, started at .*\\) was cancelled\\. http`),
      )
      expect(job.main.summary).toContain(`[${id}](${address}) (trigger API, started at `)
      expect(resultOf(job)).toMatchObject({
        cancelled_runs: [{ run_id: id, run_url: address, trigger: 'API', result: 'cancelled' }],
      })
    }
  },
)

story(
  "logs a followed run's URL in the first line and sets its ID before it ends",
  {},
  async (stage) => {
    const run = stage.hex.world.addRun(stage.projectId, { trigger: 'SCHEDULED', plan: endless })
    const address = `${stage.hex.url}/hex/${stage.projectId}/run/${run.id}`
    const playing = stage.play({
      with: { 'input-params': '', 'run-id': run.id, 'poll-interval': '1m' },
      cancel: {
        mode: 'sigkill-now',
        when: (event) => event.kind === 'log' && event.line.startsWith('RUNNING, followed for'),
      },
    })
    const job = await playing

    expect(printed(job).slice(0, 2)).toEqual([
      address,
      `Following run ${run.id} of Weekly revenue.`,
    ])
    expect(job.log.join('\n')).not.toContain('before this step started')
    expect(job.main.outputs).toMatchObject({
      'run-id': run.id,
      'run-url': address,
      'project-id': stage.projectId,
    })
  },
)

story(
  'reports that a followed run had already ended and suggests a solution in a re-run job',
  {},
  async (stage) => {
    const [ended] = stage.foreignRuns()
    const job = await stage.play({
      with: { 'input-params': '', 'run-id': ended?.id },
      github: { runAttempt: '2' },
    })

    expect(job.conclusion).toBe('success')
    expect(printed(job)[0]).toBe(`${stage.hex.url}/hex/${stage.projectId}/run/${ended?.id}`)
    for (const text of [job.main.log.join('\n'), job.main.summary]) {
      expect(text).toMatch(/The run ended at 20\d\d-\d\d-\d\d .*UTC, before this step started/)
      expect(text).toContain('Re-run all jobs')
    }
  },
)

story("also logs the newest run's URL in the first line", {}, async (stage) => {
  const run = stage.hex.world.addRun(stage.projectId, { trigger: 'SCHEDULED', plan: quick })
  const job = await stage.play({
    with: { 'input-params': '', 'run-id': 'latest', 'newer-than': '10s' },
  })

  expect(printed(job)[0]).toBe(`${stage.hex.url}/hex/${stage.projectId}/run/${run.id}`)
  expect(outputsOf(job).get('run-id')).toBe(run.id)
})

story('names the timeout that expired with its length', { plans: [endless] }, async (stage) => {
  const job = await stage.play({ with: { timeout: '6s' } })

  expect(job.main.log).toContainEqual(
    expect.stringMatching(/^Cancelling run .*: the timeout of 6 s /),
  )
  expect(job.main.annotations[0]?.message).toContain('the timeout of 6 s')
  expect(job.main.summary).toContain('the timeout of 6 s')
})

story(
  'reports a page with 403 as a page, not as a missing scope',
  { faults: [{ operation: '*', kind: 'html', status: 403, times: 'always' }] },
  async (stage) => {
    const job = await stage.play()

    expect(job.conclusion).toBe('failure')
    for (const text of [job.main.annotations[0]?.message, job.main.summary])
      expect(text).toMatch(/403\. The response is a web page: "Sign in"\..* not from Hex\./)
    expect(job.log.join('\n') + job.main.summary).not.toContain('scope')
    // The address of Hex can be copied.
    expect(job.main.summary).not.toContain('\u200b')
  },
)

/** The lines for readers, without commands to the runner. */
function printed(job: Job): ReadonlyArray<string> {
  return linesOf(job.main.stdout).filter((line) => line !== '' && !line.startsWith('::'))
}

function nameOf(job: Job, runId: string | undefined): ReadonlyArray<string> {
  const results = JSON.parse(outputsOf(job).get('results') ?? '[]') as ReadonlyArray<{
    readonly name: string
    readonly run_id: string
  }>
  return results.filter(({ run_id }) => run_id === runId).map(({ name }) => name)
}
