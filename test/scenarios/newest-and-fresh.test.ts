import { expect } from 'vitest'
import { outputsOf, quick, resultOf, story } from './story.ts'

const newest = { 'input-params': '', 'run-id': 'latest', 'newer-than': '10s' }
const refresh = {
  'input-params': '',
  'update-published-results': true,
  'skip-if-newer-than': '2h',
}
const fresh = { publishedResultsUpdatedAt: new Date(Date.now() - 600_000).toISOString() }

story('follows the newest run, whoever started it, and does not cancel it', {}, async (stage) => {
  const run = stage.hex.world.addRun(stage.projectId, { trigger: 'SCHEDULED', plan: quick })
  const job = await stage.play({ with: { ...newest, 'run-trigger': 'scheduled' } })
  expect(job).toMatchObject({ conclusion: 'success', main: { exitCode: 0 } })
  expect(outputsOf(job).get('run-id')).toBe(run.id)
  expect(resultOf(job)).toMatchObject({ conclusion: 'success', run_id: run.id, attempt: 1 })
  expect(stage.requestsOf('RunProject')).toEqual([])
  expect(stage.requestsOf('CancelRun')).toEqual([])
})

story('waits for the newest run if there is none yet', {}, async (stage) => {
  const playing = stage.play({ with: newest })
  await stage.hex.whenAnswered('GetProjectRuns')
  const run = stage.hex.world.addRun(stage.projectId, { trigger: 'APP_REFRESH', plan: quick })
  const job = await playing
  expect(job.log).toContain('Waiting for a run that is recent enough.')
  expect(outputsOf(job).get('run-id')).toBe(run.id)
  expect(job.conclusion).toBe('success')
})

story('times out if no run appears, and touches nothing', {}, async (stage) => {
  const job = await stage.play({ with: { ...newest, timeout: '5s' } })
  expect(job).toMatchObject({ conclusion: 'failure', main: { exitCode: 1 } })
  expect(resultOf(job)).toMatchObject({
    conclusion: 'timed_out',
    reason: 'no_new_run',
    run_id: null,
  })
  expect(job.main.annotations[0]?.message).toMatch(
    /no matching run was found within the timeout of 5 s\. Check 'newer-than', 'run-trigger', and the project's schedule/,
  )
  expect(stage.requestsOf('CancelRun')).toEqual([])
  expect(job.post).toMatchObject({ conclusion: 'success' })
})

story('run-id: none explains why an expression can be empty', {}, async (stage) => {
  const job = await stage.play({ with: { 'input-params': '', 'run-id': 'none' } })
  expect(job.conclusion).toBe('failure')
  expect(job.main.annotations).toMatchObject([
    { title: "Input 'run-id'", message: expect.stringMatching(/is empty\. .*'needs'/) },
  ])
  expect(stage.hex.world.requests()).toEqual([])
  // A valid project is output all the same.
  expect(outputsOf(job).get('project-id')).toBe(stage.projectId)
  expect(resultOf(job)).toMatchObject({ project_id: stage.projectId, reason: 'invalid_input' })
})

story('with an invalid project, the project ID in the result is null', {}, async (stage) => {
  const job = await stage.play({ with: { 'project-id': 'revenue' } })
  expect(outputsOf(job).get('project-id')).toBe('')
  const unknown = Object.entries(resultOf(job) as object).filter(([, value]) => value === '')
  expect(unknown).toEqual([])
  expect(resultOf(job)).toMatchObject({ project_id: null })
})

story('succeeds and starts nothing if the results are fresh', { project: fresh }, async (stage) => {
  const job = await stage.play({ with: { ...refresh, 'cancel-active': true } })
  expect(job).toMatchObject({ conclusion: 'success', main: { exitCode: 0, annotations: [] } })
  expect(resultOf(job)).toMatchObject({ conclusion: 'skipped', reason: 'fresh', run_id: null })
  const words =
    /Weekly revenue: the published results are recent enough, so no run was started\. The results were updated 10 min ago, at .* UTC/
  expect(job.log.join('\n')).toMatch(words)
  expect(job.main.summary).toMatch(/### ⏭️ .*recent enough[\s\S]*updated 10 min ago/)
  expect(stage.requestsOf('RunProject')).toEqual([])
  expect(stage.requestsOf('CancelRun')).toEqual([])
})

story('a re-run job always starts a run', { project: fresh }, async (stage) => {
  const job = await stage.play({ with: refresh, github: { runAttempt: '2' } })
  expect(resultOf(job)).toMatchObject({ conclusion: 'success' })
  expect(job.log).toContain("This is a re-run. Ignoring 'skip-if-newer-than' and starting a run.")
  expect(stage.requestsOf('RunProject')).toHaveLength(1)
})
