/**
 * The last step of the self-test: compares the result of each step (STEPS, the `steps` context as JSON) with what is
 * expected and with what Hex has recorded. Reports every mismatch.
 */
import { expect, outcomeOf, output, report, runs, statusOf } from './evidence.ts'
import { projectIds } from './projects.ts'

expect('waits: outcome', outcomeOf('waits'), 'success')
expect('waits: status', output('waits', 'status'), 'COMPLETED')
expect('fails: outcome', outcomeOf('fails'), 'failure')
expect('fails: conclusion', output('fails', 'conclusion'), 'failure')
expect('fails: status in Hex', statusOf(output('fails', 'run-id')), 'ERRORED')
expect('times out: outcome', outcomeOf('times-out'), 'failure')
expect('times out: conclusion', output('times-out', 'conclusion'), 'timed_out')
expect('times out: status in Hex', statusOf(output('times-out', 'run-id')), 'KILLED')
// The signals of the runner itself: SIGINT, on Windows Ctrl-C. Outputs are written before the process ends.
expect('is aborted: outcome', outcomeOf('is-aborted'), 'failure')
expect('is aborted: conclusion', output('is-aborted', 'conclusion'), 'cancelled')
expect('is aborted: status in Hex', statusOf(output('is-aborted', 'run-id')), 'KILLED')
expect('lets go: outcome', outcomeOf('lets-go'), 'success')
expect('lets go: conclusion', output('lets-go', 'conclusion'), 'detached')
expect('follows: outcome', outcomeOf('follows'), 'success')
expect('follows: run', output('follows', 'run-id'), output('lets-go', 'run-id'))
expect('several: outcome', outcomeOf('several'), 'success')
expect(
  'several: names',
  (JSON.parse(output('several', 'results') || '[]') as ReadonlyArray<{ name: string }>).map(
    ({ name }) => name,
  ),
  ['Revenue', 'Churn'],
)
expect('cancel: outcome', outcomeOf('cancel'), 'success')
expect('cancel: ids', JSON.parse(output('cancel', 'cancelled-run-ids') || '[]'), [
  output('is-left', 'run-id'),
])
expect('request: outcome', outcomeOf('request'), 'success')
expect(
  'request: title',
  (JSON.parse(output('request', 'data') || '{}') as { title?: string }).title,
  'Completes',
)
expect(
  'Hex: active runs',
  runs.filter(({ status }) => status === 'PENDING' || status === 'RUNNING'),
  [],
)
expect(
  'Hex: started runs by project',
  Object.values(projectIds).map((id) => runs.filter(({ projectId }) => projectId === id).length),
  // Waits, lets go, and two of several; fails; times out, is aborted, is left.
  [4, 1, 3],
)

report()
