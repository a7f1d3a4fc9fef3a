import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { JobReport, StepRequest } from '../runner-host/contract.ts'
import { runParallel } from '../runner-host/host.ts'
import { createLineSplitter } from '../runner-host/step-process.ts'

/** The token that GitHub gives to every job, unless a story brings the one of its own GitHub. */
const markedGitHubToken = 'ghs_markedTokenOfTheJob0123456789abcdef'

/** A step that is over, with everything its processes wrote. */
export interface PlayedStep extends JobReport {
  /** Every file there was in the job's own folders at its end, unmasked, by its path. */
  readonly written: ReadonlyMap<string, string>
}

/**
 * Runs a step of a packaged action, as every story does, and holds it to a promise that no story can forget to
 * check: none of its secrets is in anything that its processes wrote, streams or files. It throws where one is.
 * @param marked more words that only Hex may see, such as values of input parameters.
 */
export async function playStep(
  step: StepRequest,
  marked: ReadonlyArray<string> = [],
): Promise<PlayedStep> {
  const [played] = await playSteps([step], marked)
  if (played === undefined) throw new Error('The step was not played.')
  return played
}

/** The same for steps side by side in one job. */
export async function playSteps(
  steps: ReadonlyArray<StepRequest>,
  marked: ReadonlyArray<string> = [],
): Promise<ReadonlyArray<PlayedStep>> {
  const tokenOf = ({ githubToken = markedGitHubToken }: StepRequest) => githubToken
  const reports = await runParallel(
    steps.map((step) => ({ ...step, githubToken: tokenOf(step), keep: true })),
  )
  const folder = path.dirname(reports[0]?.files.temp ?? '')
  const written = filesUnder(folder)
  if (!steps.some(({ keep }) => keep)) rmSync(folder, { recursive: true, force: true })
  const secrets = steps.flatMap((step) => [tokenOf(step), ...(step.secrets ?? [])])
  const found = reports.flatMap((report) => leaks(report, written, [...secrets, ...marked]))
  if (found.length > 0) throw new Error(found.join('; '))
  return reports.map((report) => ({ ...report, written }))
}

function leaks(
  { main, post }: JobReport,
  written: ReadonlyMap<string, string>,
  secrets: ReadonlyArray<string>,
): ReadonlyArray<string> {
  const forms = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, base64Of(secret)])
  const streams = [main, ...(post === undefined ? [] : [post])].flatMap(({ stdout, stderr }) => [
    ['stdout', withoutMasks(stdout)] as const,
    ['stderr', withoutMasks(stderr)] as const,
  ])
  return [...streams, ...written].flatMap(([where, text]) =>
    forms.filter((form) => text.includes(form)).map((form) => `${form} in ${where}`),
  )
}

/** Without the padding, which is gone where more text was encoded behind it. */
function base64Of(secret: string): string {
  return Buffer.from(secret).toString('base64').replace(/=+$/, '')
}

/** Telling the runner what to hide is the one place where a secret has to be written. */
function withoutMasks(stream: Buffer): string {
  return linesOf(stream)
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n')
}

/** The lines of a stream as the runner reads them. */
export function linesOf(stream: Buffer): ReadonlyArray<string> {
  const lines: Array<string> = []
  const splitter = createLineSplitter((line) => lines.push(line))
  splitter.write(stream)
  splitter.end()
  return lines
}

function filesUnder(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  return new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
}
