import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'yaml'

export const root = path.resolve(import.meta.dirname, '..')

/** A process whose moment of birth is known, milliseconds of this process's own clock. */
export interface Timed {
  readonly child: ChildProcess
  readonly spawnedAtMs: number
  /** Resolves with the milliseconds from its birth to its exit. */
  readonly exited: Promise<number>
}

/** Starts node as the runner does: nothing on stdin, pipes that are read. */
export function startNode(
  args: ReadonlyArray<string>,
  env: Readonly<Record<string, string>> = {},
): Timed {
  const spawnedAtMs = performance.now()
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout?.resume()
  child.stderr?.resume()
  const exited = once(child, 'exit').then(() => performance.now() - spawnedAtMs)
  return { child, spawnedAtMs, exited }
}

/** The environment of a use of the packaged action, with files for what it writes. */
export function openStep(inputs: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-step-'))
  const files = Object.fromEntries(
    ['OUTPUT', 'STATE', 'STEP_SUMMARY'].map((name) => {
      const file = path.join(folder, name)
      writeFileSync(file, '')
      return [`GITHUB_${name}`, file]
    }),
  )
  const given = Object.entries({ ...defaults(), ...inputs })
  return {
    script: path.join(root, 'dist/run/index.js'),
    env: {
      ...files,
      RUNNER_TEMP: folder,
      GITHUB_ACTIONS: 'true',
      ...Object.fromEntries(given.map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text])),
    },
    close: () => rmSync(folder, { recursive: true }),
  }
}

/** A row of figures, milliseconds. */
export interface Row {
  readonly name: string
  /** The fastest: what is left when the machine has nothing else to do. */
  readonly minMs: number
  readonly medianMs: number
  readonly p95Ms: number
  readonly samples: number
}

export function rowOf(name: string, samplesMs: ReadonlyArray<number>): Row {
  const sorted = [...samplesMs].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  const round = (ms: number) => Math.round(ms * 10) / 10
  return {
    name,
    minMs: round(at(0)),
    medianMs: round(at(0.5)),
    p95Ms: round(at(0.95)),
    samples: sorted.length,
  }
}

/** Prints a table and keeps it as JSON beside the others. */
export function publish(
  name: string,
  rows: ReadonlyArray<Row>,
  more: Readonly<Record<string, number>> = {},
): void {
  const width = Math.max(...rows.map((row) => row.name.length))
  console.log(
    `${name.padEnd(width)}  ${'fastest'.padStart(9)}  ${'median'.padStart(9)}  ${'p95'.padStart(9)}    n`,
  )
  for (const row of rows) {
    console.log(
      `${row.name.padEnd(width)}  ${`${row.minMs} ms`.padStart(9)}  ${`${row.medianMs} ms`.padStart(9)}  ${`${row.p95Ms} ms`.padStart(9)}  ${String(row.samples).padStart(3)}`,
    )
  }
  for (const [what, figure] of Object.entries(more)) console.log(`${what}: ${figure}`)
  const folder = path.join(root, 'bench/results')
  mkdirSync(folder, { recursive: true })
  const machine = { node: process.version, cores: cpus().length, cpu: cpus()[0]?.model ?? '' }
  writeFileSync(
    path.join(folder, `${name}.json`),
    `${JSON.stringify({ machine, rows, ...more }, null, 2)}\n`,
  )
}

function defaults(): Readonly<Record<string, string>> {
  const manifest: unknown = parse(readFileSync(path.join(root, 'action.yml'), 'utf8'))
  const inputs = (manifest as { inputs: Record<string, { default?: string }> }).inputs
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [name, input.default ?? '']),
  )
}
