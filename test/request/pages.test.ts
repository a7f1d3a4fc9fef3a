import { expect, test } from 'vitest'
import { joinedPages, listKeyOf, nextPageAfter } from '../../src/request/pages.ts'

test.each<[string, unknown, unknown]>([
  [
    'a cursor',
    { pagination: { after: 'c1', before: null } },
    { kind: 'next', query: { after: 'c1' } },
  ],
  ['no further cursor', { pagination: { after: null, before: 'c0' } }, { kind: 'last' }],
  ['an empty cursor', { pagination: { after: '' } }, { kind: 'last' }],
  ['no pages at all', { id: 'x' }, { kind: 'last' }],
  ['nothing', undefined, { kind: 'last' }],
  [
    'a URL',
    { nextPage: 'https://app.hex.tech/api/v1/projects/p/runs?limit=25&offset=25' },
    { kind: 'next', query: { offset: '25' } },
  ],
  [
    'a URL without a host',
    { nextPage: '/api/v1/projects/p/runs?offset=50' },
    { kind: 'next', query: { offset: '50' } },
  ],
  [
    'a URL on another host, of which only the offset is used',
    { nextPage: 'https://evil.example/?offset=75&token=x' },
    { kind: 'next', query: { offset: '75' } },
  ],
  ['no further URL', { nextPage: null }, { kind: 'last' }],
  [
    'a URL without an offset',
    { nextPage: 'https://app.hex.tech/next' },
    { kind: 'unclear', why: expect.stringContaining('no offset') },
  ],
])('finds the next page after a page with %s', (_, page, next) => {
  expect(nextPageAfter(page)).toEqual(next)
})

test.each<[unknown, string | undefined]>([
  [{ values: [], pagination: {} }, 'values'],
  [{ runs: [], warnings: [] }, 'runs'],
  [{ threads: [] }, 'threads'],
  [{ a: [], b: [] }, undefined],
  [{ id: 'x' }, undefined],
  [[], undefined],
])('the list of %j is under %s', (page, key) => {
  expect(listKeyOf(page)).toBe(key)
})

test('combines the pages and removes the links to others', () => {
  const pages = [
    { values: [1, 2], pagination: { after: 'c', before: null }, traceId: 'a' },
    { values: [3], pagination: { after: null, before: 'b' }, traceId: 'b' },
  ]
  expect(joinedPages(pages, 'values')).toEqual({
    values: [1, 2, 3],
    pagination: { after: null, before: null },
    traceId: 'b',
  })
})
