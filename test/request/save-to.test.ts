import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openResponseFile } from '../../src/runner/files.ts'

test('writes into the workspace and creates folders', async () => {
  const env = folders()
  const write = await openResponseFile('a/b/answer.json', env)
  await write('{}\n')
  expect(readFileSync(join(env.GITHUB_WORKSPACE, 'a/b/answer.json'), 'utf8')).toBe('{}\n')
})

test('overwrites a file, and writes into the temporary folder', async () => {
  const env = folders()
  const file = join(env.RUNNER_TEMP, 'answer.json')
  writeFileSync(file, 'something longer than before')
  const write = await openResponseFile(file, env)
  await write('new')
  expect(readFileSync(file, 'utf8')).toBe('new')
})

test.skipIf(process.platform === 'win32')(
  'a file that others could read becomes private',
  async () => {
    const env = folders()
    const file = join(env.GITHUB_WORKSPACE, 'answer.json')
    writeFileSync(file, 'before', { mode: 0o644 })
    const write = await openResponseFile('answer.json', env)
    await write('secret')
    expect(readFileSync(file, 'utf8')).toBe('secret')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(env.GITHUB_WORKSPACE)).toEqual(['answer.json'])
  },
)

test("accepts names that only resemble Git's folder", async () => {
  for (const name of ['.github/answer.json', '.gitignore', 'legit~1']) {
    await expect(openResponseFile(name, folders())).resolves.toBeTypeOf('function')
  }
})

test.each([
  ['..', /not a file in the workspace/],
  ['.', /not a file in the workspace/],
  ['../sibling.json', /not a file in the workspace/],
  ['a/../../sibling.json', /not a file in the workspace/],
  ['/etc/hosts', /not a file in the workspace/],
  ['out\n.json', /not a file in the workspace/],
  ['folder/', /is a folder/],
  ['folder', /is a folder/],
  ['link', /is a symbolic link/],
  ['away/answer.json', /not a file in the workspace/],
  ['away/deeper/answer.json', /not a file in the workspace/],
  ['file/answer.json', /cannot be written/],
  ['.git/hooks/pre-commit', /reserved for the runner or Git/],
  ['a/.GIT/config', /reserved for the runner or Git/],
  ['a/.git', /reserved for the runner or Git/],
  ['a/.git./config', /reserved for the runner or Git/],
  ['GIT~1/config', /reserved for the runner or Git/],
])('refuses %j', async (path, complaint) => {
  const env = folders()
  mkdirSync(join(env.GITHUB_WORKSPACE, 'folder'))
  writeFileSync(join(env.GITHUB_WORKSPACE, 'file'), '')
  symlinkSync('/etc/hosts', join(env.GITHUB_WORKSPACE, 'link'))
  symlinkSync(tmpdir(), join(env.GITHUB_WORKSPACE, 'away'))
  mkdirSync(join(env.GITHUB_WORKSPACE, 'module'))
  symlinkSync(join(env.GITHUB_WORKSPACE, 'module'), join(env.GITHUB_WORKSPACE, '.git'))
  await expect(openResponseFile(path, env)).rejects.toThrow(complaint)
})

test.each([
  // The files with which a step sets variables and outputs.
  '_runner_file_commands/set_env_1',
  // The event's payload.
  '_github_workflow/event.json',
  // HOME in a job container, with the settings of tools.
  '_github_home/.bashrc',
  // A folder of a later version.
  '_runner_later/1.json',
  '_GitHub_Home/.gitconfig',
])('refuses %s in the temporary folder, also behind a link in the workspace', async (name) => {
  const env = folders()
  const [folder = '', file = ''] = name.split('/')
  mkdirSync(join(env.RUNNER_TEMP, folder))
  symlinkSync(join(env.RUNNER_TEMP, folder), join(env.GITHUB_WORKSPACE, 'out'))
  for (const path of [join(env.RUNNER_TEMP, name), join('out', file)]) {
    await expect(openResponseFile(path, env)).rejects.toThrow(/reserved for the runner or Git/)
  }
})

test('accepts such a name for a folder in the workspace and a file in the temporary folder', async () => {
  const env = folders()
  for (const path of ['_github_home/answer.json', join(env.RUNNER_TEMP, '_answer.json')])
    await expect(openResponseFile(path, env)).resolves.toBeTypeOf('function')
})

test('fails without a workspace instead of guessing', async () => {
  await expect(openResponseFile('answer.json', {})).rejects.toThrow(/not a file in the workspace/)
})

function folders() {
  const root = mkdtempSync(join(tmpdir(), 'answer-file-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const env = { GITHUB_WORKSPACE: join(root, 'work'), RUNNER_TEMP: join(root, 'temp') }
  for (const folder of Object.values(env)) mkdirSync(folder)
  return env
}
