import { expect, test } from 'vitest'
import { UnreadableBody } from '../../src/hex/errors.ts'
import {
  readChartImage,
  readIdentity,
  readProject,
  readRun,
  readRunPage,
  readStartedRun,
  timeInId,
} from '../../src/hex/wire.ts'

const runId = '019a26ea-83df-7003-a89d-abc76d32842e'
const runUrl = `https://app.hex.tech/acme/hex/p/run/${runId}`
const ended = {
  projectId: 'p',
  projectVersion: '12',
  runId,
  runUrl,
  status: 'COMPLETED',
  runTrigger: 'API',
  startTime: '2026-03-01T12:00:00.000Z',
  endTime: '2026-03-01T12:01:30.500Z',
  elapsedTime: 90_500,
  traceId: 't-1',
}

test('reads every field of a run', () => {
  expect(readRun(ended, runId.toUpperCase())).toEqual({
    runId,
    status: 'COMPLETED',
    runUrl,
    projectVersion: '12',
    runTrigger: 'API',
    traceId: 't-1',
    startTime: '2026-03-01T12:00:00.000Z',
    endTime: '2026-03-01T12:01:30.500Z',
    elapsedMs: 90_500,
  })
})

test.each([
  [12, '12'],
  ['12', '12'],
  ['draft', 'draft'],
  [null, undefined],
  [['12'], undefined],
  ['9'.repeat(200), '9'.repeat(200)],
  ['9'.repeat(201), undefined],
])('reads the version %j as %j', (projectVersion, version) => {
  expect(readRun({ ...ended, projectVersion }).projectVersion).toBe(version)
})

test('leaves out unknown facts', () => {
  const young = {
    runId,
    status: 'PENDING',
    startTime: null,
    endTime: null,
    elapsedTime: null,
    traceId: null,
  }

  expect(readRun(young)).toEqual({ runId, status: 'PENDING' })
  expect(Object.keys(readRun(young))).toEqual(['runId', 'status'])
})

test.each(['PAUSED', 'completed', 'QUEUED FOR KERNEL'])('keeps the unknown status %s', (status) => {
  expect(readRun({ runId, status: ` ${status} ` }).status).toBe(status)
})

test.each([undefined, null, '', '  ', 3, ['COMPLETED'], 'X'.repeat(201)])(
  'a response with the status %j is unreadable',
  (status) => {
    expect(() => readRun({ ...ended, status })).toThrow(
      new UnreadableBody('The run in the response has no status.'),
    )
  },
)

test('rejects a response for a different run', () => {
  expect(() => readRun(ended, '019a26ea-83df-7003-a89d-abc76d32842f')).toThrow(
    new UnreadableBody('The response is for a different run.'),
  )
})

test.each(['x'.repeat(64), 'R-1', '7'])('accepts the run ID %s', (id) => {
  expect(readStartedRun({ runId: id }).runId).toBe(id)
})

test.each([
  ...[undefined, null, '', 7, '../x', 'a b', 'x'.repeat(65), 'a\n::error::', '<b>'],
  // What only begins or ends like one.
  ...['a/', '/a'],
])('rejects the run ID %j', (id) => {
  for (const read of [readRun, readStartedRun]) {
    expect(() => read({ ...ended, runId: id })).toThrow(
      new UnreadableBody('The response does not contain a run ID.'),
    )
  }
})

test.each([null, undefined, [], 'x', 3, true])('%j is not a response', (body) => {
  for (const read of [
    readRun,
    readStartedRun,
    readRunPage,
    readProject,
    readIdentity,
    readChartImage,
  ]) {
    expect(() => read(body)).toThrow(new UnreadableBody('The response is not a JSON object.'))
  }
})

test.each([
  ['https://app.hex.tech/a?b=c#d', 'https://app.hex.tech/a?b=c#d'],
  ['http://127.0.0.1:4000/r', 'http://127.0.0.1:4000/r'],
  ['http://localhost/r', 'http://localhost/r'],
  ['https://app.hex.tech/a b\n::error::x', 'https://app.hex.tech/a%20b::error::x'],
  ['https://app.hex.tech/<b>"', 'https://app.hex.tech/%3Cb%3E%22'],
  ['http://app.hex.tech/r', undefined],
  ['http://localhost.evil.example/r', undefined],
  ['javascript:alert(1)', undefined],
  ['JavaScript:alert(1)//https://app.hex.tech', undefined],
  ['data:text/html,x', undefined],
  ['//app.hex.tech/r', undefined],
  ['/r', undefined],
  ['https://app.hex.tech@evil.example/', undefined],
  ['https://me:pw@app.hex.tech/', undefined],
  ['https://:pw@app.hex.tech/', undefined],
  ['', undefined],
  [7, undefined],
  [null, undefined],
  [`https://app.hex.tech/${'x'.repeat(1_979)}`, `https://app.hex.tech/${'x'.repeat(1_979)}`],
  [`https://app.hex.tech/${'x'.repeat(1_980)}`, undefined],
  ['ftp://localhost/r', undefined],
  ['http://me@localhost/r', undefined],
])('turns the URL %j into the link %j', (address, link) => {
  expect(readRun({ ...ended, runUrl: address }).runUrl).toBe(link)
  expect(readStartedRun({ ...ended, runUrl: address }).runUrl).toBe(link)
})

