import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { fixtureAction, SHORT_GRACES } from './fixture.ts'
import { type HostEvent, runAction } from './host.ts'

/** Saves something, says so, and stays; each story adds how it takes signals. */
const BUSY = `
  append('STATE', 'intent=key-1\\n')
  append('OUTPUT', 'run-id=42\\n')
  const on = (signal, act) => process.on(signal, () => { say('got ' + signal); act() })
  stay()`
const READY = "\n;say('ready')"
const POST = "say('post: ' + env.STATE_intent + ' ' + env['INPUT_STATUS'])"
const STATUS = "  status: {default: '${{ job.status }}'}"

/** For processes that end when they are asked to: a busy machine must not turn its patience into a story. */
const graces = { ...SHORT_GRACES, sigintMs: 10_000, sigtermMs: 10_000 }

test('a user cancels: the SIGINT handler finishes, and post cleans up', async () => {
  const main = `${BUSY};on('SIGINT', () => { append('OUTPUT', 'status=KILLED\\n'); process.exit(0) })${READY}`
  const actionDir = fixtureAction({ main, post: POST, inputs: STATUS })

  const report = await runAction({ actionDir, graces, cancel: { mode: 'user', when: isReady } })

  expect(report).toMatchObject({ conclusion: 'cancelled', jobStatus: 'cancelled' })
  expect(signalsOf(report.main)).toEqual(['SIGINT'])
  expect(report.main).toMatchObject({ exitCode: 0, outputs: { 'run-id': '42', status: 'KILLED' } })
  expect(report.main.log.slice(-2)).toEqual(['got SIGINT', '##[error]The operation was canceled.'])
  expect(report.post?.log.at(-1)).toBe('post: key-1 cancelled')
})

test('SIGINT ends an action without a handler, and what it saved is kept', async () => {
  const actionDir = fixtureAction({ main: BUSY + READY, post: POST, inputs: STATUS })

  const report = await runAction({ actionDir, graces, cancel: { mode: 'user', when: isReady } })

  expect(report.main).toMatchObject({ exitCode: 130, signal: 'SIGINT', conclusion: 'cancelled' })
  expect(report.main.outputs).toEqual({ 'run-id': '42' })
  expect(report.post?.log.at(-1)).toBe('post: key-1 cancelled')
})

test('an action that ignores SIGINT gets SIGTERM, and then SIGKILL', async () => {
  const main = `${BUSY};on('SIGINT', () => {});on('SIGTERM', () => {})${READY}`
  const actionDir = fixtureAction({ main, post: POST, inputs: STATUS })

  const report = await runAction({
    actionDir,
    graces: SHORT_GRACES,
    cancel: { mode: 'user', when: isReady },
  })

  expect(signalsOf(report.main)).toEqual(['SIGINT', 'SIGTERM', 'SIGKILL'])
  expect(report.main).toMatchObject({ exitCode: 137, signal: 'SIGKILL', conclusion: 'cancelled' })
  expect(report.main.log).toEqual(expect.arrayContaining(['got SIGINT', 'got SIGTERM']))
  expect(report.main.state).toEqual({ intent: 'key-1' })
  expect(report.post?.conclusion).toBe('success')
})

test('only the node process gets signals, not a child in the same group', async () => {
  const child =
    "process.on('SIGINT', () => console.log('child got SIGINT')); setInterval(() => {}, 1000); console.log('ready')"
  const main = `
    const { spawn } = require('node:child_process')
    const child = spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'inherit' })
    process.on('SIGINT', () => setTimeout(() => { child.kill('SIGKILL'); process.exit(0) }, 50))`

  const report = await runAction({
    actionDir: fixtureAction({ main }),
    graces,
    cancel: { mode: 'user', when: isReady },
  })

  expect(signalsOf(report.main)).toEqual(['SIGINT'])
  expect(report.main.log).not.toContain('child got SIGINT')
})

test('with if: always(), a cancel sends no signal, and main runs to its end', async () => {
  const main = `${BUSY};on('SIGINT', () => {});setTimeout(() => process.exit(0), 100)${READY}`
  const actionDir = fixtureAction({ main, post: POST, inputs: STATUS })

  const report = await runAction({
    actionDir,
    graces,
    if: () => true,
    cancel: { mode: 'user', when: isReady },
  })

  expect(report).toMatchObject({ conclusion: 'success', jobStatus: 'cancelled' })
  expect(report.main.signals).toEqual([])
  expect(report.post?.log.at(-1)).toBe('post: key-1 cancelled')
})

