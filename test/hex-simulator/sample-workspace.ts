import { sampleToken } from './auth.ts'
import type { ProjectSeed } from './projects.ts'
import type { Workspace } from './workspace-file.ts'

/** The ids of the sample workspace's projects. */
export const sampleProjectIds = {
  nightlyRevenue: '0197c3a1-5d20-7b41-9e0f-4a7c21d35b68',
  pullRequestCheck: '0198e0b4-11f6-7c82-8a53-d90e6b7f1c24',
  churnDraft: '019a42d7-8c3b-7e15-b7d8-03f51ea964c0',
  archivedBoardDeck: '0189a7f0-6e94-7d33-a2c1-5b8e0f47d916',
  fiscalCalendar: '0192b6c8-2fa7-7091-8e6d-c14a93d7e052',
} as const

/** A small data team's workspace, for the command line and the demo. */
export function sampleWorkspace(): Workspace {
  return {
    tokens: [{ value: sampleToken }],
    projects: [nightlyRevenue, pullRequestCheck, churnDraft, archivedBoardDeck, fiscalCalendar],
    // What the nightly dashboard took on the last five nights, when a workflow started it through the API:
    // an estimate of what is usual rests on such runs alone.
    runs: [7_900, 8_300, 8_100, 9_200, 8_000].map((runningMs, nightsAgo) => ({
      projectId: sampleProjectIds.nightlyRevenue,
      trigger: 'API',
      startedAgoMs: (nightsAgo + 1) * dayMs,
      plan: { pendingMs: 1_500, runningMs },
    })),
  }
}

const dayMs = 86_400_000

const nightlyRevenue: ProjectSeed = {
  id: sampleProjectIds.nightlyRevenue,
  title: 'Nightly revenue dashboard',
  description: 'Bookings, churn and net revenue by region, as the leadership team sees them.',
  version: 42,
  createdAt: '2025-07-01T08:12:44.000Z',
  lastEditedAt: '2025-11-03T15:20:09.000Z',
  lastPublishedAt: '2025-11-03T15:24:51.000Z',
  publishedResultsUpdatedAt: '2025-11-20T04:00:12.000Z',
  ownerEmail: 'amara.okafor@example.com',
  creatorEmail: 'amara.okafor@example.com',
  status: 'Production',
  categories: ['Finance'],
  schedules: [
    { cadence: 'DAILY', enabled: true, daily: { hour: 4, minute: 0, timezone: '+00:00' } },
  ],
  savedViews: ['emea-only'],
  cells: [
    { staticId: 'b3c1f0de-77a4-4c0e-9f43-2a6d5e8b9011', cellType: 'EXPLORE', label: 'Revenue' },
    { staticId: '5f2e9a60-13cb-4d17-8e2f-bb7c0d4a6e22', cellType: 'CHART', label: 'Churn' },
    { staticId: '8a90c4d2-e561-4b3a-a7f8-119e3c5d7f33', cellType: 'CODE', label: 'Forecast' },
  ],
  plans: [{ pendingMs: 1_500, runningMs: 8_000 }],
}

const pullRequestCheck: ProjectSeed = {
  id: sampleProjectIds.pullRequestCheck,
  title: 'Orders model: data check',
  description: 'Row counts, nulls and totals of a schema against production.',
  version: 7,
  createdAt: '2025-08-26T11:02:30.000Z',
  lastEditedAt: '2025-10-14T09:45:00.000Z',
  lastPublishedAt: '2025-10-14T09:47:18.000Z',
  ownerEmail: 'jonas.lind@example.com',
  creatorEmail: 'jonas.lind@example.com',
  inputs: [
    { name: 'schema', dataType: 'STRING', inputCellType: 'TEXT_INPUT' },
    { name: 'sample_rows', dataType: 'NUMBER', inputCellType: 'NUMBER_INPUT' },
    { name: 'strict', dataType: 'BOOLEAN', inputCellType: 'CHECKBOX' },
  ],
  cells: [
    { staticId: 'c7d4e8f1-2b93-4a65-9d0c-6f1e8a2b4c44', cellType: 'EXPLORE', label: 'Differences' },
  ],
  // A pull request that is fine, one that breaks the numbers, and its repair.
  plans: [
    { pendingMs: 800, runningMs: 4_000 },
    { pendingMs: 800, runningMs: 2_500, end: 'ERRORED' },
    { pendingMs: 800, runningMs: 4_000 },
  ],
}

const churnDraft: ProjectSeed = {
  id: sampleProjectIds.churnDraft,
  title: 'Churn drivers (draft)',
  createdAt: '2025-11-10T13:37:00.000Z',
  lastEditedAt: '2025-11-19T17:05:41.000Z',
  lastPublishedAt: null,
  ownerEmail: 'mei.tanaka@example.com',
  creatorEmail: 'mei.tanaka@example.com',
}

const archivedBoardDeck: ProjectSeed = {
  id: sampleProjectIds.archivedBoardDeck,
  title: 'Board deck 2023 Q3',
  version: 12,
  createdAt: '2023-07-28T10:00:00.000Z',
  lastEditedAt: '2023-10-05T16:30:00.000Z',
  lastPublishedAt: '2023-10-05T16:31:00.000Z',
  archivedAt: '2024-02-01T09:00:00.000Z',
  ownerEmail: 'amara.okafor@example.com',
  creatorEmail: 'jonas.lind@example.com',
}

const fiscalCalendar: ProjectSeed = {
  id: sampleProjectIds.fiscalCalendar,
  title: 'Fiscal calendar',
  type: 'COMPONENT',
  version: 3,
  createdAt: '2024-10-22T07:55:00.000Z',
  lastEditedAt: '2025-01-09T12:00:00.000Z',
  lastPublishedAt: '2025-01-09T12:01:00.000Z',
  ownerEmail: 'mei.tanaka@example.com',
  creatorEmail: 'mei.tanaka@example.com',
}
