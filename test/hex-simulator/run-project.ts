import { failure } from './errors.ts'
import { recordNotifications } from './notifications.ts'
import { accessibleProject } from './project-endpoints.ts'
import { type Project, takePlan } from './projects.ts'
import { type RunBody, readRunBody } from './run-body.ts'
import { runUrl } from './run-endpoints.ts'
import { checkInputs } from './run-inputs.ts'
import { isActive, type Run, stagesOf } from './runs.ts'
import { type Call, runIdAt, type WorldState } from './state.ts'
import { type ApiResponse, isAnswer, json } from './wire.ts'

/**
 * `POST /v1/projects/{projectId}/runs`. Checks the call's structure first, then the project, then
 * whether a kernel is free; a run exists only if all of it holds.
 */
export function runProject(world: WorldState, call: Call): ApiResponse {
  const body = readRunBody(world, call)
  if (isAnswer(body)) return body
  const project = accessibleProject(world, call)
  if (isAnswer(project)) return project

  if (body.dryRun && world.behaviour.dryRunChecks === 'structure') {
    return dummyAnswer(world, call, project, body)
  }
  const refusal = refuse(world, call, project, body)
  if (refusal !== null) return refusal
  if (body.dryRun) return dummyAnswer(world, call, project, body)

  const { userId } = call.token
  if (kernelsHeldBy(world, userId, call.atMs) >= world.behaviour.kernelLimit) {
    return failure(call.errors, 503, 'Maximum number of concurrent kernels reached')
  }

  const run = createRun(world, call, project, body)
  world.runs.set(run.id, run)
  return startedAnswer(world, project, run)
}

/**
 * Kernels a user holds, in the UI and through the API. A run holds one from the moment it is
 * created: were it only from RUNNING on, a burst of starts would all be accepted while PENDING
 * and the limit would say nothing, yet the overview page describes it as a refusal to start. A
 * run being cancelled keeps its kernel until it is KILLED.
 */
function kernelsHeldBy(world: WorldState, userId: string, atMs: number): number {
  let held = world.behaviour.uiKernels
  for (const run of world.runs.values()) {
    if (run.userId === userId && isActive(run, atMs)) held += 1
  }
  return held
}

function refuse(
  world: WorldState,
  call: Call,
  project: Project,
  body: RunBody,
): ApiResponse | null {
  const { errors, token } = call
  if (project.lastPublishedAt === null) {
    return failure(errors, 422, 'Project has not been published')
  }
  // No source says how these are refused, only that a run needs a published app.
  if (project.archivedAt !== null) return failure(errors, 422, 'Project is archived')
  if (project.trashedAt !== null) return failure(errors, 422, 'Project is in the trash')
  if (project.type === 'COMPONENT') return failure(errors, 422, 'Components cannot be run')

  if (body.updatePublishedResults) {
    if (project.access !== 'edit') {
      return failure(errors, 403, 'Can Edit permission is required to update published results')
    }
    if (!project.showsPublishedResults) {
      return failure(errors, 422, 'Project does not show results from a publish or scheduled run')
    }
  }
  if (body.viewId !== null && !project.savedViews.includes(body.viewId)) {
    return failure(errors, 422, 'Saved view not found')
  }
  const wantsSlack = body.notifications.some((each) => each.slackChannelIds.length > 0)
  if (wantsSlack && !token.slackNotificationsEnabled) {
    // Seen in public: one notification that cannot be sent stops the whole run.
    const words = 'Cannot send Slack notifications: enable them in your user settings first'
    return failure(errors, 422, words)
  }
  return checkInputs(world, call, project, body.inputParams)
}

function createRun(world: WorldState, call: Call, project: Project, body: RunBody): Run {
  const plan = takePlan(project)
  return {
    id: runIdAt(world, call.atMs),
    projectId: project.id,
    trigger: 'API',
    plan,
    stages: stagesOf(plan),
    createdAtMs: call.atMs,
    projectVersion: project.version,
    updatesPublishedResults: body.updatePublishedResults,
    notifications: recordNotifications(body.notifications),
    traceId: call.errors.traceId,
    userId: call.token.userId,
    createdByRequest: call.sequence,
    cancelledAtMs: null,
    killedAtMs: null,
    cancelCount: 0,
    forced: null,
  }
}

/** The 201 body: it has no status, and its version is an integer in every generation. */
function startedAnswer(world: WorldState, project: Project, run: Run): ApiResponse {
  const { host } = world.behaviour
  return json(201, {
    projectId: project.id,
    projectVersion: project.version,
    runId: run.id,
    runUrl: runUrl(world, project.id, run.id),
    runStatusUrl: `${host}/api/v1/projects/${project.id}/runs/${run.id}`,
    traceId: run.traceId,
    ...(run.notifications.length > 0 ? { notifications: run.notifications } : {}),
  })
}

/** A dry run answers as if it had started one; the run it names does not exist. */
function dummyAnswer(world: WorldState, call: Call, project: Project, body: RunBody): ApiResponse {
  const startedRuns = project.startedRuns
  const answer = startedAnswer(world, project, createRun(world, call, project, body))
  project.startedRuns = startedRuns
  return answer
}
