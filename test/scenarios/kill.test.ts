import { expect } from 'vitest'
import type { CancelPlan } from '../runner-host/host.ts'
import { endless, type Job, passed, quick, type Stage, story } from './story.ts'

/** The process is gone without warning, as when the machine is out of memory; then post runs. */
const killed = (when: CancelPlan['when']) => ({ mode: 'sigkill-now', when }) as const

story(
  'killed before the start is sent: the post step does nothing',
  { faults: [{ operation: 'GetProject', kind: 'stall' }] },
  async (stage) => {
    const job = await stage.play({ cancel: killed(stage.hex.whenReceived('GetProject')) })

    expect(stage.requestsOf('RunProject')).toEqual([])
    expect(job.post).toMatchObject({ conclusion: 'success', annotations: [], summary: '' })
  },
)

/** The start waits much longer than the story takes, so nothing depends on when the signal arrives. */
const startRefused = {
  operation: 'RunProject',
  kind: 'failure',
  status: 429,
  words: 'Too many requests',
  retryAfter: { seconds: 600 },
} as const

story(
  'killed while the start waits for the rate limit: starts nothing',
  { faults: [startRefused] },
  async (stage) => {
    const job = await stage.play({ cancel: killed(logged("Hex's rate limit was exceeded")) })

    expect(stage.ourRuns()).toEqual([])
    expect(job.post?.annotations).toEqual([])
  },
)

story(
  'killed while the start is in flight, and the run appears two seconds later: the post step finds and cancels it',
  {
    plans: [endless],
    faults: [{ operation: 'RunProject', kind: 'stall', effect: { delayMs: 2_000 } }],
  },
  async (stage) => {
    const job = await stage.play({ cancel: killed(stage.hex.whenReceived('RunProject')) })

    expectCleanedUp(stage, job)
    expect(job.post?.log.at(-1)).toContain("The project's only new run is assumed")
  },
)

story(
  'killed while the start is in flight, and Hex never received it: the post step searches for a minute and finds nothing',
  { faults: [{ operation: 'RunProject', kind: 'stall' }] },
  async (stage) => {
    const job = await stage.play({ cancel: killed(stage.hex.whenReceived('RunProject')) })

    expect(stage.ourRuns()).toEqual([])
    expect(job.post?.log.at(-1)).toContain('No new run was found')
    expect(job.post?.annotations).toMatchObject([cleanedUp])
  },
)

story(
  'killed while the start is in flight, and someone else starts a run: the post step links both and touches neither',
  { plans: [endless], faults: [{ operation: 'RunProject', kind: 'stall', effect: 'at-receipt' }] },
  async (stage) => {
    const playing = stage.play({ cancel: killed(stage.hex.whenReceived('RunProject')) })
    await stage.hex.whenReceived('RunProject')
    const foreign = stage.addForeignRun('API')
    const job = await playing

    expect(stage.requestsOf('CancelRun')).toEqual([])
    const message = job.post?.annotations[0]?.message
    expect(message).toContain(foreign.id)
    expect(message).toContain(stage.activeRunsOfOurs()[0]?.id)
  },
)

story(
  'killed while searching for a lost run: the post step continues the search',
  { plans: [endless], faults: [{ operation: 'RunProject', kind: 'reset', effect: 'at-receipt' }] },
  async (stage) => {
    expectCleanedUp(
      stage,
      await stage.play({ cancel: killed(logged('Found one new run of the project')) }),
    )
  },
)

story(
  'killed while waiting: the post step cancels the run by its ID',
  { plans: [endless] },
  async (stage) => {
    const job = await stage.play({ cancel: killed(stage.hex.whenAnswered('GetRunStatus')) })

    expectCleanedUp(stage, job)
    // What was known was told before: the id from the moment Hex answered.
    expect(job.main.outputs['run-id']).toBe(stage.ourRuns()[0]?.id)
  },
)

story(
  'killed in a job that continues: the post step reports that main was killed, not that the job was cancelled',
  { plans: [endless] },
  async (stage) => {
    const job = await stage.play({ cancel: killed(stage.hex.whenAnswered('GetRunStatus')) })

    expect(job.post?.annotations[0]?.message).toMatch(/^The main step was killed\. /)
    expect(job.log.join('\n')).not.toContain('job was cancelled')
  },
)

