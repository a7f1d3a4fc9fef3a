import { createHash } from 'node:crypto'
import { live, policies } from './completion-play.ts'
import { type FleetCase, playFleet, usualFleet } from './fleet-play.ts'
import { seeded } from './virtual-jobs.ts'

/** The benchmarks in virtual time: their figures are the same on every machine. */
export const virtualBenches = ['completion', 'fleet', 'scale', 'constants'] as const
export type VirtualBench = (typeof virtualBenches)[number]

/**
 * A fingerprint of a small part of a benchmark, played in about a second. Each result contains the one that was
 * current when it was measured. If today's code gives another, its polling, its limits, or the simulated Hex have
 * changed, and so have the figures. Changes to code that do not change what is sent and when do not matter.
 */
export async function sampleOf(bench: VirtualBench): Promise<string> {
  const played = await samples[bench]()
  return createHash('sha256').update(JSON.stringify(played)).digest('hex').slice(0, 16)
}

const samples: Readonly<Record<VirtualBench, () => Promise<ReadonlyArray<unknown>>>> = {
  completion: () => playLives([...lengthsMs, 3_600_000]),
  fleet: () => playAll(fleets),
  scale: () => playAll([{ ...usualFleet, jobs: 40, lengthMs: 300_000, oneStep: true }]),
  constants: async () => [...(await playLives(lengthsMs)), ...(await playAll(fleets))],
}

const lengthsMs = [3_000, 60_000, 600_000]

async function playLives(lengths: ReadonlyArray<number>): Promise<ReadonlyArray<unknown>> {
  const lives: Array<unknown> = []
  for (const lengthMs of lengths)
    for (const policy of policies) lives.push(await live(policy, lengthMs, 1, seeded(lengthMs)))
  return lives
}

async function playAll(cases: ReadonlyArray<FleetCase>): Promise<ReadonlyArray<unknown>> {
  const played: Array<unknown> = []
  for (const each of cases)
    for (const client of ['action', 'poller'] as const)
      played.push(await playFleet(each, client, 1))
  return played
}

const fleets: ReadonlyArray<FleetCase> = [
  usualFleet,
  { ...usualFleet, jobs: 1, history: true },
  { ...usualFleet, jobs: 4, lengthMs: 30_000, headers: 'remaining' },
  { ...usualFleet, jobs: 12, headers: 'remaining', window: 'sliding', history: true },
  { ...usualFleet, jobs: 25, lengthMs: 30_000, headers: 'nothing' },
  { ...usualFleet, jobs: 10, startsWithinMs: 0, oneStep: true },
]
