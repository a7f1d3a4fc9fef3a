import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect } from 'vitest'
import {
  endless,
  type Job,
  outputsOf,
  passed,
  quick,
  resultOf,
  type Stage,
  story,
} from './story.ts'

/** Hex takes 2 s to answer the start; the run exists from the beginning, or from the end of them. */
const slowStart = (effect: 'at-receipt' | 'at-answer') =>
  ({ operation: 'RunProject', kind: 'delay', afterMs: 2_000, effect }) as const

story(
  'cancelled before the start is sent: starts nothing',
  { faults: [{ operation: 'GetProject', kind: 'stall' }] },
  async (stage) => {
    const job = await stage.play({
      cancel: { mode: 'user', when: stage.hex.whenReceived('GetProject') },
    })

    expectEndedByItself(job)
    expect(resultOf(job)).toMatchObject({ conclusion: 'cancelled', reason: 'aborted' })
    expect(stage.requestsOf('RunProject')).toEqual([])
  },
)

for (const through of ['directly', 'through a proxy'] as const) {
  story(
    `cancelled while the first connection opens ${through}: ends by itself`,
    {},
    async (stage) => {
      // It accepts connections and never says a word, neither of TLS nor of a tunnel.
      const silent = createServer().listen(0, '127.0.0.1')
      await once(silent, 'listening')
      const { port } = silent.address() as AddressInfo
      const job = await stage.play({
        with: { 'base-url': `https://127.0.0.1:${port}` },
        env: through === 'directly' ? {} : { https_proxy: `http://127.0.0.1:${port}` },
        cancel: { mode: 'user', when: once(silent, 'connection') },
      })
      silent.close()

      expectEndedByItself(job)
      expect(resultOf(job)).toMatchObject({ conclusion: 'cancelled', reason: 'aborted' })
    },
  )
}

const waits = [
  ['the rate limit', { status: 429, words: 'Too many requests', retryAfter: { seconds: 600 } }],
  ['a kernel', { status: 503, words: 'Maximum number of concurrent kernels reached' }],
] as const
for (const [name, fault] of waits) {
  story(
    `cancelled while the start waits for ${name}: does not send it again`,
    { faults: [{ operation: 'RunProject', kind: 'failure', ...fault }] },
    async (stage) => {
      const job = await stage.play({
        cancel: { mode: 'user', when: stage.hex.whenAnswered('RunProject') },
      })

      expectEndedByItself(job)
      expect(resultOf(job)).toMatchObject({ conclusion: 'cancelled', reason: 'aborted' })
      expect(stage.requestsOf('RunProject')).toHaveLength(1)
    },
  )
}

story(
  'cancelled while a poll waits for the rate limit: cancels the run',
  { plans: [endless] },
  async (stage) => {
    stage.hex.world.addFault({
      operation: 'GetRunStatus',
      kind: 'failure',
      status: 429,
      words: 'Too many requests',
      retryAfter: { seconds: 2 },
    })
    const job = await stage.play({
      cancel: { mode: 'user', when: stage.hex.whenAnswered('GetRunStatus') },
    })

    expectCancelledOnce(stage, job)
  },
)

for (const effect of ['at-receipt', 'at-answer'] as const) {
  story(
    `cancelled while the start is in flight (run created ${effect}): waits for the response and cancels the run`,
    { plans: [endless], faults: [slowStart(effect)] },
    async (stage) => {
      const job = await stage.play({
        cancel: { mode: 'user', when: stage.hex.whenReceived('RunProject') },
      })

      expectEndedByItself(job)
      expectCancelledOnce(stage, job)
    },
  )
}

story(
  'cancelled while the start is in flight without a response: the post step finds the run and cancels it',
  { plans: [endless], faults: [{ operation: 'RunProject', kind: 'stall', effect: 'at-receipt' }] },
  async (stage) => {
    const job = await stage.play({
      cancel: { mode: 'user', when: stage.hex.whenReceived('RunProject') },
    })

    expectEndedByItself(job)
    expect(resultOf(job)).toMatchObject({ conclusion: 'cancelled', reason: 'start_unknown' })
    expect(stage.ourRuns()).toMatchObject([{ status: 'KILLED', cancelCount: 1 }])
    expect(job.post?.summary).toContain(stage.ourRuns()[0]?.id.slice(0, 8))
  },
)

