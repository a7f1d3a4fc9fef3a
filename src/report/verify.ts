import type { verifyOutputNames } from '../inputs/verify-inputs.ts'
import { type Answer, isRed, type ProjectCheck, type VerifyOutcome } from '../verify/outcome.ts'
import {
  alert,
  code,
  escapeMarkdown,
  type Fact,
  factTable,
  heading,
  summaryPage,
  table,
  withLinks,
} from './markdown.ts'
import { utcDay } from './words.ts'

/** The result of the whole check. */
export type VerifyVerdict = 'ready' | 'expiring' | 'failed' | 'aborted'

const icons: Readonly<Record<VerifyVerdict, string>> = {
  ready: '✅',
  expiring: '⏰',
  failed: '❌',
  aborted: '🚫',
}

/** The step fails on anything that would stop a run. A token that expires soon fails it only on request. */
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
  const { valid, isExpiring, daysLeft = 0, projects } = outcome
  if (verdict === 'aborted') return 'The check was cancelled before it finished'
  if (valid === false) return 'Hex rejected the token'
  if (valid === undefined) return 'Could not determine whether the token is valid'
  const token = isExpiring
    ? `The token is valid, but expires ${inDays(daysLeft)}`
    : 'The token is valid'
  const count = projects.length
  if (count === 0) return token
  const red = projects.filter(isRed).length
  if (red === 0) {
    const all = count === 1 ? 'the project is' : `all ${count} projects are`
    return `${token}${isExpiring ? ';' : ' and'} ${all} ready`
  }
  return count === 1
    ? `${token}, but the project is not ready`
    : `${token}, but only ${count - red} of ${count} projects are ready`
}

/** The job summary: the result, what to do, the token's facts, and a row for each project. */
export function verifySummary(
  outcome: VerifyOutcome,
  verdict: VerifyVerdict,
  host: string,
): string {
  const { valid, projects, trouble, isExpiring } = outcome
  return summaryPage(
    heading(icons[verdict], verifyHeadline(outcome, verdict)),
    valid === true || trouble === undefined ? '' : alert('CAUTION', withLinks(trouble.text)),
    isExpiring ? alert('WARNING', withLinks(renewWords)) : '',
    factTable(tokenFacts(outcome, host)),
    ...(projects.length === 0 ? [] : [projectTable(projects), 'No run was started.']),
  )
}

function tokenFacts(outcome: VerifyOutcome, host: string): ReadonlyArray<Fact> {
  const { identity, valid } = outcome
  const facts: ReadonlyArray<Fact> = [
    ['Host', code(host)],
    ['Token', valid === undefined ? 'unknown' : valid ? 'accepted' : 'rejected'],
  ]
  if (valid !== true) return facts
  if (identity.kind !== 'ok') return [...facts, ['User and expiration', 'cannot be read']]
  const { email, role } = identity.value
  return [
    ...facts,
    ['User', email === undefined ? 'workspace token' : escapeMarkdown(email)],
    ['Role', code(role ?? '')],
    ['Expiration', escapeMarkdown(expiryWords(outcome))],
  ]
}

function projectTable(projects: ReadonlyArray<ProjectCheck>): string {
  const rows = projects.map((check) => [
    isRed(check) ? '❌' : check.result === 'ready' ? '✅' : '⚠️',
    `${escapeMarkdown(projectName(check))}${check.read.kind === 'ok' ? `<br>${code(check.projectId)}` : ''}`,
    check.dryRun.kind === 'ok' ? escapeMarkdown(check.dryRun.value.projectVersion ?? '') : '',
    withLinks(projectWords(check)),
  ])
  return table(['', 'Project', 'Version', 'Result'], rows)
}

/** What is known about the token, one sentence per fact, for the log. */
export function tokenLines(outcome: VerifyOutcome, host: string): ReadonlyArray<string> {
  const { valid, identity, trouble } = outcome
  if (valid !== true) return trouble === undefined ? [] : [trouble.text]
  const accepted = `${host} accepted the token.`
  if (identity.kind !== 'ok') {
    return [
      accepted,
      identity.kind === 'refused'
        ? "The token's user and expiration date cannot be read. The token lacks the scope, or this Hex host does not have the endpoint. Runs are not affected."
        : "The token's user and expiration date could not be read. Runs are not affected.",
      ...troubleIn(identity),
    ]
  }
  const { email, role } = identity.value
  const user =
    email === undefined
      ? 'Workspace token.'
      : `Personal token of ${email}${role === undefined ? '' : ` (${role})`}.`
  return [accepted, user, expiryWords(outcome)]
}

