import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { notesOfJob, openMainSide, openPostSide } from '../../src/runner/handover.ts'
import { openJobFolder } from '../../src/runner/job-folder.ts'

const token = 'hxtw_token'

test("the post step reads main's last complete line, and main sees the stop request at its next line", () => {
  const env = step()
  const { main, stops } = openMain(env)
  main.note('0', 'one')
  main.note('0', 'two')
  expect(stops()).toBe(0)

  const post = openPost(env, { mark: main.mark, noted: 3 })
  expect(post?.latest().get('0')).toBe('two')
  expect(post?.isRunning()).toBe(true)

  main.note('0', 'three')
  expect(stops()).toBe(1)
  appendFileSync(fileOf(env, '.notes'), '0 a line that main was killed in')
  expect(post?.latest().get('0')).toBe('three')

  post?.close()
  expect(filesOf(env).filter((name) => name.endsWith('.notes'))).toEqual([])
})

test('if a line could not be written, the post step relies on the saved state', () => {
  const env = step()
  const folder = openJobFolder(env, token)
  let isFull = false
  const filling = folder && {
    ...folder,
    create(name: string) {
      const file = folder.create(name)
      const add = (line: string) => (isFull ? undefined : file?.add(line))
      return file && { ...file, add }
    },
  }
  const main = openMainSide(env, filling, () => undefined)
  onTestFinished(() => main.close())
  main.note('0', 'started')
  isFull = true
  const noted = main.note('0', 'detached')
  expect(openPost(env, { mark: main.mark, noted })?.latest()).toEqual(new Map())

  isFull = false
  main.note('1', 'started')
  expect(openPost(env, { mark: main.mark, noted })?.latest()).toEqual(new Map())
})

test('a main that starts after the post step also sees the stop request', () => {
  const env = step()
  expect(openPost(env)).toBeUndefined()
  const { main, stops } = openMain(env)
  main.note('0', 'about to start')
  expect(stops()).toBe(1)
})

test('ignores a stop request that an earlier job left', () => {
  const env = step()
  const anHourAgo = Date.now() - 3_600_000
  openJobFolder(env, token)?.replace('__run.stop', String(anHourAgo))
  const { main, stops } = openMain(env)
  main.note('0', 'about to start')
  expect(stops()).toBe(0)
})

test('ignores the notes of another main', () => {
  const env = step()
  const { main } = openMain(env)
  main.note('0', 'not yours')
  expect(openPost(env, { mark: `${main.mark}1`, noted: 2 })?.latest()).toEqual(new Map())
  // State that was never read says nothing either way.
  expect(openPost(env)?.latest().get('0')).toBe('not yours')
})

test('two steps of a job have separate notes, and each sees that the other is still running', () => {
  const env = step()
  openMain(env).main.note('0', 'first')
  const other = { ...env, GITHUB_ACTION: '__run_2' }
  openMain(other).main.note('0', 'second')
  expect(openPost(env)?.latest().get('0')).toBe('first')
  const folder = openJobFolder(env, token)
  expect(folder && notesOfJob(folder).map((notes) => notes.get('0'))).toEqual(['first', 'second'])
})

test('does not wait for a main that has ended', async () => {
  const env = step()
  openMain(env)
  const { pid } = spawnSync(process.execPath, ['-e', '0'])
  const post = openPost(env, { mark: `${pid}-1`, noted: 0 })
  expect(post?.isRunning()).toBe(false)
  await post?.ended(systemClock, 60_000, new AbortController().signal)
})

test('without a folder or a token to sign with, there is no handover, and nothing fails', () => {
  for (const env of [{}, { RUNNER_TEMP: '' }, { RUNNER_TEMP: '/nowhere' }]) {
    const { main, stops } = openMain(env)
    expect(main.note('0', 'into the void')).toBe(0)
    expect(openPost(env, { mark: '', noted: 0 })).toBeUndefined()
    expect(stops()).toBe(0)
  }
  expect(openJobFolder(step(), '')).toBeUndefined()
})

