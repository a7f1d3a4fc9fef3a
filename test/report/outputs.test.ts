import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  annotationsOf,
  closingLines,
  detailsOf,
  outputsOf,
  resultOf,
} from '../../src/report/outputs.ts'
import type { Outcome } from '../../src/run/outcome.ts'
import { anyCharacters } from '../any-text.ts'
import { completedRun, outcomeWith, projectId, runId, runlessWith, runUrl } from './outcomes.ts'

const completed = {
  name: null,
  project_id: projectId,
  project_title: 'Daily revenue',
  project_version: '12',
  run_id: runId,
  run_url: runUrl,
  status: 'COMPLETED',
  conclusion: 'success',
  reason: 'completed',
  attempt: 1,
  trace_id: 't-1',
  start_time: '2026-03-01T12:00:00.000Z',
  end_time: '2026-03-01T12:01:30.000Z',
  elapsed_seconds: 90.4,
  cancelled_runs: null,
}

test('a completed run fills every output', () => {
  expect(outputsOf([outcomeWith()])).toEqual({
    'run-id': runId,
    'run-url': runUrl,
    status: 'COMPLETED',
    conclusion: 'success',
    'project-id': projectId,
    'project-title': 'Daily revenue',
    'project-version': '12',
    'trace-id': 't-1',
    'start-time': '2026-03-01T12:00:00.000Z',
    'end-time': '2026-03-01T12:01:30.000Z',
    'elapsed-seconds': '90.4',
    results: JSON.stringify([completed]),
  })
})

test('unknown facts are empty, and null in the list', () => {
  const { projectTitle: _, ...unknown } = runlessWith({ reason: 'start_refused' })
  const outputs = outputsOf([unknown])

  expect(outputs).toMatchObject({
    'run-id': '',
    'run-url': '',
    status: '',
    'trace-id': '',
    'elapsed-seconds': '',
    'project-title': '',
  })
  expect(outputs.conclusion).toBe('failure')
  expect(JSON.parse(outputs.results ?? '')).toEqual([
    {
      ...Object.fromEntries(Object.keys(completed).map((key) => [key, null])),
      project_id: projectId,
      conclusion: 'failure',
      reason: 'start_refused',
      attempt: 0,
    },
  ])
})

test('the runs that cancel-active chose are in the list', () => {
  const { runUrl: _, ...other } = { ...completedRun, status: 'RUNNING' }
  const cleared = [
    { run: { ...completedRun, status: 'KILLED' }, result: 'cancelled' },
    { run: other, result: 'refused' },
  ] as const

  expect(resultOf(outcomeWith({ cleared })).cancelled_runs).toEqual([
    {
      run_id: runId,
      run_url: runUrl,
      status: 'KILLED',
      trigger: 'API',
      start_time: '2026-03-01T12:00:00.000Z',
      result: 'cancelled',
    },
    expect.objectContaining({ run_url: null, result: 'refused' }),
  ])
  expect(resultOf(outcomeWith({ cleared: [] })).cancelled_runs).toEqual([])
})

test('the single outputs are those of the run that failed on its own, not of one cancelled because of it', () => {
  const cancelled = outcomeWith({ name: 'a', conclusion: 'cancelled', reason: 'fail_fast' })
  const failed = outcomeWith({ name: 'b', conclusion: 'failure', reason: 'errored' })
  const skipped = outcomeWith({ name: 'c', conclusion: 'skipped', reason: 'fresh' })

  expect(outputsOf([skipped, cancelled, failed]).conclusion).toBe('failure')
  expect(outputsOf([skipped, cancelled]).conclusion).toBe('cancelled')
})

test('if several failed on their own, the single outputs are those of the first', () => {
  const outcomes = [
    outcomeWith({ name: 'a' }),
    outcomeWith({ name: 'b', projectTitle: 'B', conclusion: 'timed_out', reason: 'timed_out' }),
    outcomeWith({ name: 'c', projectTitle: 'C', conclusion: 'failure', reason: 'errored' }),
  ]

  expect(outputsOf(outcomes)).toMatchObject({ 'project-title': 'B', conclusion: 'timed_out' })
  expect(
    JSON.parse(outputsOf(outcomes).results ?? '').map(({ name }: { name: string }) => name),
  ).toEqual(['a', 'b', 'c'])
})

test('if all succeeded, the single outputs are those of the first', () => {
  const outcomes = [outcomeWith({ projectTitle: 'A' }), outcomeWith({ projectTitle: 'B' })]

  expect(outputsOf(outcomes)['project-title']).toBe('A')
  expect(outputsOf([])).toEqual({ results: '[]' })
})

test('the trace ID of the failed call replaces a missing one of the run', () => {
  const { traceId: _, ...run } = completedRun

  expect(resultOf(outcomeWith({ run, trouble: { text: 'x', traceId: 't-9' } })).trace_id).toBe(
    't-9',
  )
  expect(resultOf(outcomeWith({ trouble: { text: 'x', traceId: 't-9' } })).trace_id).toBe('t-1')
})

