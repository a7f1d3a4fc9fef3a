/** The last step of the self-test of parallel steps, as `check.ts` is for the others. */
import { expect, outcomeOf, output, report, runs } from './evidence.ts'
import { projectIds } from './projects.ts'

expect('refresh: outcome', outcomeOf('refresh'), 'success')
expect('refresh: status', output('refresh', 'status'), 'COMPLETED')
expect('meanwhile: outcome', outcomeOf('meanwhile'), 'success')
expect(
  'refresh and meanwhile: runs of their own',
  new Set([output('refresh', 'run-id'), output('meanwhile', 'run-id')]).size,
  2,
)
expect(
  'grouped: statuses',
  ['one', 'two'].map((id) => output(id, 'status')),
  ['COMPLETED', 'COMPLETED'],
)
// The runner signals this step alone. Hex says what came of it: whether its outputs can be read is not documented.
expect(
  'is not needed: status in Hex',
  runs.filter(({ projectId }) => projectId === projectIds.neverEnds).map(({ status }) => status),
  ['KILLED'],
)
expect(
  'Hex: active runs',
  runs.filter(({ status }) => status === 'PENDING' || status === 'RUNNING'),
  [],
)
expect(
  'Hex: started runs by project',
  Object.values(projectIds).map((id) => runs.filter(({ projectId }) => projectId === id).length),
  // Refresh, meanwhile, and two of the group; the one that is not needed.
  [4, 0, 1],
)

report()
