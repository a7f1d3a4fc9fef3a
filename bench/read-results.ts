import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CompletionResult } from './completion-result.ts'
import type { ConstantsResult } from './constants-result.ts'
import type { FleetResult } from './fleet-result.ts'
import type { ProcessResult } from './process-result.ts'
import type { ScaleResult } from './scale-result.ts'
import type { StartResult } from './start-result.ts'

/** All results that the sections are made of. */
export interface BenchResults {
  readonly start: StartResult
  readonly abort: ProcessResult
  readonly completion: CompletionResult
  readonly fleet: FleetResult
  readonly scale: ScaleResult
  readonly constants: ConstantsResult
}

/** Reads the results as the benchmarks wrote them. */
export function readBenchResults(): BenchResults {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(import.meta.dirname, 'results', `${name}.json`), 'utf8'))
  // The files are written by our own benchmarks and committed; the types are those they write.
  return {
    start: read('start') as StartResult,
    abort: read('abort') as ProcessResult,
    completion: read('completion') as CompletionResult,
    fleet: read('fleet') as FleetResult,
    scale: read('scale') as ScaleResult,
    constants: read('constants') as ConstantsResult,
  }
}
