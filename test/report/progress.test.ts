import { expect, test } from 'vitest'
import { createProgress, createWaits } from '../../src/report/progress.ts'
import { durationInWords, roughDuration } from '../../src/report/words.ts'
import type { RunEvent } from '../../src/run/plan.ts'
import { runId, runUrl } from './outcomes.ts'

const started: RunEvent = { kind: 'started', run: { runId, runUrl }, attempt: 1, adopted: false }
const trouble = { text: 'GET /v1/x: 500. Oops.' }
const polled = (status: string): RunEvent => ({ kind: 'polled', run: { runId, status } })

test("the run's URL is the first line of the log, then the facts about its project", () => {
  expect(
    told([
      [0, { kind: 'project', title: 'Daily revenue' }],
      [0, { kind: 'typical', typicalMs: 180_000, latestMs: 600_000, fromRuns: 5 }],
      [1_000, started],
    ]),
  ).toEqual([
    runUrl,
    "Project: Daily revenue. The project's last 5 completed runs took about 3 min each.",
  ])
})

test('a run without a URL is named by its ID, and an unknown project has no line', () => {
  expect(told([[0, { ...started, run: { runId } }]])).toEqual([`Run ${runId}`])
})

test('a run that was found after a lost response is marked', () => {
  expect(told([[0, { ...started, adopted: true }]])).toEqual([
    runUrl,
    "The response to the start request was lost. This is the project's only new run, so it is assumed to be this step's run.",
  ])
})

test('each change is logged once, with signs of life in between', () => {
  expect(
    told([
      [0, { kind: 'typical', typicalMs: 180_000, latestMs: 600_000, fromRuns: 5 }],
      [0, started],
      [2_000, polled('PENDING')],
      [4_000, polled('PENDING')],
      [6_000, polled('RUNNING')],
      [36_000, polled('RUNNING')],
      [66_000, polled('RUNNING')],
      [96_000, polled('RUNNING')],
      [126_000, polled('COMPLETED')],
    ]),
  ).toEqual([
    runUrl,
    "The project's last 5 completed runs took about 3 min each.",
    'PENDING, 2 s after the start',
    'RUNNING, 6 s after the start',
    "still RUNNING, 1 min 6 s after the start (the project's last 5 completed runs took about 3 min each)",
    'COMPLETED, 2 min 6 s after the start',
  ])
})

test('an unknown status is marked', () => {
  expect(
    told([
      [0, started],
      [2_000, polled('PAUSED')],
    ])[1],
  ).toBe('PAUSED (unknown status, still waiting), 2 s after the start')
})

test('an hour of polls fills at most one screen', () => {
  const polls = Array.from({ length: 720 }, (_, index): [number, RunEvent] => [
    (index + 1) * 5_000,
    polled('RUNNING'),
  ])

  const lines = told([[0, started], ...polls])

  expect(lines.length).toBeGreaterThan(15)
  expect(lines.length).toBeLessThan(30)
  expect(lines.at(-1)).toBe('still RUNNING, 58 min after the start')
})

test("a status that can't be read is logged at the start, rarely in between, and at the end", () => {
  const failed: RunEvent = { kind: 'poll-failed', trouble, forMs: 1 }
  const failures = Array.from({ length: 100 }, (_, index): [number, RunEvent] => [
    10_000 + index * 2_000,
    failed,
  ])

  const lines = told([
    [0, started],
    [2_000, polled('RUNNING')],
    ...failures,
    [300_000, polled('RUNNING')],
    [302_000, polled('RUNNING')],
  ])

  const sentence = `Could not read the run's status; retrying. The run is not affected. ${trouble.text}`
  expect(lines).toEqual([
    runUrl,
    'RUNNING, 2 s after the start',
    ...Array.from({ length: 4 }, () => sentence),
    'Hex is responding again.',
    'still RUNNING, 5 min after the start',
  ])
})

