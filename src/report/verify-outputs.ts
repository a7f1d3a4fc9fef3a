import type { verifyOutputNames } from '../inputs/verify-inputs.ts'
import type { Answer, ProjectCheck, VerifyOutcome } from '../verify/outcome.ts'
import { projectWords } from './verify-words.ts'

/** One project in the `results` output. A fact that is not known is null. */
export interface VerifyResult {
  readonly project_id: string
  readonly project_title: string | null
  readonly published_at: string | null
  readonly project_version: string | null
  readonly archived: boolean | null
  readonly dry_run: 'accepted' | 'refused' | 'unknown' | 'skipped'
  readonly result: ProjectCheck['result']
  readonly message: string
  readonly trace_id: string | null
}

type VerifyOutputs = Readonly<Record<(typeof verifyOutputNames)[number], string>>

/** The outputs; without an outcome (invalid inputs), those of an unknown token. */
export function verifyOutputs(outcome: VerifyOutcome | undefined): VerifyOutputs {
  const identity = outcome?.identity.kind === 'ok' ? outcome.identity.value : {}
  const { tokenExpiresAtMs: expiresAtMs } = identity
  return {
    valid: outcome?.valid === undefined ? '' : String(outcome.valid),
    email: identity.email ?? '',
    role: identity.role ?? '',
    'expires-at': typeof expiresAtMs === 'number' ? new Date(expiresAtMs).toISOString() : '',
    'days-left': outcome?.daysLeft === undefined ? '' : String(outcome.daysLeft),
    results: JSON.stringify((outcome?.projects ?? []).map(resultOf)),
  }
}

function resultOf(check: ProjectCheck): VerifyResult {
  const { projectId, read, dryRun, result } = check
  const project = read.kind === 'ok' ? read.value : undefined
  return {
    project_id: projectId,
    project_title: project?.title ?? null,
    published_at: project?.lastPublishedAt ?? null,
    project_version: (dryRun.kind === 'ok' ? dryRun.value.projectVersion : undefined) ?? null,
    archived: project?.archived ?? null,
    dry_run: dryRun.kind === 'ok' ? 'accepted' : dryRun.kind,
    result,
    message: projectWords(check),
    trace_id: traceIn(dryRun) ?? traceIn(read) ?? null,
  }
}

function traceIn(answer: Answer<unknown>): string | undefined {
  return 'trouble' in answer ? answer.trouble.traceId : undefined
}
