import type { Outcome } from '../run/outcome.ts'
import type { Picture } from './pictures.ts'

/** A picture before it has a file name. */
export interface NamedPicture {
  readonly chart: { readonly name: string }
  readonly outcome: Outcome
  readonly bytes: Uint8Array
}

/** Gives every picture a file name that is readable, safe on every system, and unique in its run's folder. */
export function withFileNames(pictures: ReadonlyArray<NamedPicture>): ReadonlyArray<Picture> {
  const taken = new Set<string>()
  return pictures.map(({ chart, outcome, bytes }) => {
    const folder = outcome.run?.runId ?? ''
    const stem = fileStem(chart.name)
    let fileName = `${stem}.png`
    for (let number = 2; taken.has(`${folder}/${fileName}`); number += 1)
      fileName = `${stem}-${number}.png`
    taken.add(`${folder}/${fileName}`)
    return { chart: chart.name, outcome, bytes, fileName }
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
  // Windows keeps these names for devices, with any extension.
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)$/.test(stem)
  return stem === '' || isDevice ? `chart${stem === '' ? '' : `-${stem}`}` : stem
}

/** The URL of a committed picture. It also works in private repositories, for readers with access. */
export function pictureAddress(repositoryUrl: string, sha: string, path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  return `${repositoryUrl}/blob/${sha}/${encoded}?raw=true`
}
