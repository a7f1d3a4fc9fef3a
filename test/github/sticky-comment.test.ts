import { expect, test } from 'vitest'
import { keepComment } from '../../src/github/sticky-comment.ts'
import { sampleGitHubToken } from '../github-simulator/world.ts'
import { connected, timeOf } from './real-time.ts'

const pulls = [{ number: 7, headSha: 'a'.repeat(40) }]
const sticky = {
  pullNumber: 7,
  isMarked: (body: string) => body.startsWith('<!-- ours -->'),
  write: (previous: string | undefined) => `<!-- ours -->\n${previous === undefined ? 1 : 2}`,
}

test('the author of a comment is asked for only when a comment carries our mark', async () => {
  const { gitHub, repository } = await connected({ pulls })
  gitHub.world.addComment(7, 'octocat', 'Looks good')

  await keepComment(repository, sticky, timeOf(10_000))
  await keepComment(repository, sticky, timeOf(10_000))

  expect(gitHub.operations()).toEqual([
    'issues/list-comments',
    'issues/create-comment',
    'issues/list-comments',
    'graphql',
    'issues/update-comment',
  ])
  expect(gitHub.world.comments.at(-1)?.body).toBe('<!-- ours -->\n2')
})

test('an app of the user’s own finds its own comment, not that of the Actions bot', async () => {
  const { gitHub, repository } = await connected({
    pulls,
    tokens: [{ ...sampleGitHubToken, login: 'reporter[bot]' }],
  })
  const theirs = gitHub.world.addComment(7, 'github-actions[bot]', '<!-- ours -->\nforeign')
  const own = gitHub.world.addComment(7, 'reporter[bot]', '<!-- ours -->\nown')

  await keepComment(repository, sticky, timeOf(10_000))

  expect([theirs.body, own.body]).toEqual(['<!-- ours -->\nforeign', '<!-- ours -->\n2'])
})

test('where GitHub does not say who we are, only the Actions bot’s comment is taken for ours', async () => {
  const { gitHub, repository } = await connected({ pulls })
  const forged = gitHub.world.addComment(7, 'mallory', '<!-- ours -->\nforged')
  const own = gitHub.world.addComment(7, 'github-actions[bot]', '<!-- ours -->\nown')
  gitHub.addFault({ operation: 'graphql', status: 403, message: 'Not accessible' })

  await keepComment(repository, sticky, timeOf(10_000))

  expect([forged.body, own.body]).toEqual(['<!-- ours -->\nforged', '<!-- ours -->\n2'])
})

test('when the time is up, nothing more is sent', async () => {
  const { gitHub, repository } = await connected({ pulls })

  await expect(
    keepComment(repository, sticky, { signal: AbortSignal.abort(), untilMs: () => 0 }),
  ).rejects.toThrow('There was no time left for it.')

  expect(gitHub.operations()).toEqual([])
})
