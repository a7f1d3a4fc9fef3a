import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fixtureAction, fixtureFolder, SHORT_GRACES } from './fixture.ts'
import { type HostEvent, ManifestError, runAction } from './host.ts'

test('main runs, then post, and both are reported', async () => {
  const events: Array<HostEvent> = []
  const actionDir = fixtureAction({ main: "say('working')", post: "say('tidying')" })

  const report = await runAction({ actionDir, onEvent: (event) => events.push(event) })

  expect(report).toMatchObject({ conclusion: 'success', jobStatus: 'success', orphansKilled: [] })
  expect(report.main).toMatchObject({ exitCode: 0, signal: null, conclusion: 'success' })
  expect(report.main.log).toEqual(['##[group]Run ./', '##[endgroup]', 'working'])
  expect(report.post?.log).toEqual(['Post job cleanup.', 'tidying'])
  expect(events.flatMap((event) => (event.kind.startsWith('stage') ? [event.kind] : []))).toEqual([
    'stage-started',
    'stage-ended',
    'stage-started',
    'stage-ended',
  ])
})

test('the log starts with the inputs that are not empty and env, with secrets masked', async () => {
  const actionDir = fixtureAction({ main: '', inputs: '  token: {}\n  project: {}\n  view: {}' })

  const { main } = await runAction({
    actionDir,
    uses: './run',
    with: { token: 'hxtp_secret', project: 'p1' },
    env: { DBT_TARGET: 'prod' },
    secrets: ['hxtp_secret'],
  })

  expect(main.log).toEqual([
    '##[group]Run ./run',
    'with:',
    '  token: ***',
    '  project: p1',
    'env:',
    '  DBT_TARGET: prod',
    '##[endgroup]',
  ])
  expect(main.environment.INPUT_TOKEN).toBe('hxtp_secret')
})

test('an exit code other than 0 fails the step and the job, and post still runs', async () => {
  const actionDir = fixtureAction({ main: 'process.exitCode = 3', post: "say('tidying')" })

  const report = await runAction({ actionDir })

  expect(report).toMatchObject({ conclusion: 'failure', jobStatus: 'failure' })
  expect(report.main.exitCode).toBe(3)
  expect(report.post?.conclusion).toBe('success')
})

test('an error annotation alone does not fail the step', async () => {
  const report = await runAction({ actionDir: fixtureAction({ main: "say('::error::bad')" }) })

  expect(report.conclusion).toBe('success')
  expect(report.main.annotations).toEqual([{ type: 'error', message: 'bad', properties: {} }])
})

test('a failed post step fails the job, but not the step', async () => {
  const actionDir = fixtureAction({ main: '', post: 'process.exitCode = 1' })

  const report = await runAction({ actionDir })

  expect(report).toMatchObject({ conclusion: 'success', jobStatus: 'failure' })
})

test('post-if is evaluated with the job status', async () => {
  const script = { post: "say('tidying')", runs: '  post-if: failure() || cancelled()' }

  const good = await runAction({ actionDir: fixtureAction({ ...script, main: '' }) })
  const bad = await runAction({ actionDir: fixtureAction({ ...script, main: 'process.exit(1)' }) })

  expect(good.post).toBeUndefined()
  expect(bad.post?.log).toContain('tidying')
})

test('post has the state of main, and inputs evaluated again with the new job status', async () => {
  const actionDir = fixtureAction({
    inputs: "  job-status: {default: '${{ job.status }}'}",
    main: "append('STATE', 'run_id=42\\n'); say(env['INPUT_JOB-STATUS']); process.exitCode = 1",
    post: "say(env['INPUT_JOB-STATUS'] + ' ' + env.STATE_run_id)",
  })

  const report = await runAction({ actionDir })

  expect(report.main.state).toEqual({ run_id: '42' })
  expect(report.main.environment.STATE_run_id).toBeUndefined()
  expect(report.main.log.at(-1)).toBe('success')
  expect(report.post?.log.at(-1)).toBe('failure 42')
})

test('state that post saves is not in the report of main', async () => {
  const actionDir = fixtureAction({ main: '', post: "append('STATE', 'late=1\\n')" })

  const report = await runAction({ actionDir })

  expect(report.main.state).toEqual({})
  expect(report.post?.state).toEqual({ late: '1' })
})