test('the time between start and end replaces a missing duration', () => {
  const { elapsedMs: _, ...run } = completedRun

  expect(resultOf(outcomeWith({ run })).elapsed_seconds).toBe(90)
})

test('the list is valid JSON with any text, and parses to the same text', () => {
  const text = fc.oneof(fc.string(), anyCharacters, fc.constant('"}]\n::error::x'))
  fc.assert(
    fc.property(text, text, fc.double(), (projectTitle, status, elapsedMs) => {
      const outcome = outcomeWith({ projectTitle, run: { ...completedRun, status, elapsedMs } })

      const { results = '' } = outputsOf([outcome])

      const expected = JSON.parse(JSON.stringify(resultOf(outcome)))
      expect(JSON.parse(results)).toEqual([expected])
      expect(expected.project_title).toBe(projectTitle)
      expect(results).not.toMatch(/[\n\r]/)
    }),
  )
})

test("the details list what Hex's support needs, and leave out unknown facts", () => {
  expect(linesOf(outcomeWith({ trouble: { text: 'x', traceId: 't-9' } }))).toEqual([
    'conclusion: success (completed)',
    `project: Daily revenue, ${projectId}`,
    'version: 12',
    `run: ${runId}`,
    `URL: ${runUrl}`,
    'status: COMPLETED',
    'started: 2026-03-01 12:00:00 UTC',
    'ended: 2026-03-01 12:01:30 UTC',
    'attempt: 1',
    'trace ID: t-1',
    'this step: 1 min 40 s',
  ])
  const { projectTitle: _, ...untitled } = runlessWith({
    reason: 'start_refused',
    trouble: { text: 'x', traceId: 't-9' },
  })
  expect(linesOf(untitled)).toEqual([
    'conclusion: failure (start_refused)',
    `project: ${projectId}`,
    'trace ID: t-9',
    'this step: 1 min 40 s',
  ])
  const timedOut = outcomeWith({ conclusion: 'timed_out', reason: 'timed_out' })
  expect(linesOf(timedOut)[0]).toBe('conclusion: timed_out')
})

test.each(['skipped', 'detached', 'dry_run'] as const)(
  'a run that is %s is not a failure',
  (conclusion) => {
    const green = outcomeWith({
      name: 'a',
      conclusion,
      reason: conclusion === 'skipped' ? 'fresh' : conclusion,
    })
    const failed = outcomeWith({ name: 'b', conclusion: 'failure', reason: 'errored' })
    expect(outputsOf([green, failed]).conclusion).toBe('failure')
    expect(outputsOf([green, green]).conclusion).toBe(conclusion)
  },
)

function linesOf(outcome: Outcome): ReadonlyArray<string> {
  return detailsOf(outcome).map((fact) => fact.join(': '))
}

const failed = (index: number): Outcome => ({
  name: `market ${index}`,
  conclusion: 'failure',
  reason: 'errored',
  projectId: '0197c3a1-5d20-7b41-9e0f-4a7c21d35b68',
  attempt: 1,
  adopted: false,
  tookMs: 1_000,
})

test.each([1, 2, 9, 10, 11, 100, 1_000])(
  "if %i runs fail, there are at most ten annotations of a level, which is GitHub's limit per step",
  (count) => {
    const annotations = annotationsOf(Array.from({ length: count }, (_, index) => failed(index)))

    expect(annotations.length).toBe(Math.min(count, 10))
    // The last one lists those without their own.
    if (count > 10) expect(annotations.at(-1)?.message).toMatch(`${count - 9} more runs:`)
  },
)

test('cancelled runs share one annotation, which names the first ones and those that may still be active', () => {
  const cancelled = (index: number): Outcome => ({
    ...failed(index),
    conclusion: 'cancelled',
    reason: 'fail_fast',
  })
  const goesOn: Outcome = {
    ...cancelled(19),
    run: { runId: 'run-19', status: 'RUNNING' },
    stop: { kind: 'accepted' },
  }
  const outcomes = [
    ...Array.from({ length: 18 }, (_, index) => cancelled(index)),
    failed(18),
    goesOn,
  ]

  const [error, warning, ...more] = annotationsOf(outcomes)

  expect(more).toEqual([])
  expect(error).toMatchObject({ level: 'error', message: expect.stringMatching(/^\[market 18\]/) })
  expect(warning?.message.split('\n')).toMatchObject([
    '19 runs were cancelled:',
    expect.stringMatching(/^\[market 19\] .*may still be running/),
    ...[0, 1, 2, 3].map((index) => expect.stringContaining(`[market ${index}]`)),
    'and 14 more.',
  ])
  expect(closingLines(outcomes)).toEqual([
    "20 of 20 runs did not succeed: 1 failed (market 18), 19 were cancelled because another run failed ('fail-fast').",
  ])
})
