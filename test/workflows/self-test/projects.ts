import type { Workspace } from '../../hex-simulator/workspace-file.ts'

/** The projects of the self-test, each with one fate; `.github/workflows/self-test.yml` names them by these ids. */
export const projectIds = {
  completes: '0197c3a1-5d20-7b41-9e0f-4a7c21d35b68',
  errors: '0198e0b4-11f6-7c82-8a53-d90e6b7f1c24',
  neverEnds: '019a42d7-8c3b-7e15-b7d8-03f51ea964c0',
} as const

/** The project of `.github/workflows/live.yml`, when a test plays that workflow. */
export const liveProjectId = '019b53e8-9d4c-7f26-a8e9-14062fb075d1'

/** A workspace in which every step of the self-test can be told by what Hex has recorded afterwards. */
export const workspace: Workspace = {
  projects: [
    {
      id: projectIds.completes,
      title: 'Completes',
      plans: [{ pendingMs: 300, runningMs: 1_500 }],
    },
    {
      id: projectIds.errors,
      title: 'Errors',
      plans: [{ pendingMs: 300, runningMs: 500, end: 'ERRORED' }],
    },
    { id: projectIds.neverEnds, title: 'Never ends', plans: [{ pendingMs: 300, end: 'never' }] },
    {
      id: liveProjectId,
      title: 'Live',
      plans: [{ pendingMs: 300, runningMs: 1_500 }, { end: 'never' }],
    },
  ],
}
