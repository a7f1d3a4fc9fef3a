import type { Theme } from '../render/summary.ts'
import type { Story } from './play.ts'

/** One picture of a story. */
export interface PictureFile {
  readonly name: string
  readonly theme: Theme
  readonly widthPx: number
}

const wide = { suffix: '', widthPx: 760 }
const narrow = { suffix: '-narrow', widthPx: 400 }

/** The pictures that are committed of a story. */
export function picturesOf(story: Story): ReadonlyArray<PictureFile> {
  return filesOf(story, story.isNarrowToo === true ? [wide, narrow] : [wide])
}

/** All there are to look at. */
export function allPicturesOf(story: Story): ReadonlyArray<PictureFile> {
  return filesOf(story, [wide, narrow])
}

function filesOf({ name }: Story, widths: ReadonlyArray<typeof wide>): ReadonlyArray<PictureFile> {
  return widths.flatMap(({ suffix, widthPx }) =>
    (['light', 'dark'] as const).map((theme) => ({
      name: `${name}${suffix}-${theme}.png`,
      theme,
      widthPx,
    })),
  )
}
