import { sleep } from '../clock.ts'
import { runInputDefaults } from '../inputs/contract.ts'
import { parseBaseUrl } from '../inputs/scalars.ts'
import { openMainSide } from '../runner/handover.ts'
import { openJobFolder } from '../runner/job-folder.ts'
import { type Connection, connect } from './connect.ts'
import { notedName, stoppedName } from './state.ts'
import { keepTlsChecked, openStep } from './step.ts'

// The beginning of the main step: what it needs to hear signals and to connect to Hex. The rest of its code is loaded
// while the connections are being established.

export const step = openStep((abort) => {
  // Saved so that the post step can report it.
  if (!abort.signal.aborted) saveForPost(stoppedName, stoppedName, '1')
})
const { runner, clock, abort, token } = step
/** A cached name is looked up within this time. Loading code would hold up the connection to the address. */
const lookupMs = 1
export const folder = openJobFolder(runner.env, token)
export const handover = openMainSide(runner.env, folder, abort.request)

/** Saves a fact for the post step: in the runner's state, and in a note that post can read while main is still running. */
export function saveForPost(stateName: string, subject: string, text: string) {
  runner.saveState(stateName, text)
  runner.saveState(notedName, String(handover.note(subject, text)))
}

/**
 * The connections for the two reads and the start, opened as soon as `base-url` is valid. Nothing is sent. An invalid
 * `base-url` is reported with the other inputs.
 */
export const opening = openEarly()

/** Resolves when the connections are on their way, and the rest of the main step can be loaded. */
export const ready = opening.then((connection) => connection && sleep(clock, lookupMs))

async function openEarly(): Promise<Connection | undefined> {
  keepTlsChecked(runner)
  if (token === '') return undefined
  try {
    const baseUrl = parseBaseUrl(runner.input('base-url').trim() || runInputDefaults['base-url'])
    const connection = await connect(step, { baseUrl, token })
    connection.warm(2, runner.input('run-id').trim() === '')
    return connection
  } catch {
    // This fails the same way after the inputs are read, where the failure is reported.
    return undefined
  }
}
