import { parseBaseUrl } from './base-url.ts'
import { type RunInputName, runInputDefaults } from './contract.ts'
import { checkHosts } from './hosts.ts'
import { type OneRun, readOneRun } from './one-run.ts'
import { areRead, collectProblems, InputError, type Problems } from './problems.ts'
import { type ReportInputs, readReportInputs } from './report-inputs.ts'
import { readRunList } from './run-list.ts'
import { parseBoolean, parseInteger } from './scalars.ts'
import { parseStructured } from './structured.ts'
import { parseToken } from './token.ts'

/** The run action's inputs, parsed and validated. */
export interface RunInputs {
  readonly token: string
  /** Scheme and host. */
  readonly baseUrl: string
  /** At least one. */
  readonly runs: ReadonlyArray<OneRun>
  /** The runs are from the `runs` input, and each has a name. */
  readonly isList: boolean
  readonly maxParallel: number
  readonly failFast: boolean
  readonly summary: boolean
  readonly reports: ReportInputs
}

/** The text of an input from the runner; '' if it is not set. */
export type InputText = (name: string) => string

/** A Hex user has 25 kernels (API overview). */
const parallelLimit = 25

/** Reads all inputs of the run action. Throws one InputError that contains every problem. */
export async function readRunInputs(inputText: InputText): Promise<RunInputs> {
  const problems = collectProblems()
  const text = (name: RunInputName) => inputText(name).trim() || runInputDefaults[name]

  const token = problems.take('token', parseToken(inputText('token')))
  const baseUrl = problems.take('base-url', parseBaseUrl(text('base-url')))
  const isList = text('runs') !== ''
  const runs = isList
    ? await readRunList(inputText, problems)
    : await readSingleRun(inputText, text, problems)
  const maxParallel = problems.take(
    'max-parallel',
    parseInteger(text('max-parallel'), 1, parallelLimit),
  )
  const failFast = problems.take('fail-fast', parseBoolean(text('fail-fast')))
  const summary = problems.take('summary', parseBoolean(text('summary')))
  const reports = readReportInputs(text, problems)
  checkHosts(
    runs.map((run) => run.project),
    baseUrl,
    problems,
  )

  const inputs = { token, baseUrl, runs, isList, maxParallel, failFast, summary, reports }
  if (problems.all.length > 0 || !areRead(inputs)) throw new InputError(problems.all)
  return Object.freeze(inputs)
}

async function readSingleRun(
  inputText: InputText,
  text: (name: RunInputName) => string,
  problems: Problems,
): Promise<ReadonlyArray<OneRun>> {
  const run = await readOneRun(
    {
      text,
      structured: async (name) =>
        // Untrimmed: spaces in front of the first line are part of YAML's indentation.
        text(name) === '' ? undefined : parseStructured(inputText(name)),
    },
    problems,
  )
  return run === undefined ? [] : [run]
}