story(
  'cancelled while the start is in flight and its response is lost: the post step finds the run and cancels it',
  {
    plans: [endless],
    faults: [{ operation: 'RunProject', kind: 'reset', effect: 'at-receipt', afterMs: 500 }],
  },
  async (stage) => {
    const job = await stage.play({
      cancel: { mode: 'user', when: stage.hex.whenReceived('RunProject') },
    })

    expect(resultOf(job)).toMatchObject({ conclusion: 'cancelled', reason: 'start_unknown' })
    expect(stage.ourRuns()).toMatchObject([{ status: 'KILLED', cancelCount: 1 }])
  },
)

story(
  'cancelled while searching for a lost run: the post step continues the search',
  {
    plans: [endless],
    faults: [{ operation: 'RunProject', kind: 'reset', effect: 'at-receipt' }],
  },
  async (stage) => {
    const job = await stage.play({
      cancel: { mode: 'user', when: stage.hex.whenAnswered('GetProjectRuns', 2) },
    })

    expect(job.conclusion).toBe('cancelled')
    expect(stage.ourRuns()).toMatchObject([{ status: 'KILLED', cancelCount: 1 }])
  },
)

story(
  'cancelled after a lost response while someone else starts a run: links both runs and touches neither',
  {
    plans: [endless],
    faults: [{ operation: 'RunProject', kind: 'reset', effect: 'at-receipt', afterMs: 500 }],
  },
  async (stage) => {
    const playing = stage.play({
      cancel: { mode: 'user', when: stage.hex.whenReceived('RunProject') },
    })
    await stage.hex.whenReceived('RunProject')
    const foreign = stage.addForeignRun('API')
    const job = await playing

    expect(stage.requestsOf('CancelRun')).toEqual([])
    const [warning] = job.post?.annotations ?? []
    expect(warning).toMatchObject({ type: 'warning', title: 'Hex run may still be running' })
    expect(warning?.message).toContain(foreign.id)
    expect(warning?.message).toContain(stage.activeRunsOfOurs()[0]?.id)
  },
)

story(
  'cancelled while waiting: cancels the run and confirms its end',
  { plans: [endless] },
  async (stage) => {
    const job = await stage.play({
      cancel: { mode: 'user', when: stage.hex.whenAnswered('GetRunStatus') },
    })

    expectEndedByItself(job)
    expectCancelledOnce(stage, job)
    expect(job.main.annotations[0]).toMatchObject({ type: 'notice', title: 'Hex run' })
    expect(job.post?.annotations).toEqual([])
  },
)

story(
  'cancelled while a poll hangs: cancels the run',
  { plans: [endless], faults: [{ operation: 'GetRunStatus', kind: 'stall' }] },
  async (stage) => {
    const job = await stage.play({
      cancel: { mode: 'user', when: stage.hex.whenReceived('GetRunStatus') },
    })

    expectEndedByItself(job)
    expectCancelledOnce(stage, job)
  },
)

story('cancelled just after the run completed: reports both', { plans: [quick] }, async (stage) => {
  const job = await stage.play({
    with: { 'poll-interval': '1m' },
    cancel: {
      mode: 'user',
      when: stage.hex.whenAnswered('RunProject').then(() => passed(1_000)),
    },
  })

  expect(resultOf(job)).toMatchObject({ conclusion: 'cancelled', status: 'COMPLETED' })
  expect(job.main.exitCode).toBe(1)
})

story(
  'a second signal while the run is being cancelled changes nothing',
  { plans: [{ ...endless, cancelTakesMs: 3_000 }] },
  async (stage) => {
    const job = await stage.play({
      // SIGTERM comes a second after SIGINT, in the middle of the confirmation.
      graces: { sigintMs: 1_000, sigtermMs: 9_000 },
      cancel: { mode: 'user', when: stage.hex.whenAnswered('GetRunStatus') },
    })

    expect(job.main.signals.map(({ signal }) => signal)).toEqual(['SIGINT', 'SIGTERM'])
    expectCancelledOnce(stage, job)
  },
)

