/**
 * Has other clients of Hex's API do their main jobs against the simulator, and writes the table of
 * docs/compatibility.md. Each client is installed from PyPI into an environment of its own, in a temporary folder.
 *
 * `npm run peers [-- --only NAME] [-- --environments FOLDER]`. A folder with environments is used again. Needs
 * Python 3.11 or newer. Exits with 1 when a task ends otherwise than `expected` says.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { sampleToken } from '../hex-simulator/auth.ts'
import { startHexSimulator } from '../hex-simulator/server.ts'
import type { RunRecord } from '../hex-simulator/world.ts'

/** A client, as PyPI has it, and the tasks in this folder that use it. */
interface Peer {
  readonly name: string
  /** What to install; the client itself comes first. */
  readonly requirements: ReadonlyArray<string>
  readonly script: string
}

/** What came of a task. */
interface Result {
  readonly task: string
  readonly passed: boolean
  readonly why: string
}

const peers: ReadonlyArray<Peer> = [
  {
    name: 'airflow-provider-hex 0.1.9 on Airflow 2',
    requirements: ['airflow-provider-hex==0.1.9', 'apache-airflow<3'],
    script: 'airflow',
  },
  {
    name: 'airflow-provider-hex 0.1.9 on Airflow 3',
    requirements: ['airflow-provider-hex==0.1.9', 'apache-airflow>=3'],
    script: 'airflow',
  },
  { name: 'dagster-hex 0.1.10', requirements: ['dagster-hex==0.1.10'], script: 'dagster' },
  {
    name: 'prefect-hex 0.2.1 on Prefect 2',
    requirements: ['prefect-hex==0.2.1', 'prefect<3'],
    script: 'prefect',
  },
  {
    name: 'prefect-hex 0.2.1 on Prefect 3',
    requirements: ['prefect-hex==0.2.1', 'prefect>=3'],
    script: 'prefect',
  },
  { name: 'hex-toolkit 0.6.0', requirements: ['hex-toolkit==0.6.0'], script: 'hex_toolkit' },
  { name: 'DataHub 1.7.0', requirements: ['acryl-datahub[hex]==1.7.0'], script: 'datahub' },
]

/** Why a task does not pass, and whose fault it is. A task that is not here has to pass. */
const expected: Readonly<Record<string, string>> = {
  'airflow-provider-hex 0.1.9 on Airflow 3: operator':
    'client fault: it imports `Context` from a module that no longer has it in Airflow 3',
  'dagster-hex 0.1.10: cancel':
    'client fault: it treats a 204 without a body as no response, and repeats DELETE until Hex refuses it; the run is cancelled',
  'prefect-hex 0.2.1 on Prefect 2: poll':
    "client fault: it rejects a PENDING run, whose `startTime` and `elapsedTime` are null according to Hex's document",
  'prefect-hex 0.2.1 on Prefect 3: load the client':
    'client fault: its credentials mix two versions of Pydantic, which Prefect 3 rejects',
}

const { values } = parseArgs({
  options: { only: { type: 'string' }, environments: { type: 'string' } },
})
const root = resolve(import.meta.dirname, '../..')
const page = join(root, 'docs/compatibility.md')
const temporary = values.environments === undefined
const environments = values.environments ?? mkdtempSync(join(tmpdir(), 'peers-'))
const ids = Array.from({ length: 7 }, (_, index) => `0197c3a1-5d20-7b41-9e0f-00000000000${index}`)
const [quickId = '', endlessId = ''] = ids

const rows: Array<string> = []
let surprises = 0
try {
  for (const peer of peers) {
    if (values.only !== undefined && values.only !== peer.name) continue
    for (const result of await resultsOf(peer, environmentOf(peer))) {
      const name = `${peer.name}: ${result.task}`
      const fault = expected[name]
      if (result.passed !== (fault === undefined)) {
        surprises += 1
        console.error(`Unexpected: ${name}: ${result.passed ? 'passed' : result.why}`)
      }
      const outcome = result.passed ? 'passed' : `failed: ${fault ?? result.why}`
      console.log(`${name}: ${outcome}`)
      rows.push(`| ${peer.name} | ${result.task} | ${outcome} |`)
    }
  }
} finally {
  if (temporary) rmSync(environments, { recursive: true, force: true })
}
if (values.only === undefined) writeTable()
process.exitCode = surprises > 0 ? 1 : 0

