import { expect, test } from 'vitest'
import { reportKinds, reportTrouble } from '../../src/actions/reports/context.ts'

const path = 'POST /repos/octo-org/analytics/issues/7/comments'

/** GitHub's messages, as quoted in public threads, and the required words of the advice. */
test.each([
  [401, 'Bad credentials.', /has expired/],
  [403, 'You must authenticate via a GitHub App.', /Only GitHub Apps/],
  [403, 'Resource not accessible by personal access token.', /repository permission/],
  [
    403,
    'Resource not accessible by integration.',
    /^.*Add 'permissions: pull-requests: write' to the job/,
  ],
  [404, 'Not Found.', /has no access to it\. Add 'permissions/],
])('%i %s', (status, words, advice) => {
  const message = `${path}: ${status}. ${words}`
  const warning = reportTrouble(reportKinds.comment, { message, status }, false)

  expect(warning).toMatch(advice)
  expect(warning).toMatch(/ The run's result is not affected\.$/)
  const isPermission = /integration|personal access|Not Found/.test(words)
  expect(/permissions?:? |' repository permission/.test(warning)).toBe(isPermission)
})

/** GitHub's messages, as quoted in public threads. They say what to do, and a permission would not help. */
test.each([
  'Unable to create comment because issue is locked.',
  'Repository was archived so is read-only.',
  'Although you appear to have the correct authorization credentials, the `octo-org` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.',
  'Resource protected by organization SAML enforcement. You must grant your OAuth token access to this organization.',
  'Sorry. Your account was suspended.',
  '`octo-org` forbids access via a personal access token (classic).',
])('adds nothing to %s', (words) => {
  const failure = { message: `${path}: 403. ${words}`, status: 403 }
  expect(reportTrouble(reportKinds.comment, failure, false)).toBe(
    `${failure.message} The run's result is not affected.`,
  )
})

test('is not misled by a repository name that contains a cause', () => {
  const message =
    'GET /repos/octo-org/archived-SAML/pulls: 403. Resource not accessible by integration.'

  expect(reportTrouble(reportKinds.comment, { message, status: 403 }, false)).toContain(
    "Add 'permissions: pull-requests: write' to the job.",
  )
})

test('a secondary rate limit and a server error suggest no permission', () => {
  for (const [status, words] of [
    [403, '403. You have exceeded a secondary rate limit.'],
    [502, '502. Server Error'],
    [undefined, 'No response was received in time.'],
  ] as const) {
    const failure = { message: `${path}: ${words}`, status }
    expect(reportTrouble(reportKinds.check, failure, true)).not.toMatch(/permission|token needs/)
  }
})

test('if a search before the report was refused, the permission is the one that GitHub accepts', () => {
  const failure = {
    message: 'GET /repos/o/r/pulls: 403. Resource not accessible by integration.',
    status: 403,
  }
  const accepting = (acceptedPermissions: string) =>
    reportTrouble(reportKinds.check, { ...failure, acceptedPermissions }, false)

  expect(accepting('pull_requests=read')).toContain("'permissions: pull-requests: read'")
  expect(accepting('issues=write; checks=write')).toContain("'permissions: checks: write'")
  expect(accepting('::error::forged')).toContain("'permissions: checks: write'")
})
