import { sampleProjectIds } from '../../test/hex-simulator/sample-workspace.ts'
import { playStory, type Story, summaryOfPlayed } from './play.ts'

const nightly = { 'project-id': sampleProjectIds.nightlyRevenue }
const pullRequest = {
  'project-id': sampleProjectIds.pullRequestCheck,
  'input-params': '{"schema": "pr_123", "sample_rows": 5000}',
}

/** The stories of the pictures in the README and in `docs/`. */
export const stories: ReadonlyArray<Story> = [
  {
    name: 'completed',
    job: 'refresh-revenue',
    with: { ...nightly, 'update-published-results': 'true' },
    plans: [{ pendingMs: 4_000, runningMs: 192_000 }],
  },
  {
    name: 'errored',
    job: 'check-orders',
    with: pullRequest,
    plans: [{ pendingMs: 3_000, runningMs: 47_000, end: 'ERRORED' }],
  },
  {
    name: 'timed-out',
    job: 'refresh-revenue',
    with: { ...nightly, timeout: '30m' },
    plans: [{ pendingMs: 4_000, end: 'never', cancelTakesMs: 3_000 }],
  },
  {
    name: 'cancelled',
    job: 'refresh-revenue',
    with: nightly,
    plans: [{ pendingMs: 4_000, runningMs: 192_000, cancelTakesMs: 800 }],
    cancelAfterMs: 71_000,
  },
  {
    name: 'start-unknown',
    job: 'check-orders',
    with: pullRequest,
    plans: [{ pendingMs: 3_000, runningMs: 300_000 }],
    faults: [{ operation: 'RunProject', kind: 'reset', effect: 'at-receipt' }],
    foreignRunAfterMs: 500,
  },
]

/** Plays a story against a simulated Hex in virtual time. Returns the job summary's Markdown. */
export async function summaryOfStory(story: Story): Promise<string> {
  return summaryOfPlayed(await playStory(story))
}
