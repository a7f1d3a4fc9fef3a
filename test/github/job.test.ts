import { describe, expect, test } from 'vitest'
import { isForkPull, pullsInEvent, readJob, type UseFacts, useKeyOf } from '../../src/github/job.ts'

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
const run = { projectId: 'p', parameterNames: ['region', 'year'] }
const use: UseFacts = { matrixLeg: 'null', reportKey: '', runs: [run] }

function keyOf(changes: Readonly<Record<string, string>>, useChanges: Partial<UseFacts> = {}) {
  return useKeyOf({ ...env, ...changes }, { ...use, ...useChanges })
}

describe('the key of a use', () => {
  test('is the same in the next run, on another branch, and in another commit', () => {
    const later = {
      GITHUB_RUN_ID: '9',
      GITHUB_RUN_NUMBER: '10',
      GITHUB_SHA: 'other',
      GITHUB_WORKFLOW_REF: 'octo-org/analytics/.github/workflows/refresh.yml@refs/heads/main',
    }
    expect(keyOf(later)).toBe(keyOf({}))
    const reordered = { ...run, parameterNames: ['year', 'region'] }
    expect(keyOf({}, { runs: [reordered] })).toBe(keyOf({}))
    expect(keyOf({}, { matrixLeg: '{ "region": "emea" }' })).toBe(
      keyOf({}, { matrixLeg: '{"region":"emea"}' }),
    )
  })

  test('differs by workflow file, job, step, matrix leg, projects, view, parameter names, and report-key', () => {
    const keys = [
      keyOf({}),
      keyOf({ GITHUB_WORKFLOW_REF: 'octo-org/analytics/.github/workflows/other.yml@main' }),
      keyOf({ GITHUB_JOB: 'other' }),
      keyOf({ GITHUB_ACTION: 'other' }),
      keyOf({}, { matrixLeg: '{"region":"emea"}' }),
      keyOf({}, { runs: [{ ...run, projectId: 'q' }] }),
      keyOf({}, { runs: [{ ...run, viewId: 'v' }] }),
      keyOf({}, { runs: [{ ...run, parameterNames: ['region'] }] }),
      keyOf({}, { runs: [run, run] }),
      keyOf({}, { reportKey: 'second' }),
    ]
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.every((key) => /^[0-9a-f]{20}$/.test(key ?? ''))).toBe(true)
  })
})

test('ignores a pull request whose base repository is a different one', () => {
  const pull = (id: number) => ({ number: 7, head: { sha: 'abc' }, base: { repo: { id } } })
  const inRun = (id: number) => {
    const workflow_run = { event: 'push', head_sha: 'abc', pull_requests: [pull(id)] }
    const event = { workflow_run, repository: { id: 1 } }
    const job = readJob({ ...env, GITHUB_EVENT_NAME: 'workflow_run' }, event)
    return job && pullsInEvent(job).numbers
  }
  expect([inRun(1), inRun(2)]).toEqual([[7], []])
})

test('a fork that copies a branch, its name, and its commit does not reach the pull request of that branch', () => {
  const pull = { number: 7, head: { sha: 'abc', repo: { id: 1 } }, base: { repo: { id: 1 } } }
  const inRunOf = (id: number) => {
    const head_repository = { id, owner: { login: id === 1 ? 'octo-org' : 'mallory' } }
    const run = { event: 'pull_request', head_sha: 'abc', head_branch: 'b', head_repository }
    const event = { workflow_run: { ...run, pull_requests: [pull] }, repository: { id: 1 } }
    const job = readJob({ ...env, GITHUB_EVENT_NAME: 'workflow_run' }, event)
    return job && pullsInEvent(job)
  }
  expect(inRunOf(1)).toEqual({ numbers: [7], headSha: 'abc' })
  expect(inRunOf(2)).toEqual({
    numbers: [],
    headSha: 'abc',
    branch: { owner: 'mallory', name: 'b' },
  })
})

