import { expect, test } from 'vitest'
import type { Repository } from '../../src/github/repository.ts'
import {
  keepComment as keep,
  type Ownership,
  type StickyComment,
} from '../../src/github/sticky-comment.ts'
import { type Fault, sampleGitHubToken } from '../github-simulator/world.ts'
import { clientOf, connected } from './real-time.ts'

const { signal } = new AbortController()
const pulls = [7, 8].map((number) => ({ number, headSha: 'a'.repeat(40) }))
/** A body is `<!-- ours -->`, then the owner, or the written text and the author that it is signed for. */
const sticky: StickyComment = {
  pullNumber: 7,
  ownership: (body) =>
    body.startsWith('<!-- ours -->')
      ? ((/^(own|other)$/m.exec(body)?.[1] as Ownership | undefined) ?? 'free')
      : undefined,
  isSigned: (body, authorId) => body.includes(`signed ${authorId}`),
  write: (previous, authorId) =>
    `<!-- ours -->\n${previous === undefined ? 1 : 2}${authorId === undefined ? '' : ` signed ${authorId}`}`,
}
const keepComment = (repository: Repository, it: StickyComment) =>
  keep(repository, it, signal, async () => undefined)

test('a second run updates the comment of the first', async () => {
  const { gitHub, repository } = await connected({ pulls })
  gitHub.world.addComment(7, 'octocat', 'Looks good')

  await keepComment(repository, sticky)
  await keepComment(repository, sticky)

  expect(gitHub.operations()).toEqual([
    'issues/list-comments',
    'issues/create-comment',
    'issues/list-comments',
    'issues/update-comment',
  ])
  expect(gitHub.world.comments.at(-1)?.body).toMatch(/^<!-- ours -->\n2 signed \d+$/)
})

test('only a comment by the Actions bot, or one that is signed for its author, is ours', async () => {
  const { gitHub, repository } = await connected({
    pulls,
    tokens: [{ ...sampleGitHubToken, login: 'reporter[bot]' }],
  })
  const forged = gitHub.world.addComment(7, 'mallory', '<!-- ours -->\nforged')
  await keepComment(repository, sticky)
  const own = gitHub.world.comments.at(-1)
  expect(own).toMatchObject({ body: expect.stringMatching(/^<!-- ours -->\n1 signed \d+$/) })
  const copy = gitHub.world.addComment(7, 'mallory', own?.body ?? '')

  await keepComment(repository, sticky)

  expect([forged.body, copy.body]).toEqual([
    '<!-- ours -->\nforged',
    expect.stringContaining('\n1 signed'),
  ])
  expect(own?.body).toMatch(/^<!-- ours -->\n2 signed \d+$/)
  const bots = gitHub.world.addComment(8, 'github-actions[bot]', '<!-- ours -->\nfree')
  await keepComment(repository, { ...sticky, pullNumber: 8 })
  expect(bots.body).toMatch(/^<!-- ours -->\n2/)
})

test.each<Fault>([
  { operation: 'issues/create-comment', reset: true, takesEffect: true },
  // An update is sent up to four times.
  { operation: 'issues/update-comment', reset: true, times: 4 },
])('the comment of another bot is not posted twice after %j', async (fault) => {
  const { gitHub, repository } = await connected({
    pulls,
    tokens: [{ ...sampleGitHubToken, login: 'reporter[bot]' }],
    faults: [fault],
  })
  const write = (_: unknown, authorId = 0) => `<!-- ours -->\nown\nsigned ${authorId}`

  await keepComment(repository, { ...sticky, write })

  expect(gitHub.world.comments.map(({ body }) => body)).toEqual([
    expect.stringMatching(/signed [1-9]\d*$/),
  ])
})

test('nothing is sent after the time is up', async () => {
  const { gitHub } = await connected({ pulls })
  const late = await clientOf(gitHub, { signal: AbortSignal.abort(), untilMs: () => 0 })

  await expect(keepComment(late, sticky)).rejects.toThrow(
    'There was no time left to send the request.',
  )

  expect(gitHub.operations()).toEqual([])
})

test('a comment that is deleted between list and update is created again', async () => {
  const { gitHub, repository } = await connected({ pulls })
  gitHub.world.addComment(7, 'github-actions[bot]', '<!-- ours -->\nold')
  const deleting: StickyComment = {
    ...sticky,
    write(previous, authorId) {
      if (previous?.endsWith('old') === true) gitHub.world.comments.length = 0
      return sticky.write(previous, authorId)
    },
  }

  await keepComment(repository, deleting)

  expect(gitHub.world.comments.map(({ body }) => body)).toEqual(['<!-- ours -->\n1'])
})

test('if another use takes the same free comment at the same time, takes a different one', async () => {
  const { gitHub, repository } = await connected({ pulls })
  const [first, second] = ['a', 'b'].map((text) =>
    gitHub.world.addComment(7, 'github-actions[bot]', `<!-- ours -->\n${text}`),
  )
  let isTaken = false
  const kept = keep(
    repository,
    { ...sticky, write: () => '<!-- ours -->\nown' },
    signal,
    async () => {
      if (isTaken || first === undefined) return
      first.body = '<!-- ours -->\nother'
      isTaken = true
    },
  )

  expect((await kept).comment.id).toBe(second?.id)
  expect([first?.body, second?.body]).toEqual(['<!-- ours -->\nother', '<!-- ours -->\nown'])
})