story(
  'a slow cancellation is confirmed by the post step',
  { plans: [{ ...endless, cancelTakesMs: 20_000 }] },
  async (stage) => {
    const job = await stage.play({
      cancel: { mode: 'user', when: stage.hex.whenAnswered('GetRunStatus') },
    })

    expectEndedByItself(job)
    expect(resultOf(job)).toMatchObject({ conclusion: 'cancelled', status: 'RUNNING' })
    expect(stage.activeRunsOfOurs()).toEqual([])
    expect(ownAnnotations(job)).toMatchObject([
      { type: 'notice', message: expect.stringContaining('may not have stopped yet') },
    ])
    expect(job.post?.annotations).toMatchObject([
      { type: 'notice', message: expect.stringMatching(/^The job was cancelled\. .*KILLED/) },
    ])
    expect(job.post?.summary).toContain('KILLED')
  },
)

story(
  'a cancel request that hangs or fails is retried',
  {
    plans: [endless],
    faults: [
      { operation: 'CancelRun', kind: 'failure', status: 500, words: 'Internal error' },
      { operation: 'CancelRun', kind: 'reset', skip: 1 },
    ],
  },
  async (stage) => {
    const job = await stage.play({
      cancel: { mode: 'user', when: stage.hex.whenAnswered('GetRunStatus') },
    })

    expectEndedByItself(job)
    expect(stage.ourRuns()).toMatchObject([{ status: 'KILLED', cancelCount: 1 }])
    expect(resultOf(job)).toMatchObject({ conclusion: 'cancelled', status: 'KILLED' })
  },
)

story(
  'a cancel request without a response: confirms that the run ended',
  { plans: [endless], faults: [{ operation: 'CancelRun', kind: 'stall', effect: 'at-receipt' }] },
  async (stage) => {
    const job = await stage.play({
      cancel: { mode: 'user', when: stage.hex.whenAnswered('GetRunStatus') },
    })

    expectEndedByItself(job)
    expect(stage.activeRunsOfOurs()).toEqual([])
    expect(resultOf(job)).toMatchObject({ conclusion: 'cancelled', status: 'KILLED' })
  },
)

story(
  'a refused cancel request: only the post step reports that the run may still be running',
  { plans: [{ ...endless, cancel: 'refused' }] },
  async (stage) => {
    const job = await stage.play({
      cancel: { mode: 'user', when: stage.hex.whenAnswered('GetRunStatus') },
    })

    expect(stage.activeRunsOfOurs()).toHaveLength(1)
    const [own, ...others] = ownAnnotations(job)
    expect(others).toEqual([])
    expect(own).toMatchObject({ type: 'notice' })
    expect(`${own?.message}${job.main.summary}`).not.toContain('may still be running')
    expect(own?.message).toContain(stage.ourRuns()[0]?.id)
    expect(job.post?.annotations[0]?.message).toContain('may still be running. Stop the run in Hex')
    expect(job.post?.annotations[0]?.message).toContain(stage.ourRuns()[0]?.id)
  },
)

story(
  'a cancel request that Hex accepts and ignores is never reported as successful, even if the post step is stopped too',
  { plans: [{ ...endless, cancel: 'ignored' }] },
  async (stage) => {
    const job = await stage.play({ stepTimeoutMs: 8_000 })

    expect(job.conclusion).toBe('failure')
    expect(stage.activeRunsOfOurs()).toHaveLength(1)
    expect(job.main.annotations[0]?.message).toContain('may not have stopped yet')
    expect(job.post?.signals[0]).toMatchObject({ signal: 'SIGINT' })
    expect(job.post?.annotations[0]).toMatchObject({ title: 'Hex run may still be running' })
  },
)

story(
  'cancelled while the timeout is cancelling the run: cancels it once',
  { plans: [{ ...endless, cancelTakesMs: 2_000 }] },
  async (stage) => {
    const job = await stage.play({
      with: { timeout: '8s' },
      cancel: { mode: 'user', when: stage.hex.whenAnswered('CancelRun') },
    })

    expectEndedByItself(job)
    expect(stage.ourRuns()).toMatchObject([{ status: 'KILLED', cancelCount: 1 }])
  },
)

