import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { isRecord } from '../hex-simulator/wire.ts'
import type { JobReport, StepRequest } from '../runner-host/contract.ts'
import {
  COMMON_FUNCTIONS,
  type ExpressionScope,
  evaluateExpression,
  fillTemplate,
  isTrue,
} from '../runner-host/expressions.ts'
import { parsePairs } from '../runner-host/file-commands.ts'
import { root, withoutProxies } from './companion.ts'
import { playStep } from './play-step.ts'

type Mapping = Readonly<Record<string, unknown>>
type Result = 'success' | 'failure' | 'cancelled' | 'skipped'

/** What a step of a workflow left. */
export interface StepRecord {
  readonly outcome: Result
  readonly outputs: Readonly<Record<string, string>>
  /** For a step that uses one of our actions. */
  readonly report?: JobReport
  /** For a script. */
  readonly printed?: string
}

/** What a job left: one entry for each job of a matrix. */
export interface JobRecord {
  readonly id: string
  readonly result: Result
  readonly steps: ReadonlyArray<StepRecord>
  readonly workspace: Readonly<Record<string, string>>
}

/** What a workflow runs in. */
export interface WorkflowWorld {
  readonly hexUrl: string
  readonly secrets: Readonly<Record<string, string>>
  readonly vars?: Readonly<Record<string, string>>
  /** Files of the workspace to hand back, by path. */
  readonly files?: ReadonlyArray<string>
  /** Jobs whose runner goes away before their first step. */
  readonly lostJobs?: ReadonlyArray<string>
  /** `inputs` of a workflow that was dispatched or called. */
  readonly inputs?: Mapping
  /** Inputs of the run action where the workflow says nothing. */
  readonly defaults?: Mapping
  /** What the steps that use our actions get besides: the event, GitHub's addresses, its token. */
  readonly step?: Pick<StepRequest, 'github' | 'githubToken'>
  /** Scripts that are not Node's stand for what readers have of their own: they are taken to succeed. */
  readonly otherScripts?: 'succeed'
}

/** The workflow of that name in a document, as its readers would copy it. */
export function recipe(document: string, name: string): Mapping {
  const blocks = readFileSync(join(root, document), 'utf8').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)
  for (const [, text = ''] of blocks) {
    const workflow: unknown = parse(text)
    if (isRecord(workflow) && workflow['name'] === name) return workflow
  }
  throw new Error(`${document} has no workflow named ${name}.`)
}

/**
 * Runs a workflow's jobs one after the other: `needs`, matrices, `if`, outputs, scripts, parallel steps, and steps that use our
 * actions (on their packaged bundles). Steps that use other people's actions are taken to succeed.
 */
export async function runWorkflow(
  workflow: Mapping,
  world: WorkflowWorld,
): Promise<ReadonlyArray<JobRecord>> {
  const records: Array<JobRecord> = []
  const needs: Record<string, { result: Result; outputs: Mapping }> = {}
  for (const [id, job] of Object.entries(mapping(workflow['jobs']))) {
    const definition = mapping(job)
    const needed = [definition['needs'] ?? []].flat().map(String)
    const succeeded = needed.every((each) => needs[each]?.result === 'success')
    const contexts = {
      secrets: world.secrets,
      vars: world.vars ?? {},
      needs: Object.fromEntries(needed.map((each) => [each, needs[each]])),
      inputs: world.inputs ?? {},
      github: githubOf(world),
    }
    const env = { ...mapping(workflow['env'] ?? {}), ...mapping(definition['env'] ?? {}) }
    const isWanted = condition(definition['if'], scopeOf(contexts, succeeded))
    const matrices = isWanted ? matricesOf(definition, scopeOf(contexts, succeeded)) : []
    const outputs: Record<string, unknown> = {}
    for (const matrix of matrices) {
      const around = {
        ...contexts,
        matrix,
        env: filled(env, scopeOf({ ...contexts, matrix }, true)),
      }
      const { record, steps } = await runJob(id, definition, around, world)
      records.push(record)
      for (const [name, text] of Object.entries(mapping(definition['outputs'] ?? {}))) {
        const filled = fillTemplate(String(text), scopeOf({ ...contexts, steps }, true))
        // The runner drops an output of a job that holds a secret (actions/runner, JobExtension.cs).
        const masks = record.steps.flatMap(({ report }) => report?.masks ?? [])
        if (!masks.some((mask) => filled.includes(mask))) outputs[name] = filled
      }
    }
    const results = records.filter((each) => each.id === id).map(({ result }) => result)
    const result =
      results.length === 0 ? 'skipped' : results.includes('failure') ? 'failure' : 'success'
    needs[id] = { result, outputs }
  }
  return records
}

