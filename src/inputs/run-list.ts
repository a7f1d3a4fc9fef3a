import { firstCharacters } from '../plain-text.ts'
import { maxRuns, runInputDefaults } from './contract.ts'
import {
  type OneRun,
  type OneRunInput,
  oneRunInputs,
  type RunReader,
  readOneRun,
} from './one-run.ts'
import { named, value } from './problems.ts'
import { collectProblems, type InputText, inputReader, type Problems } from './reader.ts'
import { type Json, type Mapping, parseEntries, parseStructured } from './structured.ts'
import { unknownKey } from './suggestion.ts'

/** Inputs about one project, which can't be defaults for several runs. */
const ownOnly = ['project-id', 'run-id', 'input-params', 'view-id'] as const

const notSingle = 'It must be a single value.'

type NamedRun = OneRun & { readonly name: string }

/**
 * Reads the `runs` input, a list in YAML or JSON. Each entry is a mapping with `name`, `project-id`, and any input of a
 * run. The action's own inputs are the defaults. Problems name the run they are about.
 */
export async function readRunList(
  inputText: InputText,
  problems: Problems,
): Promise<ReadonlyArray<OneRun>> {
  for (const name of ownOnly) {
    if (inputText(name).trim() !== '')
      problems.add(name, "It applies to a single run. Move it into 'runs'.")
  }
  const complain = (message: string) => problems.add('runs', message)
  const entries = problems.take('runs', await parseEntries(inputText('runs')))
  if (entries === undefined) return []
  if (!Array.isArray(entries) || entries.length === 0) {
    complain('It is not a list of runs. Start each entry with "- project-id: …".')
    return []
  }
  if (entries.length > maxRuns) {
    complain(
      `It lists ${entries.length} runs. The limit is ${maxRuns}. Split them across several steps.`,
    )
    return []
  }
  const names = new Set<string>()
  const runs: Array<OneRun> = []
  for (const [index, entry] of (entries as ReadonlyArray<Json>).entries()) {
    if (typeof entry !== 'object' || Array.isArray(entry)) {
      complain(`Run ${index + 1} is not a mapping. Write "project-id: …" and its other inputs.`)
      continue
    }
    const run = await readEntry(entry as Mapping, index, inputText, problems)
    if (run === undefined) continue
    if (names.has(run.name))
      complain(`Two runs are named ${named(run.name)}. Give each run a different 'name'.`)
    names.add(run.name)
    runs.push(run)
  }
  return runs
}

async function readEntry(
  entry: Mapping,
  index: number,
  inputText: InputText,
  problems: Problems,
): Promise<NamedRun | undefined> {
  const name = nameOf(entry, index)
  const own = ownProblems(entry, problems)
  const known = ['name', ...oneRunInputs]
  for (const key of Object.keys(entry)) {
    if (!known.includes(key)) own.add(key, unknownKey(key, known))
  }
  if (entry['name'] !== undefined && !isScalar(entry['name'])) own.add('name', notSingle)
  const run = await readOneRun(entryReader(entry, inputText, own))
  // A value that is read twice adds its problem twice.
  const messages = new Set(own.all.map(({ input, message }) => `'${input}': ${message}`))
  for (const message of messages) problems.add('runs', `In ${named(name)}, ${message}`)
  return run === undefined || own.all.length > 0 ? undefined : { ...run, name }
}

/** Reads an entry. What it does not set is the action's own input. */
function entryReader(entry: Mapping, inputText: InputText, own: Problems): RunReader {
  const inherited = (input: OneRunInput) => (isOwnOnly(input) ? '' : inputText(input))
  const text = (input: OneRunInput) => {
    const it = entry[input]
    if (isScalar(it)) return String(it).trim()
    if (it !== undefined) own.add(input, notSingle)
    return inherited(input).trim() || runInputDefaults[input]
  }
  return {
    ...inputReader(text, own),
    async structured(input) {
      const it = entry[input] ?? inherited(input)
      if (typeof it !== 'string') return value(it)
      return it.trim() === '' ? undefined : parseStructured(it)
    },
    unsetInherited: (input) =>
      entry[input] === undefined && inherited(input).trim() !== ''
        ? `This entry inherits it from the step. In the entry, set it to ${runInputDefaults[input] || '""'}.`
        : undefined,
  }
}

/**
 * The problems of one entry. If an input that the entry inherits from the step is invalid, that is the step's problem and
 * is reported once, not for every run.
 */
function ownProblems(entry: Mapping, step: Problems): Problems {
  const own = collectProblems()
  return {
    ...own,
    take(input, result) {
      if (result.ok || Object.hasOwn(entry, input) || isOwnOnly(input))
        return own.take(input, result)
      if (!step.all.some((each) => each.input === input)) step.add(input, result.problem)
      return undefined
    },
  }
}

/** Names are shown in log lines and tables. */
const maxName = 100

/** The entry's name, or else its project, or else its index. A name can look like a number: `name: 2026`. */
function nameOf(entry: Mapping, index: number): string {
  const name = isScalar(entry['name']) ? String(entry['name']).trim() : ''
  if (name !== '') return firstCharacters(name, maxName)
  const project = entry['project-id']
  return typeof project === 'string' ? firstCharacters(project, maxName) : `run ${index + 1}`
}

function isScalar(it: Json | undefined): it is string | number | boolean {
  return typeof it === 'string' || typeof it === 'number' || typeof it === 'boolean'
}

function isOwnOnly(input: string): boolean {
  return (ownOnly as ReadonlyArray<string>).includes(input)
}