/** When the token expires, in one sentence. */
function expiryWords({ identity, daysLeft }: VerifyOutcome): string {
  const expiresAtMs = identity.kind === 'ok' ? identity.value.tokenExpiresAtMs : undefined
  if (expiresAtMs === null) return 'It does not expire.'
  if (expiresAtMs === undefined || daysLeft === undefined)
    return 'Hex does not report when it expires.'
  return `It expires ${inDays(daysLeft)}, on ${utcDay(expiresAtMs)} (UTC).`
}

function inDays(days: number): string {
  if (days === 0) return 'in less than a day'
  return days === 1 ? 'in 1 day' : `in ${days} days`
}

/** What to do about a token that expires soon. */
export const renewWords =
  'Create a new token in Hex, replace the secret, then revoke the old one. A personal token stops working as soon as you regenerate it.'

/** What is known about a project and what to do, in sentences. */
export function projectWords(check: ProjectCheck): string {
  const { read, dryRun, result, detail } = check
  switch (result) {
    case 'ready':
      return `${readyWords(read)} ${dryRun.kind === 'ok' ? 'Hex accepted a dry run.' : 'No dry run was requested.'}`
    case 'not_runnable':
      return detail ?? ''
    case 'refused':
      return ['The dry run was refused.', ...troubleIn(dryRun)].join(' ')
    case 'dry_run_unknown':
      return [
        'The project can be read, but the outcome of the dry run is unknown. A run may still work.',
        ...troubleIn(dryRun),
      ].join(' ')
    case 'no_access':
      return [noAccessWords(check), ...troubleIn(read), ...troubleIn(dryRun)].join(' ')
    case 'not_checked':
      return 'Not checked.'
  }
  return result satisfies never
}

function readyWords(read: ProjectCheck['read']): string {
  if (read.kind === 'refused') return 'Its title and state cannot be read with this token.'
  if (read.kind !== 'ok') return 'Its title and state could not be read.'
  const publishedAtMs = Date.parse(read.value.lastPublishedAt ?? '')
  return Number.isNaN(publishedAtMs)
    ? 'The project can be read.'
    : `Last published on ${utcDay(publishedAtMs)}.`
}

/** Only if Hex itself refused the read, the token is the cause. */
function noAccessWords({ read, dryRun }: ProjectCheck): string {
  const token = read.kind === 'refused' ? ' with this token' : ''
  return dryRun.kind === 'skipped'
    ? `The project could not be read${token}, and no dry run was requested ('dry-run').`
    : `Both the read and the dry run failed${token}.`
}

function troubleIn(answer: Answer<unknown>): ReadonlyArray<string> {
  return 'trouble' in answer ? [answer.trouble.text] : []
}

/** The name to show for a project. */
export function projectName({ projectId, read }: ProjectCheck): string {
  return (read.kind === 'ok' && read.value.title.trim()) || `Project ${projectId}`
}

/** The outputs; without an outcome (invalid inputs), those of an unknown token. */
export function verifyOutputs(
  outcome: VerifyOutcome | undefined,
): Readonly<Record<(typeof verifyOutputNames)[number], string>> {
  const identity = outcome?.identity.kind === 'ok' ? outcome.identity.value : {}
  const { tokenExpiresAtMs: expiresAtMs } = identity
  return {
    valid: String(outcome?.valid ?? ''),
    email: identity.email ?? '',
    role: identity.role ?? '',
    'expires-at': typeof expiresAtMs === 'number' ? new Date(expiresAtMs).toISOString() : '',
    'days-left': String(outcome?.daysLeft ?? ''),
    results: JSON.stringify((outcome?.projects ?? []).map(resultOf)),
  }
}

/** One project in the `results` output. A fact that is not known is null. */
function resultOf(check: ProjectCheck) {
  const { projectId, read, dryRun, result } = check
  const project = read.kind === 'ok' ? read.value : undefined
  const trouble = [dryRun, read].flatMap((answer) => ('trouble' in answer ? answer.trouble : []))
  return {
    project_id: projectId,
    project_title: project?.title ?? null,
    published_at: project?.lastPublishedAt ?? null,
    project_version: (dryRun.kind === 'ok' ? dryRun.value.projectVersion : undefined) ?? null,
    archived: project?.archived ?? null,
    dry_run: dryRun.kind === 'ok' ? 'accepted' : dryRun.kind,
    result,
    message: projectWords(check),
    trace_id: trouble.find(({ traceId }) => traceId !== undefined)?.traceId ?? null,
  }
}
