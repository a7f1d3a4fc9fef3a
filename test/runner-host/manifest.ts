import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { canonicalScalar } from './scalars.ts'

/** What the runner reads of an action.yml. Paths of scripts are absolute. */
export interface Manifest {
  /** By declared name, in the file's order. */
  readonly inputs: ReadonlyMap<string, InputDeclaration>
  readonly main: string
  readonly post: string | null
  readonly postIf: string
  readonly hasPre: boolean
}

/** `default` may hold expressions; null when the input has none. */
export interface InputDeclaration {
  readonly default: string | null
  readonly deprecationMessage: string | null
}

/** The action cannot be loaded: the job fails before any of its code runs. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError'
}

const RUNS_KEYS = ['using', 'main', 'pre', 'pre-if', 'post', 'post-if']
const OUTPUT_KEYS = ['description', 'value']

/**
 * Reads action.yml, else action.yaml, as strictly as the runner does (action_yaml.json,
 * ActionManifestManager.cs): unknown keys are refused inside `runs` and outputs, ignored elsewhere.
 * @throws ManifestError
 */
export function readManifest(actionDir: string): Manifest {
  const file = ['action.yml', 'action.yaml']
    .map((name) => path.resolve(actionDir, name))
    .find((candidate) => existsSync(candidate))
  if (file === undefined) throw new ManifestError(`No action.yml or action.yaml in ${actionDir}.`)
  const root = mapping(parse(readFileSync(file, 'utf8')), 'The manifest')
  const runs = readRuns(root.runs)
  if (runs.using !== 'node24') {
    throw new ManifestError(`'runs.using' is '${runs.using}'; this host runs node24 actions.`)
  }
  for (const [name, output] of Object.entries(optionalMapping(root.outputs, 'outputs'))) {
    refuseOthers(optionalMapping(output, `outputs.${name}`), OUTPUT_KEYS, `outputs.${name}`)
  }
  const main = script(actionDir, runs, 'main')
  if (main === null) throw new ManifestError("'runs.main' is missing.")
  return {
    inputs: readInputs(root.inputs),
    main,
    post: script(actionDir, runs, 'post'),
    postIf: runs['post-if'] ?? 'always()',
    hasPre: script(actionDir, runs, 'pre') !== null,
  }
}

function readRuns(value: unknown): Readonly<Record<string, string>> {
  const runs = mapping(value, "'runs'")
  refuseOthers(runs, RUNS_KEYS, 'runs')
  const strings: Record<string, string> = {}
  for (const [key, entry] of Object.entries(runs)) {
    const text = canonicalScalar(entry)
    if (text === null || text === '') {
      throw new ManifestError(`'runs.${key}' must be a string that is not empty.`)
    }
    strings[key] = text
  }
  return strings
}

function readInputs(value: unknown): ReadonlyMap<string, InputDeclaration> {
  const inputs = new Map<string, InputDeclaration>()
  for (const [name, entry] of Object.entries(optionalMapping(value, 'inputs'))) {
    const declaration = optionalMapping(entry, `inputs.${name}`)
    inputs.set(name, {
      default: scalar(declaration, 'default', name),
      deprecationMessage: scalar(declaration, 'deprecationMessage', name),
    })
  }
  return inputs
}

function scalar(declaration: Readonly<Record<string, unknown>>, key: string, name: string) {
  if (!(key in declaration)) return null
  const text = canonicalScalar(declaration[key])
  if (text === null) throw new ManifestError(`'inputs.${name}.${key}' must be a scalar.`)
  return text
}

function script(actionDir: string, runs: Readonly<Record<string, string>>, key: string) {
  const relative = runs[key]
  if (relative === undefined) return null
  const file = path.resolve(actionDir, relative)
  if (!existsSync(file)) throw new ManifestError(`File not found: '${file}' (runs.${key}).`)
  return file
}

function refuseOthers(
  entries: Readonly<Record<string, unknown>>,
  known: ReadonlyArray<string>,
  where: string,
): void {
  const unexpected = Object.keys(entries).find((key) => !known.includes(key))
  if (unexpected !== undefined)
    throw new ManifestError(`Unexpected value '${unexpected}' in ${where}.`)
}

function optionalMapping(value: unknown, what: string): Readonly<Record<string, unknown>> {
  return value === undefined || value === null ? {} : mapping(value, what)
}

function mapping(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ManifestError(`${what} must be a mapping.`)
  }
  return { ...value }
}
