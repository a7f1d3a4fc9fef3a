import { asRecord, asText } from '../json.ts'

/** What follows a page: nothing, or the query parameters of the next one. */
export type NextPage =
  | { readonly kind: 'last' }
  | { readonly kind: 'next'; readonly query: Readonly<Record<string, string>> }
  /** The page refers to another one in an unknown way. */
  | { readonly kind: 'unclear'; readonly why: string }

/**
 * The page after this one. Hex's lists have a cursor (`pagination.after`). GetProjectRuns has the URL of the next page
 * (`nextPage`); only its offset is used, so that no response can send the token elsewhere.
 */
export function nextPageAfter(page: unknown): NextPage {
  const record = asRecord(page)
  const cursor = asRecord(record?.['pagination'])?.['after']
  if (typeof cursor === 'string' && cursor !== '') return { kind: 'next', query: { after: cursor } }
  const address = asText(record?.['nextPage'])
  if (address === undefined || address === '') return { kind: 'last' }
  const offset = URL.parse(address, 'https://hex.invalid')?.searchParams.get('offset') ?? ''
  return /^\d{1,9}$/.test(offset)
    ? { kind: 'next', query: { offset } }
    : { kind: 'unclear', why: "The URL of the next page ('nextPage') has no offset." }
}

/** The key of the page's list; undefined if there is none, or more than one. */
export function listKeyOf(page: unknown): string | undefined {
  const lists = Object.entries(asRecord(page) ?? {}).filter(([, it]) => Array.isArray(it))
  const known = lists.find(([key]) => key === 'values' || key === 'runs')
  return (known ?? (lists.length === 1 ? lists[0] : undefined))?.[0]
}

/** One response with the items of all pages. */
export function joinedPages(pages: ReadonlyArray<unknown>, listKey: string): unknown {
  const records = pages.map((page) => asRecord(page) ?? {})
  const [first, last] = [records[0] ?? {}, records.at(-1) ?? {}]
  const items = records.flatMap((record) => {
    const list = record[listKey]
    return Array.isArray(list) ? list : []
  })
  return {
    ...last,
    [listKey]: items,
    ...('pagination' in last ? { pagination: { after: null, before: null } } : {}),
    ...('previousPage' in last ? { previousPage: first['previousPage'] ?? null } : {}),
  }
}
