/**
 * Many jobs on one token, each a process that knows nothing of the others: `node bench/fleet.ts`. In virtual time, with
 * the code that the action runs, beside the plain poller. All rows go to `results/fleet.json`; the documents show the
 * worst row of each size.
 */
import { provenance, rounded, writeResult } from './figures.ts'
import { figuresOf } from './fleet-figures.ts'
import { type FleetCase, usualFleet } from './fleet-play.ts'
import {
  type Figures,
  type FleetResult,
  type FleetRow,
  fleetTable,
  missesOf,
  type World,
} from './fleet-result.ts'

const second = 1_000
const sizes = [1, 2, 4, 8, 12, 25, 50, 100]
const lengths = [30, 60, 120, 300, 900]
const headers: ReadonlyArray<FleetCase['headers']> = ['Retry-After', 'remaining', 'nothing']
const windows: ReadonlyArray<FleetCase['window']> = ['first-request', 'sliding']
/** The read limit, requests a minute, that jobs meet with two reads each before their starts. */
const readsTipFrom = 16
/** Each fleet is played so often that about so many jobs tell of it, eight times at least. */
const jobsEach = Number(process.argv[2] ?? 120)

/** What the constants were not chosen by. */
const otherWorlds: ReadonlyArray<readonly [World, Partial<FleetCase>]> = [
  ['50 ms', { latencyMs: 50 }],
  ['800 ms', { latencyMs: 800 }],
  ['starts at once', { startsWithinMs: 0 }],
  ['starts within 60 s', { startsWithinMs: 60 * second }],
  ['60 a minute', { perMinute: 60 }],
  ['limit halved in the third minute', { perMinuteLater: 15 }],
  ['limit doubled in the third minute', { perMinuteLater: 60 }],
]

const pollers = new Map<string, Figures>()
const rows: Array<FleetRow> = []
for (const jobs of sizes)
  for (const seconds of lengths)
    for (const each of headers)
      for (const window of windows)
        await both('usual', {
          ...usualFleet,
          jobs,
          lengthMs: seconds * second,
          headers: each,
          window,
        })
for (const [world, changes] of otherWorlds)
  for (const jobs of [2, 4, 8, 12, 25])
    for (const seconds of [30, 60, 300])
      await both(world, { ...usualFleet, jobs, lengthMs: seconds * second, ...changes })
// Ten parallel steps of one job are ten processes that begin within a second; `runs` is one process.
for (const seconds of lengths) {
  const lengthMs = seconds * second
  await both('parallel steps', { ...usualFleet, jobs: 10, lengthMs, startsWithinMs: second })
  for (const jobs of [10, 25])
    await both('one step', { ...usualFleet, jobs, lengthMs, startsWithinMs: 0, oneStep: true })
}

const result: FleetResult = { ...provenance('node bench/fleet.ts'), jobsEach, rows }
writeResult('fleet', result)
console.log(fleetTable(result))
for (const row of rows.filter((each) => missesOf(each).length > 0))
  console.log(JSON.stringify(row), missesOf(row).join(', '))

async function both(world: World, fleet: FleetCase): Promise<void> {
  const key = JSON.stringify(fleet)
  const poller = pollers.get(key) ?? (await figuresOf(fleet, 'poller', jobsEach))
  pollers.set(key, poller)
  const readsTip = fleet.jobs * 2 > fleet.perMinute && fleet.jobs >= readsTipFrom
  const readingPoller = readsTip ? await figuresOf(fleet, 'reading poller', jobsEach) : undefined
  for (const history of [false, true]) {
    const { jobs, lengthMs, window } = fleet
    rows.push({
      jobs,
      seconds: lengthMs / second,
      history,
      headers: fleet.headers,
      window,
      world,
      // Asking for each active run in turn takes so long.
      boundSeconds: rounded((Math.min(jobs, 25) / fleet.perMinute) * 60),
      action: await figuresOf({ ...fleet, history }, 'action', jobsEach),
      poller,
      ...(readingPoller === undefined ? {} : { readingPoller }),
    })
  }
}
