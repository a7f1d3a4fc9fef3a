/**
 * What the documents say about speed, from `bench/results`: `npm run docs` writes it between `<!-- bench summary -->` or
 * `<!-- bench tables -->` and `<!-- end bench -->`.
 */
import { completionTable } from './completion-result.ts'
import type { Provenance } from './figures.ts'
import { fleetTable } from './fleet-result.ts'
import { processTable } from './process-result.ts'
import type { BenchResults } from './read-results.ts'
import { scaleTable } from './scale-result.ts'
import { summaryTable } from './summary.ts'

/** All tables in Markdown, each with what it was measured on and by which command. */
export function benchTables({ start, abort, completion, fleet, scale }: BenchResults): string {
  const { least, most } = fleet.minutes
  return [
    '## Starting and stopping',
    'The packaged action in a process of its own, against a simulated Hex on the same machine, over plain HTTP. All rows are measured in turn, in one loop. TLS adds what Node takes to load it, some 10 ms, and its handshake.',
    processTable(start.rows),
    madeBy(start, 'real processes'),
    processTable(abort.rows),
    madeBy(abort, 'real processes'),
    '## How late the end of a run is known',
    `Mean and 95th percentile of the time from a run's end to the step's knowing, and status requests a run. Lengths vary by a fifth to both sides; "with history" is a project with ${completion.pastRuns} completed runs. The fixed intervals are those of Airflow and Dagster (3 s), Kestra (5 s), and Paradime and Prefect (10 s).`,
    completionTable(completion),
    madeBy(completion, 'virtual time'),
    '## Many jobs on one token',
    `Jobs that start within ten seconds and know nothing of each other, on a token with 30 requests a minute, 20 starts a minute and 25 kernels; runs of ${least} to ${most} minutes. "Bound" is active runs divided by requests a minute: asking for each run in turn can do no better than once in that time.`,
    fleetTable(fleet),
    madeBy(fleet, 'virtual time'),
    '## Many runs in one step',
    `With \`max-parallel: ${scale.maxParallel}\`; time and memory include those of the simulated Hex.`,
    scaleTable(scale),
    madeBy(scale, 'virtual time'),
  ].join('\n\n')
}

/** The Markdown with every marked section written anew. */
export function withBench(markdown: string, results: () => BenchResults): string {
  return markdown.replaceAll(
    /(<!-- bench (summary|tables) -->\n)[\s\S]*?(<!-- end bench -->)/g,
    (_, begin: string, kind: string, end: string) =>
      `${begin}\n${kind === 'summary' ? summaryTable(results()) : benchTables(results())}\n\n${end}`,
  )
}

function madeBy({ command, date, ...machine }: Provenance, how: string): string {
  const { processor, cores, node, system } = machine
  return `\`${command}\`, ${how}; ${date}, ${processor} (${cores} cores), Node.js ${node}, ${system}.`
}
