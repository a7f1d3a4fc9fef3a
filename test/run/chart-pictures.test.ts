import { expect, test } from 'vitest'
import { type Pictures, takePictures } from '../../src/run/chart-pictures.ts'
import type { Outcome } from '../../src/run/outcome.ts'
import { beganAtMs, gaps, type LifeStage, lifeStage, projectId } from './life-stage.ts'

const otherId = '0198e0b4-11f6-7c82-8a53-d90e6b7f1c24'
const churn = { name: 'Churn', staticId: '5f2e9a60-13cb-4d17-8e2f-bb7c0d4a6e22' }
const code = { name: 'Code', staticId: '8a90c4d2-e561-4b3a-a7f8-119e3c5d7f33' }
const nowhere = { name: 'Nowhere', staticId: '00000000-0000-4000-8000-000000000000' }

const cells = [
  { staticId: churn.staticId, cellType: 'CHART' },
  { staticId: code.staticId, cellType: 'CODE' },
] as const

function charts(options: Parameters<typeof lifeStage>[0] = {}) {
  return lifeStage({ projects: [{ id: projectId, cells }, { id: otherId }], ...options })
}

/** A run that completed, as the outcome of a life. */
function completed({ hex }: LifeStage, id = projectId): Outcome {
  const run = hex.addRun(id, { trigger: 'API', startedAgoMs: 60_000, plan: { runningMs: 1_000 } })
  return {
    conclusion: 'success',
    reason: 'completed',
    projectId: id,
    run: { runId: run.id, status: 'COMPLETED' },
    attempt: 1,
    adopted: false,
    tookMs: 60_000,
  }
}

function take(
  stage: LifeStage,
  wanted: ReadonlyArray<typeof churn>,
  outcomes: ReadonlyArray<Outcome>,
  more: { readonly size?: object; readonly limitMs?: number } = {},
): Promise<Pictures> {
  const untilMs = beganAtMs + (more.limitMs ?? 60_000)
  const time = { signal: stage.abort.signal, untilMs }
  return stage.finish(
    takePictures(wanted, outcomes, { ...stage.runWorld, size: more.size ?? {}, ...time }),
  )
}

test('exports a chart of a completed run as a PNG', async () => {
  const stage = charts()
  const outcome = completed(stage)

  const { pictures, complaints } = await take(stage, [churn], [outcome])

  expect(complaints).toEqual([])
  expect(pictures).toEqual([{ chart: churn, outcome, bytes: expect.any(Uint8Array) }])
  expect([...(pictures[0]?.bytes.subarray(1, 4) ?? [])]).toEqual([...Buffer.from('PNG')])
  expect(stage.hex.requests()[0]?.path).toBe(
    `/api/v1/projects/${projectId}/runs/${outcome.run?.runId}/cells/${churn.staticId}/image`,
  )
})

test('sends the requested size to Hex', async () => {
  const stage = charts()
  await take(stage, [churn], [completed(stage)], { size: { width: 300, height: 200 } })
  expect(stage.hex.requests()[0]?.path).toContain('width=300&height=200')
})

test('sends nothing and reports no problem if no run completed', async () => {
  const stage = charts()
  const outcome = { ...completed(stage), reason: 'errored' } as const
  expect(await take(stage, [churn], [outcome])).toEqual({ pictures: [], complaints: [] })
  expect(stage.operations()).toEqual([])
})

test('exports nothing for an outcome without a run', async () => {
  const stage = charts()
  const { run: _, ...outcome } = completed(stage)
  expect(await take(stage, [churn], [outcome])).toEqual({ pictures: [], complaints: [] })
})

test("reports Hex's response and the remedy if the cell is not a chart", async () => {
  const stage = charts()
  const { pictures, complaints } = await take(stage, [code, churn], [completed(stage)])
  expect(pictures).toMatchObject([{ chart: churn }])
  expect(complaints).toHaveLength(1)
  expect(complaints[0]).toMatch(
    /^Could not export chart 'Code': .*Cell is not a chart.* Only chart cells can be exported\. Use the static ID of a chart cell in the published version\.$/,
  )
})

