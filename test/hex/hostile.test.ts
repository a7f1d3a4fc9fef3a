import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCaller } from '../../src/hex/call.ts'
import { createHexClient } from '../../src/hex/client.ts'
import { HexError, UnreadableBody } from '../../src/hex/errors.ts'
import { createLimiter } from '../../src/hex/limiter.ts'
import { askedWaitMs } from '../../src/hex/rate-headers.ts'
import {
  readChartImage,
  readIdentity,
  readProject,
  readRun,
  readRunPage,
  readStartedRun,
} from '../../src/hex/wire.ts'
import { wordsOf } from '../../src/hex/words.ts'
import { anyCharacters } from '../any-text.ts'
import { createFakeClock } from './fake-clock.ts'

const token = 'hxtw_0123456789'
const id = '019a26ea-83df-7003-a89d-abc76d32842e'
const hostileText = fc.oneof(
  fc.string(),
  anyCharacters,
  fc.webUrl(),
  fc.constantFrom(
    '::error::x',
    '\r##[error]x',
    '<b>',
    'javascript:alert(1)',
    'COMPLETED',
    id,
    token,
  ),
)
const anything = fc.anything({
  key: fc.oneof(hostileText, fc.constantFrom('__proto__', 'constructor', 'message', 'reason')),
  values: [hostileText, fc.integer(), fc.double(), fc.boolean(), fc.constant(null)],
})

/** An object that has many of the keys an answer has, with anything under each. */
const almostAnswer = fc.dictionary(
  fc.constantFrom(
    ...[
      'runId',
      'status',
      'runUrl',
      'projectVersion',
      'runTrigger',
      'traceId',
      'startTime',
      'endTime',
    ],
    ...['elapsedTime', 'runs', 'nextPage', 'id', 'title', 'values', 'pagination', 'token', 'org'],
    ...['imageBase64', 'mimeType', 'lastPublishedAt', 'archivedAt', 'type', 'email', '__proto__'],
  ),
  fc.oneof(
    anything,
    hostileText,
    fc.constant(id),
    fc.array(fc.dictionary(fc.constantFrom('runId', 'status', 'id', 'title'), hostileText)),
  ),
)
const bodies = fc.oneof(
  hostileText,
  fc.json(),
  almostAnswer.map((value) => JSON.stringify(value)),
  fc
    .dictionary(
      fc.constantFrom(
        'message',
        'code',
        'issues',
        'reason',
        'details',
        'invalid',
        'notFound',
        'traceId',
      ),
      anything,
    )
    .map((value) => JSON.stringify(value) ?? ''),
)

test('readers return a value or report an unreadable body, whatever it is', () => {
  const readers = [readRun, readStartedRun, readRunPage, readProject, readIdentity, readChartImage]
  fc.assert(
    fc.property(fc.oneof(anything, almostAnswer), (body) => {
      for (const read of readers) {
        try {
          read(body)
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableBody)
          expect((error as UnreadableBody).message).toMatch(/^The .{5,60}\.$/)
        }
      }
    }),
    { numRuns: 2_000 },
  )
})

test('values from readers are short and on one line, and links are links', () => {
  fc.assert(
    fc.property(almostAnswer, (body) => {
      const run = readRun({ ...body, runId: id, status: 'RUNNING' })

      expect(JSON.stringify(run).length).toBeLessThan(10_000)
      expect(run.runUrl ?? 'https://x').toMatch(/^https?:\/\/[^\s<>"]+$/)
      expect(run.startTime ?? '2026-03-01T12:00:00Z').toMatch(/^[\d\-+:.TZ ]+$/)
    }),
  )
})

test('every failed response becomes one line', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const { words, traceId } = wordsOf(body)

      expect(words).not.toBe('')
      for (const text of [words, traceId ?? '']) {
        expect(text.length).toBeLessThanOrEqual(500)
        expect(text).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
      }
    }),
    { numRuns: 1_000 },
  )
})

test('a wait is between zero and an hour, whatever the headers say', () => {
  const names = fc.constantFrom(
    'retry-after',
    'ratelimit-reset',
    'x-ratelimit-reset',
    'x-rate-limit-reset',
    'date',
  )
  const value = fc.oneof(
    hostileText,
    fc.double().map(String),
    fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    fc.integer().map((seconds) => `r=0;t=${seconds}`),
  )
  fc.assert(
    fc.property(
      fc.dictionary(names, value),
      fc.constantFrom(429, 500, 503),
      fc.integer(),
      (headers, status, nowMs) => {
        const waitMs = askedWaitMs({ status, headers }, nowMs) ?? 0

        expect(waitMs >= 0 && waitMs <= 3_600_000).toBe(true)
      },
    ),
    { numRuns: 1_000 },
  )
})

test('a request succeeds or fails with a one-line HexError, without the token', async () => {
  const status = fc.oneof(
    fc.constantFrom(200, 201, 204, 302, 401, 404, 422, 429, 500, 503),
    fc.integer({ min: 200, max: 599 }),
  )
  const headers = fc.dictionary(fc.constantFrom('x-trace-id', 'retry-after', 'date'), hostileText)
  await fc.assert(
    fc.asyncProperty(status, headers, bodies, async (code, received, body) => {
      // A client for each call: one that was refused waits before the next.
      const client = () =>
        createHexClient(
          createCaller({
            http: async () => ({ status: code, headers: received, body: `${body}` }),
            clock: createFakeClock(0),
            limiter: createLimiter(),
            baseUrl: 'https://app.hex.tech',
            token,
            userAgent: 'test',
          }),
        )
      const calls = [
        () => client().runProject(id, {}),
        () => client().getRunStatus(id, id),
        () => client().cancelRun(id, id),
        () => client().getProjectRuns(id, {}),
      ]
      for (const call of calls) {
        try {
          await call()
        } catch (error) {
          expect(error).toBeInstanceOf(HexError)
          const { message } = error as HexError
          expect(message).not.toContain(token)
          expect(message.length).toBeLessThan(1_500)
          expect(message).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
        }
        await Promise.resolve()
      }
    }),
    { numRuns: 500 },
  )
})

// A reader that takes quadratic time would not come back from these before the test's own timeout.
test.each([
  ['digits', '1'],
  ['dots', '1.'],
  ['blanks', ' '],
  ['commas', ', '],
  ['parameters', ';t'],
  ['dates', 'Sun, 01 Mar 2026 '],
  ['letters', 'a'],
  ['slashes', '/'],
  ['percent signs', '%'],
])('reads or ignores a megabyte of %s in headers and facts', (_, unit) => {
  const text = unit.repeat(1_000_000 / unit.length)

  expect(
    askedWaitMs(
      { status: 429, headers: { 'retry-after': `${text}!`, 'ratelimit-reset': `${text}!` } },
      0,
    ),
  ).toBeUndefined()
  expect(
    readRun({
      runId: id,
      status: 'RUNNING',
      runUrl: `https://a.b/${text}`,
      startTime: text,
      endTime: text,
      projectVersion: text,
      traceId: text,
      runTrigger: text,
    }),
  ).toEqual({ runId: id, status: 'RUNNING' })
  expect(() => readRun({ runId: text, status: 'RUNNING' })).toThrow(UnreadableBody)
  expect(() => readChartImage({ imageBase64: `${text}!`, mimeType: 'image/png' })).toThrow(
    UnreadableBody,
  )
})
