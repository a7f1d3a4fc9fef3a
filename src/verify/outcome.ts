import type { Identity, Project } from '../hex/wire.ts'
import type { Trouble } from '../run/outcome.ts'

/** The result of one call that is allowed to fail. */
export type Answer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  /** Hex refused the call in its own words: 403 or 404 for a read, any 4xx for a dry run. */
  | { readonly kind: 'refused'; readonly trouble: Trouble }
  /** Nothing follows from it: a rate limit, an outage, no response, or a page that Hex did not write. */
  | { readonly kind: 'unknown'; readonly trouble: Trouble }
  /** The call was not made. */
  | { readonly kind: 'skipped' }

/** What was found out about one project. */
export interface ProjectCheck {
  readonly projectId: string
  readonly read: Answer<Project>
  /** The value is the version that the response names. */
  readonly dryRun: Answer<{ readonly projectVersion?: string }>
  readonly result: ProjectResult
  /** Why the project cannot run, for `not_runnable`. */
  readonly detail?: string
}

/** What it comes to, as a stable word for machines. */
export type ProjectResult =
  /** Nothing found against a run. */
  | 'ready'
  /** Unpublished, archived, in the trash, or a component. */
  | 'not_runnable'
  /** The dry run was refused. */
  | 'refused'
  /** It can be read, but the dry run had no clear response: a warning. */
  | 'dry_run_unknown'
  /** It can be neither read nor dry-run. */
  | 'no_access'
  /** The token was rejected, Hex was not reachable, or the time was up. */
  | 'not_checked'

/** Everything that was found out. */
export interface VerifyOutcome {
  /** Hex accepted (true) or rejected (false) the token; undefined when no response proves either. */
  readonly valid: boolean | undefined
  readonly identity: Answer<Identity>
  /** Days until the token expires, rounded down; undefined when it never does or Hex does not say. */
  readonly daysLeft: number | undefined
  /** It expires within the days that the user named. */
  readonly isExpiring: boolean
  readonly projects: ReadonlyArray<ProjectCheck>
  /** The response that decided about the token, when it is not valid. */
  readonly trouble?: Trouble
}

/** Does the project fail the step? */
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
