/**
 * The README's performance section from `bench/results`: `node bench/report.ts` prints it. It goes between
 * `<!-- bench:start -->` and `<!-- bench:end -->`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CompletionResult, completionTable } from './completion-result.ts'
import type { Provenance } from './figures.ts'
import { type FleetResult, fleetTable } from './fleet-result.ts'
import type { Row } from './measure.ts'
import { type ScaleResult, scaleTable } from './scale-result.ts'
import { markdownTable } from './table.ts'

/** What `bench/measure.ts` keeps of a benchmark of real processes. */
export interface ProcessResult {
  readonly machine: { readonly node: string; readonly cores: number; readonly cpu: string }
  readonly rows: ReadonlyArray<Partial<Row> & Pick<Row, 'name' | 'medianMs' | 'p95Ms' | 'samples'>>
}

/** All results that the section is made of. */
export interface BenchResults {
  readonly start: ProcessResult
  readonly abort: ProcessResult
  readonly completion: CompletionResult
  readonly fleet: FleetResult
  readonly scale: ScaleResult
}

/** The section in Markdown: a table for each benchmark, with what it was measured on and by which command. */
export function benchMarkdown({ start, abort, completion, fleet, scale }: BenchResults): string {
  const { least, most } = fleet.minutes
  return [
    '#### How late the end of a run is known',
    `Mean and 95th percentile of the time from a run's end to the step's knowing, and status requests a run. Lengths vary by a fifth to both sides; "with history" is a project with ${completion.pastRuns} completed runs. The fixed intervals are those of Airflow and Dagster (3 s), Kestra (5 s), and Paradime and Prefect (10 s).`,
    completionTable(completion),
    madeBy(completion),
    '#### Many jobs on one token',
    `Jobs that start within ten seconds and know nothing of each other, on a token with 30 requests a minute, 20 starts a minute and 25 kernels; runs of ${least} to ${most} minutes. "Bound" is active runs divided by requests a minute: asking for each run in turn can do no better than once in that time.`,
    fleetTable(fleet),
    madeBy(fleet),
    '#### Many runs in one step',
    `With \`max-parallel: ${scale.maxParallel}\`; time and memory include those of the simulated Hex.`,
    scaleTable(scale),
    madeBy(scale),
    '#### Starting and stopping',
    'The packaged action in a process of its own, against a Hex on the same machine.',
    processTable([...start.rows, ...abort.rows]),
    processesMadeBy(start),
  ].join('\n\n')
}

/** The Markdown with what is between the markers replaced. Throws where it has no markers. */
export function withBench(markdown: string, section: string): string {
  const markers = /(<!-- bench:start -->\n)[\s\S]*?(\n<!-- bench:end -->)/
  if (!markers.test(markdown)) throw new Error('There are no markers for the benchmarks.')
  return markdown.replace(markers, (_, begin: string, end: string) => `${begin}${section}${end}`)
}

/** Reads the results as the benchmarks wrote them. */
export function readBenchResults(): BenchResults {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(import.meta.dirname, 'results', `${name}.json`), 'utf8'))
  // The files are written by our own benchmarks and committed; the types are those they write.
  return {
    start: read('start') as ProcessResult,
    abort: read('abort') as ProcessResult,
    completion: read('completion') as CompletionResult,
    fleet: read('fleet') as FleetResult,
    scale: read('scale') as ScaleResult,
  }
}

function madeBy({ command, date, processor, cores, node, system }: Provenance): string {
  return `\`${command}\`, in virtual time; ${date}, ${processor} (${cores} cores), Node.js ${node}, ${system}.`
}

function processesMadeBy({ machine }: ProcessResult): string {
  return `\`node bench/start.ts\` and \`node bench/abort.ts\`; ${machine.cpu} (${machine.cores} cores), Node.js ${machine.node}.`
}

function processTable(rows: ProcessResult['rows']): string {
  return markdownTable(
    ['', 'fastest', 'median', '95th percentile', 'samples'],
    rows.map((row) => [
      row.name,
      row.minMs === undefined ? '–' : `${row.minMs} ms`,
      `${row.medianMs} ms`,
      `${row.p95Ms} ms`,
      String(row.samples),
    ]),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(benchMarkdown(readBenchResults()))
