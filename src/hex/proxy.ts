import type { Dispatcher } from 'undici'
import EnvHttpProxyAgent from 'undici/lib/dispatcher/env-http-proxy-agent.js'

/** undici's agent for the proxies that the environment names; it knows `no_proxy` as well. */
export function openProxy(
  env: Readonly<Record<string, string | undefined>>,
  connectTimeoutMs: number,
): Dispatcher {
  const option = (key: string, name: string) => {
    const value = env[name] ?? env[name.toUpperCase()]
    return value === undefined || value === '' ? {} : { [key]: value }
  }
  return new EnvHttpProxyAgent({
    ...option('httpProxy', 'http_proxy'),
    ...option('httpsProxy', 'https_proxy'),
    ...option('noProxy', 'no_proxy'),
    connectTimeout: connectTimeoutMs,
  })
}