test('post has what main adds to PATH and the environment', async () => {
  const actionDir = fixtureAction({
    main: "append('ENV', 'REGION=eu\\n'); append('PATH', '/opt/one\\n/opt/two\\n')",
    post: "say(env.REGION + ' ' + env.PATH)",
  })

  const report = await runAction({ actionDir, machineEnv: { PATH: '/bin' } })

  expect(report.main).toMatchObject({ env: { REGION: 'eu' }, path: ['/opt/one', '/opt/two'] })
  expect(report.post?.log.at(-1)).toBe('eu /opt/two:/opt/one:/bin')
})

test('the environment has machine variables, env, inputs, and contexts, but no GitHub token', async () => {
  const actionDir = fixtureAction({ main: '', inputs: '  max-cost: {}\n  two words: {}' })

  const { main } = await runAction({
    actionDir,
    machineEnv: { PATH: '/bin', LANG: 'C' },
    env: { HEX_API_TOKEN: 'hxtp_1' },
    with: { 'max-cost': '5', 'two words': 'yes' },
    githubToken: 'ghs_1',
    github: { ref: 'refs/tags/v1', runAttempt: '2' },
    stepId: 'hex',
  })

  expect(main.environment).toMatchObject({
    PATH: '/bin',
    LANG: 'C',
    HEX_API_TOKEN: 'hxtp_1',
    'INPUT_MAX-COST': '5',
    INPUT_TWO_WORDS: 'yes',
    GITHUB_ACTION: 'hex',
    GITHUB_ACTIONS: 'true',
    GITHUB_REF_NAME: 'v1',
    GITHUB_REF_TYPE: 'tag',
    GITHUB_RUN_ATTEMPT: '2',
    CI: 'true',
    RUNNER_TRACKING_ID: expect.stringMatching(/^github_/),
  })
  const names = Object.keys(main.environment)
  expect(names.filter((name) => /TOKEN$/.test(name))).toEqual([
    'HEX_API_TOKEN',
    'ACTIONS_RUNTIME_TOKEN',
  ])
  expect(names).not.toContain('RUNNER_DEBUG')
  expect(names).not.toContain('GITHUB_EVENT')
})

test('inherits no variables of an outer runner or the test runner', async () => {
  process.env.GITHUB_TOKEN = 'outer'
  process.env.INPUT_OUTER = 'outer'
  process.env.STATE_outer = 'outer'
  process.env.RUNNER_PERFLOG = 'outer'
  process.env.https_proxy = 'http://127.0.0.1:3128'
  onTestFinished(() => {
    for (const name of [
      'GITHUB_TOKEN',
      'INPUT_OUTER',
      'STATE_outer',
      'RUNNER_PERFLOG',
      'https_proxy',
    ]) {
      delete process.env[name]
    }
  })

  const { main } = await runAction({ actionDir: fixtureAction({ main: '' }) })

  expect(Object.values(main.environment)).not.toContain('outer')
  expect(Object.keys(main.environment).filter((name) => /VITEST|NODE_ENV/.test(name))).toEqual([])
  expect(main.environment.https_proxy).toBe('http://127.0.0.1:3128')
  expect(main.environment.PATH).toBe(process.env.PATH)
})

test('the action starts in an empty workspace with its stdin closed and no terminal', async () => {
  const actionDir = fixtureAction({
    main: `
      say(process.cwd() === env.GITHUB_WORKSPACE && fs.readdirSync('.').length === 0 ? 'empty' : 'no')
      say('tty ' + Boolean(process.stdout.isTTY))
      process.stdin.resume().on('end', () => say('stdin ended'))`,
  })

  const { main } = await runAction({ actionDir })

  expect(main.log.slice(-3)).toEqual(['empty', 'tty false', 'stdin ended'])
})

test('writes the event to a file, and keeps a given workspace', async () => {
  const workspace = mkdtempSync(path.join(tmpdir(), 'fixture-workspace-'))
  onTestFinished(() => rmSync(workspace, { recursive: true }))
  const actionDir = fixtureAction({
    main: "fs.copyFileSync(env.GITHUB_EVENT_PATH, 'event.json')",
  })

  await runAction({ actionDir, workspace, github: { event: { number: 7 } } })

  expect(JSON.parse(readFileSync(path.join(workspace, 'event.json'), 'utf8'))).toEqual({
    number: 7,
  })
})

test('removes the temporary folders, or keeps them on request', async () => {
  const actionDir = fixtureAction({ main: '' })

  const swept = await runAction({ actionDir })
  const kept = await runAction({ actionDir, keep: true })
  onTestFinished(() => rmSync(path.dirname(kept.files.temp), { recursive: true }))

  expect(existsSync(swept.files.temp)).toBe(false)
  expect(existsSync(path.dirname(swept.files.temp))).toBe(false)
  expect(existsSync(kept.files.temp)).toBe(true)
})

