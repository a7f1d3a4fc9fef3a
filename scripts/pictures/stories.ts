import { sampleProjectIds } from '../../test/hex-simulator/sample-workspace.ts'
import type { Story } from './play.ts'

const nightly = { 'project-id': sampleProjectIds.nightlyRevenue }
const pullRequest = {
  'project-id': sampleProjectIds.pullRequestCheck,
  'input-params': '{"schema": "pr_123", "sample_rows": 5000}',
}
const usual = { pendingMs: 4_000, runningMs: 192_000 }
const charts = `Net revenue by region: b3c1f0de-77a4-4c0e-9f43-2a6d5e8b9011
Churn: 5f2e9a60-13cb-4d17-8e2f-bb7c0d4a6e22`

const errored: Story = {
  name: 'errored',
  job: 'check-orders',
  with: pullRequest,
  plans: [{ pendingMs: 3_000, runningMs: 47_000, end: 'ERRORED' }],
}

/** The stories of the pictures in the README and in `docs/`. */
export const stories: ReadonlyArray<Story> = [
  {
    name: 'completed',
    job: 'refresh-revenue',
    with: { ...nightly, charts, 'charts-size': '720x180', 'update-published-results': 'true' },
    plans: [usual],
    isNarrowToo: true,
  },
  errored,
  {
    name: 'queued',
    job: 'refresh-revenue',
    with: nightly,
    plans: [usual],
    faults: [
      {
        operation: 'RunProject',
        kind: 'failure',
        status: 503,
        words: 'User has reached their limit of 25 running kernels',
        times: 4,
      },
    ],
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
    plans: [{ ...usual, cancelTakesMs: 800 }],
    cancelAfterMs: 71_000,
  },
  {
    name: 'several',
    job: 'refresh-everything',
    with: {
      runs: JSON.stringify([
        { name: 'revenue', 'project-id': sampleProjectIds.nightlyRevenue },
        { name: 'orders-emea', 'project-id': sampleProjectIds.pullRequestCheck },
        { name: 'orders-apac', 'project-id': sampleProjectIds.pullRequestCheck },
        { name: 'churn', 'project-id': sampleProjectIds.churnDraft },
      ]),
    },
    plans: [{ pendingMs: 2_000, runningMs: 64_000, end: 'ERRORED' }, usual],
    isNarrowToo: true,
  },
  { name: 'dry-run', job: 'check-orders', with: { ...pullRequest, 'dry-run': 'true' }, plans: [] },
  {
    name: 'adopted',
    job: 'refresh-revenue',
    with: nightly,
    plans: [usual],
    faults: [{ operation: 'RunProject', kind: 'reset', effect: 'at-receipt' }],
  },
  {
    name: 'start-unknown',
    job: 'check-orders',
    with: pullRequest,
    plans: [{ pendingMs: 3_000, runningMs: 300_000 }],
    faults: [{ operation: 'RunProject', kind: 'reset', effect: 'at-receipt' }],
    foreignRunAfterMs: 500,
  },
  {
    name: 'comment',
    job: 'check-orders',
    with: {
      ...pullRequest,
      charts: 'Differences: c7d4e8f1-2b93-4a65-9d0c-6f1e8a2b4c44',
      'charts-size': '720x180',
    },
    plans: [{ pendingMs: 3_000, runningMs: 52_000 }],
    commentAfter: errored,
  },
]
