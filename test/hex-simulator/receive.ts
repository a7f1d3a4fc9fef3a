import { authenticate, permits, redactAuthorization } from './auth.ts'
import type { Behaviour } from './behaviour.ts'
import { failure } from './errors.ts'
import { effectDelayMs, type Fault, faultyAnswer, takeFault } from './faults.ts'
import { countRequest, limitHeaders } from './limits.ts'
import { findRoute, type Operation } from './routes.ts'
import { booleanParameters, document } from './schema.ts'
import type { RequestRecord, WorldState } from './state.ts'
import { type ApiRequest, type ApiResponse, type Delivery, text } from './wire.ts'

/** A request that Hex has yet to act on. They are kept in the order of time. */
export interface Effect {
  readonly atMs: number
  readonly apply: () => ApiResponse
}

/** Receives a request at `atMs`: its fault, its place in the log, its effect, its answer. */
export function receive(
  state: WorldState,
  effects: Array<Effect>,
  request: ApiRequest,
  atMs: number,
): Delivery {
  settle(effects, atMs)
  const found = findRoute(request.method, request.path)
  const operation = found?.route.operation ?? null
  const fault = takeFault(state.faults, operation, found?.parameters.projectId)
  const record = recordRequest(state, request, { operation, fault, atMs })
  if (fault?.kind === 'refuse') return { kind: 'refuse' }

  const afterMs = fault?.afterMs ?? state.behaviour.latencyMs
  const delayMs = fault === null ? 0 : effectDelayMs(fault, afterMs)
  const effect =
    delayMs === null
      ? null
      : schedule(effects, atMs, atMs + delayMs, (dueMs) =>
          dated(state, dueMs, answer(state, request, record, { found, atMs: dueMs })),
        )

  if (fault?.kind === 'stall') return { kind: 'stall' }
  if (fault?.kind === 'reset') return { kind: 'reset', afterMs }

  const respond = (): ApiResponse => {
    const dialect = found?.route.dialect ?? 'newer'
    const answersAtMs = atMs + afterMs
    const faulty = fault === null ? null : faultyAnswer(fault, state, dialect, answersAtMs)
    const response = faulty === null ? realAnswer(effect) : dated(state, answersAtMs, faulty)
    record.sentStatus = response.status
    return response
  }
  return { kind: fault?.kind === 'cut' ? 'cut' : 'answer', afterMs, respond }
}

/** Lets everything happen that should have happened by now. */
export function settle(effects: Array<Effect>, nowMs: number): void {
  while (effects[0] !== undefined && effects[0].atMs <= nowMs) effects.shift()?.apply()
}

function schedule(
  effects: Array<Effect>,
  atMs: number,
  dueMs: number,
  perform: (dueMs: number) => ApiResponse,
): Effect {
  let response: ApiResponse | undefined
  const apply = (): ApiResponse => {
    response ??= perform(dueMs)
    return response
  }
  const effect = { atMs: dueMs, apply }
  if (dueMs <= atMs) {
    apply()
    return effect
  }
  const later = effects.findIndex((each) => each.atMs > dueMs)
  effects.splice(later < 0 ? effects.length : later, 0, effect)
  return effect
}

/** The types keep a fault that passes the answer on from having no effect; a proxy would say so. */
function realAnswer(effect: Effect | null): ApiResponse {
  return effect === null ? text(504, 'Gateway Timeout') : effect.apply()
}

function recordRequest(
  state: WorldState,
  request: ApiRequest,
  facts: Pick<RequestRecord, 'operation'> & { readonly fault: Fault | null; readonly atMs: number },
): RequestRecord {
  const { operation, fault, atMs } = facts
  const { authorization } = request.headers
  const record: RequestRecord = {
    sequence: state.requests.length + 1,
    operation,
    method: request.method,
    path: request.path,
    receivedAtMs: atMs,
    headers:
      authorization === undefined
        ? request.headers
        : { ...request.headers, authorization: redactAuthorization(state.tokens, authorization) },
    body: request.body,
    fault: fault?.kind ?? null,
    hexStatus: null,
    sentStatus: null,
  }
  state.requests.push(record)
  return record
}

/** Hex itself: the token, the limits, the scope, then the endpoint. */
function answer(
  state: WorldState,
  request: ApiRequest,
  record: RequestRecord,
  { found, atMs }: { readonly found: ReturnType<typeof findRoute>; readonly atMs: number },
): ApiResponse {
  const { behaviour } = state
  const traceId = state.identifiers.traceId()
  const dialect = found?.route.dialect ?? 'newer'
  const errors = { dialect, generation: behaviour.generation, traceId }
  const token = authenticate(state.tokens, behaviour, request.headers.authorization, atMs)
  // The edge answers this one, before any trace: in plain text, whatever the endpoint.
  if (token === null) return noted(record, text(401, 'Unauthorized'))

  const { limits } = behaviour
  const operation = found?.route.operation ?? null
  const verdict = countRequest(state.windows, limits, { userId: token.userId, operation, atMs })
  const skewMs = behaviour.clockSkewMinutes * 60_000
  const extra = {
    'x-trace-id': traceId,
    ...(verdict === null ? {} : limitHeaders(verdict, limits, atMs, skewMs)),
  }
  const respond = (): ApiResponse => {
    if (verdict?.refused === true) return failure(errors, 429, 'Too many requests')
    if (found === null) return failure(errors, 404, 'Not found')
    const { route, parameters } = found
    if (operation === 'Me' && behaviour.meAnswers === 'not-found') {
      return failure(errors, 404, 'Not found')
    }
    const needsScope = operation === 'Me' && behaviour.meAnswers === 'with-scope'
    const scope = needsScope ? 'Read users' : route.scope
    if (!permits(token, behaviour, scope)) {
      return failure(errors, 403, `Token lacks the scope "${scope}"`)
    }
    const question = request.path.indexOf('?')
    const written = new URLSearchParams(question < 0 ? '' : request.path.slice(question + 1))
    const query = readQuery(written, route.operation, behaviour)
    const { sequence } = record
    const call = {
      request,
      operation: route.operation,
      sequence,
      parameters,
      query,
      token,
      atMs,
      errors,
    }
    const issues = document.parameterIssues(route.operation, parameters, query)
    return issues.length > 0
      ? failure(errors, 400, 'Invalid input data', issues)
      : route.handler(state, call)
  }
  const response = respond()
  return noted(record, { ...response, headers: { ...response.headers, ...extra } })
}

/**
 * A query as Hex reads it: booleans in any case, since DataHub sends Python's `True`. The 2025 spec has no
 * `runTriggerFilter`, and what Hex does not know it does not look at.
 */
function readQuery(
  written: URLSearchParams,
  operation: Operation,
  { generation }: Behaviour,
): URLSearchParams {
  const booleans = booleanParameters(operation)
  return new URLSearchParams(
    [...written]
      .filter(([name]) => generation === '2026' || name !== 'runTriggerFilter')
      .map(([name, value]): [string, string] => [
        name,
        booleans.has(name) ? value.toLowerCase() : value,
      ]),
  )
}

function noted(record: RequestRecord, response: ApiResponse): ApiResponse {
  record.hexStatus = response.status
  return response
}

function dated(state: WorldState, atMs: number, response: ApiResponse): ApiResponse {
  const date = new Date(atMs + state.behaviour.clockSkewMinutes * 60_000).toUTCString()
  return { ...response, headers: { date, ...response.headers } }
}
