import { expect, test } from 'vitest'
import { readProjectParams } from '../../src/inputs/api-path.ts'
import { outcomeOf } from '../inputs/outcome.ts'

const id = '019a26ea-83df-7003-a89d-abc76d32842e'
const short = '031RHLAHx3xkbAAJ7dwHE6'
const address = `https://eu.hex.tech/acme/app/Orders-${short}/latest`

test.each([
  [
    '/v1/projects/{projectId}',
    { projectId: address },
    '/v1/projects/{projectId}',
    { projectId: id },
  ],
  ['/v1/projects/{p}/runs/{run}', { p: short, run: short }, undefined, { p: id, run: short }],
  [`/v1/projects/${short}/runs?limit=1`, {}, `/v1/projects/${id}/runs?limit=1`, {}],
  ['/v1/cells', { projectId: `Orders-${short}` }, undefined, { projectId: id }],
  [
    '/v1/embedding/createPresignedUrl/{id}',
    { id: `https://app.hex.tech/acme/hex/${id.toUpperCase()}/draft` },
    undefined,
    { id },
  ],
  ['/v1/projects/export', {}, undefined, {}],
  ['/v1/collections/{id}', { id: short }, undefined, { id: short }],
  ['/v1/projects/{p}', { p: 7 }, undefined, { p: 7 }],
  ['/v1/projects/a-{p}', { p: short }, undefined, { p: short }],
  ['/v1/projects/{p}-a', { p: short }, undefined, { p: short }],
])('reads the project IDs in %s with %j', (path, params, expectedPath, expectedParams) => {
  expect(outcomeOf(() => readProjectParams(path, params))).toMatchObject({
    ok: true,
    value: { path: expectedPath ?? path, params: expectedParams },
  })
})

test('reads the host from a URL and names the parameter that is not a project', () => {
  expect(outcomeOf(() => readProjectParams('/v1/projects/{p}', { p: address }))).toMatchObject({
    value: { projects: [{ projectId: id, host: 'eu.hex.tech' }] },
  })
  expect(outcomeOf(() => readProjectParams('/v1/projects/{p}', { p: 'Weekly revenue' }))).toEqual({
    ok: false,
    problem: expect.stringMatching(/^'p': "Weekly revenue" is not a project\. /),
  })
})
