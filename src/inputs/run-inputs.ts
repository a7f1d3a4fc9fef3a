import { isMapping, isScalar, type Json, type Mapping } from '../json.ts'
import { firstCharacters } from '../plain-text.ts'
import { maxRuns, type RunInputName, runInputDefaults } from './contract.ts'
import { type OneRun, type OneRunInput, oneRunInputs, readOneRun } from './one-run.ts'
import { named, parsedOr, refuse } from './problems.ts'
import { checkHosts } from './project-reference.ts'
import {
  collectProblems,
  type InputReader,
  type InputText,
  inputReader,
  notSingle,
  openInputs,
  type Problems,
  readAddress,
  setText,
  validOrThrow,
} from './reader.ts'
import { readReportInputs } from './report-inputs.ts'
import { parseBoolean, parseInteger } from './scalars.ts'
import { unknownKey } from './suggestion.ts'

/** The run action's inputs, parsed and validated. There is at least one run. With `runs`, each has a name. */
export type RunInputs = Awaited<ReturnType<typeof readRunInputs>>

/** A Hex user has 25 kernels (API overview). */
const parallelLimit = 25

/** Reads all inputs of the run action. Throws one InputError that contains every problem. */
export async function readRunInputs(inputText: InputText) {
  const reader = openInputs(inputText, runInputDefaults)
  const { isSet, read } = reader
  const address = readAddress(reader)
  const runs = isSet('runs')
    ? await readRunList(inputText, reader)
    : [await readOneRun(reader)].filter((run) => run !== undefined)
  const others = {
    maxParallel: read('max-parallel', (it) => parseInteger(it, 1, parallelLimit)),
    failFast: read('fail-fast', parseBoolean),
    summary: read('summary', parseBoolean),
    reports: readReportInputs(reader),
  }
  checkHosts(
    runs.map((run) => run.project),
    address.baseUrl,
    reader,
  )
  return Object.freeze(validOrThrow({ ...address, runs, ...others }, reader))
}

/** Inputs about one project, which can't be defaults for several runs. */
const ownOnly = ['project-id', 'run-id', 'input-params', 'view-id'] as const

type NamedRun = OneRun & { readonly name: string }

/**
 * Reads the `runs` input, a list in YAML or JSON. Each entry is a mapping with `name`, `project-id`, and any input of a
 * run. The action's own inputs are the defaults. Problems name the run they are about.
 */
export async function readRunList(
  inputText: InputText,
  reader: InputReader<RunInputName>,
): Promise<ReadonlyArray<OneRun>> {
  for (const name of ownOnly) {
    if (reader.isSet(name))
      reader.add(name, "Applies to a single run. Move this input to the entries in 'runs'.")
  }
  const complain = (message: string) => reader.add('runs', message)
  // Numbers in entries are names, ids, and durations: `name: 3.10` is "3.10".
  const entries = await reader.readStructured('runs', asEntries, { textDepth: 2 })
  const names = new Map<string, number>()
  const runs: Array<OneRun> = []
  for (const [index, entry] of (entries ?? []).entries()) {
    if (!isMapping(entry)) {
      complain(
        `Run ${index + 1} must be a mapping. Enter "project-id: …" and the other inputs of the run.`,
      )
      continue
    }
    const run = await readEntry(entry, index, inputText, reader)
    if (run === undefined) continue
    const sameBefore = names.get(run.name) ?? 0
    if (sameBefore === 1)
      complain(`Several runs are named ${named(run.name)}. Give each run a different 'name'.`)
    names.set(run.name, sameBefore + 1)
    runs.push(run)
  }
  return runs
}

function asEntries(it: Json): ReadonlyArray<Json> {
  if (!Array.isArray(it) || it.length === 0)
    refuse('Must be a list of runs. Start each entry with "- project-id: …".')
  const entries: ReadonlyArray<Json> = it
  return entries.length <= maxRuns
    ? entries
    : refuse(
        `Lists ${entries.length} runs. The limit is ${maxRuns}. Split the runs across several steps.`,
      )
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
  // What the entry does not set is the action's own input.
  const inherited = (input: OneRunInput) =>
    isOfEntry(entry, input) ? undefined : setText(inputText, input)
  const run = await readOneRun({
    ...inputReader<OneRunInput>((input) => entry[input] ?? inherited(input), runInputDefaults, own),
    unsetInherited: (input) =>
      inherited(input) === undefined
        ? undefined
        : `This entry inherits the input from the step. To override it, set the input in the entry to ${runInputDefaults[input] || '""'}.`,
  })
  // A value that is read twice adds its problem twice.
  const messages = new Set(own.all.map(({ input, message }) => `'${input}': ${message}`))
  for (const message of messages) problems.add('runs', `In ${named(name)}, ${message}`)
  return run === undefined || own.all.length > 0 ? undefined : { ...run, name }
}

/**
 * The problems of one entry. If an input that the entry inherits from the step is invalid, that is the step's problem and
 * is reported once, not for every run.
 */
function ownProblems(entry: Mapping, step: Problems): Problems {
  const own = collectProblems()
  return {
    ...own,
    take: (input, parse) =>
      parsedOr(parse, (message) => {
        if (isOfEntry(entry, input)) own.add(input, message)
        else if (!step.has(input)) step.add(input, message)
        return undefined
      }),
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

/** Does the entry set the input, or could only an entry set it? Otherwise, the step's input is its default. */
function isOfEntry(entry: Mapping, input: string): boolean {
  return Object.hasOwn(entry, input) || (ownOnly as ReadonlyArray<string>).includes(input)
}
