import type { Clock } from '../clock.ts'
import { type Caller, createCaller } from '../hex/call.ts'
import { createLimiter } from '../hex/limiter.ts'
import { UnusableProxy } from '../hex/proxy-settings.ts'
import { openTransport } from '../hex/transport.ts'
import { InputError } from '../inputs/problems.ts'
import { version } from '../version.ts'

/** A caller for one Hex instance. `close` closes its connections. */
export interface OpenCaller {
  readonly caller: Caller
  /** As the transport's. */
  readonly warm: (connections: number, forStart: boolean) => void
  readonly close: () => Promise<void>
}

/**
 * Creates the process's caller, with one limiter for all its requests. Sends nothing yet. Throws an InputError if an
 * environment variable sets an invalid proxy.
 */
export async function openCaller(
  { baseUrl, token }: { readonly baseUrl: string; readonly token: string },
  env: Readonly<Record<string, string | undefined>>,
  clock: Clock,
): Promise<OpenCaller> {
  const transport = await openTransport(baseUrl, env).catch((error: unknown) => {
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
  return { caller, warm: transport.warm, close: transport.close }
}