story(
  'killed while waiting, and the run ends first: the post step reports its end',
  { plans: [{ pendingMs: 50, runningMs: 950 }] },
  async (stage) => {
    const job = await stage.play({
      with: { 'poll-interval': '1m' },
      cancel: killed(stage.hex.whenAnswered('RunProject').then(() => passed(1_000))),
    })

    expect(stage.ourRuns()).toMatchObject([{ status: 'COMPLETED' }])
    expect(job.post?.log.at(-1)).toContain('had already ended (COMPLETED)')
    expect(job.post?.annotations).toMatchObject([cleanedUp])
  },
)

story(
  'killed while cancelling: the post step sees that the run is stopping',
  { plans: [{ ...endless, cancelTakesMs: 12_000 }] },
  async (stage) => {
    const job = await stage.play({
      cancel: [
        { mode: 'user', when: stage.hex.whenAnswered('GetRunStatus') },
        killed(stage.hex.whenAnswered('CancelRun').then(() => passed(500))),
      ],
    })

    expect(job.main.signal).toBe('SIGKILL')
    expectCleanedUp(stage, job)
  },
)

story(
  'killed while the cancel request is in flight: the post step cleans up',
  {
    plans: [endless],
    faults: [{ operation: 'CancelRun', kind: 'stall', effect: 'at-receipt' }],
  },
  async (stage) => {
    const job = await stage.play({
      cancel: [
        { mode: 'user', when: stage.hex.whenAnswered('GetRunStatus') },
        killed(stage.hex.whenReceived('CancelRun')),
      ],
    })

    expectCleanedUp(stage, job)
  },
)

story(
  'killed between two attempts: the post step reports nothing',
  {
    plans: [{ ...quick, end: 'ERRORED' }],
    faults: [{ ...startRefused, skip: 1 }],
  },
  async (stage) => {
    const job = await stage.play({
      with: { 'max-attempts': 3 },
      cancel: killed(logged('Starting attempt 2 of 3')),
    })

    expect(job.main.signal).toBe('SIGKILL')
    expect(stage.ourRuns()).toMatchObject([{ status: 'ERRORED' }])
    expect(job.post?.annotations).toEqual([])
  },
)

story(
  'killed while the start of the second attempt is in flight: the post step cancels the second run',
  {
    plans: [{ ...quick, end: 'ERRORED' }, endless],
    faults: [{ operation: 'RunProject', kind: 'stall', effect: 'at-receipt', skip: 1 }],
    allow: { runs: 2 },
  },
  async (stage) => {
    const job = await stage.play({
      with: { 'max-attempts': 2 },
      cancel: killed(stage.hex.whenReceived('RunProject', 2)),
    })

    expect(stage.activeRunsOfOurs()).toEqual([])
    expect(job.post?.annotations).toMatchObject([cleanedUp])
  },
)

story(
  'a cancellation during the post step does not stop the cleanup',
  { plans: [{ ...endless, cancelTakesMs: 3_000 }] },
  async (stage) => {
    const job = await stage.play({
      cancel: [
        killed(stage.hex.whenAnswered('GetRunStatus')),
        { mode: 'cancel-during-post', when: 500 },
      ],
    })

    expectCleanedUp(stage, job)
    expect(job.post?.signals).toEqual([])
  },
)

story(
  'the post step retries while Hex has problems until no run is active',
  {
    plans: [endless],
    faults: [
      { operation: 'GetRunStatus', kind: 'html', skip: 1, times: 2 },
      { operation: 'CancelRun', kind: 'failure', status: 500, words: 'Internal error', times: 2 },
    ],
  },
  async (stage) => {
    expectCleanedUp(
      stage,
      await stage.play({ cancel: killed(stage.hex.whenAnswered('GetRunStatus')) }),
    )
  },
)

