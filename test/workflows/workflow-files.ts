import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'

/** The repository's folder. */
export const root = resolve(import.meta.dirname, '../..')

/** The manifests of the actions, from the root, with slashes. */
export const manifests: ReadonlyArray<string> = globSync(['action.yml', '*/action.yml'], {
  cwd: root,
}).map((path) => path.replaceAll('\\', '/'))

/** A step as it is written. */
export interface Step {
  readonly id?: string
  readonly name?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
  readonly 'continue-on-error'?: boolean
  readonly 'timeout-minutes'?: number
  readonly background?: boolean
  /** One or more steps in the background. */
  readonly wait?: string | ReadonlyArray<string>
  readonly cancel?: string
  readonly parallel?: ReadonlyArray<Step>
}

/** A job as it is written. */
export interface Job {
  readonly steps?: ReadonlyArray<Step>
  /** A workflow that is called in the place of steps. */
  readonly uses?: string
  readonly needs?: ReadonlyArray<string>
  readonly if?: string
  readonly permissions?: Readonly<Record<string, string>>
  readonly environment?: string
  readonly 'timeout-minutes'?: number
}

/** A file of `.github/workflows`. */
export interface Workflow {
  /** From the root, with slashes. */
  readonly path: string
  readonly text: string
  readonly permissions: unknown
  readonly concurrency: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

/** All workflows of the repository. */
export function allWorkflows(): ReadonlyArray<Workflow> {
  return readdirSync(join(root, '.github/workflows'))
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => workflowAt(`.github/workflows/${name}`))
}

/** One workflow by its path from the root. */
export function workflowAt(path: string): Workflow {
  const text = readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n')
  return { path, text, ...(parse(text) as Omit<Workflow, 'path' | 'text'>) }
}

/** The steps of all jobs. */
export function stepsOf({ jobs }: Workflow): ReadonlyArray<Step> {
  return Object.values(jobs).flatMap(({ steps = [] }) =>
    steps.flatMap((step) => step.parallel ?? [step]),
  )
}
