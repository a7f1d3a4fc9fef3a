import { expect, test } from 'vitest'
import { aimSeconds } from '../../bench/completion-result.ts'
import { mean, percentile } from '../../bench/figures.ts'
import { costsTime, ratios } from '../../bench/fleet-result.ts'
import { readBenchResults } from '../../bench/read-results.ts'
import { benchTables, withBench } from '../../bench/report.ts'
import { sampleOf, virtualBenches } from '../../bench/sample.ts'
import { summaryTable } from '../../bench/summary.ts'

const results = readBenchResults()
const tables = benchTables(results)

test.each(virtualBenches)(
  'the published figures of %s were measured with this code',
  async (name) => {
    const { sample, command } = results[name]
    const isCurrent = sample === (await sampleOf(name))
    const advice = `bench/results/${name}.json was measured with other code: run "${command}", then "npm run docs".`
    expect(isCurrent ? '' : advice).toBe('')
  },
)

test('every table names its command and the machine it ran on', () => {
  const commands = ['completion', 'fleet', 'scale', 'start', 'abort']

  for (const name of commands) {
    for (const text of [tables, summaryTable(results)])
      expect(text).toMatch(new RegExp(`\`node .*bench/${name}\\.ts\``))
  }
  expect(tables.match(/Node\.js v\d+/g)).toHaveLength(6)
  expect(tables).toContain('`node bench/constants.ts`')
  expect(summaryTable(results)).toMatch(/cores, Node\.js v\d+.*20\d\d-\d\d-\d\d/)
  expect(tables + summaryTable(results)).not.toMatch(/undefined|NaN/)
})

test('every row of a table has as many cells as its header', () => {
  const all = `${tables}\n\n${summaryTable(results)}`
    .split('\n\n')
    .filter((part) => part.startsWith('|'))

  expect(all).toHaveLength(9)
  for (const table of all) {
    const widths = table.split('\n').map((line) => line.split('|').length)
    expect(new Set(widths).size).toBe(1)
  }
})

test('replaces only the text between the markers', () => {
  const marked = (kind: string, text: string) =>
    `Above\n<!-- bench ${kind} -->\n${text}\n<!-- end bench -->\nbelow\n`

  expect(withBench(marked('tables', 'old $& figures'), () => results)).toBe(
    marked('tables', `\n${tables}\n`),
  )
  expect(withBench(marked('summary', 'old'), () => results)).toBe(
    marked('summary', `\n${summaryTable(results)}\n`),
  )
  expect(withBench('no markers', () => results)).toBe('no markers')
})

test('the published figures meet their targets', () => {
  const { completion, fleet, scale } = results
  const rowOf = (lengthMs: number, policy: string) => {
    const row = completion.rows.find((each) => each.lengthMs === lengthMs && each.policy === policy)
    if (row === undefined) throw new Error(`There is no row for ${policy}.`)
    return row
  }
  for (const lengthMs of new Set(completion.rows.map((row) => row.lengthMs))) {
    const peer = rowOf(lengthMs, 'every 5 s')
    const ours = rowOf(lengthMs, 'history')
    expect(ours.meanLagSeconds).toBeLessThanOrEqual(
      Math.max(peer.meanLagSeconds, aimSeconds(lengthMs)) * 1.2,
    )
    // One request is the least there is, and now and then it comes a moment too soon.
    expect(ours.polls).toBeLessThanOrEqual(Math.max(1.5, peer.polls / 2))
    const quick = rowOf(lengthMs, 'no history, remaining')
    expect(quick.meanLagSeconds).toBeLessThanOrEqual(aimSeconds(lengthMs) * 1.7)
    expect(quick.pollsInFirstMinute).toBeLessThanOrEqual(23)
  }
  const share = fleet.rows.filter((row) => costsTime(row)).length / fleet.rows.length
  expect(share).toBeLessThan(0.06)
  // And where time is lost, it is little.
  for (const row of fleet.rows.filter(({ world, jobs }) => world === 'usual' && jobs <= 25)) {
    const { 'all done': done, lateness, 'start delay': start } = ratios(row)
    expect(Math.max(done, lateness, start)).toBeLessThan(
      row.jobs <= 2 ? 1 : row.jobs === 25 ? 1.05 : 1.45,
    )
  }
  const [first, last] = [scale.rows[0], scale.rows.at(-1)]
  expect(last?.heapPerRunKilobytes).toBeLessThan(2 * (first?.heapPerRunKilobytes ?? 0))
})

test('a percentile uses the nearest rank, and an empty list gives 0', () => {
  expect(percentile([4, 1, 3, 2], 0.5)).toBe(2)
  expect(percentile([4, 1, 3, 2], 0.95)).toBe(4)
  expect(mean([1, 2, 6])).toBe(3)
  expect([percentile([], 0.5), mean([])]).toEqual([0, 0])
})