story(
  'wait: false, killed after Hex responded: the post step does not touch the run',
  { plans: [endless] },
  async (stage) => {
    const job = await stage.play({
      with: { wait: false },
      cancel: killed(logged(': the run was started.')),
    })

    expect(stage.activeRunsOfOurs()).toHaveLength(1)
    expect(stage.requestsOf('CancelRun')).toEqual([])
    expect(job.post?.annotations).toEqual([])
  },
)

story(
  'wait: false, killed while the start is in flight: the run is meant to continue whatever happens to the job',
  { plans: [endless], faults: [{ operation: 'RunProject', kind: 'stall', effect: 'at-receipt' }] },
  async (stage) => {
    const job = await stage.play({
      with: { wait: false },
      cancel: killed(stage.hex.whenReceived('RunProject')),
    })

    expect(stage.activeRunsOfOurs()).toHaveLength(1)
    expect(stage.requestsOf('CancelRun')).toEqual([])
    expect(job.post?.annotations).toEqual([])
  },
)

/** Runs in main's process alone, when it ends: another step of the job, which has no token, between main and post. */
const anotherStep = (script: string) => ({
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(
    `import fs from 'node:fs'
    const folder = process.env.RUNNER_TEMP
    const notes = () => fs.readdirSync(folder).filter((name) => name.endsWith('.notes')).map((name) => folder + '/' + name)
    if (!process.argv[1].includes('run-post')) process.on('exit', () => { ${script} })`,
  )}`,
})

story(
  "another step forges entries for someone else's runs: the post step cancels only its own and reports it",
  { plans: [{ ...endless, cancelTakesMs: 12_000 }] },
  async (stage) => {
    const foreign = stage.addForeignRun('API')
    const entries = [
      { phase: 'started', projectId: stage.projectId, runId: foreign.id },
      { phase: 'intent', projectId: stage.projectId, known: [] },
    ].map((entry) => JSON.stringify(entry))
    const lines = [`0 ${entries[0]}`, `1 ${entries[1]}`, '900000000 {}', 'no entry']
    const job = await stage.play({
      env: anotherStep(
        `for (const file of notes()) fs.appendFileSync(file, ${JSON.stringify(`${lines.join('\n')}\n`)})`,
      ),
      cancel: { mode: 'user', when: stage.hex.whenAnswered('GetRunStatus') },
    })

    expect(stage.activeRunsOfOurs()).toEqual([])
    expect(job.post?.annotations).toMatchObject([cleanedUp])
  },
)

story(
  'another step removes the files: the post step uses the saved state',
  { plans: [{ ...endless, cancelTakesMs: 12_000 }] },
  async (stage) => {
    const job = await stage.play({
      env: anotherStep('for (const file of notes()) fs.rmSync(file)'),
      cancel: { mode: 'user', when: stage.hex.whenAnswered('GetRunStatus') },
    })

    expect(stage.activeRunsOfOurs()).toEqual([])
    expect(job.post?.annotations).toMatchObject([cleanedUp])
  },
)

story(
  "killed while following someone else's run: the post step does nothing",
  {},
  async (stage) => {
    const foreign = stage.addForeignRun('API')
    const job = await stage.play({
      with: { 'run-id': foreign.id, 'input-params': '' },
      cancel: killed(stage.hex.whenAnswered('GetRunStatus')),
    })

    expect(stage.requestsOf('CancelRun')).toEqual([])
    expect(job.post?.annotations).toEqual([])
  },
)

const cleanedUp = { type: 'notice', title: 'Hex run not active' }

/** Main is dead, and post has stopped its run and says so without alarm. */
function expectCleanedUp(stage: Stage, job: Job): void {
  expect(job.main.signal).toBe('SIGKILL')
  expect(stage.ourRuns()).toMatchObject([{ status: 'KILLED' }])
  expect(job.post).toMatchObject({ conclusion: 'success', annotations: [cleanedUp] })
  expect(job.post?.annotations[0]?.message).toContain(stage.ourRuns()[0]?.id)
  expect(job.post?.summary).toContain('KILLED')
}

function logged(words: string): CancelPlan['when'] {
  return (event) => event.kind === 'log' && event.line.includes(words)
}
