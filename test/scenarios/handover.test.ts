import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../src/runner/clock.ts'
import { openMainSide, openPostSide } from '../../src/runner/handover.ts'

test('post reads the last line that main finished, and main hears at its next line that it is to stop', () => {
  const env = step()
  const { main, stops } = openMain(env)
  main.note('0', 'one')
  main.note('0', 'two')
  expect(stops()).toBe(0)

  const post = openPostSide(env, main.mark)
  expect(post?.latest().get('0')).toBe('two')
  expect(post?.isRunning()).toBe(true)

  main.note('0', 'three')
  expect(stops()).toBe(1)
  appendFileSync(fileOf(env, '.notes'), '0 a line that main was killed in')
  expect(post?.latest().get('0')).toBe('three')
})

test('a main that begins after post is told as well', () => {
  const env = step()
  expect(openPostSide(env, '')).toBeUndefined()
  const { main, stops } = openMain(env)
  main.note('0', 'about to start')
  expect(stops()).toBe(1)
})

test('a request to stop that an earlier job left behind is none', () => {
  const env = step()
  openPostSide(env, '')
  const anHourAgo = Date.now() - 3_600_000
  writeFileSync(fileOf(env, '.stop'), String(anHourAgo))
  const { main, stops } = openMain(env)
  main.note('0', 'about to start')
  expect(stops()).toBe(0)
})

test('the notes of another main are not taken for ours', () => {
  const env = step()
  const { main } = openMain(env)
  main.note('0', 'not yours')
  expect(openPostSide(env, `${main.mark}1`)).toBeUndefined()
  // State that was never read says nothing either way.
  expect(openPostSide(env, '')?.latest().get('0')).toBe('not yours')
})

test('two steps of a job have notes of their own', () => {
  const env = step()
  openMain(env).main.note('0', 'first')
  const other = { ...env, GITHUB_ACTION: '__run_2' }
  openMain(other).main.note('0', 'second')
  expect(openPostSide(env, '')?.latest().get('0')).toBe('first')
})

test('a main that is gone is not waited for', async () => {
  const env = step()
  openMain(env)
  const { pid } = spawnSync(process.execPath, ['-e', '0'])
  writeFileSync(fileOf(env, '.notes'), `${pid} 0\nlast\n`)
  const post = openPostSide(env, '')
  expect(post?.isRunning()).toBe(false)
  await post?.gone(systemClock, 60_000, new AbortController().signal)
  expect(post?.latest().get('0')).toBe('last')
})

test('without a folder to write to there is no handover, and nothing breaks', () => {
  for (const folder of [undefined, '', '/nowhere']) {
    const env = { RUNNER_TEMP: folder }
    const { main, stops } = openMain(env)
    main.note('0', 'into the void')
    expect(openPostSide(env, '')).toBeUndefined()
    expect(stops()).toBe(0)
  }
})

function step(): Readonly<Record<string, string>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'handover-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return {
    RUNNER_TEMP: folder,
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_JOB: 'refresh',
    GITHUB_ACTION: '__run',
  }
}

function openMain(env: Readonly<Record<string, string | undefined>>) {
  let stops = 0
  const main = openMainSide(env, () => {
    stops += 1
  })
  onTestFinished(() => main.close())
  return { main, stops: () => stops }
}

function fileOf(env: Readonly<Record<string, string>>, ending: string): string {
  const folder = env['RUNNER_TEMP'] ?? ''
  const name = readdirSync(folder).find((file) => file.endsWith(ending))
  return path.join(folder, name ?? `hex-run-1-1-refresh-__run${ending}`)
}
