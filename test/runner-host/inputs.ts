import { parse } from 'yaml'
import { COMMON_FUNCTIONS, fillTemplate } from './expressions.ts'
import type { Manifest } from './manifest.ts'
import { canonicalScalar } from './scalars.ts'

/** The inputs of one stage, by the name the workflow or the manifest writes, and what to warn of. */
export interface EvaluatedInputs {
  readonly values: ReadonlyMap<string, string>
  readonly warnings: ReadonlyArray<string>
}

/** The `with:` block is not one the runner would accept. */
export class WorkflowError extends Error {
  override readonly name = 'WorkflowError'
}

/**
 * Merges the `with:` block with the manifest's defaults (ActionRunner.cs). Undeclared inputs are kept
 * and warned of; `required` is not looked at, because the runner does not either.
 */
export function evaluateInputs(
  manifest: Manifest,
  given: Readonly<Record<string, unknown>> | string,
  contexts: Readonly<Record<string, unknown>>,
): EvaluatedInputs {
  const values = readWith(given)
  const givenNames = [...values.keys()]
  const declared = new Map([...manifest.inputs].map(([name, input]) => [name.toLowerCase(), input]))
  const warnings: Array<string> = []
  for (const name of givenNames) {
    const message = declared.get(name.toLowerCase())?.deprecationMessage ?? null
    if (message !== null) {
      warnings.push(`Input '${name}' has been deprecated with message: ${message}`)
    }
  }
  const scope = { contexts, functions: COMMON_FUNCTIONS }
  const present = new Set(givenNames.map((name) => name.toLowerCase()))
  for (const [name, input] of manifest.inputs) {
    if (!present.has(name.toLowerCase())) values.set(name, fillTemplate(input.default ?? '', scope))
  }
  const unexpected = givenNames.filter((name) => !declared.has(name.toLowerCase()))
  if (unexpected.length > 0) {
    const valid = [...manifest.inputs.keys()]
    warnings.push(`Unexpected input(s) ${quoted(unexpected)}, valid inputs are [${quoted(valid)}]`)
  }
  return { values, warnings }
}

/** INPUT_ and the name: spaces become underscores, dashes and dots stay (Handler.cs). */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
}

function readWith(given: Readonly<Record<string, unknown>> | string): Map<string, string> {
  const block: unknown = typeof given === 'string' ? (parse(given) ?? {}) : given
  if (typeof block !== 'object' || block === null || Array.isArray(block)) {
    throw new WorkflowError("'with' must be a mapping.")
  }
  const values = new Map<string, string>()
  const seen = new Set<string>()
  for (const [name, entry] of Object.entries(block)) {
    const text = canonicalScalar(entry)
    if (text === null) throw new WorkflowError(`'with.${name}' must be a scalar.`)
    if (seen.has(name.toLowerCase())) throw new WorkflowError(`'${name}' is already defined.`)
    seen.add(name.toLowerCase())
    values.set(name, text)
  }
  return values
}

function quoted(names: ReadonlyArray<string>): string {
  return `'${names.join("', '")}'`
}
