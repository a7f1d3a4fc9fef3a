import type { Method } from '../hex/http.ts'
import { type ApiPath, parseApiPath } from './api-path.ts'
import { parseBaseUrl } from './base-url.ts'
import { parseDuration } from './duration.ts'
import { checkHosts } from './hosts.ts'
import { linesOf } from './lines.ts'
import { type MaskPath, parseMaskPath } from './mask-path.ts'
import { areRead, collectProblems, InputError, type Parsed, problem, value } from './problems.ts'
import { readProjectParams } from './project-params.ts'
import { parseBoolean, parseInteger } from './scalars.ts'
import { type Json, type JsonOrNull, parseStructured, parseStructuredOrNull } from './structured.ts'
import { parseToken } from './token.ts'
import { parseWord } from './word.ts'

/** The names and defaults of the request action's inputs. A test compares them with its `action.yml`. */
export const requestInputDefaults = {
  token: '',
  method: 'GET',
  path: '',
  params: '',
  body: '',
  paginate: 'false',
  'max-pages': '100',
  retry: 'safe',
  'save-to': '',
  mask: '',
  timeout: '10m',
  'base-url': 'https://app.hex.tech',
} as const satisfies Readonly<Record<string, string>>

export type RequestInputName = keyof typeof requestInputDefaults

/** The names of its outputs, in the order of `action.yml`. */
export const requestOutputNames = ['status', 'data', 'trace-id'] as const

/** When a failed request is retried. */
export type RetryPolicy = 'safe' | 'always' | 'never'

/** The request action's inputs, parsed and validated. */
export interface RequestInputs {
  readonly token: string
  /** Scheme and host. */
  readonly baseUrl: string
  readonly method: Method
  readonly path: ApiPath
  readonly body?: JsonOrNull
  readonly paginate: boolean
  readonly maxPages: number
  readonly retry: RetryPolicy
  /** As written in the workflow. `runner/answer-file.ts` checks the path. */
  readonly saveTo?: string
  readonly mask: ReadonlyArray<MaskPath>
  readonly timeoutMs: number
}

const methods: ReadonlyArray<Method> = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']
const policies: ReadonlyArray<RetryPolicy> = ['safe', 'always', 'never']
const timeoutBounds = { minMs: 5_000, maxMs: 6 * 3_600_000 }
const pagesLimit = 1_000

/** Reads all inputs of the request action. Throws one InputError that contains every problem. */
export async function readRequestInputs(
  inputText: (name: string) => string,
): Promise<RequestInputs> {
  const problems = collectProblems()
  const text = (name: RequestInputName) => inputText(name).trim() || requestInputDefaults[name]

  const token = problems.take('token', parseToken(inputText('token')))
  const baseUrl = problems.take('base-url', parseBaseUrl(text('base-url')))
  const method = problems.take('method', parseWord(text('method'), methods))
  const params = problems.take('params', await readParams(inputText('params')))
  const named = params && problems.take('params', readProjectParams(text('path'), params))
  const path =
    params &&
    problems.take('path', parseApiPath(named?.path ?? text('path'), named?.params ?? params))
  checkHosts(named?.projects ?? [], baseUrl, problems)
  const body = problems.take('body', await readBody(inputText('body')))
  const paginate = problems.take('paginate', parseBoolean(text('paginate')))
  const maxPages = problems.take('max-pages', parseInteger(text('max-pages'), 1, pagesLimit))
  const retry = problems.take('retry', parseWord(text('retry'), policies))
  const mask = linesOf(text('mask')).flatMap((line) => {
    const path = problems.take('mask', parseMaskPath(line))
    return path === undefined ? [] : [path]
  })
  const timeoutMs = problems.take('timeout', parseDuration(text('timeout'), timeoutBounds))

  if (text('body') !== '' && (method === 'GET' || method === 'DELETE')) {
    problems.add(
      'body',
      `A ${method} request has no body. Set 'method', or move the values to 'params'.`,
    )
  }
  if (paginate && method !== undefined && method !== 'GET') {
    problems.add('paginate', `It works only with GET requests. Remove it.`)
  }
  if (paginate && path?.query.some(([name]) => name === 'before')) {
    problems.add('paginate', "Paging only goes forward. Remove 'before'.")
  }

  const inputs = { token, baseUrl, method, path, paginate, maxPages, retry, mask, timeoutMs }
  if (problems.all.length > 0 || !areRead(inputs)) throw new InputError(problems.all)
  return Object.freeze({
    ...inputs,
    ...(body === undefined ? {} : { body }),
    ...(text('save-to') === '' ? {} : { saveTo: text('save-to') }),
  })
}

async function readParams(text: string): Promise<Parsed<Readonly<Record<string, Json>>>> {
  if (text.trim() === '') return value({})
  const parsed = await parseStructured(text)
  if (!parsed.ok) return parsed
  return typeof parsed.value === 'object' && !Array.isArray(parsed.value)
    ? value(parsed.value as Readonly<Record<string, Json>>)
    : problem('It is not a mapping. Write one "name: value" per line, or a JSON object.')
}

/** Undefined if there is no body. */
async function readBody(text: string): Promise<Parsed<JsonOrNull | undefined>> {
  if (text.trim() === '') return value(undefined)
  const parsed = await parseStructuredOrNull(text)
  if (!parsed.ok || (typeof parsed.value === 'object' && parsed.value !== null)) return parsed
  return problem('It is neither a mapping nor a list. Write one "name: value" per line, or JSON.')
}
