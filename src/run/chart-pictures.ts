import type { CallOptions, ChartSize } from '../hex/client.ts'
import type { ChartImage, Run } from '../hex/wire.ts'
import type { Outcome } from './outcome.ts'
import { persist } from './persist.ts'
import type { CallWorld } from './plan.ts'
import { hexErrorOf } from './trouble.ts'

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

/** How much time the pictures have. */
export interface PictureTime {
  readonly signal: AbortSignal
  readonly untilMs: () => number
}

/**
 * Gets pictures of charts from the runs that completed; Hex has pictures of those only. With several projects, each chart
 * is taken from every run of the project that has it.
 */
export async function takePictures(
  charts: ReadonlyArray<WantedChart>,
  outcomes: ReadonlyArray<Outcome>,
  size: ChartSize,
  world: CallWorld,
  time: PictureTime,
): Promise<Pictures> {
  const completed = outcomes.filter(({ reason }) => reason === 'completed')
  // The client's limiter spreads the requests if there are many.
  const taken = await Promise.all(
    charts.map((chart) => takeOne(chart, completed, size, world, time)),
  )
  return {
    pictures: taken.flatMap(({ pictures }) => pictures),
    complaints: taken.flatMap(({ complaint }) => complaint ?? []),
  }
}

async function takeOne(
  chart: WantedChart,
  outcomes: ReadonlyArray<Outcome>,
  size: ChartSize,
  world: CallWorld,
  time: PictureTime,
): Promise<{ readonly pictures: ReadonlyArray<TakenPicture>; readonly complaint?: string }> {
  const pictures: Array<TakenPicture> = []
  /** Projects without this chart. A static id is in at most one project, so each of the others is asked only once. */
  const without = new Set<string>()
  let complaint: string | undefined
  for (const outcome of outcomes) {
    const { run, projectId } = outcome
    if (run === undefined || without.has(projectId)) continue
    const answer = await ask(chart, projectId, run, size, world, time)
    if (answer.kind === 'picture') pictures.push({ chart, outcome, bytes: answer.bytes })
    else {
      if (answer.isMissing) without.add(projectId)
      // A project without this chart is not a problem if another project has it.
      if (!answer.isMissing || complaint === undefined) complaint = answer.complaint
    }
  }
  const isHarmless = pictures.length > 0 && without.size > 0
  return complaint === undefined || isHarmless ? { pictures } : { pictures, complaint }
}

type Answer =
  | { readonly kind: 'picture'; readonly bytes: Uint8Array }
  | { readonly kind: 'none'; readonly isMissing: boolean; readonly complaint: string }

async function ask(
  { name, staticId }: WantedChart,
  projectId: string,
  run: Run,
  size: ChartSize,
  world: CallWorld,
  time: PictureTime,
): Promise<Answer> {
  const options = (): CallOptions => ({ signal: time.signal, notAfterMs: time.untilMs() })
  const none = (why: string, isMissing = false): Answer => ({
    kind: 'none',
    isMissing,
    complaint: `Could not export chart '${name}': ${why}`,
  })
  try {
    const image = await persist(world, time.untilMs(), () =>
      world.hex.getChartImageFromRun(projectId, run.runId, staticId, size, options()),
    )
    const bytes = pngIn(image)
    return bytes === undefined
      ? none('The response is not a PNG image.')
      : { kind: 'picture', bytes }
  } catch (error) {
    const { failure, message } = hexErrorOf(error)
    const status = failure.kind === 'refused' ? failure.status : 0
    const isNoChart = status === 400 || status === 404 || status === 422
    const remedy = isNoChart
      ? ' Only chart cells can be exported. Use the static ID of a chart cell in the published version.'
      : ''
    return none(`${message}${remedy}`, status === 404)
  }
}

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