test('the times of a followed run count from the start of this step', () => {
  expect(
    told([
      [0, { kind: 'project', title: 'Daily revenue' }],
      [0, { kind: 'typical', typicalMs: 30_000, latestMs: 600_000, fromRuns: 2 }],
      [1_000, { kind: 'following', run: { runId, runUrl, status: 'PENDING' } }],
      [3_000, polled('RUNNING')],
    ]),
  ).toEqual([
    runUrl,
    `Following run ${runId} of Daily revenue. The project's last 2 completed runs took about 30 s each.`,
    'RUNNING, followed for 2 s',
  ])
})

test('the URL of a followed run comes first, even if only its first status has it', () => {
  const following: RunEvent = { kind: 'following', run: { runId, status: '' } }
  const seen: RunEvent = { kind: 'polled', run: { runId, runUrl, status: 'RUNNING' } }

  expect(
    told([
      [0, following],
      [0, seen],
    ]),
  ).toEqual([runUrl, `Following run ${runId}.`, 'RUNNING, followed for less than 1 s'])
  expect(
    told([
      [0, following],
      [0, { kind: 'poll-failed', trouble, forMs: 1 }],
      [2_000, seen],
    ]),
  ).toMatchObject([
    `Following run ${runId}.`,
    expect.stringContaining(trouble.text),
    expect.any(String),
    expect.any(String),
  ])
})

test('the end of a run has the duration that Hex reports, as in all other reports', () => {
  const completed = { runId, status: 'COMPLETED', elapsedMs: 2_000 }

  expect(
    told([
      [0, started],
      [5_000, { kind: 'polled', run: completed }],
    ]).at(-1),
  ).toBe('COMPLETED after 2 s')
})

test.each([
  [
    'kernel',
    'All kernels are in use. Waiting for a free kernel. Retrying in 45 s. GET /v1/x: 500. Oops.',
  ],
  ['rate-limit', "Hex's rate limit was exceeded. Retrying in 45 s. GET /v1/x: 500. Oops."],
  ['connection', 'Hex could not be reached. Retrying in 45 s. GET /v1/x: 500. Oops.'],
  ['hex', 'Hex is temporarily unavailable. Retrying in 45 s. GET /v1/x: 500. Oops.'],
] as const)('waiting for %s logs the time until the next retry', (why, line) => {
  expect(told([[0, { kind: 'waiting', why, waitMs: 45_000, trouble }]])).toEqual([line])
})

test('a repeated wait is logged once per minute, another one at once', () => {
  const waiting = (why: 'kernel' | 'hex'): RunEvent => ({
    kind: 'waiting',
    why,
    waitMs: 30_000,
    trouble,
  })
  const lines = told([
    [0, waiting('kernel')],
    [30_000, waiting('kernel')],
    [59_999, waiting('kernel')],
    [60_000, waiting('kernel')],
    [61_000, waiting('hex')],
    [62_000, waiting('kernel')],
    [63_000, started],
    [64_000, waiting('kernel')],
  ])

  expect(lines.filter((line) => line.startsWith('All kernels'))).toHaveLength(4)
  expect(lines).toHaveLength(6)
})

test('every other event is logged at once', () => {
  expect(
    told([
      [
        0,
        { kind: 'no-kernel', run: { runId, status: 'UNABLE_TO_ALLOCATE_KERNEL' }, waitMs: 40_000 },
      ],
      [0, { kind: 'again', run: { runId, status: 'ERRORED' }, attempt: 2, maxAttempts: 3 }],
      [0, { kind: 'response-lost', trouble }],
      [0, { kind: 'searched', candidates: 0 }],
      [0, { kind: 'searched', candidates: 0 }],
      [0, { kind: 'searched', candidates: 1 }],
      [0, { kind: 'searched', candidates: 1 }],
      [0, { kind: 'searched', candidates: 2 }],
      [0, { kind: 'note', text: 'A note.' }],
      [0, { kind: 'note', text: 'A note.', trouble }],
      [0, { kind: 'cancelling', runId, why: 'abort' }],
      [0, { kind: 'cancelling', runId, why: 'fail-fast' }],
      [0, { kind: 'cancelling', runId, why: 'timeout', timeoutMs: 3_600_000 }],
      [0, { kind: 'cancelling', runId, why: 'lost-contact' }],
    ]),
  ).toEqual([
    `No kernel was available for run ${runId}. Starting a new run in 40 s.`,
    `Run ${runId} failed. Starting attempt 2 of 3.`,
    `The response to the start request was lost. Searching for the run. ${trouble.text}`,
    "The project's list of runs does not contain the run yet. Checking again.",
    'Found one new run of the project. Checking that there is only one.',
    'Found 2 new runs of the project.',
    'A note.',
    `A note. ${trouble.text}`,
    `Cancelling run ${runId}: this step was stopped.`,
    `Cancelling run ${runId}: another run failed, and 'fail-fast' is set.`,
    `Cancelling run ${runId}: the timeout of 1 h has expired.`,
    `Cancelling run ${runId}: the run's status can no longer be read.`,
  ])
})

