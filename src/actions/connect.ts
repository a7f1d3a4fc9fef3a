import type { Clock } from '../clock.ts'
import { createHexClient, type HexClient } from '../hex/client.ts'
import { openCaller } from './open-caller.ts'

/** A client for one Hex instance. `close` closes its connections. */
export interface Connection {
  readonly hex: HexClient
  /** As the transport's. */
  readonly warm: (connections: number, forStart: boolean) => void
  readonly close: () => Promise<void>
}

/** Creates the process's client, with one limiter for all its requests. Sends nothing yet. */
export async function connect(
  address: { readonly baseUrl: string; readonly token: string },
  env: Readonly<Record<string, string | undefined>>,
  clock: Clock,
): Promise<Connection> {
  const { caller, warm, close } = await openCaller(address, env, clock)
  return { hex: createHexClient(caller), warm, close }
}
