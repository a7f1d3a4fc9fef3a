import { expect } from 'vitest'
import { endless, quick, resultOf, story } from './story.ts'

story(
  'Hex of 2025 and its clock ten minutes ahead make no difference to a start whose response breaks off',
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
    `${name} on every call is red, and starts nothing`,
    { faults: [{ ...always, ...fault }] },
    async (stage) => {
      const job = await stage.play({ with: { timeout: '10s' } })

      expect(job).toMatchObject({ conclusion: 'failure', main: { exitCode: 1 } })
      expect(job.main.annotations).toMatchObject([{ type: 'error', title: 'Hex run' }])
      expect(stage.ourRuns()).toEqual([])
    },
  )

  story(
    `${name} in answer to a poll says nothing about the run`,
    { faults: [{ operation: 'GetRunStatus', ...fault }] },
    async (stage) => {
      const job = await stage.play()

      expect(job.conclusion).toBe('success')
      expect(job.log.some((line) => line.startsWith("Could not read the run's status"))).toBe(true)
      expect(job.log).toContainEqual(expect.stringContaining('Hex is responding again.'))
    },
  )
}

story('a redirect is not followed, so the token goes nowhere else', {}, async (stage) => {
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
  'polls that only ever see a page end in red at the timeout, and the run is cancelled',
  { plans: [endless], faults: [{ operation: 'GetRunStatus', kind: 'html', times: 12 }] },
  async (stage) => {
    const job = await stage.play({ with: { timeout: '10s' } })

    expect(resultOf(job)).toMatchObject({ conclusion: 'timed_out' })
    expect(stage.activeRunsOfOurs()).toEqual([])
  },
)

story(
  'a body without an end is cut off and is not a response',
  { faults: [{ operation: 'GetRunStatus', kind: 'huge', bytes: 30_000_000 }] },
  async (stage) => {
    const job = await stage.play()

    expect(job.conclusion).toBe('success')
    expect(job.log.some((line) => line.includes('larger than 4000000 bytes'))).toBe(true)
  },
)

story(
  'polls that meet the rate limit wait as long as Hex says',
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

story('a token that Hex rejects fails the step at once', {}, async (stage) => {
  stage.hex.world.revokeToken(stage.token)
  const job = await stage.play()

  expect(resultOf(job)).toMatchObject({ conclusion: 'failure', reason: 'start_refused' })
  expect(job.main.annotations[0]?.message).toContain('Hex rejected the token')
  expect(stage.requestsOf('RunProject')).toEqual([])
})

story(
  'a token that may run and not read runs without the title',
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
  'a project that cannot be seen and can be started is started',
  {
    faults: [{ operation: 'GetProject', kind: 'failure', status: 404, words: 'Project not found' }],
  },
  async (stage) => {
    const job = await stage.play()

    expect(resultOf(job)).toMatchObject({ conclusion: 'success', project_title: null })
  },
)

story(
  'a missing project fails the step and says what to check',
  { project: { access: 'none' } },
  async (stage) => {
    const job = await stage.play()

    expect(resultOf(job)).toMatchObject({ conclusion: 'failure', reason: 'start_refused' })
    expect(job.main.annotations[0]?.message).toContain('Project not found, or the token')
  },
)
