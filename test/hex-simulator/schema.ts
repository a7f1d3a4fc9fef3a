import { type PublishedOperation, readDocument } from '../openapi.ts'
import published from './operations.json' with { type: 'json' }
import type { Operation } from './routes.ts'
import type { RequestRecord } from './state.ts'
import type { ApiResponse } from './wire.ts'

/** Every operation of Hex's OpenAPI document (mid-2026). */
export const documented = published.operations as ReadonlyArray<
  PublishedOperation & { readonly id: Operation; readonly group?: string }
>

const document = readDocument<Operation>(
  documented,
  published.$defs as Readonly<Record<string, Readonly<Record<string, unknown>>>>,
)

/**
 * What the requests break of Hex's document: a path that it does not have, a parameter or a body that is not as it
 * says. One line per violation.
 */
export function requestViolations(requests: ReadonlyArray<RequestRecord>): ReadonlyArray<string> {
  return requests.flatMap(({ method, path, body }) => {
    const url = new URL(path, 'http://hex.invalid')
    const matched = document.match(
      method,
      url.pathname.replace(/^\/api/, ''),
      url.searchParams,
      jsonOf(body),
    )
    const violations = matched?.violations ?? ['there is no such operation']
    return violations.map((violation) => `${method} ${path}: ${violation}`)
  })
}

/** What a response breaks of the document; undefined for a status code that the document does not list. */
export function responseViolations(
  operation: Operation,
  { status, body }: Pick<ApiResponse, 'status' | 'body'>,
): ReadonlyArray<string> | undefined {
  return document.responseViolations(operation, status, jsonOf(body))
}

/** The operation that the document has for a request. */
export function documentedOperation(method: string, path: string): Operation | undefined {
  const url = new URL(path, 'http://hex.invalid')
  return document.match(method, url.pathname.replace(/^\/api/, ''), url.searchParams, undefined)
    ?.operation
}

function jsonOf(body: string): unknown {
  if (body === '') return undefined
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}
