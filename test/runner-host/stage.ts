import type { JobStatus, SignalSent, StageName, StageReport } from './contract.ts'
import { displayName, headingOf, processEnvironment } from './environment.ts'
import {
  createFileCommands,
  type FileCommandPaths,
  type FileCommandResult,
  processFileCommands,
} from './file-commands.ts'
import { evaluateInputs } from './inputs.ts'
import { inputContexts, type Job } from './job.ts'
import { interrupt } from './signals.ts'
import { createStepLog, groupsOf, type StepLog } from './step-log.ts'
import { type ProcessEnd, type StepProcess, startProcess } from './step-process.ts'
import { type CommandEffects, createCommandReader } from './workflow-commands.ts'

/** Why the runner stopped a stage; after that its exit code does not matter. */
export type StopReason = 'cancelled' | 'timed-out'

/** One stage of the action, from its files to its report. */
export interface Stage {
  readonly name: StageName
  readonly start: () => void
  readonly isRunning: () => boolean
  /** Resolves when the process has gone and its pipes are closed, or when it never started. */
  readonly ended: Promise<void>
  /** SIGINT, SIGTERM, SIGKILL; the result is decided from now on. */
  readonly stop: (reason: StopReason) => void
  /** The result is decided without any signal: inside a container none arrives. */
  readonly abandon: (reason: StopReason) => void
  readonly kill: () => void
  /** Its pipes are closed at the reader's end, as by the death of the worker. */
  readonly hangUp: () => void
  /** Fixes the conclusion and, unless the runner no longer can, reads the file commands. */
  readonly settle: (withFiles: boolean) => void
  readonly report: () => StageReport
}

/** Everything a stage knows about itself; the functions below act on it. */
interface StageRecord {
  readonly job: Job
  readonly name: StageName
  readonly script: string
  readonly files: FileCommandPaths
  readonly log: StepLog
  readonly outputs: Record<string, string>
  readonly env: Record<string, string>
  readonly path: Array<string>
  readonly signals: Array<SignalSent>
  readonly ended: PromiseWithResolvers<void>
  process: StepProcess | null
  environment: Readonly<Record<string, string>>
  end: ProcessEnd | null
  stopReason: StopReason | null
  isFailedByCommand: boolean
  settled: Settled | null
  timer: NodeJS.Timeout | undefined
  startedAt: number
  endedAt: number
}

/** What is fixed when the runner turns to the next step. */
interface Settled extends FileCommandResult {
  readonly state: Readonly<Record<string, string>>
  readonly conclusion: JobStatus
}

/** Prepares a stage: fresh files, its log, nothing spawned yet. */
export function openStage(job: Job, name: StageName, script: string): Stage {
  const stage: StageRecord = {
    job,
    name,
    script,
    files: createFileCommands(job.folders.temp),
    log: createStepLog(name, job.masks, job.request.debug === true, job.emit),
    outputs: {},
    env: {},
    path: [],
    signals: [],
    ended: Promise.withResolvers(),
    process: null,
    environment: {},
    end: null,
    stopReason: null,
    isFailedByCommand: false,
    settled: null,
    timer: undefined,
    startedAt: Date.now(),
    endedAt: Date.now(),
  }
  return {
    name,
    start: () => start(stage),
    isRunning: () => stage.process !== null && stage.end === null,
    ended: stage.ended.promise,
    stop: (reason) => stop(stage, reason),
    abandon: (reason) => {
      if (stage.end === null) stage.stopReason ??= reason
    },
    kill: () => send(stage, 'SIGKILL'),
    hangUp: () => stage.process?.hangUp(),
    settle: (withFiles) => settle(stage, withFiles),
    report: () => reportOf(stage),
  }
}

function start(stage: StageRecord): void {
  const { job, name, log } = stage
  const { request, folders, identity } = job
  const inputs = announce(job, name, log)
  stage.environment = processEnvironment(request, folders, {
    files: stage.files,
    inputs,
    carriedOver: job.carriedOver,
    identity: { [identity.variable]: identity.value },
  })
  stage.startedAt = Date.now()
  stage.process = startProcess({
    node: request.node ?? process.execPath,
    script: stage.script,
    cwd: folders.workspace,
    env: stage.environment,
    pipesMs: job.graces.pipesMs,
    onLine: createCommandReader(log, job.masks, effectsOn(stage), {
      echo: request.debug === true,
      allowUnsecure: request.env?.ACTIONS_ALLOW_UNSECURE_COMMANDS === 'true',
    }),
  })
  void stage.process.ended.then((end) => finish(stage, end))
  const { pid } = stage.process
  if (pid === null) return
  if (request.stepTimeoutMs !== undefined) {
    stage.timer = setTimeout(() => stop(stage, 'timed-out'), request.stepTimeoutMs)
  }
  job.emit({ kind: 'stage-started', stage: name, pid })
}

