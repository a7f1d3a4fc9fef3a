import { expect, test } from 'vitest'
import type { Method } from '../../src/hex/http.ts'
import { endpointOf, pathHint } from '../../src/request/endpoint.ts'
import { documented } from '../hex-simulator/schema.ts'

const groups: Readonly<Record<string, string>> = {
  'hex-api': 'hex-api',
  'hex-api-30rpm': 'hex-api',
  'hex-run-kernel': 'hex-run-kernel',
  'hex-chart-image': 'hex-chart-image',
}

test.each(documented.map(({ id, method, path, group }) => ({ id, method, path, group })))(
  "$id counts against the rate limit that Hex's OpenAPI document names",
  ({ method, path, group }) => {
    const filled = path.replace('(projects|models)', 'models').replaceAll(/\{\w+\}/g, 'x')
    expect(endpointOf(method as Method, filled).group).toBe(groups[group ?? ''] ?? 'general')
  },
)

test.each(documented.map(({ path }) => path.replace('(projects|models)', 'models')))(
  '%s gets no hint',
  (path) => {
    expect(pathHint(path)).toBe('')
  },
)

test.each([
  ['/v1/collection/x', 'no path "/v1/collection". Did you mean "/v1/collections"?'],
  ['/v1/project/x/run', 'no path "/v1/project". Did you mean "/v1/projects"?'],
  ['/v1/dataconnections', 'no path "/v1/dataconnections". Did you mean "/v1/data-connections"?'],
  ['/v1/workspace/users', 'no paths that start with "/v1/workspace"'],
])('%s is corrected: %s', (path, hint) => {
  expect(pathHint(path)).toContain(hint)
})
