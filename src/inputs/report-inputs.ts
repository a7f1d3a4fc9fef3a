import { withoutUndefined } from '../json.ts'
import { type RunInputName, runInputDefaults } from './contract.ts'
import { quoted, refuse } from './problems.ts'
import { areValid, type InputReader, type InputText, openInputs } from './reader.ts'
import { linesOf, parseBoolean, parseInteger, uuid } from './scalars.ts'

/** The inputs about charts and reports on GitHub, parsed and validated. */
export type ReportInputs = NonNullable<ReturnType<typeof readReportInputs>>

/** A chart to get a picture of. */
export interface Chart {
  readonly name: string
  /** The cell's static id, a UUID. */
  readonly staticId: string
}

/** Hex creates 20 chart images per minute (API reference). More would only wait. */
const maxCharts = 20
/** One line of a report. Also part of a file name, which has at most 255 bytes. */
const maxName = 100
/** Git stores a branch as a file, whose name has at most 255 bytes with `.lock`. */
const maxBranch = 200
/** Ten years. */
const maxKeepDays = 3_650

/** Reads the inputs about reports. Returns undefined and adds problems if an input is invalid. */
export function readReportInputs(reader: InputReader<RunInputName>) {
  const { text, read, readOptional, add } = reader
  const prComment = read('pr-comment', parsePrComment)
  const prNumber = readOptional('pr-number', parsePrNumber)
  const checkName = readOptional('check-name', parseName)
  const reportKey = readOptional('report-key', parseName)
  const charts = read('charts', parseCharts)
  const chartSize = readOptional('charts-size', parseSize)
  const chartTitles = readOptional('charts-titles', parseBoolean)
  const chartsBranch = readOptional('charts-branch', parseBranch)
  const chartsKeepDays = read('charts-keep-days', (it) => parseInteger(it, 1, maxKeepDays))
  if (text('charts-branch') !== '' && text('charts') === '')
    add('charts-branch', "Has no effect without 'charts'. Set 'charts', or remove this input.")
  const inputs = { prComment, charts, chartsKeepDays }
  if (!areValid(inputs)) return undefined
  return {
    ...inputs,
    /** Distinguishes uses of the action that are otherwise equal; '' if not set. */
    reportKey: reportKey ?? '',
    /** '' if there is none. */
    gitHubToken: evaluated(text('github-token')),
    /** The matrix leg as JSON, set by GitHub. */
    matrixLeg: evaluated(text('matrix-leg')),
    // Undefined means the event's pull request, no check run, Hex's defaults for charts, and pictures as files only.
    ...withoutUndefined({ prNumber, checkName, chartSize, chartTitles, chartsBranch }),
  }
}

/**
 * Reads the inputs of the check run alone, which can be reported even if other inputs are invalid. Returns undefined if one
 * of these is invalid.
 */
export function readCheckInputs(inputText: InputText): ReportInputs | undefined {
  const names = ['check-name', 'pr-number', 'report-key', 'github-token', 'matrix-leg']
  const reader = openInputs(
    (name) => (names.includes(name) ? inputText(name) : ''),
    runInputDefaults,
  )
  const inputs = readReportInputs(reader)
  return reader.all.length === 0 ? inputs : undefined
}

/** Parses the number of a pull request, also as `#12`. */
export function parsePrNumber(text: string): number {
  return parseInteger(text.replace(/^#\s*/, ''), 1, 999_999_999)
}

/** A default that GitHub did not evaluate counts as empty. An empty token fails the reports, not the run. */
function evaluated(text: string): string {
  return text.startsWith('${{') ? '' : text
}

function parsePrComment(text: string): boolean {
  return /^#?\d+$/.test(text)
    ? refuse(
        `${quoted(text)} is a pull request number. Set 'pr-number' to this number, and set this input to true.`,
      )
    : parseBoolean(text)
}

function parseName(text: string): string {
  return text.length > maxName || /\p{Cc}/u.test(text)
    ? refuse(`${quoted(text)} is not a valid name. Use one line of at most ${maxName} characters.`)
    : text
}

/** Parses one chart per line, `id` or `name: id`. A dash in front, as in a YAML list, is ignored. */
export function parseCharts(text: string): ReadonlyArray<Chart> {
  const lines = linesOf(text).map((line) => line.replace(/^-\s/, ''))
  const charts = lines.flatMap(chartIn)
  const unreadable = lines.filter((line) => chartIn(line).length === 0)
  if (unreadable.length > 0) {
    refuse(
      `Not a chart: ${unreadable.slice(0, 5).map(quoted).join(', ')}. Enter one chart per line, as the static ID of its cell (a UUID) or as "name: id".`,
    )
  }
  if (charts.length > maxCharts) refuse(`Lists ${charts.length} charts. The limit is ${maxCharts}.`)
  const twice = charts.find(({ staticId }, index) =>
    charts.some((other, at) => at < index && other.staticId === staticId),
  )
  return twice === undefined
    ? charts
    : refuse(`${quoted(twice.staticId)} is listed twice. Remove one of the two lines.`)
}

/** The chart in a line, or nothing. */
function chartIn(line: string): ReadonlyArray<Chart> {
  const colon = line.lastIndexOf(':')
  const staticId = line
    .slice(colon + 1)
    .trim()
    .toLowerCase()
  const name = line
    .slice(0, Math.max(0, colon))
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
  if (!uuid.test(staticId) || name.length > maxName || /\p{Cc}/u.test(name)) return []
  return [{ name: name === '' ? staticId : name, staticId }]
}

/** Parses width x height in pixels. Hex accepts 100 to 2000 for each (API reference, GetChartImageFromRun). */
function parseSize(text: string): { readonly width: number; readonly height: number } {
  const match = /^(\d{1,5})\s*[x×]\s*(\d{1,5})$/i.exec(text)
  const [width, height] = [Number(match?.[1]), Number(match?.[2])]
  const isSide = (pixels: number) => pixels >= 100 && pixels <= 2_000
  return isSide(width) && isSide(height)
    ? { width, height }
    : refuse(
        `${quoted(text)} is not a valid size. Use width x height in pixels, from 100 to 2000 each, for example "1200x675".`,
      )
}

/** Parses a branch name by the rules of git-check-ref-format. Removes `refs/heads/`, which some tools require. */
export function parseBranch(text: string): string {
  const name = text.replace(/^refs\/heads\//, '')
  const isWrong =
    name.length > maxBranch ||
    /[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|^[/-]|[/.]$|^@$/.test(name) ||
    name.split('/').some((part) => part === '' || part.startsWith('.') || part.endsWith('.lock'))
  if (isWrong || name.startsWith('refs/')) {
    refuse(`${quoted(text)} is not a valid branch name. Use a name such as "hex-charts".`)
  }
  return ['main', 'master'].includes(name)
    ? refuse(
        `${quoted(text)} looks like a development branch. Use a separate branch for the images, for example "hex-charts".`,
      )
    : name
}
