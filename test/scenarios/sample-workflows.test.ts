import { describe, expect, test, vi } from 'vitest'
import { allSamples, mappingOf, ourSteps, type Sample, yamlOf } from '../docs/samples.ts'
import { startGitHubSimulator } from '../github-simulator/server.ts'
import { sampleGitHubToken } from '../github-simulator/world.ts'
import { sampleToken } from '../hex-simulator/auth.ts'
import { sampleProjectIds } from '../hex-simulator/sample-workspace.ts'
import { requestViolations } from '../hex-simulator/schema.ts'
import { startHexSimulator } from '../hex-simulator/server.ts'
import { churnChart, headSha, pullRequestEvent, revenueChart, warningsOf } from './reports-stage.ts'
import { runWorkflow } from './workflow.ts'

/**
 * The samples of the README and of `docs/`, played whole. Those of docs/companions.md have tests of what they do, in
 * `cancel-recipes.test.ts` and `request-recipes.test.ts`.
 */
const samples = allSamples().filter(
  (sample) => !sample.place.startsWith('docs/companions') && ourSteps(sample).length > 0,
)

const plan = { pendingMs: 20, runningMs: 50 }
/** Named in the samples by the end of their apps' addresses. */
const others = [
  '019a26ea-83df-7003-a89d-abc76d32842e',
  '019814d7-a5f1-7008-b413-872974a7a308',
  '0199f2c4-6e1b-7c58-a3d7-52e8b0947f16',
]
const projects = [
  sampleProjectIds.nightlyRevenue,
  sampleProjectIds.pullRequestCheck,
  ...others,
].map((id) => ({
  id,
  plans: [plan],
  cells: [revenueChart, churnChart].map((staticId) => ({ staticId, cellType: 'CHART', label: '' })),
}))

describe.concurrent('sample workflows', () => {
  test.for(samples)(
    '$place runs, and its runs complete',
    { timeout: 60_000 },
    async (sample, { onTestFinished }) => {
      const hex = await startHexSimulator({ projects, limits: 'off' })
      const gitHub = await startGitHubSimulator({
        pulls: [{ number: 7, headSha, headBranch: 'new-model' }],
      })
      onTestFinished(async () => {
        await hex.close()
        await gitHub.close()
      })
      hex.world.addRun(sampleProjectIds.nightlyRevenue, { trigger: 'SCHEDULED', plan })
      const followed = hex.world.addRun(sampleProjectIds.pullRequestCheck, { trigger: 'API', plan })

      const jobs = await runWorkflow(workflowOf(sample, hex.url), {
        hexUrl: hex.url,
        secrets: { HEX_API_TOKEN: sampleToken },
        vars: {
          HEX_REVENUE_PROJECT: sampleProjectIds.nightlyRevenue,
          HEX_CLOSING_PROJECT: sampleProjectIds.nightlyRevenue,
          HEX_CHECK_PROJECT: sampleProjectIds.pullRequestCheck,
          HEX_BASE_URL: hex.url,
        },
        inputs: {
          schema: 'prod',
          timeout: '45m',
          'project-id': sampleProjectIds.nightlyRevenue,
          'run-id': followed.id,
        },
        defaults: { 'poll-interval': '1s' },
        otherScripts: 'succeed',
        step: {
          githubToken: sampleGitHubToken.value,
          github: {
            ...eventOf(sample),
            headRef: 'new-model',
            apiUrl: gitHub.url,
            serverUrl: gitHub.url,
          },
        },
      })

      expect(requestViolations(hex.world.requests())).toEqual([])
      const reports = jobs.flatMap(({ steps }) => steps.flatMap(({ report }) => report ?? []))
      expect(jobs.map(({ result }) => result)).toEqual(jobs.map(() => 'success'))
      expect(reports.length).toBeGreaterThanOrEqual(ourSteps(sample).length)
      expect(reports.flatMap(warningsOf)).toEqual([])
      // A run that nobody waited for may need a moment.
      await vi.waitFor(() =>
        expect(hex.world.runs().filter(({ status }) => status !== 'COMPLETED')).toEqual([]),
      )
      expect(gitHub.violations()).toEqual([])
      if (sample.text.includes('pr-comment: true')) expect(gitHub.world.comments).toHaveLength(1)
      if (sample.text.includes('check-name:'))
        expect(gitHub.world.checkRuns).toMatchObject([{ headSha, conclusion: 'success' }])
    },
  )
})

/** The sample as a workflow, with the simulated Hex in the place of the hosts that it names. */
function workflowOf(sample: Sample, hexUrl: string) {
  const text = sample.text.replaceAll(/https:\/\/(app|eu)\.hex\.tech/g, hexUrl)
  const value = yamlOf({ ...sample, text })
  return Array.isArray(value) ? { jobs: { sample: { steps: value } } } : mappingOf(value)
}

const { pull_request: pull, ...facts } = pullRequestEvent()
const pullRequest = { ...facts, pull_request: { ...pull, title: 'Count orders once' } }

/** What has happened where the sample's workflow runs. */
function eventOf(sample: Sample) {
  if (!sample.text.includes('workflow_run:'))
    return { eventName: 'pull_request', event: pullRequest }
  const workflowRun = {
    event: 'pull_request',
    conclusion: 'success',
    head_sha: headSha,
    head_branch: 'new-model',
    head_repository: { owner: { login: 'octo-org' } },
    pull_requests: [],
  }
  return { eventName: 'workflow_run', event: { workflow_run: workflowRun } }
}
