import type { Outcome } from '../run/outcome.ts'
import { escapeMarkdown, image, link } from './markdown.ts'

/** A picture of a chart, taken after its run completed. */
export interface Picture {
  /** The chart's name, as the user gave it; else its static id. */
  readonly chart: string
  readonly outcome: Outcome
  readonly bytes: Uint8Array
  /** The file's name in its run's folder. */
  readonly fileName: string
}

/** A picture that a reader's browser can fetch. */
export interface ShownPicture extends Picture {
  readonly address: string
}

/** More pictures than these are folded away. */
const maxOpen = 4

/** The pictures one below the other, each under its name and linked to its run; '' when there are none. */
export function pictureSection(pictures: ReadonlyArray<ShownPicture>): string {
  const severalRuns = new Set(pictures.map(({ outcome }) => outcome)).size > 1
  const shown = pictures.map(({ chart, outcome, address }) => {
    const title = severalRuns ? `${runName(outcome)}: ${chart}` : chart
    const picture = image(`Chart ${title}`, address)
    const runUrl = outcome.run?.runUrl
    return `**${escapeMarkdown(title)}**\n\n${runUrl === undefined ? picture : link(picture, runUrl)}`
  })
  const [open, folded] = [shown.slice(0, maxOpen), shown.slice(maxOpen)]
  if (folded.length === 0) return open.join('\n\n')
  return [
    ...open,
    `<details><summary>${folded.length} more charts</summary>`,
    ...folded,
    '</details>',
  ].join('\n\n')
}

/** What a run is called beside others. */
function runName({ name, projectTitle, projectId }: Outcome): string {
  return name ?? projectTitle ?? projectId
}
