import type { InputError } from '../inputs/problems.ts'
import type { Runner } from '../runner/runner.ts'

/** Adds an annotation per problem. GitHub keeps ten per step, so from the tenth on they share one. */
export function annotateProblems({ annotate }: Pick<Runner, 'annotate'>, { problems }: InputError) {
  const shown = problems.length > 10 ? problems.slice(0, 9) : problems
  for (const { input, message } of shown)
    annotate('error', `Input '${input}'`, `'${input}': ${message}`)
  const rest = problems.slice(shown.length)
  if (rest.length > 0) {
    const lines = rest.map(({ input, message }) => `'${input}': ${message}`)
    annotate('error', `${rest.length} more inputs`, lines.join('\n'))
  }
}
