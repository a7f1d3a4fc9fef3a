import { expect, test } from 'vitest'
import { annotationsOf } from '../../src/report/outputs.ts'
import { verdictLine, verdictOf } from '../../src/report/verdict.ts'
import type { Outcome } from '../../src/run/outcome.ts'
import { completedRun, outcomeWith, runId, runlessWith, runUrl } from './outcomes.ts'

const errored = { ...completedRun, status: 'ERRORED' }
const running = { runId, runUrl, status: 'RUNNING' }
const killed = { ...completedRun, status: 'KILLED' }
const trouble = {
  text: 'GET /v1/x: 500. Oops. Check status.hex.tech. (trace ID t-9)',
  traceId: 't-9',
}

test.each<[string, Outcome, string, ReadonlyArray<string>]>([
  ['completed', outcomeWith(), 'Daily revenue: the run completed in 1 min 30 s', []],
  [
    'completed, found after a lost response',
    outcomeWith({ adopted: true }),
    'Daily revenue: the run completed in 1 min 30 s',
    [
      "The response to the start request was lost. This is the project's only new run, so it is assumed to be this step's run.",
    ],
  ],
  [
    'completed, without times',
    outcomeWith({ run: { runId, status: 'COMPLETED' } }),
    'Daily revenue: the run completed',
    [],
  ],
  [
    'errored',
    outcomeWith({ conclusion: 'failure', reason: 'errored', run: errored }),
    'Daily revenue: the run failed after 1 min 30 s',
    ['Open the run in Hex to see which cell failed.'],
  ],
  [
    'completed before this step started',
    outcomeWith({ endedBefore: { isFromRerun: false } }),
    'Daily revenue: the run completed in 1 min 30 s',
    ['The run ended at 2026-03-01 12:01:30 UTC, before this step started.'],
  ],
  [
    'errored before this attempt of the job began',
    outcomeWith({
      conclusion: 'failure',
      reason: 'errored',
      run: errored,
      endedBefore: { isFromRerun: true },
    }),
    'Daily revenue: the run failed after 1 min 30 s',
    [
      'The run ended at 2026-03-01 12:01:30 UTC, before this step started.',
      "'Re-run failed jobs' reuses the outputs of the previous attempt, so 'run-id' may refer to a run from that attempt. To start a new run, use 'Re-run all jobs'.",
      'Open the run in Hex to see which cell failed.',
    ],
  ],
  [
    'killed',
    outcomeWith({ conclusion: 'failure', reason: 'killed', run: killed }),
    'Daily revenue: the run was stopped in Hex after 1 min 30 s',
    [
      'Someone cancelled the run in Hex, or Hex ended it. If this was not intended, re-run the job.',
    ],
  ],
  [
    'no kernel',
    outcomeWith({ conclusion: 'failure', reason: 'no_kernel', run: running, timeoutMs: 3_600_000 }),
    'Daily revenue: the run could not get a kernel',
    [
      "All kernels were in use until the timeout of 1 h expired. Stop runs that you do not need, or increase 'timeout'.",
    ],
  ],
  [
    'timed out and cancelled',
    outcomeWith({
      conclusion: 'timed_out',
      reason: 'timed_out',
      run: killed,
      timeoutMs: 5_400_000,
      stop: { kind: 'ended' },
    }),
    'Daily revenue: the run did not end within the timeout of 1 h 30 min',
    [
      'The run was cancelled and has stopped.',
      "If the run needs more time, increase 'timeout', and make sure that the job's 'timeout-minutes' is higher.",
    ],
  ],
  [
    'timed out while the status could not be read',
    outcomeWith({
      conclusion: 'timed_out',
      reason: 'timed_out',
      run: running,
      stop: { kind: 'left' },
      trouble,
    }),
    'Daily revenue: the run did not end within the timeout',
    [
      'The run was not cancelled and may still be running.',
      "If the run needs more time, increase 'timeout', and make sure that the job's 'timeout-minutes' is higher.",
      trouble.text,
    ],
  ],
  [
    'timed out long after its usual time',
    outcomeWith({
      conclusion: 'timed_out',
      reason: 'timed_out',
      run: running,
      typicalMs: 49_000,
      stop: { kind: 'ended' },
    }),
    'Daily revenue: the run did not end within the timeout',
    [
      'The run had already ended (RUNNING).',
      'Runs of this project usually take 49 s. Open the run to see what delayed it.',
    ],
  ],
  [
    'not started in time',
    runlessWith({ conclusion: 'timed_out', reason: 'not_started_in_time', trouble }),
    'Daily revenue: Hex did not start a run within the timeout',
    ['No run was started.', trouble.text],
  ],
  [
    'not started in time after a run that failed',
    runlessWith({ conclusion: 'timed_out', reason: 'not_started_in_time', attempt: 1 }),
    'Daily revenue: Hex did not start a run within the timeout',
    ['The previous run failed. No run was started after that.'],
  ],
  [
    'aborted before a start',
    runlessWith({ conclusion: 'cancelled', reason: 'aborted' }),
    'Daily revenue: cancelled before a run was started',
    ['No run was started.'],
  ],
  [
    'aborted between attempts',
    runlessWith({ conclusion: 'cancelled', reason: 'aborted', attempt: 2 }),
    'Daily revenue: cancelled before a run was started',
    ['The previous 2 runs failed. No run was started after that.'],
  ],
  [
    'aborted while the run was active',
    outcomeWith({
      conclusion: 'cancelled',
      reason: 'aborted',
      run: killed,
      stop: { kind: 'ended' },
    }),
    'Daily revenue: cancelled while the run was in progress',
    ['The run was cancelled and has stopped.'],
  ],
  [
    'aborted when the run had just completed',
    outcomeWith({ conclusion: 'cancelled', reason: 'aborted', stop: { kind: 'ended' } }),
    'Daily revenue: cancelled while the run was in progress',
    ['The run had already ended (COMPLETED).'],
  ],
  [
    'aborted, and the end is not confirmed',
    outcomeWith({
      conclusion: 'cancelled',
      reason: 'aborted',
      run: running,
      stop: { kind: 'accepted' },
    }),
    'Daily revenue: cancelled while the run was in progress',
    [
      "Hex accepted the cancellation, but the run may not have stopped yet. This action's post step cleans up and reports the result. If the post step does not run because the runner was shut down, check the run in Hex.",
    ],
  ],
  [
    'aborted, and the cancel failed',
    outcomeWith({
      conclusion: 'cancelled',
      reason: 'aborted',
      run: running,
      stop: { kind: 'failed', trouble },
    }),
    'Daily revenue: cancelled while the run was in progress',
    [
      "The action tried to cancel the run, but the run may not have stopped yet. This action's post step cleans up and reports the result. If the post step does not run because the runner was shut down, check the run in Hex.",
      `The cancellation has not succeeded so far: ${trouble.text}`,
    ],
  ],
  [
    'cancelled with the others',
    outcomeWith({
      conclusion: 'cancelled',
      reason: 'fail_fast',
      run: killed,
      stop: { kind: 'ended' },
    }),
    "Daily revenue: cancelled because another run failed ('fail-fast')",
    ['The run was cancelled and has stopped.'],
  ],
  [
    'cancelled with the others before a start',
    runlessWith({ conclusion: 'cancelled', reason: 'fail_fast' }),
    "Daily revenue: cancelled because another run failed ('fail-fast')",
    ['No run was started.'],
  ],
  [
    'not runnable',
    runlessWith({
      reason: 'not_runnable',
      detail: 'The project is archived. Unarchive it in Hex.',
    }),
    'Daily revenue: the project cannot run',
    ['The project is archived. Unarchive it in Hex.', 'No run was started.'],
  ],
  [
    'start refused',
    runlessWith({ reason: 'start_refused', trouble }),
    'Daily revenue: no run was started',
    [trouble.text],
  ],
  [
    'second start refused',
    runlessWith({ reason: 'start_refused', trouble, attempt: 1 }),
    'Daily revenue: no further run was started',
    ['The previous run failed. No run was started after that.', trouble.text],
  ],
  [
    'start unknown',
    runlessWith({ reason: 'start_unknown', trouble, candidates: [] }),
    'Daily revenue: a run may have been started',
    [
      `The response to the start request was lost: ${trouble.text}`,
      "No new run of the project was found. Check the project's runs in Hex before you re-run the job.",
    ],
  ],
  [
    'start unknown, with candidates',
    runlessWith({
      reason: 'start_unknown',
      attempt: 1,
      candidates: [running, { runId: 'r-2', status: 'PENDING' }],
    }),
    'Daily revenue: another run may have been started',
    [
      `The run may be one of these, which were not cancelled: ${runUrl}, run r-2. Check them in Hex before you re-run the job.`,
    ],
  ],
  [
    'a run to follow that was not found',
    outcomeWith({
      conclusion: 'failure',
      reason: 'run_not_found',
      run: { runId, status: '' },
      trouble,
      stop: { kind: 'left' },
    }),
    'Daily revenue: the run to follow was not found',
    [trouble.text],
  ],
  [
    'no status of a followed run at all',
    outcomeWith({
      conclusion: 'failure',
      reason: 'lost_contact',
      run: { runId, status: '' },
      trouble,
      stop: { kind: 'left' },
    }),
    "Daily revenue: the run's status could not be read",
    [trouble.text, 'The run was not cancelled and may still be running.'],
  ],
  [
    'lost contact',
    outcomeWith({
      conclusion: 'failure',
      reason: 'lost_contact',
      run: running,
      trouble,
      stop: { kind: 'accepted' },
    }),
    'Daily revenue: lost contact with the run',
    [trouble.text, 'Hex accepted the cancellation, but the run may still be running.'],
  ],
  [
    'detached',
    outcomeWith({ conclusion: 'detached', reason: 'detached', run: running }),
    'Daily revenue: the run was started',
    ["The step does not wait for the run to end ('wait: false')."],
  ],
  [
    'dry run',
    outcomeWith({ conclusion: 'dry_run', reason: 'dry_run', run: { runId, status: 'PENDING' } }),
    'Daily revenue: Hex accepted the request (dry run)',
    ['No run was started.'],
  ],
  [
    'invalid input',
    runlessWith({
      reason: 'invalid_input',
      projectId: '',
      detail: "'token': The token is empty.\n'wait': x",
    }),
    'Nothing was sent to Hex, because the inputs are invalid',
    ["'token': The token is empty.", "'wait': x"],
  ],
  [
    'a bug',
    outcomeWith({
      conclusion: 'failure',
      reason: 'internal_error',
      detail: 'TypeError: x',
      run: running,
      stop: { kind: 'left' },
    }),
    'Daily revenue: unexpected error in the action',
    [
      'TypeError: x',
      "This is a bug in the action. Report it in the action's repository, and include this line.",
      'The run was not cancelled and may still be running.',
    ],
  ],
])('%s', (_, outcome, headline, advice) => {
  expect(verdictOf(outcome)).toEqual({ headline, advice })
})

