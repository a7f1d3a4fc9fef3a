import { isRed, type ProjectCheck, type VerifyOutcome } from '../verify/outcome.ts'
import { withLinks } from './links.ts'
import { code, escapeMarkdown, factTable, fitted, maxSummaryBytes, table } from './markdown.ts'
import {
  expiryWords,
  projectName,
  projectWords,
  renewWords,
  type VerifyVerdict,
  verifyHeadline,
} from './verify-words.ts'

/** The job summary: the result, what to do, the token's facts, and a row for each project. */
export function verifySummary(
  outcome: VerifyOutcome,
  verdict: VerifyVerdict,
  host: string,
): string {
  const { valid, projects, trouble, isExpiring } = outcome
  const parts = [
    `### ${icons[verdict]} ${escapeMarkdown(verifyHeadline(outcome, verdict))}`,
    valid === true || trouble === undefined ? '' : alert('CAUTION', trouble.text),
    isExpiring ? alert('WARNING', renewWords) : '',
    tokenTable(outcome, host),
    projects.length === 0 ? '' : projectTable(projects),
    projects.length === 0 ? '' : 'Nothing was started.',
  ]
  return fitted(`${parts.filter((part) => part !== '').join('\n\n')}\n`, maxSummaryBytes)
}

const icons: Readonly<Record<VerifyVerdict, string>> = {
  ready: '✅',
  expiring: '⏰',
  failed: '❌',
  aborted: '🚫',
}

function tokenTable(outcome: VerifyOutcome, host: string): string {
  const { identity, valid } = outcome
  const facts: ReadonlyArray<readonly [string, string]> = [
    ['Host', code(host)],
    ['Token', valid === undefined ? 'not known' : valid ? 'accepted' : 'rejected'],
  ]
  if (valid !== true) return factTable(facts)
  if (identity.kind !== 'ok') return factTable([...facts, ['User and expiry', 'cannot be read']])
  const { email, role } = identity.value
  return factTable([
    ...facts,
    ['User', email === undefined ? 'workspace token' : escapeMarkdown(email)],
    ['Role', role === undefined ? '' : code(role)],
    ['Expiry', escapeMarkdown(expiryWords(outcome))],
  ])
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

function alert(kind: 'CAUTION' | 'WARNING', text: string): string {
  return `> [!${kind}]\n> ${withLinks(text)}`
}