/** A step that runs beside those after it. */
interface Background {
  readonly step: Mapping
  readonly done: Promise<StepRecord>
  readonly stop: () => void
}

async function runJob(
  id: string,
  definition: Mapping,
  contexts: Mapping,
  world: WorkflowWorld,
): Promise<{ record: JobRecord; steps: Mapping }> {
  const workspace = mkdtempSync(join(tmpdir(), 'workflow-'))
  const records: Array<StepRecord> = []
  const steps: Record<string, unknown> = {}
  let result: Result = world.lostJobs?.includes(id) ? 'failure' : 'success'
  try {
    if (result === 'success') {
      const running = new Map<string, Background>()
      const begin = (step: Mapping) => {
        const scope = scopeOf({ ...contexts, steps }, result === 'success')
        const stop = Promise.withResolvers<void>()
        const skipped: StepRecord = { outcome: 'skipped', outputs: {} }
        const isWanted = condition(step['if'], scope)
        const done = isWanted
          ? runStep(step, scope, world, { workspace, stop: stop.promise })
          : Promise.resolve(skipped)
        return { step, done, stop: stop.resolve }
      }
      const end = async ({ step, done }: Background) => {
        const record = await done
        records.push(record)
        running.delete(String(step['id']))
        if (step['id'] !== undefined) steps[String(step['id'])] = record
        if (record.outcome === 'failure' && step['continue-on-error'] !== true) result = 'failure'
      }
      const endAll = async (ids: ReadonlyArray<unknown>) => {
        for (const id of ids) {
          const background = running.get(String(id))
          if (background === undefined)
            throw new Error(`There is no background step ${String(id)}.`)
          await end(background)
        }
      }
      for (const step of definition['steps'] as ReadonlyArray<Mapping>) {
        if (step['parallel'] !== undefined) {
          for (const each of (step['parallel'] as ReadonlyArray<Mapping>).map(begin))
            await end(each)
        } else if (step['background'] === true) running.set(String(step['id']), begin(step))
        else if (step['wait'] !== undefined) await endAll([step['wait']].flat())
        else if ('wait-all' in step) await endAll([...running.keys()])
        else if (step['cancel'] !== undefined) {
          running.get(String(step['cancel']))?.stop()
          await endAll([step['cancel']])
        } else await end(begin(step))
      }
      // The job waits for what nobody has waited for.
      await endAll([...running.keys()])
    }
    const files = (world.files ?? []).flatMap((name) => fileIn(workspace, name))
    const record = { id, result, steps: records, workspace: Object.fromEntries(files) }
    return { record, steps }
  } finally {
    rmSync(workspace, { recursive: true, force: true })
  }
}

async function runStep(
  step: Mapping,
  scope: ExpressionScope,
  world: WorkflowWorld,
  { workspace, stop }: { readonly workspace: string; readonly stop: Promise<void> },
): Promise<StepRecord> {
  const env = Object.fromEntries(
    Object.entries({ ...mapping(scope.contexts['env']), ...filled(step['env'], scope) }).map(
      ([name, it]) => [name, String(it)],
    ),
  )
  if (typeof step['run'] === 'string') {
    if (world.otherScripts === 'succeed' && step['shell'] !== nodeShell)
      return { outcome: 'success', outputs: {} }
    return runScript(step['run'], step['shell'], env, workspace)
  }
  const ours = /^OWNER\/hex-run-action(?:\/(\w+))?@\S+$/.exec(String(step['uses']))
  if (ours === null) {
    filled(step['with'], scope)
    return { outcome: 'success', outputs: {} }
  }
  const report = await playStep({
    actionDir: join(root, ours[1] ?? ''),
    uses: String(step['uses']),
    with: {
      'base-url': world.hexUrl,
      ...(ours[1] === undefined ? world.defaults : {}),
      ...filled(step['with'], scope),
    },
    env,
    matrix: mapping(scope.contexts['matrix'] ?? {}),
    ...world.step,
    secrets: Object.values(world.secrets),
    cancel: { mode: 'step-cancel', when: stop },
    workspace,
    ...withoutProxies(),
  })
  return { outcome: report.conclusion, outputs: report.main.outputs, report }
}

