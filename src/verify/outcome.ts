import type { Identity, Project } from '../hex/wire.ts'
import type { Trouble } from '../run/outcome.ts'

/** The result of one call that can fail without failing the step at once. */
export type Answer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  /** Hex refused the call in its own words: 403 or 404 for a read, any 4xx for a dry run. */
  | { readonly kind: 'refused'; readonly trouble: Trouble }
  /** Proves nothing: a rate limit, an outage, no response, or a page that is not from Hex. */
  | { readonly kind: 'unknown'; readonly trouble: Trouble }
  /** The call was not made. */
  | { readonly kind: 'skipped' }

/** The facts about one project. */
export interface ProjectCheck {
  readonly projectId: string
  readonly read: Answer<Project>
  /** The value is the project version in the response. */
  readonly dryRun: Answer<{ readonly projectVersion?: string }>
  readonly result: ProjectResult
  /** Why the project cannot run, for `not_runnable`. */
  readonly detail?: string
}

/** The result for a project, as a stable word for machines. */
export type ProjectResult =
  /** Nothing prevents a run. */
  | 'ready'
  /** Unpublished, archived, in the trash, or a component. */
  | 'not_runnable'
  /** The dry run was refused. */
  | 'refused'
  /** The project can be read, but the dry run had no clear response: a warning. */
  | 'dry_run_unknown'
  /** The project can't be read, and there was no successful dry run. */
  | 'no_access'
  /** The token was rejected, Hex was not reachable, or the step timed out. */
  | 'not_checked'

/** The result of the whole step. */
export interface VerifyOutcome {
  /** Hex accepted (true) or rejected (false) the token; undefined if no response proves either. */
  readonly valid: boolean | undefined
  readonly identity: Answer<Identity>
  /** Days until the token expires, rounded down; undefined if it never does or Hex does not say. */
  readonly daysLeft: number | undefined
  /** The token expires within `expires-within-days`. */
  readonly isExpiring: boolean
  readonly projects: ReadonlyArray<ProjectCheck>
  /** The failed call that decided about the token, if it is not valid. */
  readonly trouble?: Trouble
}

/** Does the result of this project fail the step? */
export function isRed({ result }: Pick<ProjectCheck, 'result'>): boolean {
  switch (result) {
    case 'ready':
    case 'dry_run_unknown':
      return false
    case 'not_runnable':
    case 'refused':
    case 'no_access':
    case 'not_checked':
      return true
  }
  return result satisfies never
}
