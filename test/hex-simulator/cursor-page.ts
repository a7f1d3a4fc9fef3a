import { failure } from './errors.ts'
import type { Call } from './state.ts'
import { type ApiResponse, json } from './wire.ts'

/**
 * One page of a list with a cursor, as all lists but that of runs have it: `{values, pagination}`.
 * A cursor is opaque to clients; ours is the id of an item in disguise.
 */
export function cursorPage<Item>(
  call: Call,
  items: ReadonlyArray<Item>,
  options: {
    readonly idOf: (item: Item) => string
    readonly payloadOf: (item: Item) => unknown
    /** What the response has besides. */
    readonly more?: Readonly<Record<string, unknown>>
  },
): ApiResponse {
  const { query, errors } = call
  const { idOf, payloadOf, more = {} } = options
  const limit = Number(query.get('limit') ?? '25')
  const cursorOf = (item: Item | undefined): string | null =>
    item === undefined ? null : `cursor.${idOf(item)}`
  const start = firstIndex(items.map(cursorOf), query, limit)
  if (start === null) return failure(errors, 400, 'Invalid cursor')
  const page = items.slice(start, start + limit)
  return json(200, {
    values: page.map(payloadOf),
    pagination: {
      after: start + limit < items.length ? cursorOf(page.at(-1)) : null,
      before: start > 0 ? cursorOf(page[0]) : null,
    },
    ...more,
  })
}

function firstIndex(
  cursors: ReadonlyArray<string | null>,
  query: URLSearchParams,
  limit: number,
): number | null {
  const after = query.get('after')
  const cursor = after ?? query.get('before')
  if (cursor === null) return 0
  const index = cursors.indexOf(cursor)
  if (index < 0) return null
  return after === null ? Math.max(0, index - limit) : index + 1
}
