import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, release, type } from 'node:os'
import { join } from 'node:path'
import { sampleOf, virtualBenches } from './sample.ts'

/** What every result says of itself, so that a figure can be judged and made again. */
export interface Provenance {
  readonly command: string
  /** The day it was measured, ISO 8601. */
  readonly date: string
  readonly processor: string
  readonly cores: number
  readonly node: string
  readonly system: string
  /** What `sampleOf` gave when it was measured, for a benchmark in virtual time. */
  readonly sample?: string
}

/** Where and when a benchmark runs. */
export function provenance(command: string): Provenance {
  const processors = cpus()
  return {
    command,
    date: new Date().toISOString().slice(0, 10),
    processor: (processors[0]?.model ?? 'unknown').replace(/\s+/g, ' ').trim(),
    cores: processors.length,
    node: process.version,
    system: `${type()} ${release()}`,
  }
}

/** Writes a result where `bench/report.ts` finds it; that of virtual time with the sample of the code it is of. */
export async function writeResult(name: string, result: object) {
  const bench = virtualBenches.find((each) => each === name)
  const measured = bench === undefined ? result : { sample: await sampleOf(bench), ...result }
  const folder = join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(measured, undefined, 2)}\n`)
}

/** The mean; 0 of nothing. */
export function mean(values: ReadonlyArray<number>): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length
}

/** The value below which this part of all values lies (nearest rank); 0 of nothing. */
export function percentile(values: ReadonlyArray<number>, part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0
}

/** Rounded to so many digits after the point, so that results can be compared line by line. */
export function rounded(value: number, digits = 1): number {
  return Number(value.toFixed(digits))
}
