import { systemClock } from '../clock.ts'
import { InputError, type Problem } from '../inputs/problems.ts'
import { stackOf } from '../plain-text.ts'
import { createProgress } from '../report/progress.ts'
import {
  type Annotation,
  annotation,
  annotationsWithin,
  type CompanionReport,
  maxAnnotations,
} from '../report/words.ts'
import { type AbortSwitch, createAbort } from '../run/abort.ts'
import type { RunEvent } from '../run/plan.ts'
import { openRunner, type Runner } from '../runner/runner.ts'

/** This process: one stage of one step of a job. */
export type Step = ReturnType<typeof openStep>

/**
 * Opens a stage. Listens for signals before anything else, so that a cancelled job still gets its outputs.
 * @param beforeAbort called at each request of the runner to stop, before it counts.
 */
export function openStep(beforeAbort: (abort: AbortSwitch) => void = () => undefined) {
  const runner = openRunner(process)
  const abort = createAbort(systemClock)
  runner.onStop((source) => {
    beforeAbort(abort)
    abort.request(source)
  })
  const token = runner.input('token').trim() || (runner.env['HEX_API_TOKEN'] ?? '').trim()
  maskToken(runner, token)
  return {
    runner,
    clock: systemClock,
    /** From 0 up to 1. */
    random: Math.random,
    abort,
    /** Milliseconds since the epoch. */
    beganAtMs: systemClock.now(),
    /** The `token` input, or else HEX_API_TOKEN; '' if there is none. Masked in the log. */
    token,
    /** An input's text; '' if it is not set. */
    input: (name: string) => (name === 'token' ? token : runner.input(name)),
  }
}

/** Masks a token in the log. The runner refuses an empty mask, and one of a few characters would hide half the log. */
export function maskToken({ mask }: Pick<Runner, 'mask'>, token: string) {
  if (token.length >= 4) mask(token)
}

/**
 * Keeps certificate checks on. If this variable is 0, Node turns them off for the whole process, and would send the tokens
 * to any server. Node reads the variable at every connection, so it is removed before the first one.
 */
export function keepTlsChecked({ annotate }: Pick<Runner, 'annotate'>) {
  const name = 'NODE_TLS_REJECT_UNAUTHORIZED'
  if (process.env[name] !== '0') return
  delete process.env[name]
  annotate(
    'warning',
    'Certificate checks stay enabled',
    `${name}=0 is ignored, because it would allow the token to be sent to an unverified server. To trust a private CA, set NODE_EXTRA_CA_CERTS.`,
  )
}

/** Adds an annotation per problem. If there are more than GitHub keeps, the last ones share one. */
export function annotateProblems(runner: Runner, { problems }: InputError) {
  const lineOf = ({ input, message }: Problem) => `'${input}': ${message}`
  const annotations = annotationsWithin(
    maxAnnotations,
    problems,
    (it) => annotation('error', `Input '${it.input}'`, lineOf(it)),
    (rest) => annotation('error', `${rest.length} more inputs`, ...rest.map(lineOf)),
  )
  annotateAll(runner, annotations)
}

/** Adds the annotations to the workflow run. */
export function annotateAll(
  { annotate }: Pick<Runner, 'annotate'>,
  annotations: ReadonlyArray<Annotation>,
) {
  for (const { level, title, message } of annotations) annotate(level, title, message)
}

/** Prints the log lines of a run's events. */
export function printEvents(
  { runner, clock }: Step,
  { prefix = '', progress = createProgress() } = {},
): (event: RunEvent) => void {
  return (event) => {
    for (const line of progress(event, clock.now())) runner.line(`${prefix}${line}`)
  }
}

/** The parts of a companion action. */
interface Companion<Inputs, Outcome> {
  /** The title of an unexpected error. */
  readonly failure: string
  readonly read: (inputText: (name: string) => string) => Inputs | Promise<Inputs>
  readonly act: (inputs: Inputs) => Promise<Outcome>
  readonly report?: (outcome: Outcome, inputs: Inputs) => CompanionReport
  /** The outputs; without an outcome, those of a step that failed before it had one. */
  readonly outputs: (outcome: Outcome | undefined) => Readonly<Record<string, string>>
}

/** Runs a companion action: reads the inputs, acts, reports. Sets the outputs on every exit. */
export async function runCompanion<Inputs extends object, Outcome>(
  { runner, abort, input }: Step,
  { failure, read, act, report, outputs }: Companion<Inputs, Outcome>,
) {
  keepTlsChecked(runner)
  let outcome: Outcome | undefined
  try {
    const inputs = await read(input)
    outcome = await act(inputs)
    abort.close()
    if (report !== undefined) {
      const { isFailed, lines, annotations, summary } = report(outcome, inputs)
      // The exit code comes first. Reports that can fail come later and don't change it.
      if (isFailed) runner.fail()
      for (const line of lines) runner.line(line)
      annotateAll(runner, annotations)
      if ('summary' in inputs && inputs.summary === true) await runner.summary(summary)
    }
  } catch (error) {
    runner.fail()
    if (error instanceof InputError) annotateProblems(runner, error)
    else {
      const words = `Unexpected error. Report it in the action's repository, and include this line. ${stackOf(error)}`
      runner.annotate('error', failure, words)
    }
  }
  abort.close()
  for (const [name, text] of Object.entries(outputs(outcome))) runner.output(name, text)
}
