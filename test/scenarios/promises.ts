import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { maxRuns } from '../../src/inputs/contract.ts'
import { parsePairs } from '../runner-host/file-commands.ts'
import type { StageReport } from '../runner-host/host.ts'
import { parseCommand, type WorkflowCommand } from '../runner-host/workflow-commands.ts'
import { linesOf } from './play-step.ts'
import { actionDir, type Job, type Stage } from './stage.ts'

/** Where a story tests the limits of a promise, what it allows. */
export interface Allowances {
  /** How many runs may be started. Default 1. */
  readonly runs?: number
  /** Accepted CancelRun requests a run may receive. Default 1. */
  readonly cancels?: number
  /** How many runs of others may be cancelled (`cancel-active`). Default 0. */
  readonly foreignCancels?: number
  /** A CancelRun so soon after the one before is the same one, made anew because its answer was slow. Default 0. */
  readonly cancelAnewMs?: number
}

/** What the action promises whatever happens; a sentence for everything in a story that breaks one. */
export function brokenPromises(stage: Stage, allowances: Allowances = {}): ReadonlyArray<string> {
  return [
    ...stage.jobs().flatMap((job) => brokenByJob(job, stage)),
    ...brokenAtHex(stage, allowances),
  ]
}

function brokenByJob(job: Job, stage: Stage): ReadonlyArray<string> {
  const stages = job.post === undefined ? [job.main] : [job.main, job.post]
  return [
    ...stages.flatMap((each) => forgedCommands(each, stage.token)),
    ...missingOutputs(job),
    ...falseGreen(job, stage),
  ]
}

/** Every command that reached the runner must be one of those that we mean to send. */
function forgedCommands(stage: StageReport, token: string): ReadonlyArray<string> {
  return commandsOf(stage)
    .filter((command) => !isMeant(command, token))
    .map(
      ({ name, properties, data }) =>
        `forged command ${JSON.stringify({ name, properties, data })}`,
    )
}

function commandsOf({ stdout, stderr }: StageReport): ReadonlyArray<WorkflowCommand> {
  return [stdout, stderr].flatMap((stream) =>
    linesOf(stream).flatMap((line) => parseCommand(line) ?? []),
  )
}

function isMeant({ name, properties, data }: WorkflowCommand, token: string): boolean {
  switch (name) {
    case 'add-mask':
      return data === token
    case 'group':
      return /^Details(?: of [a-z]+)?$/.test(data)
    case 'endgroup':
      return true
    case 'debug':
      return data === 'Still running.'
    case 'error':
    case 'warning':
    case 'notice':
      return ourTitle.test(properties['title'] ?? '')
    default:
      return false
  }
}

/** Annotations have a title, and hostile text never gets so far as to choose one. */
const ourTitle =
  /^(?:Hex runs?|Hex run (?:may not have been cancelled|may still be running|not active)|Input '(?:[a-z-]+|https?_proxy|HTTPS?_PROXY)'|Certificate checks stay enabled|\d+ more inputs|The job summary could not be written|State for the post step could not be written|Output '[a-z-]+' could not be written)$/

/** A process that had the time to say anything sets every output, unless it was killed outright. */
function missingOutputs(job: Job): ReadonlyArray<string> {
  const { signal, stdout } = job.main
  if (signal === 'SIGKILL' || (signal !== null && stdout.length === 0)) return []
  const set = new Set(outputsOf(job).keys())
  return declaredOutputs.filter((name) => !set.has(name)).map((name) => `output ${name} is not set`)
}

/** The outputs as main wrote them, whether or not the runner was still there to read them. */
export function outputsOf(job: Job): ReadonlyMap<string, string> {
  return new Map(parsePairs(job.file('GITHUB_OUTPUT')))
}

/** The first run in the `results` output. */
export function resultOf(job: Job): unknown {
  return resultsOf(job)[0]
}

function resultsOf(job: Job): ReadonlyArray<unknown> {
  return JSON.parse(outputsOf(job).get('results') ?? '[]')
}

/** Green means that the user got what he asked for: the run that the outputs name is COMPLETED at Hex. */
function falseGreen(job: Job, stage: Stage): ReadonlyArray<string> {
  const outputs = outputsOf(job)
  const conclusion = outputs.get('conclusion') ?? ''
  const isGreen = job.main.exitCode === 0
  if (isGreen !== ['success', 'detached', 'dry_run', 'skipped'].includes(conclusion)) {
    return job.main.signal === null
      ? [`exit code ${job.main.exitCode} with the conclusion '${conclusion}'`]
      : []
  }
  if (conclusion !== 'success') return []
  const run = stage.hex.world.runs().find(({ id }) => id === outputs.get('run-id'))
  return run?.status === 'COMPLETED'
    ? []
    : [`the step succeeded, but the run's status is ${run?.status}`]
}

function brokenAtHex(
  stage: Stage,
  { runs = 1, cancels = 1, foreignCancels = 0, cancelAnewMs = 0 }: Allowances,
): ReadonlyArray<string> {
  const accepted = stage.requestsOf('CancelRun').filter(({ hexStatus }) => hexStatus === 204)
  const acceptedFor = (id: string) => {
    const times = accepted
      .filter((request) => request.path.endsWith(id))
      .map(({ receivedAtMs }) => receivedAtMs)
    return times.filter(
      (atMs, index) => atMs - (times[index - 1] ?? Number.NEGATIVE_INFINITY) >= cancelAnewMs,
    ).length
  }
  const started = stage.ourRuns()
  const bodies = new Set(stage.requestsOf('RunProject').map(({ body }) => body))
  // A job that was killed has no results.
  const asked = stage.jobs().reduce((sum, job) => sum + (resultsOf(job).length || maxRuns), 0)
  return [
    // However often a run is started, its inputs are the same.
    ...(bodies.size > asked ? [`${bodies.size} different starts were sent for ${asked} runs`] : []),
    ...stage
      .foreignRuns()
      .filter((run) => run.cancelCount > 0)
      .slice(foreignCancels)
      .map((run) => `foreign run ${run.id} was cancelled`),
    ...(started.length > runs ? [`${started.length} runs were started`] : []),
    ...started
      .filter((run) => acceptedFor(run.id) > cancels)
      .map((run) => `run ${run.id} was cancelled ${acceptedFor(run.id)} times`),
  ]
}

const declaredOutputs: ReadonlyArray<string> = (() => {
  const manifest: unknown = parse(readFileSync(path.join(actionDir, 'action.yml'), 'utf8'))
  const outputs =
    typeof manifest === 'object' && manifest !== null && 'outputs' in manifest
      ? manifest.outputs
      : undefined
  return Object.keys(typeof outputs === 'object' && outputs !== null ? outputs : {})
})()
