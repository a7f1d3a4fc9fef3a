import type { JobReport, JobStatus, StepRequest } from './contract.ts'
import { evaluateExpression, isTrue } from './expressions.ts'
import { type Job, openJob } from './job.ts'
import { readManifest } from './manifest.ts'
import { killOrphans } from './orphans.ts'
import { armCancels, type Course } from './signals.ts'
import { openStage, type Stage } from './stage.ts'

export type * from './contract.ts'
export { WorkflowError } from './inputs.ts'
export { ManifestError } from './manifest.ts'

/**
 * Runs a local JavaScript action as one step of one job: main, post, and whatever cancels them. A
 * failing step is a report, not an error.
 * @throws ManifestError when the action cannot be loaded.
 * @throws WorkflowError, ExpressionError when the step's `with:` or a default cannot be evaluated.
 */
export async function runAction(step: StepRequest): Promise<JobReport> {
  const [report] = await runParallel([step])
  if (report === undefined) throw new Error('The step has no report.')
  return report
}

/**
 * The same for steps that run side by side in one job (`background: true`, or a `parallel` group): one workspace, one
 * RUNNER_TEMP, one status, and the state of each its own. When the last main has gone or was left behind, the post
 * steps run one after the other, the last registered first (BackgroundStepCoordinator.cs).
 * @returns one report for each step, in their order.
 */
export async function runParallel(
  steps: ReadonlyArray<StepRequest>,
): Promise<ReadonlyArray<JobReport>> {
  const uses: Array<Use> = []
  for (const step of steps) {
    const job = openJob(step, readManifest(step.actionDir), uses[0]?.job)
    const course = armCancels(job, () => isPostWanted(job))
    uses.push({ job, course, main: openStage(job, 'main', job.manifest.main) })
  }
  try {
    await Promise.all(uses.map(({ job, course, main }) => runMain(job, course, main)))
    const posts = new Map<Use, Stage | null>()
    for (const use of uses.toReversed()) posts.set(use, await runPost(use.job, use.course))
    const reports: Array<JobReport> = []
    for (const use of uses) reports.push(await completed(use, posts.get(use) ?? null))
    return reports
  } finally {
    for (const { course } of uses) course.disarm()
    // Normally nothing is left; an error above must not leave processes either.
    for (const { job } of uses) killOrphans(job.identity.variable, job.identity.value)
    for (const { job } of uses) job.close()
  }
}

/** One use of an action in a job. */
interface Use {
  readonly job: Job
  readonly course: Course
  readonly main: Stage
}

async function completed({ job, course, main }: Use, post: Stage | null): Promise<JobReport> {
  const orphansKilled = await completeJob(job, course, main, post)
  return {
    conclusion: main.report().conclusion,
    jobStatus: job.status,
    main: main.report(),
    ...(post === null ? {} : { post: post.report() }),
    masks: job.masks.values(),
    orphansKilled,
    files: { workspace: job.folders.workspace, temp: job.folders.temp },
  }
}

async function runMain(job: Job, course: Course, main: Stage): Promise<void> {
  course.stages.main = main
  main.start()
  const left = await Promise.race([main.ended, course.workerGone, course.leavesMain])
  // A background step that is still alive has not been waited for, so its files are not read.
  main.settle(left !== 'background' && !course.isWorkerGone())
  concludeWith(job, main.report().conclusion)
}

async function runPost(job: Job, course: Course): Promise<Stage | null> {
  if (job.manifest.post === null || !course.mayRunPost() || !isPostWanted(job)) return null
  const post = openStage(job, 'post', job.manifest.post)
  course.stages.post = post
  post.start()
  // The worker can go between the first line of post's log and its process.
  if (course.isWorkerGone()) post.kill()
  await Promise.race([post.ended, course.workerGone])
  post.settle(!course.isWorkerGone())
  concludeWith(job, post.report().conclusion)
  return post
}

/** A failure fails the job unless it is cancelled already; a cancelled step changes nothing more. */
function concludeWith(job: Job, conclusion: JobStatus): void {
  if (conclusion === 'failure' && job.status === 'success') job.status = 'failure'
}

/** What the runner does under "Complete job": every process of the job that is still there goes. */
async function completeJob(job: Job, course: Course, main: Stage, post: Stage | null) {
  const ends = () => Promise.all([main.ended, post?.ended])
  // A killed worker has killed its stages already: they are no orphans, they are on their way out.
  if (course.isWorkerGone()) await ends()
  const orphans = killOrphans(job.identity.variable, job.identity.value)
  for (const orphan of orphans) job.emit({ kind: 'orphan-killed', ...orphan })
  // Where orphans cannot be found (no /proc), a main that was left behind is still ours to end.
  if (main.isRunning() && !orphans.some(({ pid }) => pid === main.report().pid)) main.kill()
  await ends()
  return orphans
}

/** `post-if` with the status the job has now. The runner's default is `always()`. */
function isPostWanted(job: Job): boolean {
  const functions = {
    always: () => true,
    success: () => job.status === 'success',
    failure: () => job.status === 'failure',
    cancelled: () => job.status === 'cancelled',
  }
  return isTrue(evaluateExpression(job.manifest.postIf, { contexts: {}, functions }))
}
