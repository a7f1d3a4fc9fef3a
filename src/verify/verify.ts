import type { CallOptions } from '../hex/client.ts'
import type { Failure } from '../hex/errors.ts'
import { mayRepeat } from '../hex/retry.ts'
import type { Identity, Project } from '../hex/wire.ts'
import type { Trouble } from '../run/outcome.ts'
import { hexErrorOf, persist, troubleOf } from '../run/persist.ts'
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
 * Who sets up a workflow waits for the verdict, so a host that does not respond is reported soon. A rate limit and a 503
 * pass by themselves, and are waited for until the timeout.
 */
const patienceMs = 20_000
/** Short enough for a second attempt within the patience. */
const attemptMs = 15_000

/**
 * Checks a token and the projects it is meant to run. Sends Me, GetProject and RunProject with `dryRun`, so nothing
 * is started. Every failed call is part of the outcome; only unexpected errors are thrown.
 */
export async function verify(plan: VerifyPlan, world: CallWorld): Promise<VerifyOutcome> {
  const proof: Proof = { valid: undefined }
  const asking: Asking = { world, deadlineAtMs: plan.deadlineAtMs, proof }
  const { answer: identity, failure } = await ask(asking, isHiddenRead, (options) =>
    world.hex.me(options),
  )
  const projects: Array<ProjectCheck> = []
  // A host that does not respond at all is not asked again for each project.
  const isUnreachable = failure?.kind === 'no-answer'
  for (const projectId of plan.projectIds) {
    projects.push(
      proof.valid === false || isUnreachable
        ? { projectId, read: skipped, dryRun: skipped, result: 'not_checked' }
        : await checkProject(projectId, plan.dryRun, asking),
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

/** What the responses so far prove about the token. A rejection is final. */
interface Proof {
  valid: boolean | undefined
  /** The rejection, else the first failed call. */
  trouble?: Trouble
}

interface Asking {
  readonly world: CallWorld
  readonly deadlineAtMs: number
  readonly proof: Proof
}

const skipped = { kind: 'skipped' } as const

async function checkProject(
  projectId: string,
  wantsDryRun: boolean,
  asking: Asking,
): Promise<ProjectCheck> {
  const { hex } = asking.world
  const { answer: read } = await ask(asking, isHiddenRead, (options) =>
    hex.getProject(projectId, options),
  )
  const detail = read.kind === 'ok' ? whyNotRunnable(read.value) : undefined
  if (detail !== undefined) {
    return { projectId, read, dryRun: skipped, result: 'not_runnable', detail }
  }
  const dryRun =
    wantsDryRun && asking.proof.valid !== false
      ? await ask(asking, isRefusal, (options) =>
          hex.runProject(projectId, { dryRun: true }, options),
        )
      : { answer: skipped }
  const result = asking.proof.valid === false ? 'not_checked' : resultOf(read, dryRun.answer)
  return { projectId, read, dryRun: dryRun.answer, result }
}

/** A dry run that Hex accepted is enough: a token with only the Run projects scope may be unable to read. */
function resultOf(read: Answer<Project>, dryRun: ProjectCheck['dryRun']): ProjectResult {
  if (read.kind === 'skipped' && dryRun.kind === 'skipped') return 'not_checked'
  if (dryRun.kind === 'refused') return 'refused'
  if (dryRun.kind === 'ok') return 'ready'
  if (read.kind !== 'ok') return 'no_access'
  return dryRun.kind === 'skipped' ? 'ready' : 'dry_run_unknown'
}

/** Makes a call until it has a clear response, and keeps what that proves about the token. */
async function ask<T>(
  { world, deadlineAtMs, proof }: Asking,
  isClearRefusal: (failure: Failure) => boolean,
  call: (options: CallOptions) => Promise<T>,
): Promise<{ readonly answer: Answer<T>; readonly failure?: Failure }> {
  const { clock, abort } = world
  if (abort.signal.aborted || clock.now() >= deadlineAtMs) return { answer: skipped }
  const patientUntilMs = clock.now() + patienceMs
  const attempt = async (): Promise<{ readonly value: T } | { readonly error: unknown }> => {
    try {
      const deadlineMs = Math.min(attemptMs, Math.max(1_000, deadlineAtMs - clock.now()))
      const options = { signal: abort.signal, notAfterMs: deadlineAtMs, deadlineMs }
      return { value: await call(options) }
    } catch (error) {
      const { failure } = hexErrorOf(error)
      if (isWorthWaiting(failure, clock.now() < patientUntilMs)) throw error
      return { error }
    }
  }
  const made = await persist(world, deadlineAtMs, attempt).catch((error: unknown) => ({ error }))
  if ('value' in made) {
    if (proof.valid === undefined) proof.valid = true
    return { answer: { kind: 'ok', value: made.value } }
  }
  const { failure } = hexErrorOf(made.error)
  const trouble = troubleOf(made.error)
  learn(proof, failure, trouble)
  return { answer: { kind: isClearRefusal(failure) ? 'refused' : 'unknown', trouble }, failure }
}

function learn(proof: Proof, failure: Failure, trouble: Trouble) {
  const isRejected = failure.kind === 'refused' && failure.status === 401 && failure.hexOwn
  if (isRejected && proof.valid !== false) Object.assign(proof, { valid: false, trouble })
  if (isHiddenRead(failure) && proof.valid === undefined) proof.valid = true
  proof.trouble ??= trouble
}

/** Only a 403 or 404 in Hex's own format proves that Hex accepted the token. */
function isHiddenRead(failure: Failure): boolean {
  return (
    failure.kind === 'refused' &&
    failure.hexOwn &&
    (failure.status === 403 || failure.status === 404)
  )
}

/** A page with a 4xx is no response of Hex, but it stands in the way of the start just the same. */
function isRefusal(failure: Failure): boolean {
  return (
    failure.kind === 'refused' &&
    failure.status >= 300 &&
    failure.status < 500 &&
    ![408, 425, 429].includes(failure.status)
  )
}

/** A dry run starts nothing, so it may be repeated like a read. A sign-in page does not go away. */
function isWorthWaiting(failure: Failure, isPatient: boolean): boolean {
  if (failure.kind === 'unreadable') return false
  const isBusy = failure.kind === 'refused' && (failure.status === 429 || failure.status === 503)
  return (isBusy || isPatient) && mayRepeat('GET', failure)
}

/** Measured against Hex's clock, since the runner's may be wrong. */
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
