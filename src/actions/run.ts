import type { UsedRun } from '../github/job.ts'
import { createHexClient, type HexClient } from '../hex/client.ts'
import type { KnownRun } from '../hex/wire.ts'
import { InputError, parsedOr } from '../inputs/problems.ts'
import { parseProjectReference } from '../inputs/project-reference.ts'
import { type ReportInputs, readCheckInputs } from '../inputs/report-inputs.ts'
import { type RunInputs, readRunInputs } from '../inputs/run-inputs.ts'
import { stackOf } from '../plain-text.ts'
import { annotationsOf, closingLines, detailsOf, outputsOf } from '../report/outputs.ts'
import type { ShownPicture } from '../report/overview.ts'
import { createWaits } from '../report/progress.ts'
import { severalSummaryOf, summaryOf } from '../report/summary.ts'
import { createJobRuns } from '../run/job-runs.ts'
import { isOpen } from '../run/journal.ts'
import { isGreen, type Outcome } from '../run/outcome.ts'
import type { LifeWorld, RunPlan } from '../run/plan.ts'
import { liveRuns, type PerRun } from '../run/several.ts'
import { shareReads } from '../run/shared-reads.ts'
import { openNeighbours } from '../runner/neighbours.ts'
import { type Connection, connect } from './connect.ts'
import { folder, handover, opening, saveForPost, step } from './open-run.ts'
import { planOf, shownSettingsOf } from './plans.ts'
import type { Reports } from './reports/open.ts'
import { countName, endedName, markName, nothingLeftName, stateNameOf } from './state.ts'
import { annotateAll, annotateProblems, printEvents } from './step.ts'

const { runner, clock, abort, beganAtMs } = step
/** Max runs whose details are logged, so that the log stays short. The `results` output has the details of all. */
const maxDetails = 25

/** What is noted while the runs are followed. */
interface Notes {
  /** The indexes of the runs whose last journal entry leaves something to the post step. */
  readonly open: Set<number>
  readonly waits: ReturnType<typeof createWaits>
}

/** Runs the main step. */
export async function main(): Promise<void> {
  runner.saveState(markName, handover.mark)
  const notes: Notes = { open: new Set(), waits: createWaits() }
  let inputs: RunInputs | undefined
  let connection: Connection | undefined
  let hex: HexClient | undefined
  let reports: Reports | undefined
  let outcomes: ReadonlyArray<Outcome>
  try {
    inputs = await readRunInputs(step.input)
    const used = inputs.runs.map((each) => ({
      projectId: each.project.projectId,
      ...shownSettingsOf(each),
    }))
    reports = await openReports(inputs.reports, used)
    connection = (await opening) ?? (await connect(step, inputs))
    hex = createHexClient(connection.caller)
    outcomes = await run(inputs, hex, reports, notes)
  } catch (error) {
    if (error instanceof InputError) annotateProblems(runner, error)
    outcomes = [outcomeOfError(error, inputs)]
  }
  const waited = notes.waits.sentence(clock.now())
  reportVerdict(outcomes)
  const isInvalid = outcomes[0]?.reason === 'invalid_input'
  // Otherwise, the check run of an earlier job could remain green on this commit.
  if (isInvalid) reports ??= await openReports(readCheckInputs(step.input), [])
  const charts = (await (hex && reports?.charts(outcomes, hex))) ?? { paths: [], shown: [] }
  runner.output('chart-paths', JSON.stringify(charts.paths))
  await writeSummary(outcomes, inputs, charts.shown, waited)
  await reports?.ended(outcomes.map(withoutInputTexts), charts.shown)
  saveForPost(endedName, endedName, '1')
  const isDone = notes.open.size === 0 && inputs?.reports.checkName === undefined
  if (isDone) runner.saveState(nothingLeftName, handover.mark)
  abort.close()
  handover.close()
  await (connection ?? (await opening))?.close()
}

/** Opens the reports on GitHub that the inputs request. Most steps have none, and then no code for them is loaded. */
async function openReports(
  inputs: ReportInputs | undefined,
  runs: ReadonlyArray<UsedRun>,
): Promise<Reports | undefined> {
  if (inputs === undefined) return undefined
  if (!inputs.prComment && inputs.checkName === undefined && inputs.charts.length === 0)
    return undefined
  const { openWantedReports } = await import('./reports/open.ts')
  return openWantedReports(inputs, runs, step)
}