test.each([
  ['2026-03-01T12:00:00Z', true],
  ['2026-03-01T12:00:00.123456+00:00', true],
  ['2026-03-01 12:00:00', true],
  ['2026-03-01T12:00:00', true],
  ['2026-03-01T12:00:00.1Z', true],
  ['2026-03-01T12:00:00-0530', true],
  ['2026-03-01T12:00:00.Z', false],
  ['2026-03-01T12:00:00.1234567890Z', false],
  ['2026-03-01T12:00Z', false],
  ['2026-03-01', false],
  ['on 2026-03-01T12:00:00Z', false],
  ['2026-03-01T12:00:00Z (UTC)', false],
  ['+002026-03-01T12:00:00Z', false],
  ['2026-13-01T12:00:00Z', false],
  ['yesterday', false],
  ['1 Mar 2026 (::error::x)', false],
  ['1', false],
  [1_767_225_600_000, false],
])('the time %j is valid: %s', (time, isTime) => {
  const run = readRun({ ...ended, startTime: time, endTime: time })

  expect([run.startTime, run.endTime]).toEqual(
    isTime ? [utc(time), utc(time)] : [undefined, undefined],
  )
})

test.each(['90500', null, Number.NaN, Number.POSITIVE_INFINITY])(
  'rejects the duration %j',
  (elapsedTime) => {
    expect(readRun({ ...ended, elapsedTime }).elapsedMs).toBeUndefined()
  },
)

test('reads the run of a start', () => {
  expect(
    readStartedRun({ ...ended, projectVersion: 3, runStatusUrl: 'https://evil.example' }),
  ).toEqual({
    runId,
    runUrl,
    projectVersion: '3',
    traceId: 't-1',
  })
  expect(readStartedRun({ runId })).toEqual({ runId })
})

test.each([
  ['https://app.hex.tech/api/v1/next', true],
  [null, false],
  ['', false],
  [undefined, false],
])('with nextPage %j, there is a next page: %s', (nextPage, hasNextPage) => {
  const page = readRunPage({ runs: [ended, { runId: 'r2', status: 'RUNNING' }], nextPage })

  expect(page.hasNextPage).toBe(hasNextPage)
  expect(page.runs.map((run) => [run.runId, run.status])).toEqual([
    [runId, 'COMPLETED'],
    ['r2', 'RUNNING'],
  ])
})

test('rejects a list with one unreadable run, because that run may be ours', () => {
  expect(() => readRunPage({ runs: [ended, {}] })).toThrow(UnreadableBody)
  expect(() => readRunPage({ runs: {} })).toThrow(
    new UnreadableBody('The response does not contain a list of runs.'),
  )
})

test("reads a project's title and whether it can run", () => {
  const project = {
    id: 'p',
    title: 'Daily revenue',
    type: 'PROJECT',
    lastPublishedAt: '2026-01-01T00:00:00Z',
    archivedAt: null,
    trashedAt: null,
  }

  expect(readProject(project)).toEqual({
    id: 'p',
    title: 'Daily revenue',
    type: 'PROJECT',
    lastPublishedAt: '2026-01-01T00:00:00Z',
    archived: false,
    trashed: false,
  })
  expect(readProject({ ...project, lastPublishedAt: null }).lastPublishedAt).toBeNull()
  expect(readProject({ id: 'p', title: 'x' })).toEqual({
    id: 'p',
    title: 'x',
    archived: false,
    trashed: false,
  })
  expect(readProject({ ...project, archivedAt: 'x' }).archived).toBe(true)
  expect(readProject({ ...project, trashedAt: 'x' }).trashed).toBe(true)
})

test('truncates a title of a megabyte', () => {
  expect(readProject({ id: 'p', title: 'x'.repeat(300) }).title).toBe('x'.repeat(300))
  expect(readProject({ id: 'p', title: 'x'.repeat(301) }).title).toBe(`${'x'.repeat(299)}…`)
  expect(readProject({ id: 'p', title: 'x'.repeat(1_000_000) }).title).toBe(`${'x'.repeat(299)}…`)
})