story(
  'a cancel request that takes nine seconds: main does not warn, and the post step reports the result',
  {
    plans: [endless],
    faults: [
      {
        operation: 'CancelRun',
        kind: 'delay',
        afterMs: 9_000,
        effect: 'at-answer',
        times: 'always',
      },
    ],
    allow: { cancels: 3 },
  },
  async (stage) => {
    const job = await stage.play({
      cancel: { mode: 'step-timeout', when: stage.hex.whenAnswered('GetRunStatus') },
    })

    expectEndedByItself(job)
    expect(stage.activeRunsOfOurs()).toEqual([])
    expect(ownAnnotations(job).map(({ type }) => type)).toEqual(['notice'])
    expect(job.post?.annotations).toMatchObject([
      { type: 'notice', message: expect.stringMatching(/^This step was stopped\. .*KILLED/) },
    ])
    expect(job.log.join('\n')).not.toContain('job was cancelled')
  },
)

for (const when of ['before the start', 'while the run goes on'] as const) {
  story(
    `the worker dies ${when}, and nobody reads main's output: leaves no run`,
    { plans: [endless] },
    async (stage) => {
      const operation = when === 'before the start' ? 'GetProject' : 'GetRunStatus'
      const job = await stage.play({
        with: { timeout: '15s' },
        cancel: { mode: 'worker-lost', when: stage.hex.whenReceived(operation) },
      })

      expect(stage.activeRunsOfOurs()).toEqual([])
      expect(stage.ourRuns().length).toBeLessThan(2)
      expect(job.main.signal).toBeNull()
      expect(outputsOf(job).get('conclusion')).toMatch(/cancelled|timed_out/)
    },
  )
}

story(
  'the worker dies while main has nothing to log: main notices within seconds',
  { plans: [endless] },
  async (stage) => {
    const job = await stage.play({
      with: { timeout: '40s', 'poll-interval': '60s' },
      cancel: {
        mode: 'worker-lost',
        when: stage.hex.whenAnswered('RunProject').then(() => passed(1_000)),
      },
    })

    expect(stage.activeRunsOfOurs()).toEqual([])
    expect(outputsOf(job).get('conclusion')).toBe('cancelled')
  },
)

story(
  'the worker dies while the start is in flight: main waits for the response as long as without it',
  {
    plans: [endless],
    faults: [{ operation: 'RunProject', kind: 'delay', afterMs: 9_000, effect: 'at-receipt' }],
  },
  async (stage) => {
    await stage.play({
      cancel: { mode: 'worker-lost', when: stage.hex.whenReceived('GetProject') },
    })

    expect(stage.ourRuns()).toMatchObject([{ status: 'KILLED' }])
  },
)

story(
  'the worker dies and the response to the start is lost: main finds the run and cancels it without a post step',
  {
    plans: [endless],
    faults: [{ operation: 'RunProject', kind: 'reset', effect: 'at-receipt', afterMs: 200 }],
  },
  async (stage) => {
    await stage.play({
      cancel: { mode: 'worker-lost', when: stage.hex.whenReceived('RunProject') },
    })

    expect(stage.ourRuns()).toMatchObject([{ status: 'KILLED' }])
  },
)

story(
  'the worker dies while main follows an existing run: does not touch the run',
  { plans: [endless] },
  async (stage) => {
    const foreign = stage.addForeignRun('API')
    const job = await stage.play({
      with: { 'run-id': foreign.id, 'input-params': '', timeout: '8s' },
      cancel: { mode: 'worker-lost', when: stage.hex.whenReceived('GetProject') },
    })

    expect(stage.requestsOf('CancelRun')).toEqual([])
    expect(job.main.signal).toBeNull()
  },
)

story(
  'the worker dies during the post step: the post step finishes',
  { plans: [{ ...endless, cancelTakesMs: 1_000 }] },
  async (stage) => {
    await stage.play({
      cancel: [
        { mode: 'sigkill-now', when: stage.hex.whenAnswered('GetRunStatus') },
        { mode: 'worker-lost', stage: 'post', when: 50 },
      ],
    })

    expect(stage.activeRunsOfOurs()).toEqual([])
  },
)

