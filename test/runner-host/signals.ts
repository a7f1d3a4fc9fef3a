import type { CancelPlan, Graces } from './contract.ts'
import type { Job } from './job.ts'
import type { Stage } from './stage.ts'

/** JobDispatcher.cs: a kill is armed at max(5 min, 60 s) − 15 s after the cancel. */
const WORKER_BUDGET_MS = 285_000

/**
 * SIGINT, a wait, SIGTERM, a wait, SIGKILL (ProcessInvoker.cs). A wait ends early when node has gone
 * and its pipes are closed.
 */
export async function interrupt(
  ended: Promise<void>,
  graces: Graces,
  send: (signal: NodeJS.Signals) => void,
): Promise<void> {
  send('SIGINT')
  if (await endsWithin(ended, graces.sigintMs)) return
  send('SIGTERM')
  if (await endsWithin(ended, graces.sigtermMs)) return
  send('SIGKILL')
}

/** What the job may still do, as the cancels decide it. */
export interface Course {
  readonly stages: Partial<Record<Stage['name'], Stage>>
  /** Resolves when the runner goes on although main still runs (container, background). */
  readonly leavesMain: Promise<LeftMain>
  /** Resolves when the worker has gone: nothing is read or started any more. */
  readonly workerGone: Promise<void>
  readonly isWorkerGone: () => boolean
  readonly mayRunPost: () => boolean
  readonly disarm: () => void
}

type LeftMain = 'container' | 'background'

/** What the cancels act on. */
interface CourseRecord {
  readonly job: Job
  readonly stages: Course['stages']
  /** Whether `post-if` holds with the job's status of the moment. */
  readonly isPostWanted: () => boolean
  readonly timers: Set<NodeJS.Timeout>
  readonly left: PromiseWithResolvers<LeftMain>
  readonly gone: PromiseWithResolvers<void>
  isGone: boolean
  mayRunPost: boolean
  isDisarmed: boolean
}

/** Arms the request's cancel plans. They start to look when their stage has been spawned. */
export function armCancels(job: Job, isPostWanted: () => boolean): Course {
  const course: CourseRecord = {
    job,
    stages: {},
    isPostWanted,
    timers: new Set(),
    left: Promise.withResolvers(),
    gone: Promise.withResolvers(),
    isGone: false,
    mayRunPost: true,
    isDisarmed: false,
  }
  for (const plan of [job.request.cancel ?? []].flat()) armPlan(course, plan)
  return {
    stages: course.stages,
    leavesMain: course.left.promise,
    workerGone: course.gone.promise,
    isWorkerGone: () => course.isGone,
    mayRunPost: () => course.mayRunPost,
    disarm: () => {
      course.isDisarmed = true
      for (const timer of course.timers) clearTimeout(timer)
    },
  }
}

function armPlan(course: CourseRecord, plan: CancelPlan): void {
  const { when } = plan
  const target = plan.mode === 'cancel-during-post' ? 'post' : (plan.stage ?? 'main')
  const fire = () => {
    if (course.isDisarmed) return
    course.job.emit({ kind: 'cancel-requested', mode: plan.mode })
    perform(course, plan)
  }
  let isWatching = false
  let hasFired = false
  course.job.listen((event) => {
    const isStart = event.kind === 'stage-started' && event.stage === target
    if (isStart && typeof when === 'number') later(course, fire, when)
    if (isStart && when instanceof Promise) void when.then(fire, fire)
    isWatching ||= isStart
    if (!isWatching || hasFired || typeof when !== 'function' || !when(event)) return
    hasFired = true
    fire()
  })
}

function perform(course: CourseRecord, { mode, budgetMs = WORKER_BUDGET_MS }: CancelPlan): void {
  switch (mode) {
    case 'user':
    case 'worker-kill':
    case 'cancel-during-post':
      cancelJob(course, budgetMs, (stage) => stage.stop('cancelled'))
      break
    case 'container':
      cancelJob(course, budgetMs, (stage) => {
        stage.abandon('cancelled')
        course.left.resolve(mode)
      })
      break
    case 'background':
      cancelJob(course, budgetMs, (stage) => leaveBehind(course, stage))
      break
    case 'step-cancel':
      for (const stage of running(course)) leaveBehind(course, stage)
      break
    case 'step-timeout':
      for (const stage of running(course)) stage.stop('timed-out')
      break
    case 'sigkill-now':
      for (const stage of running(course)) stage.kill()
      break
    case 'runner-shutdown':
      shutDown(course)
      break
    case 'worker-lost':
      loseWorker(course)
      break
    case 'force':
      course.job.status = 'cancelled'
      endWorker(course)
      break
    default:
      mode satisfies never
  }
}

/** The worker waits for one grace, and goes on while the rest of the signals is still to come. */
function leaveBehind(course: CourseRecord, stage: Stage): void {
  stage.stop('cancelled')
  later(course, () => course.left.resolve('background'), course.job.graces.sigintMs)
}

/** The new status first, then each running step's condition with it (StepsRunner.cs). */
function cancelJob(course: CourseRecord, budgetMs: number, act: (stage: Stage) => void): void {
  course.job.status = 'cancelled'
  later(course, () => endWorker(course), budgetMs)
  const isWanted = course.job.request.if ?? ((status) => status === 'success')
  for (const stage of running(course)) {
    const stays = stage.name === 'main' ? isWanted('cancelled') : course.isPostWanted()
    if (!stays) act(stage)
  }
}

/** The runner's own end fails the job, asks no condition and skips what comes later (StepsRunner.cs). */
function shutDown(course: CourseRecord): void {
  course.job.status = 'failure'
  course.mayRunPost = false
  for (const stage of running(course)) stage.stop('cancelled')
}

function endWorker(course: CourseRecord): void {
  course.isGone = true
  course.mayRunPost = false
  for (const stage of running(course)) {
    stage.abandon('cancelled')
    stage.kill()
  }
  course.gone.resolve()
}

/** The worker has died: no signal, no more steps, and a process that lives on writes to nobody (actions/runner 2.336.0, killed while a step ran). */
function loseWorker(course: CourseRecord): void {
  course.isGone = true
  course.mayRunPost = false
  for (const stage of running(course)) {
    stage.abandon('cancelled')
    stage.hangUp()
  }
  course.gone.resolve()
}

function running(course: CourseRecord): ReadonlyArray<Stage> {
  return Object.values(course.stages).filter((stage) => stage.isRunning())
}

function later(course: CourseRecord, act: () => void, delayMs: number): void {
  course.timers.add(setTimeout(act, delayMs))
}

async function endsWithin(ended: Promise<void>, waitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), waitMs)
  })
  const result = await Promise.race([ended.then(() => true), timeout])
  clearTimeout(timer)
  return result
}
