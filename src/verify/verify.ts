import type { CallOptions } from '../hex/client.ts'
import type { Failure } from '../hex/errors.ts'
import { isClientRefusal, isRedirect, mayRetry } from '../hex/retry.ts'
import type { Identity, Project } from '../hex/wire.ts'
import { hexErrorOf, troubleOf, withRetries } from '../run/calls.ts'
import type { Trouble } from '../run/outcome.ts'
import type { CallWorld } from '../run/plan.ts'
import { whyNotRunnable } from '../run/preflight.ts'
import type { Answer, ProjectCheck, ProjectResult, VerifyOutcome } from './outcome.ts'

/** What to check. */
export interface VerifyPlan {
  /** UUIDs. */
  readonly projectIds: ReadonlyArray<string>
  readonly dryRun: boolean
  readonly expiresWithinDays: number
  /** No request is sent after it, milliseconds since the epoch. */
  readonly deadlineAtMs: number
}

const dayMs = 86_400_000
/**
 * People run this while they set up a workflow, so a host that does not respond is reported soon. A rate limit or a 503 ends
 * by itself, so it is retried until the timeout.
 */
const patienceMs = 20_000
/** Short enough for a second attempt within `patienceMs`. */
const attemptMs = 15_000

/**
 * Checks a token and the projects it is meant to run. Sends Me, GetProject and RunProject with `dryRun`, so nothing
 * is started. Every failed call is part of the outcome; only unexpected errors are thrown.
 */
export async function verify(plan: VerifyPlan, world: CallWorld): Promise<VerifyOutcome> {
  const proof: Proof = { valid: undefined }
  const check: Check = { world, deadlineAtMs: plan.deadlineAtMs, proof }
  const { answer: identity, failure } = await call(check, isHiddenRead, (options) =>
    world.hex.me(options),
  )
  const projects: Array<ProjectCheck> = []
  // If the host does not respond at all, don't try again for each project.
  const isUnreachable = failure?.kind === 'no-response'
  for (const projectId of plan.projectIds) {
    projects.push(
      proof.valid === false || isUnreachable
        ? { projectId, read: skipped, dryRun: skipped, result: 'not_checked' }
        : await checkProject(projectId, plan.dryRun, check),
    )
  }
  return {
    valid: proof.valid,
    identity,
    ...expiryOf(identity, plan.expiresWithinDays, world),
    projects,
    ...(proof.valid === true || proof.trouble === undefined ? {} : { trouble: proof.trouble }),
  }
}

/** What the responses so far prove about the token. Changes as they arrive; a rejection is final. */
interface Proof {
  valid: boolean | undefined
  /** The rejection, else the first failed call. */
  trouble?: Trouble
}

/** What each call needs. */
interface Check {
  readonly world: CallWorld
  readonly deadlineAtMs: number
  readonly proof: Proof
}

const skipped = { kind: 'skipped' } as const

async function checkProject(
  projectId: string,
  wantsDryRun: boolean,
  check: Check,
): Promise<ProjectCheck> {
  const { hex } = check.world
  const { answer: read } = await call(check, isHiddenRead, (options) =>
    hex.getProject(projectId, options),
  )
  const detail = read.kind === 'ok' ? whyNotRunnable(read.value) : undefined
  if (detail !== undefined) {
    return { projectId, read, dryRun: skipped, result: 'not_runnable', detail }
  }
  const dryRun =
    wantsDryRun && check.proof.valid !== false
      ? await call(check, isRefusal, (options) =>
          hex.runProject(projectId, { dryRun: true }, options),
        )
      : { answer: skipped }
  const result = check.proof.valid === false ? 'not_checked' : resultOf(read, dryRun.answer)
  return { projectId, read, dryRun: dryRun.answer, result }
}

/** A dry run that Hex accepted is enough: a token with only the Run projects scope may not be able to read. */
function resultOf(read: Answer<Project>, dryRun: ProjectCheck['dryRun']): ProjectResult {
  if (read.kind === 'skipped' && dryRun.kind === 'skipped') return 'not_checked'
  if (dryRun.kind === 'refused') return 'refused'
  if (dryRun.kind === 'ok') return 'ready'
  if (read.kind !== 'ok') return 'no_access'
  return dryRun.kind === 'skipped' ? 'ready' : 'dry_run_unknown'
}

/** Retries a call until it has a clear response, and records what that proves about the token. */
async function call<T>(
  { world, deadlineAtMs, proof }: Check,
  isClearRefusal: (failure: Failure) => boolean,
  send: (options: CallOptions) => Promise<T>,
): Promise<{ readonly answer: Answer<T>; readonly failure?: Failure }> {
  const { clock, abort } = world
  if (abort.signal.aborted || clock.now() >= deadlineAtMs) return { answer: skipped }
  const patientUntilMs = clock.now() + patienceMs
  const attempt = () => {
    const timeoutMs = Math.min(attemptMs, Math.max(1_000, deadlineAtMs - clock.now()))
    return send({ signal: abort.signal, notAfterMs: deadlineAtMs, timeoutMs })
  }
  try {
    const value = await withRetries(world, deadlineAtMs, attempt, {
      mayRetry: (failure) => isWorthWaiting(failure, clock.now() < patientUntilMs),
    })
    proof.valid ??= true
    return { answer: { kind: 'ok', value } }
  } catch (error) {
    const { failure } = hexErrorOf(error)
    const trouble = troubleOf(error)
    learn(proof, failure, trouble)
    return { answer: { kind: isClearRefusal(failure) ? 'refused' : 'unknown', trouble }, failure }
  }
}

function learn(proof: Proof, failure: Failure, trouble: Trouble) {
  const isRejected = failure.kind === 'refused' && failure.status === 401 && failure.hexOwn
  if (isRejected && proof.valid !== false) Object.assign(proof, { valid: false, trouble })
  if (isHiddenRead(failure)) proof.valid ??= true
  proof.trouble ??= trouble
}

/** Only a 403 or 404 in Hex's own format proves that Hex accepted the token. */
function isHiddenRead(failure: Failure): boolean {
  return failure.kind === 'refused' && failure.hexOwn && [403, 404].includes(failure.status)
}

/** Includes 4xx pages that are not from Hex, because they also prevent a start. */
function isRefusal(failure: Failure): boolean {
  return isRedirect(failure) || isClientRefusal(failure)
}

/** A dry run starts nothing, so it is retried like a read. A sign-in page is not retried. */
function isWorthWaiting(failure: Failure, isPatient: boolean): boolean {
  if (failure.kind === 'unreadable') return false
  const isBusy = failure.kind === 'refused' && [429, 503].includes(failure.status)
  return (isBusy || isPatient) && mayRetry('GET', failure)
}

/** Uses Hex's clock, because the runner's can be wrong. */
function expiryOf(
  identity: Answer<Identity>,
  withinDays: number,
  { hex, clock }: CallWorld,
): Pick<VerifyOutcome, 'daysLeft' | 'isExpiring'> {
  const expiresAtMs = identity.kind === 'ok' ? identity.value.tokenExpiresAtMs : undefined
  if (expiresAtMs === undefined || expiresAtMs === null) {
    return { daysLeft: undefined, isExpiring: false }
  }
  const leftMs = expiresAtMs - (hex.serverNow()?.latestMs ?? clock.now())
  return {
    daysLeft: Math.max(0, Math.floor(leftMs / dayMs)),
    isExpiring: withinDays > 0 && leftMs <= withinDays * dayMs,
  }
}