const nodeShell = 'node {0}'

/** Scripts of recipes are Node's (`shell: node {0}`), which every hosted runner has. */
function runScript(
  script: string,
  shell: unknown,
  env: Readonly<Record<string, string>>,
  workspace: string,
): StepRecord {
  if (shell !== nodeShell) throw new Error('Scripts of recipes run with "shell: node {0}".')
  const folder = mkdtempSync(join(tmpdir(), 'workflow-script-'))
  try {
    // A custom shell gets the script in a file without an extension.
    const [file, output] = [join(folder, 'script'), join(folder, 'output')]
    writeFileSync(file, script)
    writeFileSync(output, '')
    const { PATH = '' } = process.env
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], {
      cwd: workspace,
      env: { PATH, ...env, GITHUB_OUTPUT: output },
      encoding: 'utf8',
    })
    return {
      outcome: status === 0 ? 'success' : 'failure',
      outputs: Object.fromEntries(parsePairs(readFileSync(output, 'utf8'))),
      printed: stdout + stderr,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function scopeOf(contexts: Mapping, succeeded: boolean): ExpressionScope {
  return {
    contexts,
    functions: {
      ...COMMON_FUNCTIONS,
      success: () => succeeded,
      failure: () => !succeeded,
      always: () => true,
      cancelled: () => false,
      contains: (text, part) => String(text).toLowerCase().includes(String(part).toLowerCase()),
      join: (list, separator = ',') => [list].flat().join(String(separator)),
    },
  }
}

/** Without a status function in it, a condition holds only while all went well. */
function condition(text: unknown, scope: ExpressionScope): boolean {
  const source = String(text ?? 'success()').replace(/^\$\{\{(.*)\}\}$/s, '$1')
  const asked = /\b(always|success|failure|cancelled)\(/.test(source)
    ? source
    : `success() && (${source})`
  return isTrue(evaluateExpression(asked, scope))
}

/** One matrix variable, or a list of what to include, is all that a recipe has. */
function matricesOf(definition: Mapping, scope: ExpressionScope): ReadonlyArray<Mapping> {
  const matrix = mapping(definition['strategy'] ?? {})['matrix']
  if (matrix === undefined) return [{}]
  const [entry, ...others] = Object.entries(mapping(matrix))
  if (entry === undefined) return [{}]
  if (others.length > 0) throw new Error('The matrix has more than one variable.')
  const [name, values] = entry
  const source = /^\$\{\{(.*)\}\}$/s.exec(String(values))?.[1]
  const list = source === undefined ? values : evaluateExpression(source, scope)
  if (!Array.isArray(list)) throw new Error(`The matrix variable ${name} is not a list.`)
  return list.map((each: unknown) => (name === 'include' ? mapping(each) : { [name]: each }))
}

/** The `github` context, as far as recipes read it. */
function githubOf({ step }: WorkflowWorld): Mapping {
  const { event = {}, headRef = '', repository = 'octo-org/analytics' } = step?.github ?? {}
  return { event, head_ref: headRef, repository }
}

/** A mapping with its expressions evaluated. */
function filled(values: unknown, scope: ExpressionScope): Mapping {
  return Object.fromEntries(
    Object.entries(mapping(values ?? {})).map(([name, it]) => [
      name,
      typeof it === 'string' ? fillTemplate(it, scope) : it,
    ]),
  )
}

function fileIn(workspace: string, name: string): ReadonlyArray<readonly [string, string]> {
  try {
    return [[name, readFileSync(join(workspace, name), 'utf8')]]
  } catch {
    // A file that a step did not write is not there.
    return []
  }
}

function mapping(value: unknown): Mapping {
  if (!isRecord(value))
    throw new Error('The workflow has another value where a mapping is expected.')
  return value
}
