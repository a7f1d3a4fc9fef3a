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

/** An annotation for each item, at most `max`. If there are more items, those that remain share the last annotation. */
export function annotationsWithin<Item>(
  max: number,
  items: ReadonlyArray<Item>,
  annotationOf: (item: Item) => Annotation,
  shared: (rest: ReadonlyArray<Item>) => Annotation,
): ReadonlyArray<Annotation> {
  const rest = items.length > max ? items.slice(max - 1) : []
  const single = items.slice(0, items.length - rest.length).map(annotationOf)
  return rest.length === 0 ? single : [...single, shared(rest)]
}