test.each([
  [-5, 'less than 1 s'],
  [499, 'less than 1 s'],
  [500, '1 s'],
  [59_499, '59 s'],
  [60_000, '1 min'],
  [192_000, '3 min 12 s'],
  [600_000, '10 min'],
  [605_000, '10 min'],
  [3_599_000, '1 h'],
  [3_560_000, '59 min'],
  [629_000, '10 min'],
  [630_000, '11 min'],
  [599_499, '9 min 59 s'],
  [3_600_000, '1 h'],
  [3_900_000, '1 h 5 min'],
  [90_000_000, '25 h'],
  [172_800_000, '2 days'],
  [183_600_000, '2 days 3 h'],
])('%d ms are %s', (ms, words) => {
  expect(durationInWords(ms)).toBe(words)
})

test.each([
  [0, 'less than 1 s'],
  [2_100, '2 s'],
  [42_400, '42 s'],
  [76_000, '1 min 20 s'],
  [180_000, '3 min'],
  [1_234_000, '21 min'],
  [5_390_000, '1 h 30 min'],
])('%d ms are roughly %s', (ms, words) => {
  expect(roughDuration(ms)).toBe(words)
})

/** The lines for these events and their times. */
function told(story: ReadonlyArray<readonly [number, RunEvent]>): ReadonlyArray<string> {
  const progress = createProgress()
  return story.flatMap(([nowMs, event]) => progress(event, nowMs))
}

const running = polled('RUNNING')
const waiting = (why: 'kernel' | 'rate-limit'): RunEvent => ({
  kind: 'waiting',
  why,
  waitMs: 30_000,
  trouble: { text: '503' },
})

function waitedIn(events: ReadonlyArray<readonly [atSeconds: number, event: RunEvent]>): string {
  const waits = createWaits()
  for (const [at, event] of events) waits.note(event, at * 1_000)
  return waits.sentence(600_000)
}

test.each<[string, string, ReadonlyArray<readonly [number, RunEvent]>]>([
  [
    'an ordinary run waits for nothing',
    '',
    [
      [1, started],
      [3, running],
    ],
  ],
  [
    'a retry of a few seconds is not mentioned',
    '',
    [
      [0, waiting('kernel')],
      [9, started],
    ],
  ],
  [
    'a queue for a kernel is one wait, however often the start is retried',
    'Waited 6 min for a kernel.',
    [
      [0, waiting('kernel')],
      [180, waiting('kernel')],
      [360, started],
    ],
  ],
  [
    'a wait ends with the next good response, and waits for the same reason add up',
    "Waited 40 s for Hex's rate limit and 1 min for a kernel.",
    [
      [0, started],
      [10, waiting('rate-limit')],
      [30, running],
      [100, waiting('rate-limit')],
      [120, running],
      [200, waiting('kernel')],
      [260, started],
    ],
  ],
  [
    'a wait without a good response lasts until the end',
    'Waited 9 min for a kernel.',
    [[60, waiting('kernel')]],
  ],
])('%s', (_, expected, events) => {
  expect(waitedIn(events)).toBe(expected)
})