test.each([400, 404, 422])("treats a %d as an ID that is not a chart's", async (status) => {
  const fault = { operation: 'GetChartImageFromRun', kind: 'failure', status, words: 'No' } as const
  const stage = charts({ faults: [fault] })
  const { complaints } = await take(stage, [churn], [completed(stage)])
  expect(complaints).toMatchObject([expect.stringContaining('Only chart cells can be exported')])
})

test('reports a missing permission without advice about IDs', async () => {
  const fault = { operation: 'GetChartImageFromRun', kind: 'failure', status: 403 } as const
  const stage = charts({ faults: [{ ...fault, words: 'Insufficient access' }] })
  const { complaints } = await take(stage, [churn], [completed(stage)])
  expect(complaints[0]).toContain('Insufficient access')
  expect(complaints[0]).not.toContain('Only chart cells')
})

test('with several projects, exports each chart from its own project', async () => {
  const stage = charts()
  const outcomes = [
    completed(stage, otherId),
    completed(stage),
    completed(stage, otherId),
    completed(stage),
  ]

  const { pictures, complaints } = await take(stage, [churn], outcomes)

  expect(complaints).toEqual([])
  expect(pictures.map(({ outcome }) => outcome)).toEqual([outcomes[1], outcomes[3]])
  // A project that has no such cell is asked once.
  expect(stage.hex.requests().filter(({ path }) => path.includes(otherId))).toHaveLength(1)
})

test('reports a chart that no project has once', async () => {
  const stage = charts()
  const outcomes = [completed(stage, otherId), completed(stage)]
  const { pictures, complaints } = await take(stage, [nowhere], outcomes)
  expect(pictures).toEqual([])
  expect(complaints).toHaveLength(1)
  expect(complaints[0]).toContain(`/v1/projects/${otherId}`)
})

test('of two errors, reports the one that is not a missing cell', async () => {
  const stage = charts()
  const outcomes = [completed(stage, otherId), completed(stage)]
  const { complaints } = await take(stage, [code], outcomes)
  expect(complaints).toHaveLength(1)
  expect(complaints[0]).toContain('Cell is not a chart')
})

test('a missing cell does not hide another failure', async () => {
  const stage = charts()
  const outcomes = [completed(stage), completed(stage, otherId)]
  const { complaints } = await take(stage, [code], outcomes)
  expect(complaints[0]).toContain('Cell is not a chart')
})

test('reports the chart that failed next to the one that was exported', async () => {
  const fault = { operation: 'GetChartImageFromRun', kind: 'failure', status: 403 } as const
  const stage = charts({ faults: [{ ...fault, words: 'No' }] })
  const { pictures, complaints } = await take(stage, [churn], [completed(stage), completed(stage)])
  expect(pictures).toHaveLength(1)
  expect(complaints).toHaveLength(1)
})

test('reports a failed export even if another project does not have the chart', async () => {
  const fault = {
    operation: 'GetChartImageFromRun',
    kind: 'failure',
    status: 403,
    skip: 2,
  } as const
  const stage = charts({ faults: [{ ...fault, words: 'No' }] })
  const outcomes = [completed(stage, otherId), completed(stage), completed(stage)]
  const { pictures, complaints } = await take(stage, [churn], outcomes)
  expect(pictures).toHaveLength(1)
  expect(complaints).toMatchObject([expect.stringContaining('403')])
})

test('retries an export after a temporary failure', async () => {
  const fault = { operation: 'GetChartImageFromRun', kind: 'html', status: 502, times: 2 } as const
  const stage = charts({ faults: [fault] })
  expect((await take(stage, [churn], [completed(stage)])).pictures).toHaveLength(1)
  expect(gaps(stage.sentAtMs('GetChartImageFromRun'))).toEqual([800, 1_500])
})

