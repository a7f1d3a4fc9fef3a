import { expect, test } from 'vitest'
import { leftoverReport, whyLeft } from '../../src/report/leftover.ts'
import { type ShownSettings, summaryOf } from '../../src/report/summary.ts'
import type { Entry } from '../../src/run/journal.ts'
import type { Leftover } from '../../src/run/leftovers.ts'
import { completedRun, outcomeWith, projectId, runId, runlessWith, runUrl } from './outcomes.ts'
import { factsOf, linksOf, visibleText } from './reading.ts'

const plain: ShownSettings = {
  parameterNames: [],
  updatesPublishedResults: false,
  usesSqlCache: true,
}
const running = { runId, runUrl, status: 'RUNNING' }
const trouble = { text: 'GET /v1/x: 500. Oops.', traceId: 't-9' }

test('a completed run: the result, the link, the facts', () => {
  const earlierRuns = [
    { runId: 'first', runUrl: 'https://app.hex.tech/run/first', status: 'ERRORED' },
  ]
  const cleared = [
    { run: { runId: 'other', status: 'KILLED', runTrigger: 'API' }, result: 'cancelled' },
  ] as const
  expect(
    summaryOf(outcomeWith({ typicalMs: 60_000, attempt: 2, earlierRuns, cleared }), {
      parameterNames: ['schema', 'a|b'],
      updatesPublishedResults: true,
      usesSqlCache: false,
    }),
  ).toBe(`### ✅ Daily revenue: the run completed in 1 min 30 s

**[Open the run in Hex](${runUrl})**

| Status | Duration | Version | Attempts | Parameters | Published results | SQL cache |
| :-- | :-- | :-- | :-- | :-- | :-- | :-- |
| \`COMPLETED\` | 1\u00a0min\u00a030\u00a0s<br>usually\u00a01\u00a0min | 12 | [1](https://app.hex.tech/run/first), [2](${runUrl}) | \`schema\`, <code>a\\|b</code> | updated by this run | not used |

Other active runs that \`cancel-active\` found:

- \`other\` (trigger API) was cancelled

<details><summary>Details</summary>

|  |  |
| :-- | :-- |
| Conclusion | success (completed) |
| Project | Daily revenue, ${projectId} |
| Version | 12 |
| Run | ${runId} |
| URL | \`${runUrl}\` |
| Status | \`COMPLETED\` |
| Started | 2026-03-01 12:00:00 UTC |
| Ended | 2026-03-01 12:01:30 UTC |
| Attempt | 2 |
| Trace ID | t-1 |
| This step | 1 min 40 s |

</details>
`)
})

test('a failed run: an alert below the result says what to do, with the link below it', () => {
  const outcome = outcomeWith({
    conclusion: 'timed_out',
    reason: 'timed_out',
    run: running,
    timeoutMs: 60_000,
    stop: { kind: 'left' },
    trouble,
  })

  expect(
    summaryOf(outcome, plain),
  ).toContain(`### ⏰ Daily revenue: the run did not end within the timeout of 1 min

> [!CAUTION]
> The run was not cancelled and may still be running.
>
> If the run needs more time, increase 'timeout', and make sure that the job's 'timeout-minutes' is higher.
>
> GET /v1/x: 500. Oops.

**[Open the run in Hex](${runUrl})**

| Status |`)
})

test('unknown facts have no rows, and an unknown run no link', () => {
  const summary = summaryOf(runlessWith({ reason: 'start_refused', trouble }), plain)

  expect(linksOf(summary)).toEqual([])
  expect(factsOf(summary)).toEqual([
    ['Conclusion', 'failure (start_refused)'],
    ['Project', `Daily revenue, ${projectId}`],
    ['Trace ID', 't-9'],
    ['This step', '1 min 40 s'],
  ])
})

test('invalid inputs are a list of corrections, without an empty table', () => {
  const detail = "'token': The token is empty.\n'timeout': \"30\" has no unit."
  const { projectTitle: _, ...outcome } = runlessWith({
    reason: 'invalid_input',
    projectId: '',
    detail,
  })

  expect(
    summaryOf(outcome, plain),
  ).toBe(`### ❌ Nothing was sent to Hex, because the inputs are invalid

> [!CAUTION]
> 'token': The token is empty.
>
> 'timeout': "30" has no unit.
`)
})

test.each([
  ['success', '✅'],
  ['detached', '🚀'],
  ['dry_run', '🧪'],
  ['cancelled', '🚫'],
  ['timed_out', '⏰'],
  ['failure', '❌'],
] as const)('%s begins with %s', (conclusion, icon) => {
  expect(summaryOf(outcomeWith({ conclusion }), plain)).toMatch(
    new RegExp(`^### ${icon} Daily revenue: `),
  )
})

test('a cancelled run is a warning, and the advice for a successful one is next to the link', () => {
  const cancelled = outcomeWith({
    conclusion: 'cancelled',
    reason: 'aborted',
    run: running,
    stop: { kind: 'accepted' },
  })
  const detached = outcomeWith({ conclusion: 'detached', reason: 'detached', run: running })

  expect(summaryOf(cancelled, plain)).toContain('> [!WARNING]\n> Hex accepted the cancellation')
  expect(summaryOf(detached, plain)).toContain(
    `**[Open the run in Hex](${runUrl})** · The step does not wait for the run to end ('wait: false').`,
  )
})