// Only Linux limits a single string (MAX_ARG_STRLEN, execve(2)).
test.runIf(process.platform === 'linux')(
  'an environment variable of 128 KiB fails the step before it starts',
  async () => {
    const actionDir = fixtureAction({ main: '', post: "say('tidying')", inputs: '  big: {}' })

    const report = await runAction({ actionDir, with: { big: 'x'.repeat(131_072) } })

    expect(report.conclusion).toBe('failure')
    expect(report.main).toMatchObject({ pid: null, exitCode: null })
    expect(report.main.annotations[0]?.message).toMatch(
      /^An error occurred trying to start process .*Argument list too long$/,
    )
  },
)

test.runIf(process.platform === 'linux')(
  'state that is too large for the environment keeps post from starting',
  async () => {
    const actionDir = fixtureAction({
      main: "append('STATE', 'big=' + 'x'.repeat(131072) + '\\n')",
      post: "say('never')",
    })

    const report = await runAction({ actionDir })

    expect(report).toMatchObject({ conclusion: 'success', jobStatus: 'failure' })
    expect(report.post?.pid).toBeNull()
  },
)

test('a node binary that does not exist fails the step', async () => {
  const report = await runAction({ actionDir: fixtureAction({ main: '' }), node: '/no/such/node' })

  expect(report.conclusion).toBe('failure')
  expect(report.main.log.at(-1)).toContain('No such file or directory')
})

test('loses no output of a process that prints a lot and exits', async () => {
  const actionDir = fixtureAction({
    main: "for (let at = 0; at < 20000; at += 1) console.log('line ' + at)",
  })

  const { main } = await runAction({ actionDir })

  expect(main.log).toHaveLength(20_002)
  expect(main.log.at(-1)).toBe('line 19999')
})

test('waits for a child that holds the pipes only as long as the runner does', async () => {
  const actionDir = fixtureAction({
    main: `
      const { spawn } = require('node:child_process')
      spawn('sleep', ['60'], { stdio: 'inherit', detached: true }).unref()
      say('parent done')`,
  })

  const report = await runAction({ actionDir, graces: SHORT_GRACES })

  expect(report.conclusion).toBe('success')
  expect(report.main.log.at(-1)).toBe('parent done')
  expect(report.orphansKilled.map(({ command }) => command)).toEqual(['sleep'])
})

test.each([
  [
    'an unknown key of runs',
    { 'action.yml': 'runs: {using: node24, main: m.js, args: x}' },
    /'args'/,
  ],
  ['another runtime', { 'action.yml': 'runs: {using: node20, main: m.js}', 'm.js': '' }, /node20/],
  ['a missing main', { 'action.yml': 'runs: {using: node24}' }, /main/],
  ['an empty value', { 'action.yml': "runs: {using: node24, main: ''}" }, /not empty/],
  ['a missing file', { 'action.yml': 'runs: {using: node24, main: m.js}' }, /File not found/],
  [
    'a default that is not a scalar',
    { 'action.yml': 'inputs: {a: {default: [1]}}\nruns: {using: node24, main: m.js}', 'm.js': '' },
    /scalar/,
  ],
  [
    'an unknown key of an output',
    { 'action.yml': 'outputs: {a: {type: x}}\nruns: {using: node24, main: m.js}', 'm.js': '' },
    /'type'/,
  ],
  ['no manifest', {}, /No action.yml/],
])('rejects an action with %s', async (_, files, problem) => {
  const actionDir = fixtureFolder(files)

  await expect(runAction({ actionDir })).rejects.toThrow(problem)
  await expect(runAction({ actionDir })).rejects.toBeInstanceOf(ManifestError)
})

test('prefers action.yml to action.yaml, and ignores other root keys', async () => {
  const actionDir = fixtureFolder({
    'action.yml': 'branding: {icon: zap}\nruns: {using: node24, main: yml.js}',
    'action.yaml': 'runs: {using: node24, main: yaml.js}',
    'yml.js': "console.log('yml')",
    'yaml.js': "console.log('yaml')",
  })

  expect((await runAction({ actionDir })).main.log.at(-1)).toBe('yml')
})

test('warns that pre does not run for a local action', async () => {
  const actionDir = fixtureAction({ main: '', runs: '  pre: main.js' })

  const { main } = await runAction({ actionDir })

  expect(main.annotations.map(({ message }) => message)).toEqual([
    "`pre` execution is not supported for local action from './'",
  ])
})
