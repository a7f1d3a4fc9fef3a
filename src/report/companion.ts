/** A message on the workflow run's page and the pull request. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
}

/** What a companion action shows at its end, and whether its step fails. */
export interface CompanionReport {
  readonly isFailed: boolean
  /** For the log. */
  readonly lines: ReadonlyArray<string>
  readonly annotations: ReadonlyArray<Annotation>
  /** The job summary in Markdown. */
  readonly summary: string
}

/** GitHub shows ten annotations of a level per step (actions/runner, ExecutionContext.cs). */
export const maxAnnotations = 10
