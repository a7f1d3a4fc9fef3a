import { resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import { type GitHubSimulator, startGitHubSimulator } from '../github-simulator/server.ts'
import { sampleGitHubToken, type WorldOptions } from '../github-simulator/world.ts'
import { sampleToken } from '../hex-simulator/auth.ts'
import { type HexSimulator, startHexSimulator } from '../hex-simulator/server.ts'
import type { GitHubFacts, JobReport, StepRequest } from '../runner-host/contract.ts'
import { playStep } from './play-step.ts'

/** The project that the stories run, and its charts. */
export const projectId = '0197c3a1-5d20-7b41-9e0f-4a7c21d35b68'
export const revenueChart = 'b3c1f0de-77a4-4c0e-9f43-2a6d5e8b9011'
export const churnChart = '5f2e9a60-13cb-4d17-8e2f-bb7c0d4a6e22'
export const codeCell = '8a90c4d2-e561-4b3a-a7f8-119e3c5d7f33'

/** The head of pull request 7; GITHUB_SHA is its merge commit. */
export const headSha = '5e1f0c7a9b3d4826a1c4e7f0b2d59683c7a8e4f1'
export const mergeSha = 'c0ffee00d1ce4b6f8a97e5d3c1b0a9f8e7d6c5b4'

/** Both services, and a step between them. */
export interface Stage {
  readonly hex: HexSimulator
  readonly gitHub: GitHubSimulator
  /** Runs the packaged action on pull request 7, unless the changes say otherwise. */
  readonly run: (inputs: Readonly<Record<string, unknown>>, changes?: Changes) => Promise<JobReport>
}

export interface Changes extends Omit<Partial<StepRequest>, 'github'> {
  readonly github?: Partial<GitHubFacts>
}

interface StageOptions extends WorldOptions {
  /** How the project's runs go, one after the other; the last one repeats. */
  readonly plans?: NonNullable<Parameters<typeof startHexSimulator>[0]>['projects'] extends
    | ReadonlyArray<infer Project>
    | undefined
    ? Project extends { readonly plans?: infer Plans }
      ? Plans
      : never
    : never
}

/** Starts both simulators; they end with the test. */
export async function setStage({ plans, ...options }: StageOptions = {}): Promise<Stage> {
  const hex = await startHexSimulator({
    limits: 'off',
    projects: [
      {
        id: projectId,
        title: 'Nightly revenue dashboard',
        cells: [
          { staticId: revenueChart, cellType: 'EXPLORE', label: 'Revenue' },
          { staticId: churnChart, cellType: 'CHART', label: 'Churn' },
          { staticId: codeCell, cellType: 'CODE', label: 'Forecast' },
        ],
        plans: plans ?? [{ pendingMs: 20, runningMs: 50 }],
      },
    ],
  })
  const gitHub = await startGitHubSimulator({
    pulls: [{ number: 7, headSha, headBranch: 'new-model' }],
    commits: [mergeSha],
    ...options,
  })
  onTestFinished(async () => {
    await hex.close()
    await gitHub.close()
  })
  return {
    hex,
    gitHub,
    run: (inputs, { github, ...changes } = {}) =>
      playStep({
        actionDir: resolve(import.meta.dirname, '../..'),
        with: {
          token: sampleToken,
          'project-id': projectId,
          'base-url': hex.url,
          'poll-interval': '1s',
          ...inputs,
        },
        githubToken: sampleGitHubToken.value,
        machineEnv: { PATH: process.env['PATH'] ?? '' },
        ...changes,
        github: {
          eventName: 'pull_request',
          event: pullRequestEvent(),
          ref: 'refs/pull/7/merge',
          sha: mergeSha,
          headRef: 'new-model',
          baseRef: 'main',
          apiUrl: gitHub.url,
          serverUrl: gitHub.url,
          ...github,
        },
      }),
  }
}

/** For stories in which the run's own end does not matter: the step ends as soon as Hex took the start. */
export const quick = { wait: false }

/** The payload of `pull_request`, as far as it matters here. */
export function pullRequestEvent(from = 'octo-org/analytics') {
  return {
    action: 'synchronize',
    number: 7,
    pull_request: { number: 7, head: { sha: headSha, repo: { full_name: from } } },
    repository: { default_branch: 'main' },
  }
}

/** The warnings of the main stage, title and message. */
export function warningsOf({ main }: JobReport): ReadonlyArray<string> {
  return main.annotations
    .filter(({ type }) => type === 'warning')
    .map(({ title, message }) => `${title}: ${message}`)
}