/** What a step between main and post, which does not have the token, can do to the notes. */
const attacks: ReadonlyArray<readonly [string, (file: string, other: string) => void]> = [
  ['adds its own entry', (file) => appendFileSync(file, '0 forged\n')],
  [
    'adds an entry with a made-up signature',
    (file) => appendFileSync(file, `${'0'.repeat(64)} 3 0 forged\n`),
  ],
  ['adds an invalid line', (file) => appendFileSync(file, '\0\n')],
  ['adds a huge index', (file) => appendFileSync(file, '999999999 {"phase":"settled"}\n')],
  ['repeats an older entry', (file) => appendFileSync(file, `${linesOf(file)[1]}\n`)],
  [
    'removes the last entry',
    (file) => writeFileSync(file, `${linesOf(file).slice(0, 2).join('\n')}\n`),
  ],
  [
    'removes an entry from the middle',
    (file) => writeFileSync(file, [0, 2].map((n) => `${linesOf(file)[n]}\n`).join('')),
  ],
  ['overwrites everything', (file) => writeFileSync(file, 'x\n')],
  ['empties it', (file) => writeFileSync(file, '')],
  ['removes it', (file) => rmSync(file)],
  ['replaces it with the notes of another step', (file, other) => renameSync(other, file)],
  [
    'replaces it with a link to an endless file',
    (file) => {
      rmSync(file)
      symlinkSync('/dev/zero', file)
    },
  ],
  [
    'replaces it with a pipe without a writer',
    (file) => {
      rmSync(file)
      spawnSync('sh', ['-c', `mkfifo '${file}'`])
    },
  ],
  ['makes it too large to read', (file) => appendFileSync(file, Buffer.alloc(20_000_000, 'x\n'))],
]
test.skipIf(process.platform === 'win32').each(attacks)(
  'another step %s: the post step uses only entries from main',
  (_, attack) => {
    const env = step()
    const { main } = openMain(env)
    main.note('0', 'older')
    const noted = main.note('0', 'last')
    const file = fileOf(env, '.notes')
    const neighbour = { ...env, GITHUB_ACTION: '__run_2' }
    openMain(neighbour).main.note('0', 'another')
    const other = filesOf(env).find((name) => name.includes('__run_2'))
    attack(file, path.join(env['RUNNER_TEMP'] ?? '', other ?? ''))

    const post = openPost(env, { mark: main.mark, noted })
    expect(['last', undefined]).toContain(post?.latest().get('0'))
    expect([...(post?.latest().keys() ?? [])].every((subject) => subject === '0')).toBe(true)
  },
)

test('reads only the first line of a stop request, so that main stays responsive', () => {
  const env = step()
  const { main, stops } = openMain(env)
  const folder = openJobFolder(env, token)
  const name = `__run.${main.mark}.stop`
  folder?.replace(name, String(Date.now()))
  const file = fileOf(env, '.stop')
  writeFileSync(file, `${'x'.repeat(2_000)}\n${readFileSync(file, 'utf8')}`)

  main.note('0', 'one')

  expect(stops()).toBe(0)
})

test("the post step finds main's notes without its state among hundreds of files that another step created", () => {
  const env = step()
  const { main } = openMain(env)
  main.note('0', 'last')
  const file = fileOf(env, '.notes')
  for (let number = 0; number < 300; number += 1) {
    const forged = file.replace(/__run\.[^/\\]*$/, `__run.1-${number}.notes`)
    writeFileSync(forged, 'forged\n')
    // Not every file system lists names in the order they were made.
    writeFileSync(file.replace(/__run\.[^/\\]*$/, `__run.9-${number}.notes`), 'forged\n')
  }

  expect(openPost(env)?.latest().get('0')).toBe('last')
  expect(notesOfJob(openJobFolder(env, token) ?? expect.fail()).length).toBe(1)
})

test('ignores an unsigned stop request or one from another step', () => {
  const env = step()
  const { main, stops } = openMain(env)
  const folder = env['RUNNER_TEMP'] ?? ''
  for (const text of ['', String(Date.now()), `${'0'.repeat(64)} ${Date.now()}\n`]) {
    writeFileSync(path.join(folder, 'hex-run-1-1-refresh.__run.stop'), text)
    main.note('0', 'still going')
  }
  openJobFolder(env, token)?.replace('__run_2.stop', String(Date.now()))
  renameSync(
    path.join(folder, 'hex-run-1-1-refresh.__run_2.stop'),
    path.join(folder, 'hex-run-1-1-refresh.__run.stop'),
  )
  main.note('0', 'still going')
  expect(stops()).toBe(0)
})

test('ignores entries signed with another token or by another attempt', () => {
  const env = step()
  const { main } = openMain(env)
  main.note('0', 'ours')
  const name = filesOf(env)[0]?.replace(/^[^.]*\./, '') ?? ''
  expect(openJobFolder(env, token)?.read(name)).toHaveLength(2)
  expect(openJobFolder(env, 'hxtw_other')?.read(name)).toEqual([])
  const again = { ...env, GITHUB_RUN_ATTEMPT: '2' }
  renameSync(fileOf(env, '.notes'), fileOf(env, '.notes').replace('hex-run-1-1', 'hex-run-1-2'))
  expect(openJobFolder(again, token)?.read(name)).toEqual([])
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
  const main = openMainSide(env, openJobFolder(env, token), () => {
    stops += 1
  })
  onTestFinished(() => main.close())
  return { main, stops: () => stops }
}

function openPost(
  env: Readonly<Record<string, string | undefined>>,
  told = { mark: '', noted: 0 },
) {
  return openPostSide(env, openJobFolder(env, token), told)
}

function filesOf(env: Readonly<Record<string, string>>): ReadonlyArray<string> {
  return readdirSync(env['RUNNER_TEMP'] ?? '')
}

function fileOf(env: Readonly<Record<string, string>>, ending: string): string {
  const name = filesOf(env).find((file) => file.endsWith(ending))
  return path.join(env['RUNNER_TEMP'] ?? '', name ?? '')
}

function linesOf(file: string): ReadonlyArray<string> {
  return readFileSync(file, 'utf8').split('\n').slice(0, -1)
}