test.each([{}, { id: 'p' }, { title: 'x' }, { id: 1, title: 'x' }, { id: 'p', title: null }])(
  '%j is not a project',
  (body) => {
    expect(() => readProject(body)).toThrow(
      new UnreadableBody('The response does not contain a project.'),
    )
  },
)

test.each([
  [1_767_225_600, 1_767_225_600_000],
  [1_767_225_600_000, 1_767_225_600_000],
  [1e12, 1e15],
  [null, null],
  [undefined, undefined],
  [0, undefined],
  [9e15, undefined],
])('reads the expiry %j as %j', (exp, tokenExpiresAtMs) => {
  const identity = readIdentity({ email: 'a@b.c', org: { id: 'o' }, token: { exp } })

  expect(identity.tokenExpiresAtMs).toBe(tokenExpiresAtMs)
  expect(identity).toMatchObject({ email: 'a@b.c', organisationId: 'o' })
})

test('a workspace token has no user', () => {
  expect(readIdentity({ org: { id: 'o' }, token: null })).toEqual({ organisationId: 'o' })
})

test('an object that names neither a user nor a workspace proves nothing about a token', () => {
  for (const body of [{}, { ok: true }, { email: 3 }, { org: 'o' }])
    expect(() => readIdentity(body)).toThrow(UnreadableBody)
})

test('accepts a base64 image, however large', () => {
  expect(readChartImage({ imageBase64: 'aGV4', mimeType: 'image/png' })).toEqual({
    base64: 'aGV4',
    mimeType: 'image/png',
  })
  for (const base64 of ['aGU=', 'aA==', '+/09']) {
    expect(readChartImage({ imageBase64: base64, mimeType: 'image/svg+xml' })).toEqual({
      base64,
      mimeType: 'image/svg+xml',
    })
  }
  expect(
    readChartImage({ imageBase64: 'A'.repeat(20_000_000), mimeType: 'image/png' }).base64,
  ).toHaveLength(20_000_000)
})

test.each([
  { imageBase64: '', mimeType: 'image/png' },
  { imageBase64: 'a b', mimeType: 'image/png' },
  { imageBase64: `${'A'.repeat(1_000_000)}!`, mimeType: 'image/png' },
  { imageBase64: 'aGV4', mimeType: 'text/html' },
  { imageBase64: 'aGV4', mimeType: 'image/../../x' },
  { imageBase64: 'aGV4', mimeType: 'image/' },
  { imageBase64: 'aGV4', mimeType: 'x-image/png' },
  { imageBase64: 'aGV4', mimeType: `image/${'x'.repeat(200)}` },
  { imageBase64: 'aGV===', mimeType: 'image/png' },
  { imageBase64: '==', mimeType: 'image/png' },
  { imageBase64: 'a=GV', mimeType: 'image/png' },
  { imageBase64: 'aGV4' },
  { mimeType: 'image/png' },
])('%.80j is not an image', (body) => {
  expect(() => readChartImage(body)).toThrow(
    new UnreadableBody('The response does not contain an image.'),
  )
})

test("does not read facts from an object's prototype", () => {
  const body = JSON.parse('{"__proto__": {"runId": "x", "status": "COMPLETED"}}')

  expect(() => readRun(body)).toThrow(UnreadableBody)
})

/** Hex's times are UTC, whatever the runner's zone. */
function utc(time: unknown): string {
  return /(Z|[+-]\d\d:?\d\d)$/.test(String(time)) ? String(time) : `${time}Z`
}

test.each([
  ['019a26ea-83df-7003-a89d-abc76d32842e', 0x019a26ea83df],
  ['019A26EA-83DF-7003-A89D-ABC76D32842E', 0x019a26ea83df],
  ['6ba7b810-9dad-41d1-80b4-00c04fd430c8', undefined],
  ['x019a26ea-83df-7003-a89d-abc76d32842e', undefined],
  ['R-1', undefined],
])('reads the time in the ID %s as %s', (id, atMs) => {
  expect(timeInId(id)).toBe(atMs)
})

test('reads when results were published and whose the token is', () => {
  const publishedResultsUpdatedAt = '2026-03-01T12:00:00.000Z'
  const project = { id: 'p', title: 'Churn', analytics: { publishedResultsUpdatedAt } }
  const identity = { email: 'a@b.example', role: 'EDITOR', org: { id: 'o-1' } }

  expect(readProject(project)).toMatchObject({ publishedResultsUpdatedAt })
  expect(readIdentity(identity)).toEqual({
    email: 'a@b.example',
    role: 'EDITOR',
    organisationId: 'o-1',
  })
  expect(readIdentity({ email: 'a@b.example' })).toEqual({ email: 'a@b.example' })
  expect(() => readIdentity({})).toThrow('The response contains neither a user nor a workspace.')
})
