import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { timeLimit } from '../../clock.ts'
import { commitFiles, whyNotBranch } from '../../github/branch-files.ts'
import { readJob, repositoryUrl, type UsedRun, useKeyOf } from '../../github/job.ts'
import type { HexClient } from '../../hex/client.ts'
import type { KnownRun } from '../../hex/wire.ts'
import type { ReportInputs } from '../../inputs/report-inputs.ts'
import { withoutUndefined } from '../../json.ts'
import { messageOf } from '../../plain-text.ts'
import { overviewOf, type Picture, type ShownPicture } from '../../report/overview.ts'
import { annotation, annotationsWithin } from '../../report/words.ts'
import { type TakenPicture, takePictures } from '../../run/chart-pictures.ts'
import type { Outcome } from '../../run/outcome.ts'
import { readEvent, writeFileIn } from '../../runner/files.ts'
import { useStateName, writeUse } from '../state.ts'
import { annotateAll, maskToken, type Step } from '../step.ts'
import { openCheck, writeComment } from './check-and-comment.ts'
import { bestEffort, openContext, type ReportContext, reportKinds } from './context.ts'

/** The reports on GitHub. None of them changes the verdict, and none throws. */
export type Reports = Awaited<ReturnType<typeof openWantedReports>>

/**
 * Opens the reports that the inputs ask for. GitHub's client is loaded when one of them first needs it.
 * @param runs help to distinguish this use of the action from others.
 */
export async function openWantedReports(
  inputs: ReportInputs,
  runs: ReadonlyArray<UsedRun>,
  step: Step,
) {
  const { runner } = step
  const { matrixLeg, reportKey, gitHubToken, checkName, prComment, chartsBranch } = inputs
  maskToken(runner, gitHubToken)
  const wantsGitHub = prComment || checkName !== undefined || chartsBranch !== undefined
  const job = wantsGitHub ? readJob(runner.env, await readEvent(runner.env)) : undefined
  if (wantsGitHub && job === undefined) {
    runner.annotate(
      'warning',
      'GitHub reports not posted',
      'GITHUB_REPOSITORY is not set. Run this action in a GitHub Actions workflow.',
    )
  }
  const use = {
    key: useKeyOf(runner.env, { matrixLeg, reportKey, runs }),
    mark: randomBytes(8).toString('hex'),
  }
  if (job !== undefined) runner.saveState(useStateName, writeUse(use))
  const context =
    job === undefined
      ? undefined
      : openContext(step, { job, use, gitHubToken, pullNumber: inputs.prNumber })
  const check =
    context === undefined || checkName === undefined ? undefined : openCheck(context, checkName)

  return {
    /** A run exists: creates the check run. Returns at once. */
    started: (run: Pick<KnownRun, 'runId' | 'runUrl'>) => check?.started(run),
    /** Gets pictures of charts while the connection to Hex is open, and commits them if `charts-branch` is set. */
    async charts(outcomes: ReadonlyArray<Outcome>, hex: HexClient) {
      const { pictures, paths } = await saveCharts(inputs, outcomes, hex, step)
      return {
        /** The files on the runner, for the `chart-paths` output. */
        paths,
        /** Those that reports can show. */
        shown: context === undefined ? [] : await showCharts(context, pictures, inputs),
      }
    },
    /** All runs have ended: completes the check run and writes the comment. */
    async ended(outcomes: ReadonlyArray<Outcome>, shown: ReadonlyArray<ShownPicture>) {
      await Promise.all([
        check?.ended(outcomes, shown),
        context !== undefined && prComment
          ? writeComment(context, overviewOf(outcomes, shown))
          : undefined,
      ])
    },
  }
}

/** 20 charts can have to wait for the next minute of Hex's rate limit. */
const exportMs = 120_000
/** Annotations for charts. GitHub keeps ten warnings per step. */
const maxWarnings = 4

/** Gets the pictures of the charts and writes them to the runner's temporary folder. Returns both. Never throws. */
async function saveCharts(
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
    const size = { ...chartSize, ...withoutUndefined({ includeTitle: chartTitles }) }
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
async function showCharts(
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
    (line) => annotation('warning', 'Chart not exported', line),
    (rest) => annotation('warning', `${rest.length} more charts`, ...rest),
  )
  annotateAll(runner, annotations)
}

/** Gives every picture a file name that is readable, safe on every system, and unique in its run's folder. */
export function withFileNames(pictures: ReadonlyArray<TakenPicture>): ReadonlyArray<Picture> {
  const used = new Set<string>()
  return pictures.map((picture) => {
    const folder = picture.outcome.run?.runId ?? ''
    const stem = fileStem(picture.chart.name)
    let fileName = `${stem}.png`
    for (let number = 2; used.has(`${folder}/${fileName}`); number += 1)
      fileName = `${stem}-${number}.png`
    used.add(`${folder}/${fileName}`)
    return { ...picture, fileName }
  })
}

/** `Umsatz (netto) – EMEA` becomes `umsatz-netto-emea`. */
function fileStem(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
  const stem = [...plain]
    .slice(0, 60)
    .join('')
    .replace(/^-+|-+$/g, '')
  if (stem === '') return 'chart'
  // Windows reserves these names for devices, with any extension.
  return /^(con|prn|aux|nul|com\d|lpt\d)$/.test(stem) ? `chart-${stem}` : stem
}

/** The URL of a committed picture. It also works in private repositories, for readers with access. */
export function pictureAddress(repositoryUrl: string, sha: string, path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  return `${repositoryUrl}/blob/${sha}/${encoded}?raw=true`
}