async function run(
  inputs: RunInputs,
  hex: HexClient,
  reports: Reports | undefined,
  notes: Notes,
): Promise<ReadonlyArray<Outcome>> {
  // The attempt of the workflow run: above 1 after "Re-run jobs".
  const isRerun = Number(runner.env['GITHUB_RUN_ATTEMPT'] ?? 1) > 1
  const plans = inputs.runs.map((each) => planOf(each, beganAtMs, isRerun))
  runner.saveState(countName, String(plans.length))
  const shared = {
    ...step,
    hex: plans.length > 1 ? shareReads(hex, clock) : hex,
    jobRuns: createJobRuns(clock, Math.random, openNeighbours(folder, handover.mark, clock)),
    cancelOtherRuns,
  }
  return await liveRuns(plans, shared, (index) => worldOf(plans, index, reports, notes), inputs)
}

/** Most uses start a run beside the active ones, and then this code is not loaded. */
async function cancelOtherRuns(...[plan, world]: Parameters<LifeWorld['cancelOtherRuns']>) {
  const { cancelOtherRuns: cancel } = await import('../cancel/cancel-other-runs.ts')
  return await cancel(plan, world)
}

/** The journal and the event listener of the run at an index of the list. */
function worldOf(
  plans: ReadonlyArray<RunPlan>,
  index: number,
  reports: Reports | undefined,
  { open, waits }: Notes,
): PerRun {
  const plan = plans[index]
  const setOutputs = createRunOutputs(plan?.projectId ?? '')
  const print = printEvents(step, { prefix: plan?.name === undefined ? '' : `[${plan.name}] ` })
  return {
    journal: (entry) => {
      if (isOpen(entry)) open.add(index)
      else open.delete(index)
      saveForPost(stateNameOf(index), String(index), JSON.stringify(entry))
    },
    onEvent(event) {
      if (plans.length === 1 && 'run' in event) setOutputs(event.run)
      if (event.kind === 'started') reports?.started(event.run)
      if (plans.length === 1) waits.note(event, clock.now())
      print(event)
    },
  }
}

/**
 * Returns a function that sets outputs as soon as Hex responds, whatever happens to this process later. The URL of a followed
 * run can come with its first status.
 */
function createRunOutputs(projectId: string) {
  /** The run in the outputs so far, as it was when they were set. */
  let known: KnownRun | undefined
  return (run: KnownRun) => {
    if (run.runId === known?.runId && (known.runUrl !== undefined || !run.runUrl)) return
    known = run
    runner.output('run-id', run.runId)
    runner.output('run-url', run.runUrl ?? '')
    runner.output('project-id', projectId)
  }
}

/** Sets the exit code first. Reports that can fail come later and don't change it. */
function reportVerdict(outcomes: ReadonlyArray<Outcome>) {
  if (outcomes.some(({ conclusion }) => !isGreen(conclusion))) runner.fail()
  for (const [name, text] of Object.entries(outputsOf(outcomes))) runner.output(name, text)
  if (outcomes[0]?.reason === 'invalid_input') return
  annotateAll(runner, annotationsOf(outcomes))
  for (const line of closingLines(outcomes)) runner.line(line)
  for (const outcome of outcomes.slice(0, maxDetails)) {
    runner.group(
      outcome.name === undefined ? 'Details' : `Details of ${outcome.name}`,
      detailsOf(outcome).map(([name, text]) => `${name}: ${text}`),
    )
  }
}

async function writeSummary(
  outcomes: ReadonlyArray<Outcome>,
  inputs: RunInputs | undefined,
  pictures: ReadonlyArray<ShownPicture>,
  waited: string,
) {
  const [first, ...others] = outcomes
  if (inputs?.summary === false || first === undefined) return
  await runner.summary(
    others.length > 0
      ? severalSummaryOf(outcomes, pictures)
      : summaryOf(first, shownSettingsOf(inputs?.runs[0]), pictures, waited),
  )
}

/** A valid project id is an output even if another input is invalid. */
function projectIdAlone(): string {
  return parsedOr(
    () => parseProjectReference(runner.input('project-id')).projectId,
    () => '',
  )
}

/**
 * GitHub masks secrets in the log, the annotations, and the summary, but not in the check run and the comment. So these name
 * the invalid inputs without their texts.
 */
function withoutInputTexts(outcome: Outcome): Outcome {
  const { reason, detail = '' } = outcome
  if (reason !== 'invalid_input') return outcome
  const names = new Set(detail.split('\n').flatMap((line) => /^'[\w-]+'/.exec(line) ?? []))
  return {
    ...outcome,
    detail: `Invalid: ${[...names].join(', ')}. For details, see the step's log.`,
  }
}

function outcomeOfError(error: unknown, inputs: RunInputs | undefined): Outcome {
  const isInput = error instanceof InputError
  return {
    conclusion: 'failure',
    reason: isInput ? 'invalid_input' : 'internal_error',
    projectId: inputs?.runs[0]?.project.projectId ?? projectIdAlone(),
    attempt: 0,
    adopted: false,
    tookMs: clock.now() - beganAtMs,
    detail: isInput ? error.message : stackOf(error),
  }
}