test("reports Hex's last response if the job is cancelled before a retry", async () => {
  const fault = { operation: 'GetChartImageFromRun', kind: 'html', status: 502 } as const
  const stage = charts({ faults: [{ ...fault, times: 'always' }] })
  const outcome = completed(stage)
  stage.at(500, stage.abort.request)
  const { complaints } = await take(stage, [churn], [outcome])
  expect(complaints[0]).toContain('502')
  expect(stage.nowMs()).toBe(500)
})

test('stops retrying when no time is left', async () => {
  const fault = { operation: 'GetChartImageFromRun', kind: 'html', status: 502 } as const
  const stage = charts({ faults: [{ ...fault, times: 'always' }] })
  const { complaints } = await take(stage, [churn], [completed(stage)], { limitMs: 3_000 })
  expect(complaints[0]).toContain('502')
  expect(stage.sentAtMs('GetChartImageFromRun')).toHaveLength(3)
})

test('does not wait for the rate limit past the time for exports', async () => {
  const stage = charts({ limits: 'off' })
  const outcome = completed(stage)
  const { pictures, complaints } = await take(stage, Array(21).fill(churn), [outcome], {
    limitMs: 30_000,
  })
  expect(pictures).toHaveLength(20)
  expect(complaints).toMatchObject([
    expect.stringMatching(/would delay the request past the timeout\.$/),
  ])
  expect(stage.nowMs()).toBeLessThan(1_000)
})

test('a cancelled job ends the export in progress', async () => {
  const stage = charts({ faults: [{ operation: 'GetChartImageFromRun', kind: 'stall' }] })
  const outcome = completed(stage)
  stage.at(2_000, stage.abort.request)
  const { complaints } = await take(stage, [churn], [outcome])
  expect(complaints[0]).toContain('Stopped before the response arrived')
  expect(stage.nowMs()).toBe(2_000)
})

const png = (head: string) => Buffer.from(head.padEnd(40, '\0'), 'latin1').toString('base64')
const signature = '\x89PNG\r\n\x1a\n'

test.each([
  { what: 'data that is not a PNG', imageBase64: png('GIF89a') },
  { what: 'only the start of a PNG', imageBase64: png(signature) },
  { what: 'the header of a PNG without its start', imageBase64: png(`${' '.repeat(12)}IHDR`) },
  {
    what: 'a PNG that ends after its header',
    imageBase64: Buffer.from(`${signature}\0\0\0\rIHDR`.padEnd(33, '\0'), 'latin1').toString(
      'base64',
    ),
  },
])('$what is rejected, whatever its content type is', async ({ imageBase64 }) => {
  const stage = charts()
  const body = JSON.stringify({ imageBase64, mimeType: 'image/png' })
  stage.hex.addFault({ operation: 'GetChartImageFromRun', kind: 'status', status: 200, body })
  const { pictures, complaints } = await take(stage, [churn], [completed(stage)])
  expect(pictures).toEqual([])
  expect(complaints).toEqual(["Could not export chart 'Churn': The response is not a PNG image."])
})

test('accepts a PNG with a wrong content type', async () => {
  const stage = charts()
  const imageBase64 = png(`${signature}\0\0\0\rIHDR`)
  const body = JSON.stringify({ imageBase64, mimeType: 'image/jpeg' })
  stage.hex.addFault({ operation: 'GetChartImageFromRun', kind: 'status', status: 200, body })
  expect((await take(stage, [churn], [completed(stage)])).pictures).toHaveLength(1)
})

test('tries the next run if one has no image', async () => {
  const stage = charts()
  const body = JSON.stringify({ imageBase64: png('GIF89a'), mimeType: 'image/png' })
  stage.hex.addFault({ operation: 'GetChartImageFromRun', kind: 'status', status: 200, body })
  const { pictures, complaints } = await take(stage, [churn], [completed(stage), completed(stage)])
  expect(pictures).toHaveLength(1)
  expect(complaints).toHaveLength(1)
})