/** Evaluates the inputs (anew in every stage) and writes the head of the stage's log. */
function announce(job: Job, name: StageName, log: StepLog): ReadonlyMap<string, string> {
  const { request, manifest } = job
  if (manifest.hasPre && name === 'main') {
    log.issue(
      'warning',
      `\`pre\` execution is not supported for local action from '${request.uses ?? './'}'`,
    )
  }
  const inputs = evaluateInputs(manifest, request.with ?? {}, inputContexts(job))
  for (const warning of inputs.warnings) log.issue('warning', warning)
  log.output(headingOf(name, request, inputs.values, job.carriedOver))
  return inputs.values
}

function finish(stage: StageRecord, end: ProcessEnd): void {
  clearTimeout(stage.timer)
  stage.end = end
  stage.endedAt = Date.now()
  if (end.failure !== null) stage.log.issue('error', end.failure)
  const { exitCode, signal } = end
  stage.job.emit({ kind: 'stage-ended', stage: stage.name, exitCode, signal })
  stage.ended.resolve()
}

function stop(stage: StageRecord, reason: StopReason): void {
  if (stage.stopReason !== null || stage.end !== null) return
  stage.stopReason = reason
  void interrupt(stage.ended.promise, stage.job.graces, (signal) => send(stage, signal))
}

function send(stage: StageRecord, signal: NodeJS.Signals): void {
  if (stage.process?.kill(signal) !== true) return
  const time = Date.now()
  stage.signals.push({ signal, time, atMs: time - stage.startedAt })
  stage.job.emit({ kind: 'signal', stage: stage.name, signal })
}

function settle(stage: StageRecord, withFiles: boolean): void {
  const { job, log } = stage
  clearTimeout(stage.timer)
  if (stage.stopReason !== null) log.issue('error', stopMessage(stage, stage.stopReason))
  const result = withFiles
    ? processFileCommands(stage.files, log, job.masks, effectsOn(stage))
    : { summary: '', errors: [] }
  stage.settled = { ...result, state: { ...job.carriedOver.state }, conclusion: conclude(stage) }
}

function stopMessage({ job, name }: StageRecord, reason: StopReason): string {
  if (reason === 'cancelled') return 'The operation was canceled.'
  const step = name === 'main' ? displayName(job.request) : `Post ${displayName(job.request)}`
  // A timeout played by a cancel plan alone stands for the shortest that a workflow can ask for.
  const minutes = (job.request.stepTimeoutMs ?? 60_000) / 60_000
  return `The action '${step}' has timed out after ${minutes} minutes.`
}

/** StepsRunner.cs: a stop decides; only then the exit code and failed commands count. */
function conclude({ stopReason, end, isFailedByCommand }: StageRecord): JobStatus {
  if (stopReason === 'cancelled') return 'cancelled'
  if (stopReason === 'timed-out') return 'failure'
  return end?.exitCode === 0 && !isFailedByCommand ? 'success' : 'failure'
}

function effectsOn(stage: StageRecord): CommandEffects {
  const { carriedOver } = stage.job
  return {
    setOutput: (name, value) => setIgnoringCase(stage.outputs, name, value),
    saveState: (name, value) => setIgnoringCase(carriedOver.state, name, value),
    setEnv: (name, value) => {
      stage.env[name] = value
      carriedOver.env[name] = value
    },
    addPath: (folder) => {
      const known = carriedOver.path.indexOf(folder)
      if (known >= 0) carriedOver.path.splice(known, 1)
      carriedOver.path.push(folder)
      stage.path.push(folder)
    },
    failStep: () => {
      stage.isFailedByCommand = true
    },
  }
}

/** .NET's case-insensitive dictionary: the first spelling stays, the last value wins. */
function setIgnoringCase(record: Record<string, string>, name: string, value: string): void {
  const known = Object.keys(record).find((key) => key.toLowerCase() === name.toLowerCase())
  record[known ?? name] = value
}

function reportOf(stage: StageRecord): StageReport {
  const { log, process, end, settled } = stage
  return {
    conclusion: settled?.conclusion ?? 'cancelled',
    pid: process?.pid ?? null,
    exitCode: end?.exitCode ?? null,
    signal: end?.signal ?? null,
    log: [...log.lines],
    stdout: process?.stdout() ?? Buffer.alloc(0),
    stderr: process?.stderr() ?? Buffer.alloc(0),
    annotations: [...log.annotations],
    annotationsDropped: log.annotationsDropped(),
    groups: groupsOf(log.lines),
    outputs: stage.outputs,
    state: settled?.state ?? {},
    env: stage.env,
    path: stage.path,
    summary: settled?.summary ?? '',
    fileCommandErrors: settled?.errors ?? [],
    environment: stage.environment,
    signals: stage.signals,
    startedAt: stage.startedAt,
    endedAt: stage.endedAt,
    durationMs: stage.endedAt - stage.startedAt,
  }
}
