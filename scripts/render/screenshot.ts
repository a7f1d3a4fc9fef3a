import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { withChromium } from './chromium.ts'
import { compactPng } from './compact-png.ts'
import { type DevTools, DevToolsError, type Message } from './dev-tools.ts'

/** The size of a picture: it is `widthPx * deviceScaleFactor` device pixels wide. */
export type ScreenshotOptions = {
  /** Width of the page in CSS pixels; the height is that of the page's content. */
  readonly widthPx: number
  /** Device pixels per CSS pixel; 2 is what a sharp picture in a README needs. */
  readonly deviceScaleFactor: number
}

/**
 * Opens the page at `htmlPath` in a headless Chromium and writes a PNG of all of it to `pngPath`,
 * with at most 256 colours so that it stays small in a repository.
 *
 * @throws ChromiumNotFoundError when no Chromium is installed, DevToolsError when it does not do
 *   what is asked of it or takes more than a minute.
 */
export const screenshot = (
  htmlPath: string,
  pngPath: string,
  { widthPx, deviceScaleFactor }: ScreenshotOptions,
): Promise<void> =>
  withChromium(process.env, timeLimitMs, async (devTools) => {
    const { targetId } = await devTools.send('Target.createTarget', { url: 'about:blank' })
    const { sessionId } = await devTools.send('Target.attachToTarget', { targetId, flatten: true })
    if (typeof sessionId !== 'string') throw new DevToolsError('Chromium opened no page.')
    const page: Page = (method, parameters) => devTools.send(method, parameters, sessionId)

    await resize(page, { widthPx, heightPx: 1, deviceScaleFactor })
    await open(devTools, page, pathToFileURL(resolve(htmlPath)).href)
    await resize(page, { widthPx, heightPx: await contentHeightPx(page), deviceScaleFactor })
    const { data } = await page('Page.captureScreenshot', { format: 'png' })
    if (typeof data !== 'string') throw new DevToolsError('Chromium gave no picture.')
    await writeFile(pngPath, compactPng(Buffer.from(data, 'base64')))
  })

/** A minute: far more than a picture takes, for a machine that is busy with other things. */
const timeLimitMs = 60_000

/** Sends a DevTools command to the page that is being photographed. */
type Page = (method: string, parameters?: Readonly<Record<string, unknown>>) => Promise<Message>

/**
 * Emulated, because a real headless window has a smallest width above that of a phone and loses
 * some of its height to a browser bar that is not drawn.
 */
const resize = (
  page: Page,
  size: {
    readonly widthPx: number
    readonly heightPx: number
    readonly deviceScaleFactor: number
  },
): Promise<Message> =>
  page('Emulation.setDeviceMetricsOverride', {
    width: size.widthPx,
    height: size.heightPx,
    deviceScaleFactor: size.deviceScaleFactor,
    mobile: false,
  })

const open = async (devTools: DevTools, page: Page, url: string): Promise<void> => {
  await page('Page.enable')
  const loaded = devTools.nextEvent('Page.loadEventFired')
  const { errorText } = await page('Page.navigate', { url })
  if (errorText !== undefined) throw new DevToolsError(`Chromium cannot open ${url}: ${errorText}`)
  await loaded
}

const contentHeightPx = async (page: Page): Promise<number> => {
  const { result } = await page('Runtime.evaluate', {
    expression: 'Math.ceil(document.documentElement.getBoundingClientRect().height)',
  })
  if (typeof result === 'object' && result !== null && 'value' in result) {
    if (typeof result.value === 'number') return result.value
  }
  throw new DevToolsError('Chromium did not tell the height of the page.')
}
