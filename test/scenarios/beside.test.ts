import { expect } from 'vitest'
import type { CancelPlan } from '../runner-host/host.ts'
import { endless, type Job, quick, type Stage, story } from './story.ts'

/**
 * In a job container no signal reaches main, and post starts while main still runs; a background step is left
 * behind when the first grace is over, and its state is never read. What follows our post (the posts of other
 * steps, the end of the container) leaves main some more seconds: here post's own process holds that time open.
 */
const lingering = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(
    "if (process.argv[1].includes('run-post')) process.on('exit', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5000))",
  )}`,
}

const inContainer = (when: CancelPlan['when']) => ({ mode: 'container', when }) as const

story(
  'post starts while main waits for its run: leaves no run',
  { plans: [endless] },
  async (stage) => {
    const job = await stage.play({
      env: lingering,
      cancel: inContainer(stage.hex.whenAnswered('GetRunStatus')),
    })

    expectNothingLeft(stage, job)
  },
)

story(
  'post starts while main is about to start a run: starts nothing',
  {
    plans: [endless],
    faults: [{ operation: 'GetProject', kind: 'delay', afterMs: 5_000 }],
  },
  async (stage) => {
    const job = await stage.play({
      env: lingering,
      cancel: inContainer(stage.hex.whenReceived('GetProject')),
    })

    expectNothingLeft(stage, job)
    expect(stage.requestsOf('RunProject')).toEqual([])
  },
)

story(
  'post starts while main waits for the rate limit: leaves no run',
  {
    plans: [endless],
    faults: [
      {
        operation: 'RunProject',
        kind: 'failure',
        status: 429,
        words: 'Too many requests',
        retryAfter: { seconds: 2 },
      },
    ],
  },
  async (stage) => {
    const job = await stage.play({
      env: lingering,
      cancel: inContainer(stage.hex.whenAnswered('RunProject')),
    })

    expectNothingLeft(stage, job)
  },
)

for (const effect of ['at-receipt', 'at-answer'] as const) {
  story(
    `post starts while main's start is in flight (run created ${effect}): leaves no run`,
    {
      plans: [endless],
      faults: [{ operation: 'RunProject', kind: 'delay', afterMs: 2_000, effect }],
    },
    async (stage) => {
      const job = await stage.play({
        env: lingering,
        cancel: inContainer(stage.hex.whenReceived('RunProject')),
      })

      expectNothingLeft(stage, job)
    },
  )
}

story(
  "post starts while main's start gets no response: leaves no run",
  { plans: [endless], faults: [{ operation: 'RunProject', kind: 'stall', effect: 'at-receipt' }] },
  async (stage) => {
    const job = await stage.play({
      env: lingering,
      cancel: inContainer(stage.hex.whenReceived('RunProject')),
    })

    expectNothingLeft(stage, job)
  },
)

story(
  "post starts before main's next attempt: leaves no run",
  { plans: [{ pendingMs: 100, runningMs: 1_700, end: 'ERRORED' }, endless], allow: { runs: 2 } },
  async (stage) => {
    const job = await stage.play({
      env: lingering,
      with: { 'max-attempts': 5 },
      cancel: inContainer(stage.hex.whenAnswered('GetRunStatus')),
    })

    expectNothingLeft(stage, job)
  },
)

story(
  'post starts exactly when main starts its second attempt: leaves no run',
  { plans: [{ ...quick, end: 'ERRORED' }, endless], allow: { runs: 2 } },
  async (stage) => {
    stage.hex.world.addFault({ operation: 'RunProject', kind: 'delay', afterMs: 1_000, skip: 1 })
    // The post step must not take somebody else's run, which is as new, for the run that main has already cleaned up.
    void stage.hex.whenReceived('RunProject', 2).then(() => stage.addForeignRun('API'))
    const job = await stage.play({
      env: lingering,
      with: { 'max-attempts': 5 },
      cancel: inContainer(stage.hex.whenReceived('RunProject', 2)),
    })

    expectNothingLeft(stage, job)
    expect(job.post?.log).toContain('The main step has cleaned up and has no active runs.')
    expect(stage.requestsOf('CancelRun')).toHaveLength(1)
  },
)

story(
  'post starts while main detaches its run: the run continues',
  { plans: [endless], faults: [{ operation: 'GetProject', kind: 'delay', afterMs: 500 }] },
  async (stage) => {
    const job = await stage.play({
      with: { wait: false },
      cancel: inContainer(
        (event) => event.kind === 'log' && event.line.includes('the run was started.'),
      ),
    })

    expect(stage.activeRunsOfOurs()).toHaveLength(1)
    expect(stage.requestsOf('CancelRun')).toEqual([])
    expect(job.post?.annotations).toEqual([])
  },
)

story('post starts while main runs with if: always(): the run completes', {}, async (stage) => {
  const job = await stage.play({
    if: () => true,
    cancel: inContainer(stage.hex.whenAnswered('RunProject')),
  })

  expect(job).toMatchObject({ conclusion: 'success', jobStatus: 'cancelled' })
  expect(stage.ourRuns()).toMatchObject([{ status: 'COMPLETED', cancelCount: 0 }])
})

story(
  'a background step that ends before the job does: leaves no run',
  { plans: [endless] },
  async (stage) => {
    const job = await stage.play({
      cancel: { mode: 'background', when: stage.hex.whenAnswered('GetRunStatus') },
    })

    expectNothingLeft(stage, job)
    expect(job.main.signal).toBeNull()
  },
)

story(
  'a background step that is cancelling its run when the job ends: leaves no run',
  { plans: [{ ...endless, cancelTakesMs: 3_000 }] },
  async (stage) => {
    const job = await stage.play({
      // A machine so slow that the grace is over before main is.
      graces: { sigintMs: 1_000, sigtermMs: 9_000 },
      cancel: { mode: 'background', when: stage.hex.whenAnswered('GetRunStatus') },
    })

    expect(job.main.state).toEqual({})
    expectNothingLeft(stage, job)
  },
)

story(
  'a background step that is killed when the job ends: the post step cleans up without its state',
  { plans: [endless], faults: [{ operation: 'CancelRun', kind: 'stall' }] },
  async (stage) => {
    const job = await stage.play({
      graces: { sigintMs: 500, sigtermMs: 500 },
      cancel: { mode: 'background', when: stage.hex.whenAnswered('GetRunStatus') },
    })

    expect(job.main.state).toEqual({})
    expect(job.main.signal).toBe('SIGKILL')
    expectNothingLeft(stage, job)
  },
)

function expectNothingLeft(stage: Stage, job: Job): void {
  expect(stage.activeRunsOfOurs()).toEqual([])
  expect(job.post?.annotations.filter(({ type }) => type === 'warning')).toEqual([])
}
