import type { Dispatcher as DispatcherType } from 'undici'
import connect from 'undici/lib/api/api-connect.js'
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js'
import EnvHttpProxyAgent from 'undici/lib/dispatcher/env-http-proxy-agent.js'

/** undici's agent for the proxies that the environment names; it knows `no_proxy` as well. */
export function openProxy(
  env: Readonly<Record<string, string | undefined>>,
  connectTimeoutMs: number,
): DispatcherType {
  const option = (key: string, name: string) => {
    const value = env[name] || env[name.toUpperCase()]
    return value === undefined || value === '' ? {} : { [key]: value }
  }
  // The agent opens tunnels with this method, which only undici's index gives to its dispatchers.
  Object.assign(Dispatcher.prototype, { connect })
  return new EnvHttpProxyAgent({
    ...option('httpProxy', 'http_proxy'),
    ...option('httpsProxy', 'https_proxy'),
    ...option('noProxy', 'no_proxy'),
    connectTimeout: connectTimeoutMs,
  })
}
