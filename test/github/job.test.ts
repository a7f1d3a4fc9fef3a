import { describe, expect, test } from 'vitest'
import { isForkPull, pullInEvent, readJob } from '../../src/github/job.ts'

const env = {
  GITHUB_REPOSITORY: 'octo-org/analytics',
  GITHUB_WORKFLOW: 'Refresh',
  GITHUB_WORKFLOW_REF: 'octo-org/analytics/.github/workflows/refresh.yml@refs/pull/7/merge',
  GITHUB_JOB: 'refresh',
  GITHUB_ACTION: 'hex',
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_RUN_ID: '1',
  GITHUB_RUN_NUMBER: '2',
  GITHUB_SHA: 'merge',
}
const use = { matrixLeg: 'null', projectIds: ['p'] }

function keyOf(changes: Readonly<Record<string, string>>, useChanges: Partial<typeof use> = {}) {
  return readJob({ ...env, ...changes }, {}, { ...use, ...useChanges })?.useKey
}

describe('the key of a use', () => {
  test('is the same in the next run, on another branch and in another commit', () => {
    const later = {
      GITHUB_RUN_ID: '9',
      GITHUB_RUN_NUMBER: '10',
      GITHUB_SHA: 'other',
      GITHUB_WORKFLOW_REF: 'octo-org/analytics/.github/workflows/refresh.yml@refs/heads/main',
    }
    expect(keyOf(later)).toBe(keyOf({}))
    expect(keyOf({}, { matrixLeg: '{ "region": "emea" }' })).toBe(
      keyOf({}, { matrixLeg: '{"region":"emea"}' }),
    )
  })

  test('differs by workflow file, job, step, leg and project', () => {
    const keys = [
      keyOf({}),
      keyOf({ GITHUB_WORKFLOW_REF: 'octo-org/analytics/.github/workflows/other.yml@main' }),
      keyOf({ GITHUB_JOB: 'other' }),
      keyOf({ GITHUB_ACTION: 'other' }),
      keyOf({}, { matrixLeg: '{"region":"emea"}' }),
      keyOf({}, { projectIds: ['q'] }),
    ]
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.every((key) => /^[0-9a-f]{20}$/.test(key ?? ''))).toBe(true)
  })
})

test('outside of GitHub Actions there is no job', () => {
  expect(readJob({}, undefined, use)).toBeUndefined()
})

test('GitHub Enterprise Server has its own addresses', () => {
  const server = {
    GITHUB_SERVER_URL: 'https://git.example.com/',
    GITHUB_API_URL: 'https://git.example.com/api/v3',
    GITHUB_GRAPHQL_URL: 'https://git.example.com/api/graphql',
  }
  expect(readJob({ ...env, ...server }, {}, use)).toMatchObject({
    serverUrl: 'https://git.example.com',
    apiUrl: 'https://git.example.com/api/v3',
    graphqlUrl: 'https://git.example.com/api/graphql',
  })
})

describe('the pull request in an event', () => {
  const pull = { number: 7, head: { sha: 'abc' } }
  const run = { head_sha: 'abc', head_branch: 'b', head_repository: { owner: { login: 'them' } } }
  test.each([
    ['pull_request', { pull_request: pull }, { kind: 'pull', number: 7, headSha: 'abc' }],
    ['pull_request_target', { pull_request: pull }, { kind: 'pull', number: 7, headSha: 'abc' }],
    ['pull_request_review', { pull_request: pull }, { kind: 'pull', number: 7, headSha: 'abc' }],
    ['issue_comment', { issue: { number: 7, pull_request: {} } }, { kind: 'pull', number: 7 }],
    ['issue_comment', { issue: { number: 8 } }, { kind: 'none' }],
    [
      'workflow_run',
      { workflow_run: { ...run, event: 'pull_request', pull_requests: [{ number: 7 }] } },
      { kind: 'pull', number: 7, headSha: 'abc' },
    ],
    [
      'workflow_run',
      { workflow_run: { ...run, event: 'pull_request', pull_requests: [] } },
      { kind: 'branch', owner: 'them', branch: 'b', headSha: 'abc' },
    ],
    ['workflow_run', { workflow_run: { ...run, event: 'push' } }, { kind: 'none' }],
    ['push', {}, { kind: 'none' }],
    ['schedule', { pull_request: 'nonsense' }, { kind: 'none' }],
  ])('%s', (eventName, event, expected) => {
    const job = readJob({ ...env, GITHUB_EVENT_NAME: eventName }, event, use)
    expect(job && pullInEvent(job)).toEqual(expected)
  })
})

test('a fork is told by the repository its branch is in', () => {
  const event = (from: string) => ({ pull_request: { head: { repo: { full_name: from } } } })
  const job = (name: string, from: string) =>
    readJob({ ...env, GITHUB_EVENT_NAME: name }, event(from), use)
  const isFork = (name: string, from: string) => {
    const it = job(name, from)
    return it !== undefined && isForkPull(it)
  }
  expect(isFork('pull_request', 'them/analytics')).toBe(true)
  expect(isFork('pull_request', 'Octo-Org/analytics')).toBe(false)
  expect(isFork('pull_request_target', 'them/analytics')).toBe(false)
})
