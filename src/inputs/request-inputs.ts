import type { Method } from '../hex/http.ts'
import { type JsonOrNull, withoutUndefined } from '../json.ts'
import { parseApiPath, readProjectParams } from './api-path.ts'
import { quoted, refuse } from './problems.ts'
import { checkHosts } from './project-reference.ts'
import { asMapping, type InputText, openInputs, readAddress, validOrThrow } from './reader.ts'
import { parseBoolean, parseCompanionTimeout, parseInteger, parseWord } from './scalars.ts'

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

/** The names of its outputs, in the order of `action.yml`. */
export const requestOutputNames = ['status', 'data', 'trace-id'] as const

/** When a failed request is retried. */
export type RetryPolicy = 'safe' | 'always' | 'never'

/** The request action's inputs, parsed and validated. */
export type RequestInputs = Awaited<ReturnType<typeof readRequestInputs>>

/** Keys from the outside in. `*` matches every item of a list and every value of a mapping. */
export type MaskPath = ReadonlyArray<string>

const methods: ReadonlyArray<Method> = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']
const policies: ReadonlyArray<RetryPolicy> = ['safe', 'always', 'never']
/** 100,000 items, in pages of 100. */
const pagesLimit = 1_000

/** Reads all inputs of the request action. Throws one InputError that contains every problem. */
export async function readRequestInputs(inputText: InputText) {
  const reader = openInputs(inputText, requestInputDefaults)
  const { isSet, text, read, readStructured, take, add } = reader
  const address = readAddress(reader)
  const method = read('method', (it) => parseWord(it, methods))
  const params = isSet('params') ? await readStructured('params', asMapping) : {}
  const named = params && take('params', () => readProjectParams(text('path'), params))
  // Also if `params` has an invalid project, so that one commit can fix both.
  const { path: template, params: values } = named ?? { path: text('path'), params }
  const path = values && take('path', () => parseApiPath(template, values))
  checkHosts(named?.projects ?? [], address.baseUrl, reader)
  const body = await readStructured('body', parseBody, { nulls: true })
  const others = {
    paginate: read('paginate', parseBoolean),
    maxPages: read('max-pages', (it) => parseInteger(it, 1, pagesLimit)),
    retry: read('retry', (it) => parseWord(it, policies)),
    mask: reader.readLines('mask', parseMaskPath),
    timeoutMs: read('timeout', parseCompanionTimeout),
  }

  if (isSet('body') && (method === 'GET' || method === 'DELETE')) {
    add(
      'body',
      `A ${method} request cannot have a body. Set 'method' to a method that accepts a body, such as POST, or move the values to 'params'.`,
    )
  }
  if (others.paginate && method !== undefined && method !== 'GET')
    add('paginate', 'Works only with GET requests. Remove this input.')
  if (others.paginate && path?.query.some(([name]) => name === 'before'))
    add('paginate', "Only forward paging is supported. Remove 'before'.")
  return Object.freeze({
    ...validOrThrow({ ...address, method, path, ...others }, reader),
    // `runner/files.ts` checks the path.
    ...withoutUndefined({ body, saveTo: text('save-to') || undefined }),
  })
}

function parseBody(body: JsonOrNull): JsonOrNull {
  return typeof body === 'object' && body !== null
    ? body
    : refuse('Must be a mapping or a list. Enter one "name: value" pair per line, or JSON.')
}

/** Parses a dotted path of values to mask, for example `values.*.email`. */
function parseMaskPath(text: string): MaskPath {
  const keys = text.split('.')
  return keys.some((key) => key === '' || key !== key.trim())
    ? refuse(
        `${quoted(text)} is not a valid path. Separate keys with dots, for example "values.*.email".`,
      )
    : keys
}
