import { type Answer, isRed, type ProjectCheck, type VerifyOutcome } from '../verify/outcome.ts'

/** What the whole check comes to. */
export type VerifyVerdict = 'ready' | 'expiring' | 'failed' | 'aborted'

/** Red is what would stop a run; an expiry that is near is red only on request. */
export function verifyVerdictOn(
  outcome: VerifyOutcome,
  { failWhenExpiring, aborted }: { readonly failWhenExpiring: boolean; readonly aborted: boolean },
): VerifyVerdict {
  const isFailed =
    outcome.valid !== true ||
    outcome.projects.some(isRed) ||
    (outcome.isExpiring && failWhenExpiring)
  if (isFailed) return aborted ? 'aborted' : 'failed'
  return outcome.isExpiring ? 'expiring' : 'ready'
}

/** The result in one sentence without a full stop. */
export function verifyHeadline(outcome: VerifyOutcome, verdict: VerifyVerdict): string {
  if (verdict === 'aborted') return 'The check was cancelled before it was complete'
  if (outcome.valid === false) return 'Hex rejected the token'
  if (outcome.valid === undefined) return 'Could not tell whether the token is valid'
  const { projects } = outcome
  const red = projects.filter(isRed).length
  const token = outcome.isExpiring
    ? `The token is valid, but expires ${inDays(outcome.daysLeft ?? 0)}`
    : 'The token is valid'
  if (projects.length === 0) return token
  const ready = projects.length - red
  if (red === 0) {
    const all = projects.length === 1 ? 'the project is' : `all ${projects.length} projects are`
    return outcome.isExpiring ? `${token}; ${all} ready` : `${token} and ${all} ready`
  }
  return projects.length === 1
    ? `${token}, but the project is not ready`
    : `${token}, but only ${ready} of ${projects.length} projects are ready`
}

/** What is known about the token, one sentence per fact, for the log. */
export function tokenLines(outcome: VerifyOutcome, host: string): ReadonlyArray<string> {
  const { valid, identity, trouble } = outcome
  if (valid !== true) return trouble === undefined ? [] : [trouble.text]
  const lines = [`${host} accepted the token.`]
  if (identity.kind !== 'ok') {
    return [
      ...lines,
      identity.kind === 'refused'
        ? "The token's user and expiry cannot be read. The token lacks the scope, or this Hex does not have the endpoint. Runs do not need it."
        : "The token's user and expiry could not be read. Runs do not need them.",
      ...troubleIn(identity),
    ]
  }
  const { email, role } = identity.value
  const who =
    email === undefined
      ? 'Workspace token.'
      : `Personal token of ${email}${role === undefined ? '' : ` (${role})`}.`
  return [...lines, who, expiryWords(outcome)]
}

/** When the token expires, one sentence. */
export function expiryWords({ identity, daysLeft }: VerifyOutcome): string {
  const expiresAtMs = identity.kind === 'ok' ? identity.value.tokenExpiresAtMs : undefined
  if (expiresAtMs === null) return 'It does not expire.'
  if (expiresAtMs === undefined || daysLeft === undefined) return 'Hex does not report its expiry.'
  return `It expires ${inDays(daysLeft)}, on ${dayOf(expiresAtMs)} (UTC).`
}

/** What to do about a token that expires soon. */
export const renewWords =
  'Create a new token in Hex, replace the secret, then revoke the old one. A personal token stops working the moment it is regenerated.'

/** What is known about a project and what to do, in sentences. */
export function projectWords(check: ProjectCheck): string {
  const { read, dryRun, result, detail } = check
  switch (result) {
    case 'ready':
      return [
        read.kind === 'ok'
          ? publishedWords(read.value.lastPublishedAt)
          : read.kind === 'refused'
            ? 'Its title and state cannot be read with this token.'
            : 'Its title and state could not be read.',
        dryRun.kind === 'ok' ? 'Hex accepted a dry run.' : 'No dry run was requested.',
      ].join(' ')
    case 'not_runnable':
      return detail ?? ''
    case 'refused':
      return ['The dry run was refused.', ...troubleIn(dryRun)].join(' ')
    case 'dry_run_unknown':
      return [
        'The project can be read, but the dry run had no clear response. A run may still work.',
        ...troubleIn(dryRun),
      ].join(' ')
    case 'no_access':
      return [noAccessWords(check), ...troubleIn(read), ...troubleIn(dryRun)].join(' ')
    case 'not_checked':
      return 'Not checked.'
  }
  return result satisfies never
}

/** Only a refusal by Hex itself is about the token. */
function noAccessWords({ read, dryRun }: ProjectCheck): string {
  const token = read.kind === 'refused' ? ' with this token' : ''
  return dryRun.kind === 'skipped'
    ? `The project could not be read${token}, and no dry run was requested ('dry-run').`
    : `The project could be neither read nor dry-run${token}.`
}

/** The name to show for a project. */
export function projectName({ projectId, read }: ProjectCheck): string {
  const title = read.kind === 'ok' ? read.value.title.trim() : ''
  return title === '' ? `Project ${projectId}` : title
}

function publishedWords(lastPublishedAt: string | null | undefined): string {
  const ms = Date.parse(lastPublishedAt ?? '')
  return Number.isNaN(ms) ? 'It can be read.' : `Last published on ${dayOf(ms)}.`
}

function troubleIn(answer: Answer<unknown>): ReadonlyArray<string> {
  return 'trouble' in answer ? [answer.trouble.text] : []
}

function inDays(days: number): string {
  if (days === 0) return 'in less than a day'
  return days === 1 ? 'in 1 day' : `in ${days} days`
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