test('a step timeout fails the step, and post has the same timeout again', async () => {
  const main = `${BUSY};on('SIGINT', () => process.exit(0))${READY}`
  const actionDir = fixtureAction({ main, post: `${POST};stay()`, inputs: STATUS })

  const {
    main: mainReport,
    post,
    ...job
  } = await runAction({
    actionDir,
    graces,
    stepTimeoutMs: 1_500,
  })

  expect(job).toMatchObject({ conclusion: 'failure', jobStatus: 'failure' })
  expect(signalsOf(mainReport)).toEqual(['SIGINT'])
  expect(mainReport.log.at(-1)).toBe(
    "##[error]The action 'Run ./' has timed out after 0.025 minutes.",
  )
  expect(post?.log.slice(1)).toEqual([
    'post: key-1 failure',
    "##[error]The action 'Post Run ./' has timed out after 0.025 minutes.",
  ])
  expect(post?.signals[0]?.atMs).toBeGreaterThanOrEqual(1_490)
})

test('a step timeout can be simulated at any moment', async () => {
  const actionDir = fixtureAction({ main: BUSY + READY })

  const report = await runAction({
    actionDir,
    graces,
    cancel: { mode: 'step-timeout', when: isReady },
  })

  expect(report.conclusion).toBe('failure')
  expect(report.main.log.at(-1)).toContain('has timed out after 1 minutes.')
})

test.each([
  ['before anything is saved', READY, {}],
  ['between the intent and the ID', `append('STATE', 'intent=1\\n')${READY}`, { intent: '1' }],
  [
    'while a pair is being written',
    `append('STATE', 'intent=1\\nid<<E\\n4')${READY}`,
    { intent: '1' },
  ],
])('killed %s: post has what was saved', async (_, script, state) => {
  const actionDir = fixtureAction({ main: `stay()\n${script}`, post: POST, inputs: STATUS })

  const report = await runAction({ actionDir, cancel: { mode: 'sigkill-now', when: isReady } })

  expect(report).toMatchObject({ conclusion: 'failure', jobStatus: 'failure' })
  expect(report.main).toMatchObject({ exitCode: 137, signal: 'SIGKILL', state })
  expect(report.post?.log.at(-1)).toContain('failure')
})

test('the runner shuts down: main gets signals, and post does not run', async () => {
  const main = `${BUSY};on('SIGINT', () => process.exit(0))${READY}`
  const actionDir = fixtureAction({ main, post: POST })

  const report = await runAction({
    actionDir,
    graces,
    if: () => true,
    cancel: { mode: 'runner-shutdown', when: isReady },
  })

  expect(report).toMatchObject({ conclusion: 'cancelled', jobStatus: 'failure' })
  expect(signalsOf(report.main)).toEqual(['SIGINT'])
  expect(report.post).toBeUndefined()
})

test('the worker is killed when its time is up: no state is read, and no post runs', async () => {
  const actionDir = fixtureAction({ main: BUSY + READY, post: POST })

  const report = await runAction({
    actionDir,
    if: () => true,
    cancel: { mode: 'worker-kill', when: isReady, budgetMs: 100 },
  })

  expect(report.conclusion).toBe('cancelled')
  expect(signalsOf(report.main)).toEqual(['SIGKILL'])
  expect(report.main).toMatchObject({ outputs: {}, state: {} })
  expect(report.post).toBeUndefined()
})

test('the time of the worker also ends a post that hangs', async () => {
  const actionDir = fixtureAction({ main: BUSY + READY, post: "say('busy'); stay()" })

  const report = await runAction({
    actionDir,
    graces,
    cancel: { mode: 'worker-kill', when: isReady, budgetMs: 600 },
  })

  expect(signalsOf(report.main)).toEqual(['SIGINT'])
  expect(signalsOf(report.post)).toEqual(['SIGKILL'])
  expect(report.jobStatus).toBe('cancelled')
})

test('force-cancel kills main at once, and post does not run', async () => {
  const actionDir = fixtureAction({ main: BUSY + READY, post: POST })

  const report = await runAction({ actionDir, cancel: { mode: 'force', when: isReady } })

  expect(signalsOf(report.main)).toEqual(['SIGKILL'])
  expect(report).toMatchObject({ conclusion: 'cancelled', jobStatus: 'cancelled' })
  expect(report.post).toBeUndefined()
})

test('force-cancel after a cancel kills post', async () => {
  const actionDir = fixtureAction({ main: BUSY + READY, post: "say('post busy'); stay()" })

  const report = await runAction({
    actionDir,
    graces,
    cancel: [
      { mode: 'user', when: isReady },
      { mode: 'force', when: (event) => event.kind === 'log' && event.line === 'post busy' },
    ],
  })

  expect(signalsOf(report.main)).toEqual(['SIGINT'])
  expect(signalsOf(report.post)).toEqual(['SIGKILL'])
})

test('force-cancel at the very start of post leaves nothing running', async () => {
  const actionDir = fixtureAction({ main: '', post: 'stay()' })

  const report = await runAction({
    actionDir,
    cancel: { mode: 'force', when: (event) => event.kind === 'log' && event.stage === 'post' },
  })

  expect(signalsOf(report.post)).toEqual(['SIGKILL'])
  expect(report.orphansKilled).toEqual([])
})

