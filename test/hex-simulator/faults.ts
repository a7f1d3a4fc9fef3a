import { type ErrorDialect, failure } from './errors.ts'
import type { Operation } from './routes.ts'
import type { WorldState } from './state.ts'
import { type ApiResponse, json } from './wire.ts'

/** Something that goes wrong between Hex and its client, for some of the requests. */
export type Fault = FaultWindow & (PassingFault | ReplacingFault)

/** Which requests: the operation's occurrences skip+1 … skip+times since the fault was added. */
export interface FaultWindow {
  readonly operation: Operation | '*'
  /** Only requests for this project. */
  readonly projectId?: string
  /** Default 0. */
  readonly skip?: number
  /** Default 1. `'always'` has no end. */
  readonly times?: number | 'always'
}

/**
 * When Hex does what it was asked. It does so whether or not the client is still there:
 * `{ delayMs: 2_000 }` after a reset is a run that appears when nobody waits for it any more.
 */
export type EffectTime = 'at-receipt' | 'at-answer' | { readonly delayMs: number }

/** The real answer: late (`delay`), or dying in the middle of its body (`cut`). */
export interface PassingFault {
  readonly kind: 'delay' | 'cut'
  /** From receipt to the answer. Default: the world's latency. */
  readonly afterMs?: number
  /** Default `at-receipt`. */
  readonly effect?: EffectTime
}

/** Something else in the answer's place. */
export type ReplacingFault = Replacement & {
  /** From receipt to the answer, or to the reset. Default: the world's latency. */
  readonly afterMs?: number
  /** Default `never`, as if a proxy had failed in front of Hex. */
  readonly effect?: EffectTime | 'never'
}

/** What the client gets instead of the answer. */
export type Replacement =
  | { readonly kind: 'reset' }
  | { readonly kind: 'stall' }
  | { readonly kind: 'refuse' }
  /** An error in Hex's own shape for that endpoint. */
  | {
      readonly kind: 'failure'
      readonly status: number
      readonly words: string
      readonly retryAfter?: RetryAfter
    }
  /** Any status, with a body that need not be Hex's. */
  | {
      readonly kind: 'status'
      readonly status: number
      readonly body?: string
      readonly headers?: Readonly<Record<string, string>>
      readonly retryAfter?: RetryAfter
    }
  /** A sign-in or proxy page. Default status 200. */
  | { readonly kind: 'html'; readonly status?: number }
  /** Says that it is JSON, and is not. */
  | { readonly kind: 'garbage'; readonly status?: number }
  | { readonly kind: 'empty'; readonly status?: number }
  /** A well-formed JSON body of about that many bytes. */
  | { readonly kind: 'huge'; readonly bytes: number; readonly status?: number }
  | { readonly kind: 'redirect'; readonly location: string; readonly status?: number }

/** How long to wait: a number of seconds, or the HTTP date so many seconds from now. */
export type RetryAfter = { readonly seconds: number } | { readonly dateInSeconds: number }

/** Faults in force, with the occurrences each has seen. */
export interface ActiveFault {
  readonly fault: Fault
  seen: number
}

/**
 * The fault that this request meets, if any. Every fault counts every request it could apply to;
 * when several would apply to one, the first that was added does.
 */
export function takeFault(
  faults: ReadonlyArray<ActiveFault>,
  operation: Operation | null,
  projectId: string | undefined,
): Fault | null {
  let taken: Fault | null = null
  for (const active of faults) {
    const { fault } = active
    if (fault.operation !== '*' && fault.operation !== operation) continue
    if (fault.projectId !== undefined && fault.projectId !== projectId) continue
    active.seen += 1
    const skip = fault.skip ?? 0
    const times = fault.times === 'always' ? Number.POSITIVE_INFINITY : (fault.times ?? 1)
    if (taken === null && active.seen > skip && active.seen <= skip + times) taken = fault
  }
  return taken
}

/** How long after receipt Hex does what it was asked; null is never. */
export function effectDelayMs(fault: Fault, afterMs: number): number | null {
  const passes = fault.kind === 'delay' || fault.kind === 'cut'
  const effect = fault.effect ?? (passes ? 'at-receipt' : 'never')
  if (effect === 'never') return null
  if (effect === 'at-receipt') return 0
  return effect === 'at-answer' ? afterMs : effect.delayMs
}

/** The answer the fault puts in the real one's place, written at `atMs`; null lets that pass. */
export function faultyAnswer(
  fault: Fault,
  world: WorldState,
  dialect: ErrorDialect,
  atMs: number,
): ApiResponse | null {
  switch (fault.kind) {
    case 'failure': {
      const { generation } = world.behaviour
      const context = { dialect, generation, traceId: world.identifiers.traceId() }
      const answer = failure(context, fault.status, fault.words)
      return {
        ...answer,
        headers: { ...answer.headers, ...waiting(fault.retryAfter, world, atMs) },
      }
    }
    case 'status': {
      const headers = { ...fault.headers, ...waiting(fault.retryAfter, world, atMs) }
      return { status: fault.status, headers, body: fault.body ?? '' }
    }
    case 'html':
      return { status: fault.status ?? 200, headers: html, body: signInPage }
    case 'garbage':
      return { ...json(fault.status ?? 200, null), body: '{"projectId": "0197' }
    case 'empty':
      return { status: fault.status ?? 200, headers: {}, body: '' }
    case 'huge':
      return { ...json(fault.status ?? 200, null), body: hugeBody(fault.bytes) }
    case 'redirect':
      return { status: fault.status ?? 302, headers: { location: fault.location }, body: '' }
    case 'delay':
    case 'cut':
    case 'reset':
    case 'stall':
    case 'refuse':
      return null
    default:
      return fault satisfies never
  }
}

/** Most of a million schedules' time went into writing the same megabytes again and again. */
let lastHugeBody = { bytes: -1, body: '' }

function hugeBody(bytes: number): string {
  if (lastHugeBody.bytes !== bytes)
    lastHugeBody = { bytes, body: JSON.stringify({ padding: 'x'.repeat(bytes) }) }
  return lastHugeBody.body
}

const html = { 'content-type': 'text/html; charset=utf-8' }

const signInPage = `<!doctype html>
<html><head><title>Sign in</title></head>
<body><h1>Sign in to continue</h1><p>Your session has expired.</p></body></html>
`

function waiting(
  retryAfter: RetryAfter | undefined,
  world: WorldState,
  atMs: number,
): Record<string, string> {
  if (retryAfter === undefined) return {}
  if ('seconds' in retryAfter) return { 'retry-after': `${retryAfter.seconds}` }
  const skewMs = world.behaviour.clockSkewMinutes * 60_000
  const date = new Date(atMs + skewMs + retryAfter.dateInSeconds * 1_000)
  return { 'retry-after': date.toUTCString() }
}
