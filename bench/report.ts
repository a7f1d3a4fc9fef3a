/**
 * What the documents say about speed, from `bench/results`: `npm run docs` writes it between `<!-- bench summary -->` or
 * `<!-- bench tables -->` and `<!-- end bench -->`.
 */
import { completionTable } from './completion-result.ts'
import { constantsTable } from './constants-result.ts'
import type { Provenance } from './figures.ts'
import { fleetTable, missTable } from './fleet-result.ts'
import { processTable } from './process-result.ts'
import type { BenchResults } from './read-results.ts'
import { scaleTable } from './scale-result.ts'
import { startTable } from './start-result.ts'
import { summaryTable } from './summary.ts'

/** All tables in Markdown, each with what it was measured on and by which command. */
export function benchTables(results: BenchResults): string {
  const { start, abort, completion, fleet, scale, constants } = results
  return [
    '## Starting and stopping',
    'The packaged action runs in its own process, against a simulated Hex on the same machine. All rows of a table are measured in turn in one loop, so that they are comparable.',
    startTable(start),
    `Other processes on the machine only add time, so the preceding table uses the first quartile of each row in the following table. The last row includes connecting: TCP and TLS take one round trip each, and a request arrives after half of one. The load average was ${start.loadAverage} on ${start.cores} cores. If it exceeds the number of cores, all figures are too high.`,
    processTable(start.rows),
    madeBy(start, 'real processes'),
    processTable(abort.rows),
    madeBy(abort, 'real processes'),
    '## How soon the end of a run is detected',
    `The table shows the mean and the 95th percentile of the time from a run's end until the step detects it, and the number of status requests per run, if no other run uses the token. Durations vary by up to 20%. "With history" means that the project has ${completion.pastRuns} completed runs. "Remaining reported" means that responses report how many requests remain. Hex's API overview promises this but names no header, so the names are assumed. "Target" is the target mean for a run without a history. The fixed intervals are those of Airflow and Dagster (3 s), Kestra (5 s), and Paradime and Prefect (10 s).`,
    completionTable(completion),
    madeBy(completion, 'virtual time'),
    '## Many jobs on one token',
    'Independent jobs share one token. The table compares them with the same number of plain pollers, which send a status request every 5 s, wait as long as a 429 requests, and send no other request except the start. Unless noted, all jobs start within 10 s of each other. Hex responds in 150 ms and allows 30 reads and 20 starts per minute, and 25 kernels. For each number of jobs, the table shows the worst row in `bench/results/fleet.json`. The last rows have other conditions, and are shown only if they miss the target. A row lists its run duration (30 s to 15 min), its history, what responses report about the limit, and whether windows slide or begin with the first request. Each cell shows the action / the pollers.',
    fleetTable(fleet),
    'The target for each row: all jobs are done within 1.05 times the time that the pollers need. The p95 of lateness and of start delay is at most 2 s above theirs. The jobs get at most half as many 429s, or two per job. If responses report the remaining requests, at most 5% of the requests after the first minute get a 429.',
    missTable(fleet),
    madeBy(fleet, 'virtual time'),
    '## Many runs in one step',
    `Measured with \`max-parallel: ${scale.maxParallel}\`. Time and memory include the simulated Hex.`,
    scaleTable(scale),
    madeBy(scale, 'virtual time'),
    '## Effect of each constant',
    `The benchmark halves or doubles one constant at a time. Cells show half / current / double. Of ${constants.asBuilt.fleets} simulated fleets of 4 to 100 jobs, the table shows how many are later than the target allows. It also shows their p95 lateness and 429s per job, as multiples of the plain pollers' figures. Lone runs take 3 s to 10 min.`,
    constantsTable(constants),
    madeBy(constants, 'virtual time'),
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
