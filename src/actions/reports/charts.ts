import { join } from 'node:path'
import { timeLimit } from '../../clock.ts'
import { commitFiles, whyNotBranch } from '../../github/branch-files.ts'
import { repositoryUrl } from '../../github/job.ts'
import type { HexClient } from '../../hex/client.ts'
import type { ReportInputs } from '../../inputs/report-inputs.ts'
import { messageOf } from '../../plain-text.ts'
import { annotationsWithin } from '../../report/companion.ts'
import {
  type Picture,
  pictureAddress,
  type ShownPicture,
  withFileNames,
} from '../../report/pictures.ts'
import { reportKinds } from '../../report/report-trouble.ts'
import { takePictures } from '../../run/chart-pictures.ts'
import type { Outcome } from '../../run/outcome.ts'
import { writeFileIn } from '../../runner/files.ts'
import { annotateAll, type Step } from '../step.ts'
import { bestEffort, type ReportContext } from './context.ts'

/** 20 charts can have to wait for the next minute of Hex's rate limit. */
const exportMs = 120_000
/** Annotations for charts. GitHub keeps ten warnings per step. */
const maxWarnings = 4

/** Gets the pictures of the charts and writes them to the runner's temporary folder. Returns both. Never throws. */
export async function saveCharts(
  { charts, chartSize, chartTitles }: ReportInputs,
  outcomes: ReadonlyArray<Outcome>,
  hex: HexClient,
  step: Step,
) {
  const { runner, clock, abort } = step
  // A cancelled job has no time for pictures.
  if (charts.length === 0 || abort.signal.aborted) return { pictures: [], paths: [] }
  const untilMs = clock.now() + exportMs
  const { signal, forget } = timeLimit(clock, exportMs, abort.signal)
  try {
    const size = {
      ...chartSize,
      ...(chartTitles === undefined ? {} : { includeTitle: chartTitles }),
    }
    const calls = { ...step, hex, onEvent: () => undefined }
    const taken = await takePictures(charts, outcomes, { ...calls, size, signal, untilMs })
    warn(step, taken.complaints)
    const pictures = withFileNames(taken.pictures)
    const folder = join(runner.env['RUNNER_TEMP'] ?? '.', 'hex-charts')
    const paths: Array<string> = []
    for (const { outcome, fileName, bytes } of pictures) {
      paths.push(await writeFileIn(join(folder, outcome.run?.runId ?? ''), fileName, bytes))
    }
    if (paths.length > 0) runner.group(`Charts: ${paths.length} saved`, paths)
    return { pictures, paths }
  } catch (error) {
    warn(step, [messageOf(error)])
    return { pictures: [], paths: [] }
  } finally {
    forget()
  }
}

/** Commits pictures to the user's branch. Returns them with their URLs; an empty list if that failed. */
export async function showCharts(
  context: ReportContext,
  pictures: ReadonlyArray<Picture>,
  { chartsBranch: branch, chartsKeepDays: keepDays }: ReportInputs,
): Promise<ReadonlyArray<ShownPicture>> {
  if (branch === undefined || pictures.length === 0) return []
  const { job, runner } = context
  const shown = await bestEffort(context, reportKinds.branch, async (time) => {
    const repository = await context.repository(time)
    const complaint = await whyNotBranch(repository, branch, job.branches)
    if (complaint !== undefined) throw new Error(complaint)
    const files = pictures.map(({ outcome, fileName, bytes }) => ({
      path: `${outcome.run?.runId}/${fileName}`,
      bytes,
    }))
    const message = `Charts from workflow run ${job.runNumber}\n\nCommitted by ${repositoryUrl(job)}/actions/runs/${job.runId}. [skip ci]\n`
    const request = { branch, folder: 'hex-charts', files, message, keepDays }
    const { sha, paths } = await commitFiles(repository, request, context, time.signal)
    runner.line(`Charts: committed to ${branch} as ${sha.slice(0, 7)}`)
    return pictures.map((picture, index) => ({
      ...picture,
      address: pictureAddress(repositoryUrl(job), sha, paths[index] ?? ''),
    }))
  })
  return shown ?? []
}

function warn({ runner }: Step, complaints: ReadonlyArray<string>) {
  const annotations = annotationsWithin(
    maxWarnings,
    complaints,
    (message) => ({ level: 'warning', title: 'Chart not exported', message }),
    (rest) => ({
      level: 'warning',
      title: `${rest.length} more charts`,
      message: rest.join('\n'),
    }),
  )
  annotateAll(runner, annotations)
}
