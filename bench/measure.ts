import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'yaml'
import { provenance, writeResult } from './figures.ts'
import { type ProcessResult, processTable, type Row } from './process-result.ts'

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
    script: path.join(root, 'dist/run.js'),
    env: {
      ...files,
      RUNNER_TEMP: folder,
      GITHUB_ACTIONS: 'true',
      ...Object.fromEntries(given.map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text])),
    },
    close: () => rmSync(folder, { recursive: true }),
  }
}

/** The figures of one kind of process. */
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
export function publish(name: string, rows: ReadonlyArray<Row>): void {
  const result: ProcessResult = { ...provenance(`node bench/${name}.ts`), rows }
  writeResult(name, result)
  console.log(processTable(rows))
}

function defaults(): Readonly<Record<string, string>> {
  const manifest: unknown = parse(readFileSync(path.join(root, 'action.yml'), 'utf8'))
  const inputs = (manifest as { inputs: Record<string, { default?: string }> }).inputs
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [name, input.default ?? '']),
  )
}
