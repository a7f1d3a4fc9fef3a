import { readFileSync } from 'node:fs'
import { posix, relative, resolve, sep } from 'node:path'
import { parseDocument } from 'yaml'
import { markdownFiles } from '../../scripts/markdown-files.ts'

/** The repository's folder. */
export const root = resolve(import.meta.dirname, '../..')

/** A block of YAML in the README or in `docs/`. */
export interface Sample {
  /** Where it is: `README.md:12`. */
  readonly place: string
  readonly text: string
}

/** A mapping that was read from YAML. */
export type Mapping = Readonly<Record<string, unknown>>

/** A step of a sample that uses one of this repository's actions. */
export interface OurStep {
  readonly place: string
  /** The action's manifest, from the root: `action.yml`, `cancel/action.yml`. */
  readonly manifest: string
  /** By which other steps read its outputs; '' where it has none. */
  readonly id: string
  /** The whole sample that it is a step of. */
  readonly text: string
  readonly with: Mapping
  /** All `env:` around it: the workflow's, the job's, its own. */
  readonly env: Mapping
  /** The job's `strategy.matrix`, one entry for each job that comes of it; one empty entry without. */
  readonly matrix: ReadonlyArray<Mapping>
  /** `on.workflow_call.inputs` and `on.workflow_dispatch.inputs`: their defaults by name. */
  readonly inputs: Mapping
}

/** All blocks of YAML in the project's Markdown files. */
export function allSamples(): ReadonlyArray<Sample> {
  return markdownFiles(root).flatMap((path) => {
    const text = readFileSync(path, 'utf8')
    return [...text.matchAll(/^```ya?ml\n([\s\S]*?)^```$/gm)].map((match) => ({
      place: `${relative(root, path).replaceAll(sep, '/')}:${text.slice(0, match.index).split('\n').length}`,
      text: match[1] ?? '',
    }))
  })
}

/** The sample as a value. Throws with what is wrong where it is not YAML, or says something twice. */
export function yamlOf({ place, text }: Sample): unknown {
  const document = parseDocument(text, { uniqueKeys: true })
  const [problem] = [...document.errors, ...document.warnings]
  if (problem !== undefined) throw new Error(`${place}: ${problem.message}`)
  return document.toJS()
}

/** The steps of a sample that use our actions, with what the workflow around them says. */
export function ourSteps(sample: Sample): ReadonlyArray<OurStep> {
  const value = yamlOf(sample)
  if (Array.isArray(value))
    return eachStep(value).flatMap((step) =>
      ourStep(sample, step, { env: {}, matrix: [{}], inputs: {} }),
    )
  const workflow = mappingOf(value)
  return Object.values(mappingOf(workflow['jobs'])).flatMap((each) => {
    const job = mappingOf(each)
    const steps = eachStep(job['steps'])
    const env = { ...mappingOf(workflow['env']), ...mappingOf(job['env']) }
    const matrix = matrixOf(mappingOf(mappingOf(job['strategy'])['matrix']))
    return steps.flatMap((step) =>
      ourStep(sample, step, { env, matrix, inputs: defaultsOf(workflow['on']) }),
    )
  })
}

/** The steps of a job, those of its parallel groups in the place of each group. */
function eachStep(steps: unknown): ReadonlyArray<unknown> {
  return (Array.isArray(steps) ? steps : []).flatMap((step: unknown) => {
    const group = mappingOf(step)['parallel']
    return group === undefined ? [step] : eachStep(group)
  })
}

/** The value when it is a mapping, else an empty one. */
export function mappingOf(value: unknown): Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Mapping)
    : {}
}

function ourStep(
  { place, text }: Sample,
  value: unknown,
  { env, matrix, inputs }: Pick<OurStep, 'env' | 'matrix' | 'inputs'>,
): ReadonlyArray<OurStep> {
  const step = mappingOf(value)
  const uses = /^OWNER\/hex-run-action(\/[\w/-]+)?@\S+$/.exec(String(step['uses']))
  if (uses === null) return []
  return [
    {
      place,
      manifest: posix.join('.', uses[1] ?? '', 'action.yml'),
      id: String(step['id'] ?? ''),
      text,
      with: mappingOf(step['with']),
      env: { ...env, ...mappingOf(step['env']) },
      matrix,
      inputs,
    },
  ]
}

/** The combinations of a matrix: its lists multiplied, or what `include` adds to nothing. */
function matrixOf({ include, ...lists }: Mapping): ReadonlyArray<Mapping> {
  const multiplied = Object.entries(lists).reduce<ReadonlyArray<Mapping>>(
    (combinations, [name, values]) =>
      combinations.flatMap((combination) =>
        (Array.isArray(values) ? values : []).map((value) => ({ ...combination, [name]: value })),
      ),
    [{}],
  )
  return Array.isArray(include) ? include.map(mappingOf) : multiplied
}

function defaultsOf(on: unknown): Mapping {
  const events = mappingOf(on)
  const declared = {
    ...mappingOf(mappingOf(events['workflow_call'])['inputs']),
    ...mappingOf(mappingOf(events['workflow_dispatch'])['inputs']),
  }
  return Object.fromEntries(
    Object.entries(declared).map(([name, input]) => [name, mappingOf(input)['default']]),
  )
}
