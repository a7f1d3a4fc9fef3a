import { expect } from 'vitest'
import { endless, quick, resultOf, story } from './story.ts'

story(
  'handles an incomplete start response from the 2025 version of Hex with its clock ten minutes ahead',
  { plans: [quick], generation: '2025', clockSkewMinutes: 10 },
  async (stage) => {
    stage.hex.world.addFault({ operation: 'RunProject', kind: 'cut' })
    const job = await stage.play()

    expect(resultOf(job)).toMatchObject({
      conclusion: 'success',
      run_id: stage.ourRuns()[0]?.id,
      project_version: '1',
    })
  },
)

const always = { operation: '*', times: 'always' } as const

const notHex = [
  ['a sign-in page with 200', { kind: 'html' }],
  ['a redirect to a sign-in page', { kind: 'redirect', location: 'https://login.example.com/' }],
  ['JSON that breaks off', { kind: 'garbage' }],
  ['an empty 200', { kind: 'empty' }],
  ['somebody else’s JSON', { kind: 'status', status: 200, body: '{"status":"COMPLETED"}' }],
] as const
for (const [name, fault] of notHex) {
  story(
    `fails if every request gets ${name} and starts nothing`,
    { faults: [{ ...always, ...fault }] },
    async (stage) => {
      const job = await stage.play({ with: { timeout: '10s' } })

      expect(job).toMatchObject({ conclusion: 'failure', main: { exitCode: 1 } })
      expect(job.main.annotations).toMatchObject([{ type: 'error', title: 'Hex run' }])
      expect(stage.ourRuns()).toEqual([])
    },
  )

  story(
    `${name} for a poll proves nothing about the run`,
    { faults: [{ operation: 'GetRunStatus', ...fault }] },
    async (stage) => {
      const job = await stage.play()

      expect(job.conclusion).toBe('success')
      expect(job.log.some((line) => line.startsWith("Could not read the run's status"))).toBe(true)
      expect(job.log).toContainEqual(expect.stringContaining('Hex is responding again.'))
    },
  )
}

story('does not follow a redirect, so the token is not sent elsewhere', {}, async (stage) => {
  const { url } = stage.hex
  stage.hex.world.addFault({
    operation: 'GetProject',
    kind: 'redirect',
    location: `${url}/api/v1/users/me`,
    times: 'always',
  })
  await stage.play()

  expect(stage.requestsByOperation()).not.toHaveProperty('Me')
})

story(
  'fails at the timeout and cancels the run if every poll gets a web page',
  { plans: [endless], faults: [{ operation: 'GetRunStatus', kind: 'html', times: 12 }] },
  async (stage) => {
    const job = await stage.play({ with: { timeout: '10s' } })

    expect(resultOf(job)).toMatchObject({ conclusion: 'timed_out' })
    expect(stage.activeRunsOfOurs()).toEqual([])
  },
)

story(
  'cuts off an endless body and does not treat it as a response',
  { faults: [{ operation: 'GetRunStatus', kind: 'huge', bytes: 30_000_000 }] },
  async (stage) => {
    const job = await stage.play()

    expect(job.conclusion).toBe('success')
    expect(job.log.some((line) => line.includes('larger than 4000000 bytes'))).toBe(true)
  },
)

story(
  'waits after a rate-limited poll as long as Hex requests',
  {
    faults: [
      {
        operation: 'GetRunStatus',
        kind: 'failure',
        status: 429,
        words: 'Too many requests',
        retryAfter: { seconds: 2 },
      },
    ],
  },
  async (stage) => {
    const job = await stage.play()

    const [refused, next] = stage.requestsOf('GetRunStatus')
    expect((next?.receivedAtMs ?? 0) - (refused?.receivedAtMs ?? 0)).toBeGreaterThanOrEqual(2_000)
    expect(job.conclusion).toBe('success')
  },
)

story('fails at once if Hex rejects the token', {}, async (stage) => {
  stage.hex.world.revokeToken(stage.token)
  const job = await stage.play()

  expect(resultOf(job)).toMatchObject({ conclusion: 'failure', reason: 'start_refused' })
  expect(job.main.annotations[0]?.message).toContain('Hex rejected the token')
  expect(stage.requestsOf('RunProject')).toEqual([])
})

story(
  'starts a run without its title if the token cannot read the project',
  { scopes: ['Run projects'], runScopeReads: true },
  async (stage) => {
    stage.hex.world.addFault({
      operation: 'GetProject',
      kind: 'failure',
      status: 403,
      words: 'Token lacks the scope "Read projects"',
    })
    const job = await stage.play()

    expect(resultOf(job)).toMatchObject({ conclusion: 'success', project_title: null })
    expect(job.log).toContainEqual(expect.stringContaining('Could not read the project'))
  },
)

story(
  'starts a project that it cannot read',
  {
    faults: [{ operation: 'GetProject', kind: 'failure', status: 404, words: 'Project not found' }],
  },
  async (stage) => {
    const job = await stage.play()

    expect(resultOf(job)).toMatchObject({ conclusion: 'success', project_title: null })
  },
)

story(
  'fails on a missing project and says what to check',
  { project: { access: 'none' } },
  async (stage) => {
    const job = await stage.play()

    expect(resultOf(job)).toMatchObject({ conclusion: 'failure', reason: 'start_refused' })
    expect(job.main.annotations[0]?.message).toContain('The project does not exist, or the token')
  },
)
