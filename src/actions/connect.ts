import { type Caller, createCaller } from '../hex/call.ts'
import { createLimiter } from '../hex/limiter.ts'
import { UnusableProxy } from '../hex/proxy-settings.ts'
import { openTransport } from '../hex/transport.ts'
import { InputError } from '../inputs/problems.ts'
import type { CallWorld } from '../run/plan.ts'
import { version } from '../version.ts'
import { printEvents, type Step } from './step.ts'

/** A connection to one Hex instance. */
export type Connection = Awaited<ReturnType<typeof connect>>

interface Address {
  /** Scheme and host. */
  readonly baseUrl: string
  readonly token: string
}

/**
 * Creates the process's caller, with one limiter for all its requests. Sends nothing yet. Throws an InputError if an
 * environment variable sets an invalid proxy.
 */
export async function connect(
  { runner, clock }: Pick<Step, 'runner' | 'clock'>,
  { baseUrl, token }: Address,
) {
  const transport = await openTransport(baseUrl, runner.env).catch((error: unknown) => {
    throw error instanceof UnusableProxy
      ? new InputError([{ input: error.variable, message: error.message }])
      : error
  })
  const caller = createCaller({
    http: transport.http,
    clock,
    limiter: createLimiter(),
    baseUrl,
    token,
    userAgent: `hex-run-action/${version}`,
  })
  return { ...transport, caller }
}

/** Calls `work` with a connection whose events are printed, and closes it afterwards. */
export async function withConnection<T>(
  step: Step,
  address: Address,
  work: (world: Omit<CallWorld, 'hex'> & { readonly caller: Caller }) => Promise<T>,
): Promise<T> {
  const { caller, close } = await connect(step, address)
  try {
    return await work({ ...step, caller, onEvent: printEvents(step) })
  } finally {
    await close()
  }
}
