import { expect } from 'vitest'
import { endless, resultOf, story } from './story.ts'

// For other faults of a start, and for other runs of the project, see test/run/lost-start.test.ts: virtual time.
story(
  "a proxy's 503 for the start: finds no run and starts no other (a minute)",
  { faults: [{ operation: 'RunProject', kind: 'html', status: 503 }] },
  async (stage) => {
    const job = await stage.play()

    expect(resultOf(job)).toMatchObject({ conclusion: 'failure', reason: 'start_unknown' })
    expect(job.main.annotations[0]?.message).toContain('No new run of the project was found.')
    expect(stage.requestsOf('RunProject')).toHaveLength(1)
    expect(stage.ourRuns()).toEqual([])
  },
)

story(
  'retries a start after a rate limit when Hex allows it',
  {
    faults: [
      {
        operation: 'RunProject',
        kind: 'failure',
        status: 429,
        words: 'Too many requests',
        retryAfter: { seconds: 1 },
      },
    ],
  },
  async (stage) => {
    const job = await stage.play()

    const [refused, taken] = stage.requestsOf('RunProject')
    expect((taken?.receivedAtMs ?? 0) - (refused?.receivedAtMs ?? 0)).toBeGreaterThanOrEqual(1_000)
    expect(stage.ourRuns()).toHaveLength(1)
    expect(job.conclusion).toBe('success')
  },
)

story(
  'waits out the limit of 25 kernels and logs it (30 to 60 s)',
  {
    faults: [
      {
        operation: 'RunProject',
        kind: 'failure',
        status: 503,
        words: 'Maximum number of concurrent kernels reached',
        retryAfter: { seconds: 1 },
      },
    ],
  },
  async (stage) => {
    const job = await stage.play()

    expect(job.log.some((line) => line.startsWith('All kernels are in use. Waiting'))).toBe(true)
    expect(stage.requestsOf('RunProject')).toHaveLength(2)
    expect(job.conclusion).toBe('success')
  },
)

story(
  'fails if no kernel becomes free within the timeout and starts nothing',
  { kernelLimit: 0 },
  async (stage) => {
    const job = await stage.play({ with: { timeout: '5s' } })

    expect(resultOf(job)).toMatchObject({
      conclusion: 'timed_out',
      reason: 'not_started_in_time',
      run_id: null,
    })
    expect(job.main.summary).toContain('Maximum number of concurrent kernels')
  },
)

story("reports a rejected start in Hex's words and does not retry it", {}, async (stage) => {
  stage.hex.world.changeBehaviour({ unknownInputs: 'refused' })
  const job = await stage.play()

  expect(stage.requestsOf('RunProject')).toMatchObject([{ hexStatus: 422 }])
  expect(job.main.annotations[0]?.message).toContain('city: no such input in the published app')
  expect(resultOf(job)).toMatchObject({ conclusion: 'failure', reason: 'start_refused' })
})

story(
  'a lost response: the only new run is assumed to be ours and is followed',
  { faults: [{ operation: 'RunProject', kind: 'reset', effect: 'at-receipt' }] },
  async (stage) => {
    const job = await stage.play()

    expect(resultOf(job)).toMatchObject({
      conclusion: 'success',
      run_id: stage.ourRuns()[0]?.id,
    })
    expect(job.main.annotations).toMatchObject([{ type: 'warning', title: 'Hex run' }])
    expect(stage.requestsOf('RunProject')).toHaveLength(1)
  },
)

story(
  'a lost response while someone else starts a run: both are linked and neither is cancelled',
  {
    plans: [endless],
    faults: [{ operation: 'RunProject', kind: 'reset', effect: 'at-receipt', afterMs: 200 }],
  },
  async (stage) => {
    const playing = stage.play()
    await stage.hex.whenReceived('RunProject')
    const foreign = stage.addForeignRun('API')
    const job = await playing

    expect(resultOf(job)).toMatchObject({ conclusion: 'failure', reason: 'start_unknown' })
    const [annotation] = job.main.annotations
    const [ours] = stage.ourRuns()
    expect(annotation?.message).toContain(ours?.id)
    expect(annotation?.message).toContain(foreign.id)
    expect(stage.requestsOf('CancelRun')).toEqual([])
    expect(stage.requestsOf('RunProject')).toHaveLength(1)
    // The search is over and told of: the post step has nothing to add.
    expect(job.post?.annotations).toEqual([])
  },
)

const notRunnable = [
  ['never published', { lastPublishedAt: null }, 'never been published'],
  ['archived', { archivedAt: '2025-02-01T09:00:00.000Z' }, 'archived'],
  ['in the trash', { trashedAt: '2025-02-01T09:00:00.000Z' }, 'in the trash'],
  ['a component', { type: 'COMPONENT' }, 'component'],
] as const
for (const [name, project, words] of notRunnable) {
  story(
    `does not start a project that is ${name} and reports the reason`,
    { project },
    async (stage) => {
      const job = await stage.play()

      expect(resultOf(job)).toMatchObject({ conclusion: 'failure', reason: 'not_runnable' })
      expect(job.main.annotations[0]?.message).toContain(words)
      expect(stage.requestsOf('RunProject')).toEqual([])
    },
  )
}
