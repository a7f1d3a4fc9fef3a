import { firstCharacters } from '../plain-text.ts'
import { maxRuns, runInputDefaults } from './contract.ts'
import { type OneRun, type OneRunInput, oneRunInputs, readOneRun } from './one-run.ts'
import { collectProblems, named, type Parsed, type Problems, value } from './problems.ts'
import { type Json, parseEntries, parseStructured } from './structured.ts'
import { unknownKey } from './suggestion.ts'

/** Inputs about one project, which can't be defaults for several runs. */
const ownOnly = ['project-id', 'run-id', 'input-params', 'view-id'] as const

const notSingle = 'It must be a single value.'

type NamedRun = OneRun & { readonly name: string }
type Entry = Readonly<Record<string, Json>>

/**
 * Reads the `runs` input, a list in YAML or JSON. Each entry is a mapping with `name`, `project-id`, and any input of a
 * run. The action's own inputs are the defaults. Problems name the run they are about.
 */
export async function readRunList(
  inputText: (name: string) => string,
  problems: Problems,
): Promise<ReadonlyArray<OneRun>> {
  for (const name of ownOnly) {
    if (inputText(name).trim() !== '') {
      problems.add(name, "It applies to a single run. Move it into 'runs'.")
    }
  }
  const parsed = problems.take('runs', await parseEntries(inputText('runs')))
  if (parsed === undefined) return []
  if (!Array.isArray(parsed) || parsed.length === 0) {
    problems.add('runs', 'It is not a list of runs. Start each entry with "- project-id: …".')
    return []
  }
  if (parsed.length > maxRuns) {
    problems.add(
      'runs',
      `It lists ${parsed.length} runs. The max is ${maxRuns}. Split them across several steps.`,
    )
    return []
  }
  const names = new Set<string>()
  const runs: Array<OneRun> = []
  for (const [index, entry] of (parsed as ReadonlyArray<Json>).entries()) {
    const run = await readEntry(entry, index, inputText, problems)
    if (run === undefined) continue
    if (names.has(run.name)) {
      problems.add(
        'runs',
        `Two runs are named ${named(run.name)}. Give each run a different 'name'.`,
      )
    }
    names.add(run.name)
    runs.push(run)
  }
  return runs
}

async function readEntry(
  entry: Json,
  index: number,
  inputText: (name: string) => string,
  problems: Problems,
): Promise<NamedRun | undefined> {
  if (typeof entry !== 'object' || Array.isArray(entry)) {
    problems.add(
      'runs',
      `Run ${index + 1} is not a mapping. Write "project-id: …" and its other inputs.`,
    )
    return undefined
  }
  const facts = entry as Entry
  const name = nameOf(facts, index)
  const own = ownProblems(facts, problems)
  const known = ['name', ...oneRunInputs]
  for (const key of Object.keys(facts)) {
    if (!known.includes(key)) own.add(key, unknownKey(key, known))
  }
  if (facts['name'] !== undefined && !isScalar(facts['name'])) own.add('name', notSingle)
  const run = await readOneRun(
    {
      text: (input) =>
        textOf(facts, input, own) ??
        (inherited(input, inputText).trim() || runInputDefaults[input]),
      structured: (input) => structuredOf(facts, input, inputText),
    },
    own,
  )
  for (const { input, message } of unique(own.all))
    problems.add('runs', `In ${named(name)}, '${input}': ${message}`)
  return run === undefined || own.all.length > 0 ? undefined : { ...run, name }
}

/**
 * The problems of one entry. If an input that the entry inherits from the step is invalid, that is the step's problem and
 * is reported once, not for every run.
 */
function ownProblems(facts: Entry, step: Problems): Problems {
  const own = collectProblems()
  return {
    ...own,
    take(input, result) {
      if (result.ok || Object.hasOwn(facts, input) || isOwnOnly(input))
        return own.take(input, result)
      if (!step.all.some((each) => each.input === input)) step.add(input, result.problem)
      return undefined
    },
  }
}

/** The entry's name, or else its project, or else its index. A name can look like a number: `name: 2026`. */
function nameOf(facts: Entry, index: number): string {
  const name = isScalar(facts['name']) ? String(facts['name']).trim() : ''
  if (name !== '') return firstCharacters(name, 100)
  const project = facts['project-id']
  return typeof project === 'string' ? firstCharacters(project, 100) : `run ${index + 1}`
}

function isScalar(it: Json | undefined): it is string | number | boolean {
  return typeof it === 'string' || typeof it === 'number' || typeof it === 'boolean'
}

/** A scalar of the entry as the text that the action's input would have; undefined if there is none. */
function textOf(facts: Entry, input: OneRunInput, own: Problems): string | undefined {
  const it = facts[input]
  if (isScalar(it)) return String(it).trim()
  if (it !== undefined) own.add(input, notSingle)
  return undefined
}

async function structuredOf(
  facts: Entry,
  input: OneRunInput,
  inputText: (name: string) => string,
): Promise<Parsed<Json> | undefined> {
  const it = facts[input] ?? inherited(input, inputText)
  if (typeof it === 'string' && it.trim() === '') return undefined
  return typeof it === 'string' ? parseStructured(it) : value(it)
}

function inherited(input: OneRunInput, inputText: (name: string) => string): string {
  return isOwnOnly(input) ? '' : inputText(input)
}

function isOwnOnly(input: string): boolean {
  return (ownOnly as ReadonlyArray<string>).includes(input)
}

/** Drops duplicates: a value that is read twice adds its problem twice. */
function unique<T extends { readonly input: string; readonly message: string }>(
  all: ReadonlyArray<T>,
): ReadonlyArray<T> {
  return [...new Map(all.map((each) => [`${each.input} ${each.message}`, each])).values()]
}
