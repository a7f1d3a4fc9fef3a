import type { ChartSize } from '../hex/client.ts'
import type { ChartImage } from '../hex/wire.ts'
import { withoutUndefined } from '../json.ts'
import { hexErrorOf, withRetries } from './calls.ts'
import type { Outcome } from './outcome.ts'
import type { CallWorld } from './plan.ts'

/** A chart to fetch an image of. */
export interface WantedChart {
  readonly name: string
  readonly staticId: string
}

/** A picture from Hex, checked to be a PNG. */
export interface TakenPicture {
  readonly chart: WantedChart
  readonly outcome: Outcome
  readonly bytes: Uint8Array
}

/** The pictures in the order of the input, and a sentence for each chart without one. */
export interface Pictures {
  readonly pictures: ReadonlyArray<TakenPicture>
  readonly complaints: ReadonlyArray<string>
}

/** The world of the pictures. */
export interface PictureWorld extends CallWorld {
  readonly size: ChartSize
  /** No request starts after it, milliseconds since the epoch. */
  readonly untilMs: number
  /** Aborts requests when the time is up, or the job is cancelled. */
  readonly signal: AbortSignal
}

/**
 * Exports charts of the runs that completed, because Hex has pictures of those only. With several projects, each chart is
 * taken from every run of the project that has it.
 */
export async function takePictures(
  charts: ReadonlyArray<WantedChart>,
  outcomes: ReadonlyArray<Outcome>,
  world: PictureWorld,
): Promise<Pictures> {
  const completed = outcomes.filter(({ reason }) => reason === 'completed')
  // The client's limiter spreads the requests if there are many.
  const taken = await Promise.all(charts.map((chart) => takeOne(chart, completed, world)))
  return {
    pictures: taken.flatMap(({ pictures }) => pictures),
    complaints: taken.flatMap(({ complaint }) => complaint ?? []),
  }
}

async function takeOne(
  chart: WantedChart,
  outcomes: ReadonlyArray<Outcome>,
  world: PictureWorld,
): Promise<{ readonly pictures: ReadonlyArray<TakenPicture>; readonly complaint?: string }> {
  const pictures: Array<TakenPicture> = []
  /** Projects without this chart. A static id is in at most one project, so the others get one request each. */
  const without = new Set<string>()
  let missing: string | undefined
  let failed: string | undefined
  for (const outcome of outcomes) {
    const { run, projectId } = outcome
    if (run === undefined || without.has(projectId)) continue
    const exported = await exportChart(chart, projectId, run.runId, world)
    if (exported instanceof Uint8Array) pictures.push({ chart, outcome, bytes: exported })
    else if (exported.isMissing) {
      without.add(projectId)
      missing ??= exported.complaint
    } else failed = exported.complaint
  }
  // A project without this chart is not a problem if another project has it.
  const complaint = failed ?? (pictures.length === 0 ? missing : undefined)
  return { pictures, ...withoutUndefined({ complaint }) }
}

/** Exports one chart, or says why it has no picture, and whether the project doesn't have the chart. */
async function exportChart(
  { name, staticId }: WantedChart,
  projectId: string,
  runId: string,
  world: PictureWorld,
): Promise<Uint8Array | { readonly isMissing: boolean; readonly complaint: string }> {
  const { hex, size, signal, untilMs } = world
  const none = (why: string, isMissing = false) => ({
    isMissing,
    complaint: `Could not export chart '${name}': ${why}`,
  })
  try {
    const options = { signal, notAfterMs: untilMs }
    const image = await withRetries(world, untilMs, () =>
      hex.getChartImageFromRun(projectId, runId, { staticId, ...size }, options),
    )
    return pngIn(image) ?? none('The response is not a PNG image.')
  } catch (error) {
    const { failure, message } = hexErrorOf(error)
    const status = failure.kind === 'refused' ? failure.status : 0
    const remedy = [400, 404, 422].includes(status)
      ? ' Only chart cells can be exported. Use the static ID of a chart cell in the published version.'
      : ''
    return none(`${message}${remedy}`, status === 404)
  }
}

/** The first bytes of every PNG, and the type of its first chunk (PNG specification §5.2, §5.3). */
const pngSignature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** The bytes if they are a PNG, whatever the response calls them. They are written to disk and published. */
function pngIn({ base64 }: ChartImage): Uint8Array | undefined {
  const bytes = Buffer.from(base64, 'base64')
  const isPng =
    bytes.length > 33 &&
    bytes.subarray(0, 8).equals(pngSignature) &&
    bytes.toString('latin1', 12, 16) === 'IHDR'
  return isPng ? bytes : undefined
}
