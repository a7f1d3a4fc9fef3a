import type { Clock } from '../clock.ts'
import { createCaller } from '../hex/call.ts'
import { createHexClient, type HexClient } from '../hex/client.ts'
import { createLimiter } from '../hex/limiter.ts'
import { openTransport } from '../hex/transport.ts'
import { version } from '../version.ts'

/** A client for one Hex, and the way to let go of its connections. */
export interface Connection {
  readonly hex: HexClient
  readonly close: () => Promise<void>
}

/** Opens a client over the network with the process's one budget. Nothing is sent yet. */
export async function connect(
  { baseUrl, token }: { readonly baseUrl: string; readonly token: string },
  env: Readonly<Record<string, string | undefined>>,
  clock: Clock,
): Promise<Connection> {
  const transport = await openTransport(baseUrl, env)
  const caller = createCaller({
    http: transport.http,
    clock,
    limiter: createLimiter(),
    baseUrl,
    token,
    userAgent: `hex-run-action/${version}`,
  })
  return { hex: createHexClient(caller), close: transport.close }
}
