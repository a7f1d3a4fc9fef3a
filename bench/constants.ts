/**
 * What half and double of each constant of polling and of the rate limit would change: `node bench/constants.ts`. Each
 * variant is a copy of the code with one number changed, and plays the same fleets and the same lone runs.
 */
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { live } from './completion-play.ts'
import { type ConstantsResult, constantsTable, type Effect } from './constants-result.ts'
import { mean, percentile, provenance, rounded, writeResult } from './figures.ts'
import { figuresOf } from './fleet-figures.ts'
import { type FleetCase, usualFleet } from './fleet-play.ts'
import { costsTime, type Figures } from './fleet-result.ts'
import { seeded } from './virtual-jobs.ts'

const root = resolve(import.meta.dirname, '..')
/** Constants that a specification, a peer, or Hex's reference gives have their source in the code, and are not here. */
const constants: Readonly<Record<string, ReadonlyArray<string>>> = {
  'src/hex/limiter.ts': ['spreadMs', 'shortestRetryMs', 'scarceMs'],
  'src/run/next-poll.ts': [
    'firstMs',
    'youngMaxMs',
    'youngBaseMs',
    'youngShare',
    'minMs',
    'maxMs',
    'ageShare',
    'aloneFirstMs',
    'aloneNextMs',
    'scarceMinMs',
    'scarceMaxMs',
    'scarceAgeShare',
    'unpacedMs',
    'unpacedMaxMs',
    'sharpestMs',
    'watchMs',
    'looksBefore',
    'minLookMs',
    'maxLookMs',
  ],
  'src/run/preflight.ts': ['calmMs', 'spreadMs'],
}
const factors = [0.5, 2]
const jobsEach = 24
const lonesEach = 30

/** Plays a copy of the code, with one constant multiplied. */
async function effectOf(change?: { file: string; name: string; by: number }): Promise<Effect> {
  const copy = mkdtempSync(join(tmpdir(), 'hex-constants-'))
  try {
    for (const each of ['src', 'bench', 'test', 'package.json'])
      cpSync(join(root, each), join(copy, each), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    if (change !== undefined) multiply(join(copy, change.file), change.name, change.by)
    const play = [join(copy, 'bench', 'constants.ts'), 'play']
    const { stdout } = await promisify(execFile)(process.execPath, play)
    return JSON.parse(stdout) as Effect
  } finally {
    rmSync(copy, { recursive: true })
  }
}

function multiply(path: string, name: string, by: number) {
  const text = readFileSync(path, 'utf8')
  const changed = text.replace(
    new RegExp(`^const ${name} = (.*)$`, 'm'),
    `const ${name} = ($1) * ${by}`,
  )
  if (changed === text) throw new Error(`${path} has no constant ${name}.`)
  writeFileSync(path, changed)
}

function fleets(): ReadonlyArray<FleetCase> {
  const lengths = [30_000, 60_000, 120_000, 300_000, 900_000]
  const worlds: ReadonlyArray<Partial<FleetCase>> = [
    {},
    { window: 'sliding' },
    { headers: 'nothing' },
  ]
  const apart = lengths.flatMap((lengthMs) =>
    [4, 8, 12, 25].flatMap((jobs) =>
      worlds.map((world) => ({ ...usualFleet, jobs, lengthMs, ...world })),
    ),
  )
  const together = lengths.flatMap((lengthMs) =>
    [10, 25].map((jobs) => ({ ...usualFleet, jobs, lengthMs, startsWithinMs: 0, oneStep: true })),
  )
  // The only size at which reads before the starts matter more than status requests.
  return [...apart, ...together, { ...usualFleet, jobs: 100, lengthMs: 30_000 }]
}

/** Plays all of it with the code beside this file. */
async function effect(): Promise<Effect> {
  const rows: Array<{ readonly action: Figures; readonly poller: Figures }> = []
  for (const fleet of fleets()) {
    const poller = await figuresOf(fleet, 'poller', jobsEach)
    for (const history of [false, true])
      rows.push({ action: await figuresOf({ ...fleet, history }, 'action', jobsEach), poller })
  }
  const ratio = (name: keyof Figures) =>
    rounded(mean(rows.map(({ action, poller }) => action[name] / Math.max(1, poller[name]))), 2)
  return {
    fleets: rows.length,
    late: rows.filter((row) => costsTime({ headers: 'Retry-After', ...row })).length,
    lateness: ratio('latenessP95'),
    denied: ratio('deniedPerJob'),
    lone: await loneLags(),
  }
}

/** How late the end of a lone run is noticed, and with how many requests. */
async function loneLags(): Promise<Effect['lone']> {
  const lags: Array<number> = []
  const polls: Array<number> = []
  for (const name of ['history', 'no history', 'no history, remaining'] as const) {
    for (const lengthMs of [3_000, 10_000, 30_000, 120_000, 600_000]) {
      const random = seeded(lengthMs)
      for (let seed = 1; seed <= lonesEach; seed += 1) {
        const life = await live({ name }, lengthMs, seed, random)
        lags.push(life.lagMs / 1_000)
        polls.push(life.polls)
      }
    }
  }
  return {
    mean: rounded(mean(lags), 2),
    p95: rounded(percentile(lags, 0.95)),
    polls: rounded(mean(polls)),
  }
}

if (process.argv[2] === 'play') console.log(JSON.stringify(await effect()))
else {
  const asBuilt = await effectOf()
  const rows: Array<ConstantsResult['rows'][number]> = []
  for (const [file, names] of Object.entries(constants)) {
    for (const name of names) {
      const [half, double] = await Promise.all(factors.map((by) => effectOf({ file, name, by })))
      if (half !== undefined && double !== undefined) rows.push({ file, name, half, double })
    }
  }
  const result: ConstantsResult = { ...provenance('node bench/constants.ts'), asBuilt, rows }
  await writeResult('constants', result)
  console.log(constantsTable(result))
}
