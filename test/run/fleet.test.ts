import { expect, test } from 'vitest'
import { percentile } from '../../bench/figures.ts'
import { type Client, type FleetCase, playFleet, usualFleet } from '../../bench/fleet-play.ts'

/** A small part of `bench/fleet.ts`, in virtual time. */
async function play(fleet: Partial<FleetCase>, client: Client) {
  const usual = { ...usualFleet, jobs: 12 }
  const played = []
  for (const seed of [1, 2, 3, 4, 5, 6])
    played.push(await playFleet({ ...usual, ...fleet }, client, seed))
  const jobs = (fleet.jobs ?? usual.jobs) * played.length
  return {
    latenessP95: percentile(
      played.flatMap(({ lateness }) => lateness),
      0.95,
    ),
    startDelayP95: percentile(
      played.flatMap(({ startDelays }) => startDelays),
      0.95,
    ),
    allDoneAfter: percentile(
      played.map(({ allDoneAfter }) => allDoneAfter),
      0.5,
    ),
    deniedPerJob: played.reduce((sum, { denied }) => sum + denied, 0) / jobs,
    lateness: played.map((each) => each.lateness),
  }
}

test.each<Partial<FleetCase>>([
  { jobs: 2, lengthMs: 30_000 },
  { jobs: 2, lengthMs: 300_000 },
  { jobs: 4, lengthMs: 120_000 },
  { jobs: 8, lengthMs: 30_000, history: true },
  { jobs: 12, lengthMs: 60_000 },
  { jobs: 12, lengthMs: 300_000, window: 'sliding' },
  { jobs: 12, lengthMs: 300_000, headers: 'nothing' },
  { jobs: 10, lengthMs: 60_000, startsWithinMs: 500 },
  { jobs: 10, lengthMs: 60_000, startsWithinMs: 0, oneStep: true },
  { jobs: 100, lengthMs: 30_000 },
])('a fleet of %j is never later than a simple poller', async (fleet) => {
  const [action, poller] = [await play(fleet, 'action'), await play(fleet, 'poller')]

  expect(action.latenessP95).toBeLessThanOrEqual(poller.latenessP95 + 2)
  expect(action.startDelayP95).toBeLessThanOrEqual(poller.startDelayP95 + 2)
  expect(action.allDoneAfter).toBeLessThanOrEqual(poller.allDoneAfter * 1.05)
})

test('over 15 minutes, a fleet with a history is throttled at most half as often as simple pollers', async () => {
  const fleet = { jobs: 8, lengthMs: 900_000, history: true }
  const [action, poller] = [await play(fleet, 'action'), await play(fleet, 'poller')]

  expect(action.deniedPerJob).toBeLessThanOrEqual(poller.deniedPerJob / 2)
})
