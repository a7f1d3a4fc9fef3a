import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { COMMON_FUNCTIONS, fillTemplate } from '../runner-host/expressions.ts'
import { runAction } from '../runner-host/host.ts'
import { canonicalScalar } from '../runner-host/scalars.ts'
import { liveProjectId } from './self-test/projects.ts'
import { root, type Step, workflowAt } from './workflow-files.ts'

/** What a later step may read of an earlier one. */
interface StepResult {
  readonly outcome: string
  readonly conclusion: string
  readonly outputs: Readonly<Record<string, string>>
}

test('every step of the self-test workflow has the expected result', {
  timeout: 300_000,
}, async () => {
  const job = openJob()
  const { jobs } = workflowAt('.github/workflows/self-test.yml')

  for (const step of jobs['self-test']?.steps ?? []) await job.play(step)

  expect(job.log.at(-1)).toContain('All steps have the expected results')
  expect(Object.keys(job.steps)).toEqual([
    'waits',
    'fails',
    'times-out',
    'is-aborted',
    'lets-go',
    'follows',
    'several',
    'is-left',
    'cancel',
    'request',
  ])
})

test('the parallel steps of the self-test workflow have the expected results', {
  timeout: 120_000,
}, async () => {
  const job = openJob()
  const { jobs } = workflowAt('.github/workflows/self-test.yml')

  for (const step of jobs['parallel']?.steps ?? []) await job.play(step)

  expect(job.log.at(-1)).toContain('All steps have the expected results')
})

test('the live workflow gets the same results from the simulator', {
  timeout: 120_000,
}, async () => {
  const job = openJob({ HEX_PROJECT_ID: liveProjectId })
  const selfTest = workflowAt('.github/workflows/self-test.yml').jobs['self-test']?.steps ?? []
  const start = selfTest.find(({ run }) => run?.includes('start-hex'))
  if (start === undefined) throw new Error('The self-test starts no simulator.')
  await job.play(start)

  const { jobs } = workflowAt('.github/workflows/live.yml')
  for (const step of jobs['live']?.steps ?? []) await job.play(step)

  expect(job.log.at(-1)).toContain('waits COMPLETED')
})

test('an unexpected result fails the self-test and is reported', {
  timeout: 120_000,
}, async () => {
  const job = openJob()
  const { jobs } = workflowAt('.github/workflows/self-test.yml')
  const [, , start, ...rest] = jobs['self-test']?.steps ?? []
  const check = rest.at(-1)
  if (start === undefined || check === undefined) throw new Error('The workflow has no steps.')
  await job.play(start)

  await expect(job.play(check)).rejects.toThrow(
    /waits: status: expected "COMPLETED", got ""\.[\s\S]*started runs by project: expected \[4,1,3\], got \[0,0,0\]/,
  )
})

/**
 * Plays steps as the runner does: `run` in bash, `uses: ./` by the runner host; other actions are the machine's and are
 * passed over. A minute of `timeout-minutes` is three seconds here.
 */
function openJob(variables: Readonly<Record<string, string>> = {}) {
  const temp = mkdtempSync(join(tmpdir(), 'self-test-'))
  const environmentFile = join(temp, 'env')
  writeFileSync(
    environmentFile,
    Object.entries(variables)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  )
  const steps: Record<string, StepResult> = {}
  const log: Array<string> = []
  onTestFinished(() => {
    for (const line of log) {
      const pid = /^A simulated Hex is at .*, process (\d+)\.$/m.exec(line)?.[1]
      if (pid !== undefined) process.kill(Number(pid))
    }
    rmSync(temp, { recursive: true, force: true })
  })

  const environment = () =>
    Object.fromEntries(
      readFileSync(environmentFile, 'utf8')
        .split('\n')
        .filter((line) => line.includes('='))
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    )
  const filled = (texts: Readonly<Record<string, unknown>> = {}) => {
    const scope = { contexts: { steps, env: environment() }, functions: COMMON_FUNCTIONS }
    return Object.fromEntries(
      Object.entries(texts).map(([name, value]) => [
        name,
        fillTemplate(canonicalScalar(value) ?? '', scope),
      ]),
    )
  }
  const runScript = (step: Step) => {
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', step.run ?? ''], {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        ...environment(),
        ...filled(step.env),
        RUNNER_TEMP: temp,
        GITHUB_ENV: environmentFile,
      },
    })
    if (status !== 0) throw new Error(`${step.name} failed:\n${stdout}${stderr}`)
    log.push(stdout)
  }
  const useAction = async (step: Step, stop: Promise<void>) => {
    const minutes = step['timeout-minutes']
    const { main } = await runAction({
      actionDir: join(root, step.uses ?? ''),
      uses: step.uses ?? '',
      with: filled(step.with),
      env: environment(),
      cancel: { mode: 'step-cancel', when: stop },
      ...(minutes === undefined ? {} : { stepTimeoutMs: minutes * 3_000 }),
    })
    const mayFail = step['continue-on-error'] === true
    if (main.conclusion === 'failure' && !mayFail) {
      throw new Error(`${step.id} failed:\n${main.log.join('\n')}`)
    }
    if (step.id === undefined) return
    steps[step.id] = { outcome: main.conclusion, conclusion: 'success', outputs: main.outputs }
  }
  const background = new Map<string, { readonly done: Promise<void>; readonly stop: () => void }>()
  const begin = (step: Step) => {
    const stop = Promise.withResolvers<void>()
    return { done: useAction(step, stop.promise), stop: stop.resolve }
  }
  return {
    steps,
    log,
    play: async (step: Step) => {
      if (step.run !== undefined) runScript(step)
      else if (step.background === true) background.set(step.id ?? '', begin(step))
      else if (step.wait !== undefined)
        for (const id of [step.wait].flat()) await background.get(id)?.done
      else if (step.cancel !== undefined) {
        background.get(step.cancel)?.stop()
        await background.get(step.cancel)?.done
      } else if (step.parallel !== undefined)
        await Promise.all(step.parallel.map((each) => begin(each).done))
      else if (step.uses?.startsWith('./') === true) await begin(step).done
    },
  }
}
