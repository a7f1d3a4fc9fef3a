import type { Behaviour } from './behaviour.ts'

/** What a workspace token may be narrowed to, as Hex's token dialog words it. */
export type Scope =
  | 'Read projects'
  | 'Run projects'
  | 'Write projects'
  | 'Read queried tables'
  | `${'Read' | 'Write'} ${'users' | 'groups' | 'collections' | 'data connections'}`

/** A token the world knows. */
export interface TokenSeed {
  /** `hxtp_` (personal) or `hxtw_` (workspace) and 96 hexadecimal digits. */
  readonly value: string
  /** Default: all. A personal token has all the rights of its user. */
  readonly scopes?: ReadonlyArray<Scope>
  /** Epoch milliseconds; null (the default) never expires. */
  readonly expiresAtMs?: number | null
  /** Kernels and rate limits are counted by user. Default: one user per token. */
  readonly userId?: string
  readonly userName?: string
  readonly userEmail?: string
  /** Slack notifications are sent as the token's user, who has to allow it. Default true. */
  readonly slackNotificationsEnabled?: boolean
}

/** A token with its defaults filled in. */
export type Token = Required<TokenSeed> & { readonly kind: 'personal' | 'workspace' }

/** The workspace token that every world knows unless it is given others. */
export const sampleToken = `hxtw_${'5ca1ab1e'.repeat(12)}`

/** Fills in a token's defaults. */
export function tokenFrom(seed: TokenSeed): Token {
  const kind = seed.value.startsWith('hxtp_') ? 'personal' : 'workspace'
  return {
    scopes: allScopes,
    expiresAtMs: null,
    userId: `user of ${seed.value.slice(0, 13)}`,
    userName: 'Robin Vega',
    userEmail: 'robin.vega@example.com',
    slackNotificationsEnabled: true,
    ...seed,
    kind,
  }
}

/**
 * The token a request was sent with, or null when Hex's edge would answer `Unauthorized`: no
 * token, one it does not know, one that has expired, or any token at all on the wrong host.
 */
export function authenticate(
  tokens: ReadonlyMap<string, Token>,
  behaviour: Behaviour,
  authorization: string | undefined,
  atMs: number,
): Token | null {
  if (behaviour.wrongHost || authorization === undefined) return null
  const presented = /^bearer +(\S+)$/i.exec(authorization)?.[1]
  const token = presented === undefined ? undefined : tokens.get(presented)
  if (token === undefined) return null
  if (token.expiresAtMs !== null && token.expiresAtMs <= atMs) return null
  return token
}

/** Whether the token may do what the endpoint needs; null stands for "any valid token". */
export function permits(token: Token, behaviour: Behaviour, scope: Scope | null): boolean {
  if (scope === null || token.scopes.includes(scope)) return true
  return (
    scope === 'Read projects' && behaviour.runScopeReads && token.scopes.includes('Run projects')
  )
}

/** The Authorization header as the log may keep it: whether it matched, never the token. */
export function redactAuthorization(
  tokens: ReadonlyMap<string, Token>,
  authorization: string,
): string {
  const [scheme = '', presented = ''] = authorization.split(' ')
  return `${/^bearer$/i.test(scheme) ? scheme : '<scheme>'} <${tokens.has(presented) ? 'known token' : 'unknown token'}>`
}

const allScopes: ReadonlyArray<Scope> = [
  'Read projects',
  'Run projects',
  'Write projects',
  'Read queried tables',
  'Read users',
  'Write users',
  'Read groups',
  'Write groups',
  'Read collections',
  'Write collections',
  'Read data connections',
  'Write data connections',
]
