/**
 * `node scripts/summary-stories.ts [folder]`: plays eight stories on the simulated services and renders their job
 * summaries (of the last one the pull request comment too) as GitHub shows them, light and dark, narrow and wide,
 * to be looked at. Needs an installed Chromium. Writes below the folder, by default one in the temporary folder.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { commitFiles } from '../src/github/branch-files.ts'
import { createCaller } from '../src/github/call.ts'
import { connectGitHub } from '../src/github/connect.ts'
import { openRepository } from '../src/github/repository.ts'
import { pictureAddress, withFileNames } from '../src/report/charts.ts'
import { commentBody } from '../src/report/comment.ts'
import type { ShownPicture } from '../src/report/pictures.ts'
import { systemClock } from '../src/runner/clock.ts'
import { type GitHubSimulator, startGitHubSimulator } from '../test/github-simulator/server.ts'
import { sampleGitHubToken } from '../test/github-simulator/world.ts'
import { sampleProjectIds } from '../test/hex-simulator/sample-workspace.ts'
import { type Played, playStory, type Story, summaryOfPlayed } from './pictures/play.ts'
import { screenshot } from './render/screenshot.ts'
import { renderSummary, type Theme } from './render/summary.ts'

const nightly = { 'project-id': sampleProjectIds.nightlyRevenue }
const pullRequest = { 'project-id': sampleProjectIds.pullRequestCheck }
const usual = { pendingMs: 4_000, runningMs: 192_000 }
const charts = `Net revenue by region: b3c1f0de-77a4-4c0e-9f43-2a6d5e8b9011
Churn: 5f2e9a60-13cb-4d17-8e2f-bb7c0d4a6e22`

const stories: ReadonlyArray<Story> = [
  {
    name: '1-completed-with-charts',
    job: 'refresh-revenue',
    with: { ...nightly, charts, 'charts-size': '900x420', 'update-published-results': 'true' },
    plans: [usual],
  },
  {
    name: '2-errored',
    job: 'check-orders',
    with: { ...pullRequest, 'input-params': '{"schema": "pr_123", "sample_rows": 5000}' },
    plans: [{ pendingMs: 3_000, runningMs: 47_000, end: 'ERRORED' }],
  },
  {
    name: '3-kernel-queue-then-completed',
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
    name: '4-timed-out',
    job: 'refresh-revenue',
    with: { ...nightly, timeout: '30m' },
    plans: [{ pendingMs: 4_000, end: 'never', cancelTakesMs: 3_000 }],
  },
  {
    name: '5-aborted',
    job: 'refresh-revenue',
    with: nightly,
    plans: [{ ...usual, cancelTakesMs: 800 }],
    cancelAfterMs: 71_000,
  },
  {
    name: '6-several-mixed',
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
  },
  {
    name: '7-dry-run',
    job: 'check-orders',
    with: { ...pullRequest, 'dry-run': 'true' },
    plans: [],
  },
  {
    name: '8-lost-answer-adopted',
    job: 'refresh-revenue',
    with: nightly,
    plans: [usual],
    faults: [{ operation: 'RunProject', kind: 'reset', effect: 'at-receipt' }],
  },
]

const folder = resolve(process.argv[2] ?? join(tmpdir(), 'hex-run-action-summaries'))
mkdirSync(folder, { recursive: true })
const gitHub = await startGitHubSimulator()
try {
  for (const story of stories) {
    const played = await playStory(story)
    const pictures = await committed(played, gitHub)
    await show(story.name, story.job, summaryOfPlayed(played, pictures))
    if (pictures.length > 0)
      await show(`${story.name}-comment`, 'comment', comment(played, pictures))
  }
} finally {
  await gitHub.close()
}

async function show(name: string, title: string, markdown: string) {
  writeFileSync(join(folder, `${name}.md`), markdown)
  for (const theme of ['light', 'dark'] satisfies ReadonlyArray<Theme>) {
    for (const widthPx of [400, 1_000]) {
      const page = join(folder, `${name}-${theme}-${widthPx}.html`)
      writeFileSync(page, renderSummary(markdown, { title, theme, widthPx }))
      await screenshot(page, page.replace(/html$/, 'png'), { widthPx, deviceScaleFactor: 1 })
    }
  }
  console.log(join(folder, name))
}

/** The pictures on a branch of the simulated GitHub, which serves them to the browser. */
async function committed(
  { pictures }: Played,
  { url }: GitHubSimulator,
): Promise<ReadonlyArray<ShownPicture>> {
  if (pictures.length === 0) return []
  const send = await connectGitHub(sampleGitHubToken.value, url)
  const address = { owner: 'octo-org', repo: 'analytics', graphqlUrl: `${url}/graphql` }
  const named = withFileNames(pictures)
  const { sha, paths } = await commitFiles(
    openRepository(createCaller(send, systemClock), address),
    {
      branch: 'hex-charts',
      folder: 'hex-charts',
      files: named.map(({ fileName, bytes }) => ({ path: fileName, bytes })),
      message: 'Charts',
      keepDays: 30,
    },
    { clock: systemClock, random: Math.random },
    { signal: AbortSignal.timeout(30_000), untilMs: () => Number.POSITIVE_INFINITY },
  )
  return named.map((picture, index) => ({
    ...picture,
    address: pictureAddress(`${url}/octo-org/analytics`, sha, paths[index] ?? ''),
  }))
}

function comment({ outcomes }: Played, pictures: ReadonlyArray<ShownPicture>): string {
  const facts = (number: number) => ({
    useKey: 'example',
    outcomes: outcomes.slice(0, 1),
    pictures,
    headSha: `${number}e1f0c7a9b3d4826a1c4e7f0b2d59683c7a8e4f1`,
    workflowRun: { id: `165882149${number}`, number, attempt: 1 },
    atMs: Date.UTC(2025, 10, 21, 4, 3 + number),
    repositoryUrl: 'https://github.com/octo-org/analytics',
  })
  return commentBody(facts(2), commentBody(facts(1), undefined))
}