test('a saved view replaces the parameters', () => {
  const facts = factsOf(summaryOf(outcomeWith(), { ...plain, viewId: 'v|1' }))

  expect(facts).toContainEqual(['Parameters', 'from the saved view v|1'])
})

test('only the first of many parameters are named', () => {
  const parameterNames = ['', ...Array.from({ length: 10_000 }, (_, index) => `p${index}`)]
  const [, names] =
    factsOf(summaryOf(outcomeWith(), { ...plain, parameterNames })).find(
      ([name]) => name === 'Parameters',
    ) ?? []

  expect(names).toMatch(/^\(blank\), p0, p1, .*, p48, and 9951 more$/)
})

test('invalid times are left out', () => {
  const run = { ...completedRun, startTime: 'yesterday' }

  expect(factsOf(summaryOf(outcomeWith({ run }), plain)).map(([name]) => name)).not.toContain(
    'Started',
  )
})

test("a long summary stays below GitHub's limit", () => {
  const candidates = Array.from({ length: 30_000 }, (_, index) => ({
    runId: `r-${index}`,
    status: 'PENDING',
  }))
  const detail = `${'é'.repeat(1_000)}\n`.repeat(2_000)
  const summaries = [
    summaryOf(runlessWith({ reason: 'start_unknown', candidates }), plain),
    summaryOf(runlessWith({ reason: 'invalid_input', detail }), plain),
    summaryOf(outcomeWith({ projectTitle: 'x'.repeat(2_000_000) }), plain),
  ]

  for (const summary of summaries) expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1_048_576)
  expect(summaries[1]).toMatch(
    /^### ❌[\s\S]*> \[!NOTE\]\n> The rest did not fit and was omitted\.\n$/,
  )
})

const started: Entry = { phase: 'started', projectId, runId, runUrl }
const leaving = whyLeft({ jobStatus: 'failure', wasStopped: false, hasEnded: false })
const killed = 'The main step was killed.'

test.each<[string, Leftover, boolean, string]>([
  [
    'a run that had already ended',
    { kind: 'ended', run: completedRun },
    false,
    `${killed} Its run had already ended (COMPLETED). ${runUrl}`,
  ],
  [
    'a run that was cancelled',
    {
      kind: 'cancelled',
      run: { ...running, status: 'KILLED' },
      stop: { kind: 'ended' },
      adopted: false,
    },
    false,
    `${killed} Its run was cancelled and ended with the status KILLED. ${runUrl}`,
  ],
  [
    'a cancel without a confirmed end',
    { kind: 'cancelled', run: running, stop: { kind: 'accepted' }, adopted: true },
    true,
    `${killed} The project's only new run is assumed to be this step's run. It is being cancelled and may still be running. Check the run in Hex. ${runUrl}`,
  ],
  [
    'a cancel that failed',
    { kind: 'cancelled', run: running, stop: { kind: 'failed', trouble }, adopted: false },
    true,
    `${killed} Its run could not be cancelled and may still be running. Stop the run in Hex. GET /v1/x: 500. Oops. ${runUrl}`,
  ],
  [
    'no run found',
    { kind: 'unclear', runs: [] },
    false,
    `${killed} A run of project ${projectId} was about to start. No new run was found, so no run needs to be cancelled.`,
  ],
  [
    'several runs',
    { kind: 'unclear', runs: [running, { runId: 'r-2', status: 'PENDING' }] },
    true,
    `${killed} A run of project ${projectId} was starting. It may be one of these runs, which were not cancelled. Check them in Hex, and stop the run if this step started it. ${runUrl} run r-2`,
  ],
  [
    'the search failed',
    { kind: 'unseen', trouble },
    true,
    `${killed} A run of project ${projectId} was starting. It is not clear whether Hex created the run. Check the project's runs in Hex. GET /v1/x: 500. Oops.`,
  ],
  [
    'no time for the search',
    { kind: 'unseen' },
    true,
    `${killed} A run of project ${projectId} was starting. It is not clear whether Hex created the run. Check the project's runs in Hex.`,
  ],
])('a leftover of a killed step: %s', (_, leftover, warning, line) => {
  const report = leftoverReport(leftover, started, leaving)

  expect(report).toMatchObject({ level: warning ? 'warning' : 'notice', line })
  expect(report.markdown).toMatch(warning ? /^⚠️ / : /^🧹 /)
  const words = line.replace(` ${runUrl}`, '').replace(' run r-2', '')
  expect(
    visibleText(report.markdown.split('\n')[0] ?? '')
      .slice(3)
      .trim(),
  ).toBe(words)
  expect(linksOf(report.markdown)).toEqual(line.includes(runUrl) ? [runUrl] : [])
})

test('candidates are links with their IDs in one sentence', () => {
  const candidates = [
    { ...running, runId: 'r-1', runUrl: 'https://app.hex.tech/acme/run/r-1' },
    { ...running, runId: 'r-2', runUrl: 'https://app.hex.tech/acme/run/r-2' },
  ]
  const summary = summaryOf(runlessWith({ reason: 'start_unknown', candidates }), plain)

  expect(summary).toContain(
    '> The run may be one of these, which were not cancelled: ' +
      '[`r-1`](https://app.hex.tech/acme/run/r-1), [`r-2`](https://app.hex.tech/acme/run/r-2). ' +
      'Check them in Hex before you re-run the job.\n',
  )
})
