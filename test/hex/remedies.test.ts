import { expect, test } from 'vitest'
import type { Failure } from '../../src/hex/errors.ts'
import { remedyFor } from '../../src/hex/remedies.ts'

const host = 'https://eu.hex.tech'

test.each([
  [
    'RunProject',
    401,
    "Hex does not know the token: is it complete, not expired or revoked, and from https://eu.hex.tech ('base-url')?",
  ],
  [
    'RunProject',
    403,
    "The token lacks the 'Run projects' scope, or the project does not exist or is not shared with the token's user (Can Edit for 'update-published-results').",
  ],
  [
    'CancelRun',
    403,
    "Give the token the 'Run projects' scope, and its user access to the project.",
  ],
  [
    'GetProject',
    403,
    "Give the token the 'Read projects' scope, and its user access to the project.",
  ],
  [
    'GetRunStatus',
    403,
    "Give the token the 'Read projects' or 'Run projects' scope, and its user access to the project.",
  ],
  [
    'GetProjectRuns',
    403,
    "Give the token the 'Read projects' or 'Run projects' scope, and its user access to the project.",
  ],
  ['Me', 403, 'The token may not do this: check its scopes.'],
  [
    'GetQueriedTables',
    403,
    "Hex tells queried tables on its Enterprise plan only: if yours is one, give the token the 'Read queried tables' scope.",
  ],
  [
    'ExportProject',
    403,
    'Hex switches exports on for each organisation: ask its support whether yours may export.',
  ],
  [
    'RunProject',
    404,
    "Project not found, or the token's user has no access to it. Check 'project-id'.",
  ],
  [
    'GetProject',
    404,
    "Project not found, or the token's user has no access to it. Check 'project-id'.",
  ],
  [
    'GetRunStatus',
    404,
    "Either the project has no such run ('run-id'), or the user behind the token may not see it.",
  ],
  ['CancelRun', 404, 'Either it does not exist, or the token may not see it.'],
  [
    'RunProject',
    422,
    `Project not found, or the token's user has no access to it. Check 'project-id'. Nothing was started.`,
  ],
  [
    'RunProject',
    400,
    `Project not found, or the token's user has no access to it. Check 'project-id'. Nothing was started.`,
  ],
  ['GetRunStatus', 422, ''],
  [
    'GetRunStatus',
    429,
    'The rate limit of this token is used up: run fewer jobs at the same time, or give them tokens of their own.',
  ],
  [
    'RunProject',
    503,
    'All 25 kernels of the user behind the token are taken (or Hex is down: status.hex.tech).',
  ],
  ['GetRunStatus', 503, 'See status.hex.tech.'],
  ['GetRunStatus', 502, 'See status.hex.tech.'],
  ['GetRunStatus', 499, ''],
  ['GetRunStatus', 299, ''],
  [
    'GetRunStatus',
    300,
    "https://eu.hex.tech sends API calls elsewhere: set 'base-url' to the address in your browser when you use Hex.",
  ],
  ['GetRunStatus', 500, 'See status.hex.tech.'],
  ['GetRunStatus', 400, ''],
  [
    'GetRunStatus',
    307,
    "https://eu.hex.tech sends API calls elsewhere: set 'base-url' to the address in your browser when you use Hex.",
  ],
  [
    'GetRunStatus',
    399,
    "https://eu.hex.tech sends API calls elsewhere: set 'base-url' to the address in your browser when you use Hex.",
  ],
])('%s and %i', (operation, status, remedy) => {
  expect(remedyFor(operation, { kind: 'refused', status, hexOwn: true }, host, '')).toBe(remedy)
})

const notFound =
  "The name https://eu.hex.tech was not found from this runner: check 'base-url' and the runner's network."
const unreachable =
  'This runner cannot reach https://eu.hex.tech: does it need a proxy (https_proxy)?'
const untrusted =
  'The certificate of https://eu.hex.tech is not trusted here: if your network has its own CA, set NODE_EXTRA_CA_CERTS for the job.'

test.each([
  ['ENOTFOUND', notFound],
  ['EAI_AGAIN', notFound],
  ['ECONNREFUSED', unreachable],
  ['EHOSTUNREACH', unreachable],
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
    "The certificate that https://eu.hex.tech shows is for another name: check 'base-url'.",
  ],
  [
    'CERT_NOT_YET_VALID',
    "The certificate of https://eu.hex.tech is not valid yet, or this runner's clock is wrong.",
  ],
  ['TOO_LARGE', ''],
  ['TIMEOUT', ''],
  ['ECONNRESET', ''],
])('no answer because of %s', (code, remedy) => {
  expect(remedyFor('Me', { kind: 'no-answer', code, sent: false }, host, '')).toBe(remedy)
})

test("a proxy's 503 says nothing about kernels", () => {
  const failure: Failure = { kind: 'refused', status: 503, hexOwn: false }

  expect(remedyFor('RunProject', failure, host, '')).toBe('See status.hex.tech.')
})

test('an answer that is not from Hex points at the address', () => {
  const failure: Failure = { kind: 'unreadable', status: 200 }

  expect(remedyFor('Me', failure, host, '')).toBe(
    "Is 'base-url' the address of your Hex (https://eu.hex.tech)? A proxy or sign-in page may stand in between.",
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
])('a start refused with "%s" names a project that is not found: %s', (words, isNamed) => {
  for (const status of [400, 422]) {
    const remedy = remedyFor('RunProject', { kind: 'refused', status, hexOwn: true }, host, words)
    expect(remedy.startsWith('Project not found')).toBe(isNamed)
    expect(remedy).toMatch(/Nothing was started\.$/)
  }
})
