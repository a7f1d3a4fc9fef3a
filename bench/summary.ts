import { durationInWords } from '../src/report/words.ts'
import type { CompletionRow } from './completion-result.ts'
import { type FleetRow, worstRows } from './fleet-result.ts'
import type { BenchResults } from './read-results.ts'
import { markdownTable } from './table.ts'

/** The README's few lines: one figure of each benchmark, the command that measures it, and what it was measured on. */
export function summaryTable(results: BenchResults): string {
  const { start, abort, completion, fleet, scale } = results
  const { processor, cores, node } = start
  const dates = [...new Set(Object.values(results).map(({ date }) => date))].sort()
  const table = markdownTable(
    ['', 'Measured', 'Command'],
    [
      ['from process start to the RunProject request', startWords(start), code(start.command)],
      ['from SIGINT to the CancelRun request', abortWords(abort), code(abort.command)],
      ...[60_000, 600_000].map((lengthMs) => [
        `from the end of a ${durationInWords(lengthMs)} run until the step detects it`,
        completionWords(completion.rows.filter((row) => row.lengthMs === lengthMs)),
        code(completion.command),
      ]),
      ...[4, 12, 25].map((jobs) => [
        `${jobs} jobs at once on one token, worst case`,
        fleetWords(worstRows(fleet).find((row) => row.jobs === jobs && row.world === 'usual')),
        code(fleet.command),
      ]),
      [`${scale.rows.at(-1)?.runs} runs in one step`, scaleWords(scale.rows), code(scale.command)],
    ],
    'left',
  )
  const machine = `${processor} with ${cores} cores, Node.js ${node}, a simulated Hex, ${dates.join(' and ')}`
  return `${table}\n\n${machine}. All but the first two are measured in virtual time.`
}

function startWords({ action, fetch }: BenchResults['start']): string {
  return `${action.plain} times \`node -e 0\`, over TLS ${action.tls}; one POST with \`fetch\`: ${fetch.plain}, over TLS ${fetch.tls}`
}

function abortWords({ rows }: BenchResults['abort']): string {
  return `${rows.at(0)?.medianMs} ms (median)`
}

function completionWords(rows: ReadonlyArray<CompletionRow>): string {
  const words = (policy: CompletionRow['policy']) => {
    const row = rows.find((each) => each.policy === policy)
    if (row === undefined) throw new Error(`There is no row for ${policy}.`)
    return `${row.meanLagSeconds.toFixed(1)} s, ${row.polls.toFixed(1)} requests`
  }
  return `${words('history')} (mean, with history); polling every 5 s: ${words('every 5 s')}`
}

function fleetWords(row: FleetRow | undefined): string {
  if (row === undefined) throw new Error('A row is missing.')
  const words = ({ latenessP95, allDoneAfter }: FleetRow['action']) =>
    `95% of ends detected within ${latenessP95.toFixed(0)} s, all jobs done after ${allDoneAfter.toFixed(0)} s`
  return `runs of ${row.seconds} s: ${words(row.action)}; plain pollers every 5 s: ${words(row.poller)}`
}

function scaleWords(rows: BenchResults['scale']['rows']): string {
  const [least, most] = [rows.at(0), rows.at(-1)]
  if (least === undefined || most === undefined) throw new Error('There is no row.')
  return `${most.heapPerRunKilobytes} kB of memory and ${most.processorPerRunMs} ms of processor time per run; with ${least.runs} runs: ${least.heapPerRunKilobytes} kB and ${least.processorPerRunMs} ms`
}

function code(text: string): string {
  return `\`${text}\``
}
