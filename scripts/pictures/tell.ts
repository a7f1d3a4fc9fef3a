import { pictureAddress, withFileNames } from '../../src/report/charts.ts'
import { commentBody, contentOf } from '../../src/report/comment.ts'
import type { ShownPicture } from '../../src/report/pictures.ts'
import { severalSummaryOf } from '../../src/report/several.ts'
import { summaryOf } from '../../src/report/summary.ts'
import { beganAtMs, type Played, playStory, type Story } from './play.ts'

/** What a reader gets to see of a story. */
export interface Told {
  readonly markdown: string
  /** The charts that the Markdown shows, by their addresses. */
  readonly pictures: ReadonlyArray<ShownPicture>
}

/** A repository that does not exist: whoever draws the story serves its pictures. */
export const repositoryUrl = 'https://github.com/octo-org/analytics'

/** Plays a story against a simulated Hex in virtual time. Returns the job summary, or the comment, as its readers see it. */
export async function tellStory(story: Story): Promise<Told> {
  const played = await playStory(story)
  const pictures = shown(played)
  const markdown =
    story.commentAfter === undefined
      ? summary(played, pictures)
      : comment(await playStory(story.commentAfter), played, pictures)
  return { markdown, pictures }
}

function summary({ outcomes, asked, waited }: Played, pictures: ReadonlyArray<ShownPicture>) {
  const [first, ...others] = outcomes
  return first === undefined || others.length > 0
    ? severalSummaryOf(outcomes, pictures)
    : summaryOf(first, asked, { waited, pictures })
}

/** The comment of a pull request's second workflow run. */
function comment(before: Played, now: Played, pictures: ReadonlyArray<ShownPicture>) {
  const facts = (number: number, { outcomes }: Played) => ({
    useKey: 'example',
    useMark: `mark${number}`,
    content: contentOf(outcomes, pictures),
    headSha: `${number}e1f0c7a9b3d4826a1c4e7f0b2d59683c7a8e4f1`,
    workflowRun: { id: `165882149${number}`, number, attempt: 1 },
    atMs: beganAtMs + number * 20 * 60_000,
    repositoryUrl,
  })
  const body = commentBody(facts(2, now), commentBody(facts(1, before), undefined))
  // The hidden mark is not for readers.
  return body.replace(/^<!--.*-->\n/, '')
}

function shown({ pictures }: Played): ReadonlyArray<ShownPicture> {
  const day = new Date(beganAtMs).toISOString().slice(0, 10)
  const sha = '5d5d72f92d06c5e9754a6ec73647c75a71f406b1'
  return withFileNames(pictures).map((picture) => ({
    ...picture,
    address: pictureAddress(repositoryUrl, sha, `hex-charts/${day}/${picture.fileName}`),
  }))
}
