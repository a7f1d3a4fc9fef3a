// undici has no type declarations for its modules by path. These are the parts that we use.
declare module 'undici/lib/dispatcher/pool.js' {
  export { Pool as default } from 'undici'
}
declare module 'undici/lib/dispatcher/dispatcher.js' {
  export { Dispatcher as default } from 'undici'
}
declare module 'undici/lib/api/api-connect.js' {
  import type { Dispatcher } from 'undici'

  const connect: Dispatcher['connect']
  export default connect
}
declare module 'undici/lib/dispatcher/proxy-agent.js' {
  import { Dispatcher, type ProxyAgent } from 'undici'

  /** The published type of `proxyTls` requires a port, but undici takes it from the address. */
  interface Options extends Omit<ProxyAgent.Options, 'proxyTls'> {
    readonly proxyTls?: { readonly signal: AbortSignal }
  }
  export default class extends Dispatcher {
    constructor(options: Options)
  }
}
