import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseApiPath, pathText } from '../../src/inputs/api-path.ts'
import { outcomeOf } from '../inputs/outcome.ts'

test('an accepted path stays in the API for every URL parser', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '..',
      '.',
      '/',
      '%2e',
      '%2E',
      '%25',
      '%2f',
      '\\',
      '%5c',
      ';',
      '?',
      '#',
      '@',
      '{id}',
    ),
    fc.string({ maxLength: 4 }),
  )
  const path = fc.array(piece, { maxLength: 8 }).map((pieces) => `/v1/${pieces.join('')}`)
  fc.assert(
    fc.property(path, fc.string({ maxLength: 12 }), (text, id) => {
      const parsed = outcomeOf(() => parseApiPath(text, { id }))
      if (!parsed.ok) return
      const sent = `/api${pathText(parsed.value)}`
      const read = new URL(sent, 'https://app.hex.tech')
      expect(read.host).toBe('app.hex.tech')
      expect(read.pathname).toBe(`/api${parsed.value.pathname}`)
      let decoded = read.pathname
      for (let round = 0; round < 6; round += 1) {
        expect(decoded.split(/[/\\]/)).not.toContain('..')
        expect(decoded.startsWith('/api/v1/')).toBe(true)
        decoded = decodeURIComponent(decoded)
      }
    }),
    { numRuns: 5_000 },
  )
})
