import fc from 'fast-check'
import { type Project, type Run, readProject, readRun } from '../../src/hex/wire.ts'
import type { Conclusion, Outcome, Reason, Stop } from '../../src/run/outcome.ts'
import { anyCharacters } from '../any-text.ts'
import { projectId, runId, runUrl } from './outcomes.ts'

/** Workflow commands, and parts of them. */
export const commands = [
  '::error::x',
  '::add-mask::a',
  '::set-output name=x::y',
  '##[error]x',
  '##[add-mask]a',
  '::stop-commands::x',
  '::',
  '##',
  '[',
  '##[',
  'error',
  ']',
]
/** Text that contains commands, Markdown, HTML, or line breaks. */
export const hostile = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        ...commands,
        '\r',
        '\n',
        '\r\n',
        '\u0085',
        '\u2028',
        '\u2029',
        '\v',
        '\f',
        ' ',
        '\t',
        '\u00a0',
        '\ufeff',
        '\u200b',
        '\u202e',
        '\u001b[2K',
        '\0',
        'a',
        '|',
        '<b>',
        '[x](http://e.e)',
        '@me',
        '`',
        '\\',
      ),
      { maxLength: 10 },
    )
    .map((parts) => parts.join('')),
  anyCharacters,
)

/** A run, parsed from any response. */
export const run: fc.Arbitrary<Run> = fc
  .record(
    {
      status: fc.oneof(hostile, fc.constantFrom('COMPLETED', 'ERRORED', 'PENDING')),
      runUrl: fc.oneof(
        hostile,
        fc.constant(runUrl),
        hostile.map((path) => `https://app.hex.tech/${path}`),
      ),
      projectVersion: fc.oneof(hostile, fc.integer()),
      traceId: hostile,
      startTime: fc.oneof(hostile, fc.constant('2026-03-01T12:00:00Z')),
      endTime: fc.oneof(hostile, fc.constant('2026-03-01T12:00:10Z')),
      elapsedTime: fc.double(),
    },
    { requiredKeys: [] },
  )
  .map((facts) =>
    readRun({
      status: 'RUNNING',
      ...facts,
      runId,
      ...(facts.status?.trim() ? {} : { status: 'RUNNING' }),
    }),
  )
/** A project with any title. */
export const project: fc.Arbitrary<Project> = hostile.map((title) =>
  readProject({ id: projectId, title }),
)
/** A failed call with any text. */
export const trouble = fc.record({ text: hostile, traceId: hostile })
const stop: fc.Arbitrary<Stop> = fc.oneof(
  fc.constantFrom<Stop>({ kind: 'ended' }, { kind: 'accepted' }, { kind: 'left' }),
  trouble.map((told): Stop => ({ kind: 'failed', trouble: told })),
)
const reasons: ReadonlyArray<Reason> = [
  'completed',
  'errored',
  'killed',
  'no_kernel',
  'timed_out',
  'not_started_in_time',
  'aborted',
  'fail_fast',
  'not_runnable',
  'start_refused',
  'start_unknown',
  'run_not_found',
  'lost_contact',
  'detached',
  'dry_run',
  'invalid_input',
  'internal_error',
]
const conclusions: ReadonlyArray<Conclusion> = [
  'success',
  'failure',
  'cancelled',
  'timed_out',
  'detached',
  'dry_run',
]
/** Any outcome, with any text from Hex. */
export const outcome: fc.Arbitrary<Outcome> = fc
  .record({
    conclusion: fc.constantFrom(...conclusions),
    reason: fc.constantFrom(...reasons),
    attempt: fc.nat(10),
    adopted: fc.boolean(),
    tookMs: fc.nat(),
    more: fc.record(
      {
        run,
        trouble,
        stop,
        detail: hostile,
        typicalMs: fc.nat(),
        projectTitle: project.map(({ title }) => title),
        candidates: fc.array(run, { maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ more, ...facts }) => ({ projectId, ...facts, ...more }))
