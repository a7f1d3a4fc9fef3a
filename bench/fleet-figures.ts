import { mean, percentile, rounded } from './figures.ts'
import { type Client, type FleetCase, type Played, playFleet } from './fleet-play.ts'
import type { Figures } from './fleet-result.ts'

/** Plays a fleet eight times at least, and so often that about so many jobs tell of it. */
export async function figuresOf(
  fleet: FleetCase,
  client: Client,
  jobsEach: number,
): Promise<Figures> {
  const played: Array<Played> = []
  const times = Math.max(8, Math.ceil(jobsEach / fleet.jobs))
  for (let seed = 1; seed <= times; seed += 1) played.push(await playFleet(fleet, client, seed))
  const delays = played.flatMap(({ startDelays }) => startDelays)
  const lateness = played.flatMap((each) => each.lateness)
  const sum = (of: (each: Played) => number) => played.reduce((total, each) => total + of(each), 0)
  return {
    startDelayP50: rounded(percentile(delays, 0.5)),
    startDelayP95: rounded(percentile(delays, 0.95)),
    latenessP50: rounded(percentile(lateness, 0.5)),
    latenessP95: rounded(percentile(lateness, 0.95)),
    largestOverSmallest: rounded(
      mean(played.map((each) => Math.max(...each.lateness) / Math.min(...each.lateness))),
    ),
    allDoneAfter: rounded(mean(played.map(({ allDoneAfter }) => allDoneAfter))),
    deniedPerJob: rounded(sum(({ denied }) => denied) / (times * fleet.jobs), 2),
    deniedLaterShare: rounded(
      sum((each) => each.deniedLater) /
        Math.max(
          1,
          sum((each) => each.sentLater),
        ),
      3,
    ),
  }
}
