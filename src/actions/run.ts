import { createHexClient, type HexClient } from '../hex/client.ts'
import type { Run } from '../hex/wire.ts'
import { InputError, parsedOr } from '../inputs/problems.ts'
import { parseProjectReference } from '../inputs/project-reference.ts'
import { type RunInputs, readRunInputs } from '../inputs/run-inputs.ts'
import { stackOf } from '../plain-text.ts'
import { annotationsOf, closingLines, detailsOf } from '../report/annotations.ts'
import { outputsOf } from '../report/outputs.ts'
import type { ShownPicture } from '../report/pictures.ts'
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
import { openReports } from './reports.ts'
import { countName, endedName, markName, nothingLeftName, stateNameOf } from './state.ts'
import { annotateAll, annotateProblems, printEvents } from './step.ts'

const { runner, clock, abort, beganAtMs } = step
const waits = createWaits()
runner.saveState(markName, handover.mark)
/** Max runs whose details are logged, so that the log stays short. The `results` output has the details of all. */
const maxDetails = 25
/** The runs whose last journal entry leaves something to the post step. */
const open = new Set<number>()
/** The run in the outputs so far, as it was when they were set. */
let outputRun: Pick<Run, 'runId' | 'runUrl'> | undefined
await main()

async function main() {
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
    reports = await openReports(inputs.reports, used, step)
    connection = (await opening) ?? (await connect(step, inputs))
    hex = createHexClient(connection.caller)
    outcomes = await run(inputs, hex, reports)
  } catch (error) {
    if (error instanceof InputError) annotateProblems(runner, error)
    outcomes = [outcomeOfError(error, inputs)]
  }
  const endedAtMs = clock.now()
  reportVerdict(outcomes)
  const charts = (await (hex && reports?.charts(outcomes, hex))) ?? { paths: [], shown: [] }
  runner.output('chart-paths', JSON.stringify(charts.paths))
  await writeSummary(outcomes, inputs, charts.shown, endedAtMs)
  await reports?.ended(outcomes, charts.shown)
  saveForPost(endedName, endedName, '1')
  const isDone = open.size === 0 && inputs?.reports.checkName === undefined
  if (isDone) runner.saveState(nothingLeftName, handover.mark)
  abort.close()
  handover.close()
  await (connection ?? (await opening))?.close()
}

async function run(
  inputs: RunInputs,
  hex: HexClient,
  reports: Reports | undefined,
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
  return await liveRuns(plans, shared, (index) => worldOf(plans, index, reports), inputs)
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
): PerRun {
  const plan = plans[index]
  const print = printEvents(step, { prefix: plan?.name === undefined ? '' : `[${plan.name}] ` })
  return {
    journal: (entry) => {
      if (isOpen(entry)) open.add(index)
      else open.delete(index)
      saveForPost(stateNameOf(index), String(index), JSON.stringify(entry))
    },
    onEvent(event) {
      if (plans.length === 1 && 'run' in event) setRunOutputs(event.run, plan?.projectId ?? '')
      if (event.kind === 'started') reports?.started(event.run)
      if (plans.length === 1) waits.note(event, clock.now())
      print(event)
    },
  }
}

/**
 * Sets outputs as soon as Hex responds, whatever happens to this process later. The URL of a followed run can come with
 * its first status.
 */
function setRunOutputs(run: Pick<Run, 'runId' | 'runUrl'>, projectId: string) {
  const isKnown = run.runId === outputRun?.runId
  if (isKnown && (outputRun?.runUrl !== undefined || !run.runUrl)) return
  outputRun = run
  runner.output('run-id', run.runId)
  runner.output('run-url', run.runUrl ?? '')
  runner.output('project-id', projectId)
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
  endedAtMs: number,
) {
  const [first, ...others] = outcomes
  if (inputs?.summary === false || first === undefined) return
  await runner.summary(
    others.length > 0
      ? severalSummaryOf(outcomes, pictures)
      : summaryOf(first, shownSettingsOf(inputs?.runs[0]), pictures, waits.sentence(endedAtMs)),
  )
}

/** A valid project id is an output even if another input is invalid. */
function projectIdAlone(): string {
  return parsedOr(
    () => parseProjectReference(runner.input('project-id')).projectId,
    () => '',
  )
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