/** The Python of an environment with the client, made if there is none. */
function environmentOf({ name, requirements }: Peer): string {
  const folder = join(environments, name.replaceAll(' ', '-'))
  const python = join(folder, 'bin', 'python')
  if (!existsSync(python)) {
    run('python3', ['-m', 'venv', folder])
    run(python, ['-m', 'pip', 'install', '--quiet', ...requirements])
  }
  return python
}

/** Has the client do its tasks against a Hex of its own, and checks what they left there. */
async function resultsOf({ script }: Peer, python: string): Promise<ReadonlyArray<Result>> {
  const hex = await startHexSimulator({
    projects: ids.map((id, index) => ({
      id,
      title: `Weekly revenue ${index}`,
      createdAt: `2025-01-0${7 - index}T00:00:00.000Z`,
      inputs: [{ name: 'rows', dataType: 'NUMBER' }],
      plans: [id === endlessId ? { end: 'never' } : { pendingMs: 500, runningMs: 500 }],
    })),
    limits: 'off',
    unknownInputs: 'refused',
  })
  const answers = await output(python, [join(import.meta.dirname, `${script}_tasks.py`)], {
    HEX_URL: hex.url,
    HEX_TOKEN: sampleToken,
    HEX_QUICK_PROJECT: quickId,
    HEX_ENDLESS_PROJECT: endlessId,
  })
  const runs = hex.world.runs()
  await hex.close()
  const results = answers.flatMap(
    (line): ReadonlyArray<Result> =>
      line.startsWith('RESULT ') ? [JSON.parse(line.slice('RESULT '.length))] : [],
  )
  if (results.length === 0)
    throw new Error(`${script} printed no result:\n${answers.slice(-20).join('\n')}`)
  return results.map((result) => held(result, runs))
}

/** A task has passed when Hex shows it, too. */
function held(result: Result, runs: ReadonlyArray<RunRecord>): Result {
  if (!result.passed) return result
  if (result.task === 'publish' && !runs.some((each) => each.updatesPublishedResults)) {
    return { ...result, passed: false, why: 'no run updated the published results' }
  }
  if (result.task === 'cancel' && !runs.some((each) => each.status === 'KILLED')) {
    return { ...result, passed: false, why: 'no run was cancelled' }
  }
  return result
}

function output(
  command: string,
  args: ReadonlyArray<string>,
  variables: Readonly<Record<string, string>>,
): Promise<ReadonlyArray<string>> {
  const home = mkdtempSync(join(tmpdir(), 'peer-home-'))
  const { PATH = '', DEBUG = '' } = process.env
  // Clients keep their settings and data bases in the home folder, and must not report their use.
  const env = { PATH, DEBUG, HOME: home, AIRFLOW_HOME: home, DATAHUB_TELEMETRY_ENABLED: 'false' }
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      env: { ...env, PREFECT_HOME: home, NO_PROXY: '*', ...variables },
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: 300_000,
    })
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
    })
    child.on('error', failed)
    child.on('close', () => {
      rmSync(home, { recursive: true, force: true })
      done(text.split('\n'))
    })
  })
}

function writeTable(): void {
  const table = ['| Client | Task | Result |', '| :-- | :-- | :-- |', ...rows].join('\n')
  const [before = '', after = ''] = readFileSync(page, 'utf8').split(
    /(?<=<!-- peers -->\n)[\s\S]*(?=<!-- end -->)/,
  )
  writeFileSync(page, `${before}${table}\n${after}`)
}

function run(command: string, args: ReadonlyArray<string>): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed.`)
}
