import { runInputDefaults } from './contract.ts'
import { readOneRun } from './one-run.ts'
import { checkHosts } from './project-reference.ts'
import { type InputText, openInputs, readAddress, validOrThrow } from './reader.ts'
import { readReportInputs } from './report-inputs.ts'
import { readRunList } from './run-list.ts'
import { parseBoolean, parseInteger } from './scalars.ts'

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
