import type { TakenPicture } from '../run/chart-pictures.ts'
import { blocks, escapeMarkdown, folded, image, link } from './markdown.ts'

/** A picture of a chart with its file. */
export interface Picture extends TakenPicture {
  /** The file's name in its run's folder. */
  readonly fileName: string
}

/** A picture that a reader's browser can fetch. */
export interface ShownPicture extends Picture {
  readonly address: string
}

/** Gives every picture a file name that is readable, safe on every system, and unique in its run's folder. */
export function withFileNames(pictures: ReadonlyArray<TakenPicture>): ReadonlyArray<Picture> {
  const used = new Set<string>()
  return pictures.map((picture) => {
    const folder = picture.outcome.run?.runId ?? ''
    const stem = fileStem(picture.chart.name)
    let fileName = `${stem}.png`
    for (let number = 2; used.has(`${folder}/${fileName}`); number += 1)
      fileName = `${stem}-${number}.png`
    used.add(`${folder}/${fileName}`)
    return { ...picture, fileName }
  })
}

/** `Umsatz (netto) – EMEA` becomes `umsatz-netto-emea`. */
function fileStem(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
  const stem = [...plain]
    .slice(0, 60)
    .join('')
    .replace(/^-+|-+$/g, '')
  if (stem === '') return 'chart'
  // Windows reserves these names for devices, with any extension.
  return /^(con|prn|aux|nul|com\d|lpt\d)$/.test(stem) ? `chart-${stem}` : stem
}

/** The URL of a committed picture. It also works in private repositories, for readers with access. */
export function pictureAddress(repositoryUrl: string, sha: string, path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  return `${repositoryUrl}/blob/${sha}/${encoded}?raw=true`
}

/** Max pictures that are not folded. */
const maxOpen = 4

/** The pictures one below the other, each under its name and linked to its run; '' if there are none. */
export function pictureSection(pictures: ReadonlyArray<ShownPicture>): string {
  const isSeveralRuns = new Set(pictures.map(({ outcome }) => outcome)).size > 1
  const shown = pictures.map(({ chart, outcome, address }) => {
    const { name, projectTitle, projectId, run } = outcome
    const title = isSeveralRuns ? `${name ?? projectTitle ?? projectId}: ${chart.name}` : chart.name
    const picture = link(image(`Chart ${title}`, address), run?.runUrl)
    return `**${escapeMarkdown(title)}**\n\n${picture}`
  })
  const rest = shown.slice(maxOpen)
  return blocks(...shown.slice(0, maxOpen), folded(`${rest.length} more charts`, blocks(...rest)))
}
