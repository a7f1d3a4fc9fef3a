import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ShownPicture } from '../../src/report/pictures.ts'
import { screenshot } from '../render/screenshot.ts'
import { renderSummary } from '../render/summary.ts'
import type { PictureFile } from './files.ts'
import type { Story } from './play.ts'
import { repositoryUrl, type Told } from './tell.ts'

/** Takes the pictures of a story that was told, as PNG files in the folder. */
export async function takePicturesOf(
  story: Story,
  { markdown, pictures }: Told,
  files: ReadonlyArray<PictureFile>,
  folder: string,
): Promise<void> {
  const pages = mkdtempSync(join(tmpdir(), 'hex-run-action-pictures-'))
  const repository = await serve(pictures)
  try {
    for (const { name, theme, widthPx } of files) {
      const page = join(pages, `${name}.html`)
      const isComment = story.commentAfter !== undefined
      const html = renderSummary(markdown, { title: story.job, isComment, theme, widthPx })
      writeFileSync(page, html.replaceAll(`src="${repositoryUrl}`, `src="${repository.url}`))
      await screenshot(page, join(folder, name), { widthPx, deviceScaleFactor: 2 })
    }
  } finally {
    repository.close()
    rmSync(pages, { recursive: true, force: true })
  }
}

/** Stands in for the repository whose branch has the charts. */
async function serve(pictures: ReadonlyArray<ShownPicture>) {
  const server = createServer((request, response) => {
    const found = pictures.find(({ address }) => address === `${repositoryUrl}${request.url}`)
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'image/png' })
    response.end(found?.bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() }
}
