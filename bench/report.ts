/**
 * What the documents say about speed, from `bench/results`: `npm run docs` writes it between `<!-- bench summary -->` or
 * `<!-- bench tables -->` and `<!-- end bench -->`.
 */
import { completionTable } from './completion-result.ts'
import type { Provenance } from './figures.ts'
import { fleetTable, missTable } from './fleet-result.ts'
import { processTable } from './process-result.ts'
import type { BenchResults } from './read-results.ts'
import { scaleTable } from './scale-result.ts'
import { startTable } from './start-result.ts'
import { summaryTable } from './summary.ts'

/** All tables in Markdown, each with what it was measured on and by which command. */
export function benchTables({ start, abort, completion, fleet, scale }: BenchResults): string {
  return [
    '## Starting and stopping',
    'The packaged action in a process of its own, against a simulated Hex on the same machine. All rows of a table are measured in one loop.',
    startTable(start),
    `Other processes on the machine only add time, so this table uses the first quartile of each row below. A round trip includes connecting: TCP and TLS take one each, and a request arrives after half of one. The load average was ${start.loadAverage} on ${start.cores} cores: above the number of cores, all figures are too high.`,
    processTable(start.rows),
    madeBy(start, 'real processes'),
    processTable(abort.rows),
    madeBy(abort, 'real processes'),
    '## How late the end of a run is known',
    `Mean and 95th percentile of the time from a run's end to the step's knowing, and status requests per run, for a lone run. Lengths vary by a fifth to both sides; "with history" is a project with ${completion.pastRuns} completed runs; "remaining shown" is a Hex whose responses say how many requests remain (its overview promises that and names no header; the names are assumed). "Aim" is the mean that a run without a history should have. The fixed intervals are those of Airflow and Dagster (3 s), Kestra (5 s), and Paradime and Prefect (10 s).`,
    completionTable(completion),
    madeBy(completion, 'virtual time'),
    '## Many jobs on one token',
    'Jobs that know nothing of each other on one token, beside as many plain pollers: they ask every 5 s, sleep after a 429 as long as it says, and send nothing but the start and the status requests. Usually jobs start within 10 s, Hex responds in 150 ms and allows 30 reads and 20 starts per minute and 25 kernels. Of each size this is the worst of all rows in `bench/results/fleet.json` (run lengths of 30 s to 15 min, with and without history, what responses say about the limit, and whether windows slide). Figures are the action / the poller.',
    fleetTable(fleet),
    'The target for each row: all done within 1.05 times the time of the pollers; p95 of lateness and start delay at most 2 s above theirs; denied at most half as often, or twice per job; where responses say what remains, at most 5 % of requests after the first minute.',
    missTable(fleet),
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