test.each([undefined, '', '  '])('a project without a title (%j) is named by its ID', (title) => {
  const { projectTitle: _, ...untitled } = outcomeWith()
  const outcome = title === undefined ? untitled : { ...untitled, projectTitle: title }

  expect(verdictOf(outcome).headline).toBe(
    'Project 019814d7-a5f1-7008-b413-872974a7a308: the run completed in 1 min 30 s',
  )
})

test('the URL comes last in the line', () => {
  expect(verdictLine(outcomeWith({ reason: 'errored', run: errored }))).toBe(
    `Daily revenue: the run failed after 1 min 30 s. Open the run in Hex to see which cell failed. ${runUrl}`,
  )
  expect(verdictLine(runlessWith({ reason: 'not_runnable' }))).toBe(
    'Daily revenue: the project cannot run. No run was started.',
  )
})

test.each([
  ['failure', 'error'],
  ['timed_out', 'error'],
  ['cancelled', 'notice'],
] as const)('%s is annotated as an %s', (conclusion, level) => {
  const outcome = outcomeWith({ conclusion, reason: 'errored' })

  const message = verdictLine(outcome)
  expect(annotationsOf([outcome])).toEqual([{ level, title: 'Hex run', message }])
})

test.each(['success', 'detached', 'dry_run'] as const)(
  '%s is annotated only if the run was found after a lost response',
  (conclusion) => {
    const outcome = outcomeWith({ conclusion, adopted: true })

    expect(annotationsOf([outcomeWith({ conclusion })])).toEqual([])
    expect(annotationsOf([outcome])).toEqual([
      { level: 'warning', title: 'Hex run', message: verdictLine(outcome) },
    ])
  },
)