test('a cancel during post sends it no signal', async () => {
  const actionDir = fixtureAction({ main: '', post: "setTimeout(() => say('post done'), 150)" })

  const report = await runAction({
    actionDir,
    graces,
    cancel: { mode: 'cancel-during-post', when: 20 },
  })

  expect(report).toMatchObject({ conclusion: 'success', jobStatus: 'cancelled' })
  expect(report.post).toMatchObject({ conclusion: 'success', signals: [] })
  expect(report.post?.log.at(-1)).toBe('post done')
})

test('a cancel during post signals it if post-if no longer holds', async () => {
  const actionDir = fixtureAction({
    main: '',
    post: "say('ready'); stay()",
    runs: '  post-if: success()',
  })

  const report = await runAction({
    actionDir,
    graces,
    cancel: { mode: 'cancel-during-post', when: isReady },
  })

  expect(signalsOf(report.post)).toEqual(['SIGINT'])
})

test('in a job container, no signal arrives, and post runs alongside main', async () => {
  const events: Array<HostEvent> = []
  const main = `${BUSY};on('SIGINT', () => {});setInterval(() => say('main alive'), 20)${READY}`
  const actionDir = fixtureAction({
    main,
    post: `${POST};setTimeout(() => say('post done'), 150)`,
    inputs: STATUS,
  })

  const report = await runAction({
    actionDir,
    graces,
    cancel: { mode: 'container', when: isReady },
    onEvent: (event) => events.push(event),
  })

  expect(report).toMatchObject({ conclusion: 'cancelled', jobStatus: 'cancelled' })
  expect(report.main).toMatchObject({ signals: [], signal: 'SIGKILL', state: { intent: 'key-1' } })
  expect(report.post?.log.slice(1)).toEqual(['post: key-1 cancelled', 'post done'])
  expect(report.main.environment['RUNNER_TRACKING_ID']).toBeUndefined()
  const postStart = events.findIndex(({ kind }) => kind === 'stage-started', 1)
  const aliveAfter = events
    .slice(postStart)
    .some((event) => event.kind === 'log' && event.line === 'main alive')
  expect(aliveAfter).toBe(true)
})

test('a background step that outlasts the grace period runs alongside post, without its state', async () => {
  const main = `${BUSY};on('SIGINT', () => {});on('SIGTERM', () => {})${READY}`
  const actionDir = fixtureAction({
    main,
    post: `${POST};setTimeout(() => say('post done'), 300)`,
    inputs: STATUS,
  })

  const report = await runAction({
    actionDir,
    graces: SHORT_GRACES,
    cancel: { mode: 'background', when: isReady },
  })

  expect(report.main).toMatchObject({
    conclusion: 'cancelled',
    signal: 'SIGKILL',
    state: {},
    outputs: {},
  })
  expect(report.post?.startedAt).toBeLessThan(report.main.endedAt)
  expect(report.post?.log.slice(1)).toEqual(['post: undefined cancelled', 'post done'])
})

test('post has the state of a background step that ends in the grace period', async () => {
  const actionDir = fixtureAction({ main: BUSY + READY, post: POST, inputs: STATUS })

  const report = await runAction({
    actionDir,
    graces,
    cancel: { mode: 'background', when: isReady },
  })

  expect(report.main.outputs).toEqual({ 'run-id': '42' })
  expect(report.post?.log.at(-1)).toBe('post: key-1 cancelled')
})

test('a cancel can be timed by a promise or by milliseconds', async () => {
  const actionDir = fixtureAction({ main: BUSY + READY })

  const byPromise = await runAction({
    actionDir,
    graces,
    cancel: { mode: 'user', when: sleep(80) },
  })
  const byClock = await runAction({ actionDir, graces, cancel: { mode: 'user', when: 80 } })

  expect([byPromise.conclusion, byClock.conclusion]).toEqual(['cancelled', 'cancelled'])
})

test('a cancel after main has ended still cancels the job', async () => {
  const actionDir = fixtureAction({ main: '', post: POST, inputs: STATUS })

  const report = await runAction({
    actionDir,
    cancel: { mode: 'user', when: (event) => event.kind === 'stage-ended' },
  })

  expect(report).toMatchObject({ conclusion: 'success', jobStatus: 'cancelled' })
  expect(report.post?.log.at(-1)).toContain('cancelled')
})

function isReady(event: HostEvent): boolean {
  return event.kind === 'log' && event.line === 'ready'
}

function signalsOf(
  stage: { readonly signals: ReadonlyArray<{ readonly signal: string }> } | undefined,
) {
  return stage?.signals.map(({ signal }) => signal)
}