story(
  "the step's own timeout-minutes also cancels the run",
  { plans: [endless] },
  async (stage) => {
    const job = await stage.play({
      cancel: { mode: 'step-timeout', when: stage.hex.whenAnswered('GetRunStatus') },
    })

    expect(job.conclusion).toBe('failure')
    expectCancelledOnce(stage, job)
  },
)

story(
  'the runner shuts down without a post step: main alone cancels the run',
  { plans: [endless] },
  async (stage) => {
    const job = await stage.play({
      cancel: { mode: 'runner-shutdown', when: stage.hex.whenAnswered('GetRunStatus') },
    })

    expect(job.post).toBeUndefined()
    expectCancelledOnce(stage, job)
  },
)

story(
  'the runner shuts down before the response to the start: main reports what it could not do',
  { plans: [endless], faults: [{ operation: 'RunProject', kind: 'stall', effect: 'at-receipt' }] },
  async (stage) => {
    const job = await stage.play({
      cancel: { mode: 'runner-shutdown', when: stage.hex.whenReceived('RunProject') },
    })

    expect(job.post).toBeUndefined()
    expect(job.main.signal).toBeNull()
    expect(job.main.annotations[0]?.message).toContain('stopped before Hex responded')
    expect(job.main.summary).toContain('check the run in Hex')
  },
)

story(
  'with if: always(), no signal is sent, and the run continues to its end',
  {},
  async (stage) => {
    const job = await stage.play({
      if: () => true,
      cancel: { mode: 'user', when: stage.hex.whenAnswered('RunProject') },
    })

    expect(job).toMatchObject({ conclusion: 'success', jobStatus: 'cancelled' })
    expect(stage.ourRuns()).toMatchObject([{ status: 'COMPLETED', cancelCount: 0 }])
  },
)

story(
  'a job that is cancelled after wait: false does not touch the run',
  { plans: [endless] },
  async (stage) => {
    const job = await stage.play({
      with: { wait: false },
      cancel: { mode: 'user', when: (event) => event.kind === 'stage-ended' },
    })

    expect(job).toMatchObject({ conclusion: 'success', jobStatus: 'cancelled' })
    expect(stage.activeRunsOfOurs()).toHaveLength(1)
    expect(stage.requestsOf('CancelRun')).toEqual([])
  },
)

story(
  'wait: false, cancelled before the start is sent: starts nothing',
  { faults: [{ operation: 'GetProject', kind: 'stall' }] },
  async (stage) => {
    const job = await stage.play({
      with: { wait: false },
      cancel: { mode: 'user', when: stage.hex.whenReceived('GetProject') },
    })

    expect(outputsOf(job).get('conclusion')).toBe('cancelled')
    expect(stage.requestsOf('RunProject')).toEqual([])
  },
)

story(
  'wait: false, cancelled while the start is in flight: waits for the response, and the run continues',
  { plans: [endless], faults: [slowStart('at-receipt')] },
  async (stage) => {
    const job = await stage.play({
      with: { wait: false },
      cancel: { mode: 'user', when: stage.hex.whenReceived('RunProject') },
    })

    expectEndedByItself(job)
    expect(resultOf(job)).toMatchObject({
      conclusion: 'detached',
      run_id: stage.activeRunsOfOurs()[0]?.id,
    })
    expect(stage.requestsOf('CancelRun')).toEqual([])
  },
)

/** Main's; those of the runner itself have no title. */
function ownAnnotations(job: Job) {
  return job.main.annotations.filter(({ title }) => title !== undefined)
}

/** Main was done before the runner lost its patience. */
function expectEndedByItself(job: Job): void {
  expect(job.main.signals[0]?.signal).toBe('SIGINT')
  expect(job.main.signal).toBeNull()
}

function expectCancelledOnce(stage: Stage, job: Job): void {
  expect(stage.ourRuns()).toMatchObject([{ status: 'KILLED', cancelCount: 1 }])
  expect(resultOf(job)).toMatchObject({
    conclusion: 'cancelled',
    reason: 'aborted',
    status: 'KILLED',
    run_id: stage.ourRuns()[0]?.id,
  })
}
