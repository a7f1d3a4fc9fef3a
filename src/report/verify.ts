import type { VerifyInputs, verifyOutputNames } from '../inputs/verify-inputs.ts'
import { type Answer, isRed, type ProjectCheck, type VerifyOutcome } from '../verify/outcome.ts'
import { alert, code, escapeMarkdown, heading, summaryPage, table, withLinks } from './markdown.ts'
import {
  type Annotation,
  annotation,
  annotationsWithin,
  type CompanionReport,
  maxAnnotations,
  utcDay,
} from './words.ts'

/** The result of the whole check. */
type Verdict = 'ready' | 'expiring' | 'failed' | 'aborted'

const icons: Readonly<Record<Verdict, string>> = {
  ready: '✅',
  expiring: '⏰',
  failed: '❌',
  aborted: '🚫',
}

/** Reports the check. The step fails on anything that would stop a run; if the token expires soon, only on request. */
export function verifyReport(
  outcome: VerifyOutcome,
  { failWhenExpiring, baseUrl }: Pick<VerifyInputs, 'failWhenExpiring' | 'baseUrl'>,
  isAborted: boolean,
): CompanionReport {
  const { valid, projects, isExpiring } = outcome
  const isFailed = valid !== true || projects.some(isRed) || (isExpiring && failWhenExpiring)
  const [good, bad] = [isExpiring ? 'expiring' : 'ready', isAborted ? 'aborted' : 'failed'] as const
  const verdict = isFailed ? bad : good
  const headline = headlineOf(outcome, verdict)
  const words = tokenWords(outcome, baseUrl)
  return {
    isFailed,
    lines: [...words, ...projects.map(lineOf), ...(verdict === 'ready' ? [`${headline}.`] : [])],
    annotations: annotationsOf(outcome, verdict, `${headline}.`),
    summary: summaryPage(
      heading(icons[verdict], headline),
      valid === true ? withLinks(words.join(' ')) : alert('CAUTION', withLinks(words.join(' '))),
      isExpiring ? alert('WARNING', withLinks(renewWords)) : '',
      ...(projects.length === 0 ? [] : [projectTable(projects), 'No run was started.']),
    ),
  }
}

function annotationsOf(
  { trouble, isExpiring, projects }: VerifyOutcome,
  verdict: Verdict,
  headline: string,
): ReadonlyArray<Annotation> {
  const message = [headline, trouble?.text, isExpiring ? renewWords : undefined]
  const whole: Annotation = {
    level: verdict === 'failed' ? 'error' : 'warning',
    title:
      verdict === 'expiring' ? 'Hex token expires soon' : 'Problem with the Hex token or projects',
    message: message.filter((part) => part !== undefined).join(' '),
  }
  const notable = projects.filter(({ result }) => result !== 'ready' && result !== 'not_checked')
  const levelOf = (checks: ReadonlyArray<ProjectCheck>) =>
    checks.some(isRed) && verdict !== 'aborted' ? 'error' : 'warning'
  const own = annotationsWithin(
    maxAnnotations - 1,
    notable,
    (each) => annotation(levelOf([each]), nameOf(each), projectWords(each)),
    (rest) => annotation(levelOf(rest), `${rest.length} more projects`, ...rest.map(lineOf)),
  )
  return verdict === 'ready' ? own : [whole, ...own]
}

/** The result in one sentence without a full stop. */
function headlineOf(outcome: VerifyOutcome, verdict: Verdict): string {
  const { valid, isExpiring, daysLeft = 0, projects } = outcome
  if (verdict === 'aborted') return 'The check was cancelled before it finished'
  if (valid === false) return 'Hex rejected the token'
  if (valid === undefined) return 'Could not determine whether the token is valid'
  const token = isExpiring
    ? `The token is valid, but expires ${inDays(daysLeft)}`
    : 'The token is valid'
  const [and, but] = isExpiring ? [';', ';'] : [' and', ', but']
  const count = projects.length
  if (count === 0) return token
  const red = projects.filter(isRed).length
  if (red === 0) {
    const unknown = projects.filter(({ result }) => result === 'dry_run_unknown').length
    const runs = unknown === 1 ? 'a dry run' : `${unknown} dry runs`
    if (unknown > 0) return `${token}${but} the outcome of ${runs} is unknown`
    const all = count === 1 ? 'the project is' : `all ${count} projects are`
    return `${token}${and} ${all} ready`
  }
  if (count === 1) return `${token}${but} the project is not ready`
  return `${token}${but} ${red} of ${count} projects ${red === 1 ? 'is' : 'are'} not ready`
}

function projectTable(projects: ReadonlyArray<ProjectCheck>): string {
  const rows = projects.map((check) => [
    isRed(check) ? '❌' : check.result === 'ready' ? '✅' : '⚠️',
    `${escapeMarkdown(nameOf(check))}${check.read.kind === 'ok' ? `<br>${code(check.projectId)}` : ''}`,
    check.dryRun.kind === 'ok' ? escapeMarkdown(check.dryRun.value.projectVersion ?? '') : '',
    withLinks(projectWords(check)),
  ])
  return table(['', 'Project', 'Version', 'Result'], rows)
}

/** What is known about the token, one sentence per fact. */
function tokenWords(outcome: VerifyOutcome, host: string): ReadonlyArray<string> {
  const { valid, identity, trouble } = outcome
  if (valid !== true) return [trouble?.text ?? `No request was sent to ${host}.`]
  const accepted = `${host} accepted the token.`
  if (identity.kind !== 'ok') {
    return [
      accepted,
      identity.kind === 'refused'
        ? "The token's user and expiration date cannot be read. The token may not have the 'Read users' scope, or this Hex host may not support /v1/users/me. Runs are not affected."
        : "The token's user and expiration date could not be read. Runs are not affected.",
      ...troubleIn(identity),
    ]
  }
  const { email, role } = identity.value
  const user =
    email === undefined
      ? 'It is a workspace token.'
      : `It is a personal token that belongs to ${email}${role === undefined ? '' : ` (${role})`}.`
  return [accepted, user, expiryWords(outcome)]
}

/** When the token expires, in one sentence. */
function expiryWords({ identity, daysLeft }: VerifyOutcome): string {
  const expiresAtMs = identity.kind === 'ok' ? identity.value.tokenExpiresAtMs : undefined
  if (expiresAtMs === null) return 'It does not expire.'
  if (expiresAtMs === undefined || daysLeft === undefined)
    return 'Hex does not report when the token expires.'
  return `It expires ${inDays(daysLeft)}, on ${utcDay(expiresAtMs)} (UTC).`
}

function inDays(days: number): string {
  if (days === 0) return 'in less than a day'
  return days === 1 ? 'in 1 day' : `in ${days} days`
}

/** What to do about a token that expires soon. */
const renewWords =
  'Create a new token in Hex, replace the secret, and then revoke the old token. A personal token stops working as soon as you regenerate it.'

/** What is known about a project and what to do, in sentences. */
function projectWords(check: ProjectCheck): string {
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
        'The project can be read, but the outcome of the dry run is unknown. The project may still be able to run.',
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
    : `The project could not be read${token}, and the dry run failed.`
}

function troubleIn(answer: Answer<unknown>): ReadonlyArray<string> {
  return 'trouble' in answer ? [answer.trouble.text] : []
}

function lineOf(check: ProjectCheck): string {
  return `${nameOf(check)}: ${projectWords(check)}`
}

/** The name to show for a project. */
function nameOf({ projectId, read }: ProjectCheck): string {
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