test('there is no job outside of GitHub Actions', () => {
  expect(readJob({}, undefined)).toBeUndefined()
})

test('GitHub Enterprise Server has its own URLs', () => {
  const server = {
    GITHUB_SERVER_URL: 'https://git.example.com/',
    GITHUB_API_URL: 'https://git.example.com/api/v3',
  }
  expect(readJob({ ...env, ...server }, {})).toMatchObject({
    serverUrl: 'https://git.example.com',
    apiUrl: 'https://git.example.com/api/v3',
  })
})

describe('the pull request in an event', () => {
  const pull = { number: 7, head: { sha: 'abc' } }
  const ownApi = 'https://api.github.com/repos/Octo-Org/analytics'
  const listed = (number: number, owner = 'octo-org', sha = 'abc') => ({
    number,
    head: { sha, repo: { url: ownApi } },
    base: { repo: { url: ownApi.replace('Octo-Org', owner) } },
  })
  const ran = (pulls: ReadonlyArray<unknown>, event = 'pull_request') => ({
    workflow_run: { ...run, event, pull_requests: pulls },
  })
  const run = { head_sha: 'abc', head_branch: 'b', head_repository: { owner: { login: 'them' } } }
  test.each([
    ['pull_request', { pull_request: pull }, { numbers: [7], headSha: 'abc' }],
    ['pull_request_target', { pull_request: pull }, { numbers: [7], headSha: 'abc' }],
    ['pull_request_review', { pull_request: pull }, { numbers: [7], headSha: 'abc' }],
    ['issue_comment', { issue: { number: 7, pull_request: {} } }, { numbers: [7] }],
    ['issue_comment', { issue: { number: 8 } }, { numbers: [] }],
    ['workflow_run', ran([listed(7)]), { numbers: [7], headSha: 'abc' }],
    ['workflow_run', ran([listed(7), listed(8)]), { numbers: [7, 8], headSha: 'abc' }],
    ['workflow_run', ran([listed(3, 'them'), listed(7)]), { numbers: [7], headSha: 'abc' }],
    ['workflow_run', ran([listed(3, 'them')], 'push'), { numbers: [], headSha: 'abc' }],
    ['workflow_run', ran([{ number: 7 }], 'push'), { numbers: [], headSha: 'abc' }],
    [
      'workflow_run',
      ran([listed(7, 'octo-org', 'later')], 'push'),
      { numbers: [], headSha: 'abc' },
    ],
    [
      'workflow_run',
      ran([listed(7, 'octo-org', 'later')]),
      { numbers: [], headSha: 'abc', branch: { owner: 'them', name: 'b' } },
    ],
    [
      'workflow_run',
      { workflow_run: { ...run, event: 'pull_request', pull_requests: [] } },
      { numbers: [], headSha: 'abc', branch: { owner: 'them', name: 'b' } },
    ],
    ['workflow_run', { workflow_run: { ...run, event: 'push' } }, { numbers: [], headSha: 'abc' }],
    ['push', {}, { numbers: [] }],
    ['schedule', { pull_request: 'nonsense' }, { numbers: [] }],
  ])('%s', (eventName, event, expected) => {
    const job = readJob({ ...env, GITHUB_EVENT_NAME: eventName }, event)
    expect(job && pullsInEvent(job)).toEqual(expected)
  })
})

test('a fork is recognized by the repository of its branch', () => {
  const event = (from: string) => ({ pull_request: { head: { repo: { full_name: from } } } })
  const job = (name: string, from: string) =>
    readJob({ ...env, GITHUB_EVENT_NAME: name }, event(from))
  const isFork = (name: string, from: string) => {
    const it = job(name, from)
    return it !== undefined && isForkPull(it)
  }
  expect(isFork('pull_request', 'them/analytics')).toBe(true)
  expect(isFork('pull_request', 'Octo-Org/analytics')).toBe(false)
  expect(isFork('pull_request_target', 'them/analytics')).toBe(false)
})
