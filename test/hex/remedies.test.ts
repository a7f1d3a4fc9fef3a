import { expect, test } from 'vitest'
import type { Failure } from '../../src/hex/errors.ts'
import { remedyFor } from '../../src/hex/remedies.ts'

const host = 'https://eu.hex.tech'

test.each([
  [
    'RunProject',
    401,
    "Hex rejected the token. Check that the token is complete, has not expired or been revoked, and was created on https://eu.hex.tech ('base-url').",
  ],
  [
    'RunProject',
    403,
    "The token does not have the 'Run projects' scope, the project does not exist, or the project is not shared with the token's user. With 'update-published-results', the user also needs the 'Can Edit' permission.",
  ],
  [
    'CancelRun',
    403,
    "Give the token the 'Run projects' scope, and give its user access to the project.",
  ],
  [
    'GetProject',
    403,
    "Give the token the 'Read projects' scope, and give its user access to the project.",
  ],
  [
    'GetRunStatus',
    403,
    "Give the token the 'Read projects' or 'Run projects' scope, and give its user access to the project.",
  ],
  [
    'GetProjectRuns',
    403,
    "Give the token the 'Read projects' or 'Run projects' scope, and give its user access to the project.",
  ],
  ['Me', 403, 'The token is not allowed to do this. Check its scopes.'],
  [
    'GetQueriedTables',
    403,
    "Queried tables are available only on Hex's Enterprise plan. If you have this plan, give the token the 'Read queried tables' scope.",
  ],
  [
    'ExportProject',
    403,
    'Hex enables exports per organization. Ask Hex support whether yours has access.',
  ],
  [
    'RunProject',
    404,
    "The project does not exist, or the token's user has no access to it. Check 'project-id'.",
  ],
  [
    'GetProject',
    404,
    "The project does not exist, or the token's user has no access to it. Check 'project-id'.",
  ],
  [
    'GetRunStatus',
    404,
    "The project has no such run, or the token's user has no access to it. Check 'run-id'.",
  ],
  [
    'CancelRun',
    404,
    "The resource was not found, or the token has no access to it. Check the IDs and the token's access.",
  ],
  [
    'RunProject',
    422,
    `The project does not exist, or the token's user has no access to it. Check 'project-id'. No run was started.`,
  ],
  [
    'RunProject',
    400,
    `The project does not exist, or the token's user has no access to it. Check 'project-id'. No run was started.`,
  ],
  ['GetRunStatus', 422, ''],
  [
    'GetRunStatus',
    429,
    "The token's rate limit was exceeded. Run fewer jobs at once, or use tokens that belong to different users.",
  ],
  [
    'RunProject',
    503,
    "All 25 kernels available to the token's user are in use, or Hex is down. Stop runs that you do not need, or check status.hex.tech.",
  ],
  ['GetRunStatus', 503, 'Check status.hex.tech.'],
  ['GetRunStatus', 502, 'Check status.hex.tech.'],
  ['GetRunStatus', 499, ''],
  ['GetRunStatus', 299, ''],
  [
    'GetRunStatus',
    300,
    "https://eu.hex.tech redirects API requests. Set 'base-url' to the URL that your browser shows when you use Hex.",
  ],
  ['GetRunStatus', 500, 'Check status.hex.tech.'],
  ['GetRunStatus', 400, ''],
  [
    'GetRunStatus',
    307,
    "https://eu.hex.tech redirects API requests. Set 'base-url' to the URL that your browser shows when you use Hex.",
  ],
  [
    'GetRunStatus',
    399,
    "https://eu.hex.tech redirects API requests. Set 'base-url' to the URL that your browser shows when you use Hex.",
  ],
])('the remedy for %s with %i', (operation, status, remedy) => {
  expect(remedyFor(operation, { kind: 'refused', status, hexOwn: true }, host, '')).toBe(remedy)
})

const notFound =
  "This runner cannot resolve https://eu.hex.tech. Check 'base-url' and the runner's network."
const unreachable =
  'This runner cannot reach https://eu.hex.tech. If this runner needs a proxy, set https_proxy.'
const untrusted =
  'This runner does not trust the certificate of https://eu.hex.tech. If your network uses a private CA, set NODE_EXTRA_CA_CERTS for the job.'

test.each([
  ['ENOTFOUND', notFound],
  ['EAI_AGAIN', notFound],
  ['ECONNREFUSED', unreachable],
  ['EHOSTUNREACH', unreachable],
  ['ETIMEDOUT', unreachable],
  ['ENETUNREACH', unreachable],
  ['UND_ERR_CONNECT_TIMEOUT', unreachable],
  ['SELF_SIGNED_CERT_IN_CHAIN', untrusted],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', untrusted],
  [
    'CERT_HAS_EXPIRED',
    "The certificate of https://eu.hex.tech has expired, or this runner's clock is wrong.",
  ],
  [
    'ERR_TLS_CERT_ALTNAME_INVALID',
    "The certificate of https://eu.hex.tech is for a different hostname. Check 'base-url'.",
  ],
  [
    'CERT_NOT_YET_VALID',
    "The certificate of https://eu.hex.tech is not valid yet, or this runner's clock is wrong.",
  ],
  ['TOO_LARGE', ''],
  ['TIMEOUT', ''],
  ['ECONNRESET', ''],
])('the remedy for no response because of %s', (code, remedy) => {
  expect(remedyFor('Me', { kind: 'no-response', code, sent: false }, host, '')).toBe(remedy)
})

test("a proxy's 503 does not mention kernels", () => {
  const failure: Failure = { kind: 'refused', status: 503, hexOwn: false }

  expect(remedyFor('RunProject', failure, host, '')).toBe('Check status.hex.tech.')
})

test.each([401, 403, 404])(
  'the remedy for a %i that is not from Hex names neither the token nor the project',
  (status) => {
    const failure: Failure = { kind: 'refused', status, hexOwn: false }

    expect(remedyFor('RunProject', failure, host, '')).toBe(
      "This response is not from Hex. A proxy, firewall, or sign-in page in front of https://eu.hex.tech rejected the request. Check 'base-url' and the runner's network.",
    )
  },
)

test('for a response that is not from Hex, suggests checking the URL', () => {
  const failure: Failure = { kind: 'unreadable', status: 200 }

  expect(remedyFor('Me', failure, host, '')).toBe(
    "Check that 'base-url' (https://eu.hex.tech) is the URL of your Hex host. This response may have come from a proxy or a sign-in page.",
  )
})

test.each([
  ['Project not found', true],
  ['Invalid project ID projectId must be a UUID', true],
  ['You do not have access to this project', true],
  ['Project has not been published', false],
  ["The project has no input named 'rows'.", false],
  ['Cannot send Slack notifications: enable them in your user settings first', false],
  ['Validation Failed', false],
  ['Saved view not found', false],
])('a start refused with "%s" suggests that the project is not found: %s', (words, isNamed) => {
  for (const status of [400, 422]) {
    const remedy = remedyFor('RunProject', { kind: 'refused', status, hexOwn: true }, host, words)
    expect(remedy.startsWith('The project does not exist')).toBe(isNamed)
    expect(remedy).toMatch(/No run was started\.$/)
  }
})
