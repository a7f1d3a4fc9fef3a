import { execFileSync } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  bundledFiles,
  packageFolderOf,
  type Stats,
  statsFile,
} from '../../scripts/release/bundled-packages.ts'
import { stages } from '../../src/actions/stages.ts'
import { root } from './working-copy.ts'

/** What ncc makes of the sources, and what npm installs into an empty folder, beside each other. */
const folder = mkdtempSync(join(tmpdir(), 'hex-run-action-bundle-'))
let files: ReturnType<typeof bundledFiles>
let stageId: (stage: string) => number | undefined

beforeAll(() => {
  // "npm test" builds before the tests, to check dist/; anything newer in src/ needs another build.
  if (timeOf(statsFile) < Math.max(...globSync('src/**/*.ts', { cwd: root }).map(timeOf))) {
    const build = [join(root, 'scripts/build.ts'), '--out', join(folder, 'dist')]
    execFileSync(process.execPath, build, { stdio: ['ignore', 'inherit', 'inherit'] })
  } else cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true })
  const stats = JSON.parse(readFileSync(join(root, statsFile), 'utf8')) as Stats
  files = bundledFiles(stats.modules)
  stageId = (stage) =>
    stats.modules.find(({ nameForCondition }) =>
      nameForCondition?.endsWith(`actions${sep}${stage}.js`),
    )?.id
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('every package module in dist/ is identical to the published file', () => {
  for (const name of ['package.json', 'package-lock.json'])
    cpSync(join(root, name), join(folder, name))
  // npm holds each tarball to the hash in the lockfile.
  execFileSync('npm', ['ci', '--omit=dev', '--ignore-scripts', '--prefer-offline', '--no-audit'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  const compared = files.flatMap(({ path }) => {
    const name = packageFolderOf(path)
    if (name === undefined) return []
    const inPackage = path.slice(path.indexOf(`/${name}/`))
    return [{ inPackage, same: text(path) === text(join(folder, inPackage)) }]
  })

  expect(compared.length).toBeGreaterThan(100)
  expect(compared.filter(({ same }) => !same)).toEqual([])
}, 120_000)

test.each([
  ['run', /run\/life/, /build\/request\/|inputs\/yaml|@octokit|github\/node_modules\/undici/],
  ['run-post', /run\/leftovers/, /undici|node_modules\/yaml|@octokit|run\/life/],
  ['cancel', /cancel\/watch/, /build\/request\/|run\/life|inputs\/yaml|report\/verdict|@octokit/],
  [
    'request',
    /request\/request/,
    /build\/cancel\/|run\/life|hex\/client|report\/verdict|report\/markdown|@octokit/,
  ],
  [
    'verify',
    /verify\/verify/,
    /build\/(cancel|request)\/|run\/life|inputs\/yaml|report\/verdict|@octokit/,
  ],
] as const)('%s loads nothing at its start that only other stages need', (stage, has, hasNot) => {
  const loaded = filesOf(stage)
  expect(loaded.filter((path) => has.test(path))).not.toEqual([])
  expect(loaded.filter((path) => hasNot.test(path))).toEqual([])
})

test("no stage loads GitHub's packages at its start", () => {
  const ofGitHub = files.filter(({ path }) =>
    /@octokit|@actions\/(github|http-client)\//.test(path),
  )
  expect(ofGitHub.length).toBeGreaterThan(10)
  const loaded = new Set(Object.keys(stages).flatMap(filesOf))
  expect(ofGitHub.filter(({ path }) => loaded.has(path))).toEqual([])
})

test('a post step with nothing to do loads nothing but the entry', () => {
  const printLoaded =
    "import{registerHooks}from'node:module';registerHooks({load(u,c,n){console.log(u);return n(u,c)}})"
  const loadedWith = (env: Readonly<Record<string, string>>) =>
    execFileSync(
      process.execPath,
      [...['--import', `data:text/javascript,${printLoaded}`], join(folder, 'dist/run-post.js')],
      { env, encoding: 'utf8' },
    ).match(/(?<=dist\/).*\.js$/gm)

  const main = { STATE_main: '7-1' }
  expect(loadedWith({ ...main, 'STATE_nothing-left': '7-1' })).toEqual(['run-post.js', 'index.js'])
  // An earlier step can set the variable, but not main's mark.
  for (const env of [
    {},
    main,
    { ...main, 'STATE_nothing-left': '1' },
    { 'STATE_nothing-left': '1' },
  ])
    expect(loadedWith(env)?.length).toBeGreaterThan(2)
})

test('the bundle imports only Node.js modules', () => {
  const index = readFileSync(join(folder, 'dist/index.js'), 'utf8')
  const external = [...index.matchAll(/createRequire\(import\.meta\.url\)\("(.*)"\)/g)]
  expect(external.flatMap(([, name = '']) => (isBuiltin(name) ? [] : name))).toEqual([])
})

/** The files in dist/index.js, which every stage loads, and in the chunks of the stage. */
function filesOf(stage: string): ReadonlyArray<string> {
  const index = readFileSync(join(folder, 'dist/index.js'), 'utf8')
  const load =
    new RegExp(`^.*__nccwpck_require__, ${stageId(stage)}\\).*$`, 'm').exec(index)?.[0] ?? ''
  const chunks = new Set(
    [...load.matchAll(/\.e\((?:\/\*.*?\*\/ )?(\d+)\)/g)].map(([, id]) => Number(id)),
  )
  expect(chunks.size).toBeGreaterThan(0)
  const inIndex = files.find(({ path }) => path.endsWith('actions/stages.js'))?.chunks ?? []
  return files
    .filter((file) => file.chunks.some((id) => chunks.has(id) || inIndex.includes(id)))
    .map(({ path }) => path)
}

function text(path: string): string {
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
}

/** When a file was last written, in milliseconds; 0 if there is none. */
function timeOf(path: string): number {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0
}
