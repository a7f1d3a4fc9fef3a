import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { escapeHtml } from './escape-html.ts'
import { markdownToHtml } from './markdown.ts'

/** GitHub's two default colour themes. */
export type Theme = 'light' | 'dark'

/** How the page around the summary looks. */
export type SummaryPageOptions = {
  /** The job's name; GitHub puts the word "summary" after it in the card's header. */
  readonly title: string
  /** Shown as a comment on a pull request instead. */
  readonly isComment?: boolean
  readonly theme: Theme
  /** Width of the whole page in CSS pixels, margins included. */
  readonly widthPx: number
}

/**
 * A complete HTML page that shows `markdown` as github.com shows a job summary on a run's page.
 * The page is one file: it needs no stylesheet, font or script from elsewhere; only pictures that
 * the summary itself links to are fetched, by the browser that opens the page.
 */
export const renderSummary = (markdown: string, options: SummaryPageOptions): string => {
  const { theme, widthPx } = options
  const title = escapeHtml(options.title)
  return `<!doctype html>
<html lang="en" data-theme="${theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<title>${title} summary</title>
<style>
${githubMarkdownCss(theme)}
${ownCss()}
main { max-width: ${widthPx}px; }
</style>
</head>
<body>
<main>
<section class="${options.isComment ? 'card comment' : 'card'}">
<header><h2>${options.isComment ? commentHeader : `<strong>${title}</strong> summary`}</h2><span class="kebab">•••</span></header>
<article class="markdown-body">
${markdownToHtml(markdown)}</article>
${options.isComment ? '' : '<footer>Job summary generated at run-time</footer>'}
</section>
</main>
</body>
</html>
`
}

const commentHeader =
  '<strong>github-actions</strong> <span class="label">bot</span> <span class="muted">commented</span>'

/**
 * The second fence after the sanitiser: were a tag to slip through, the browser still runs no
 * script and opens no frame. `data:` is for the icons in our own stylesheet; in the summary's
 * own pictures the sanitiser has already removed it.
 */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src http: https: data:"

const githubMarkdownCss = (theme: Theme): string => {
  const path = createRequire(import.meta.url).resolve(
    `github-markdown-css/github-markdown-${theme}.css`,
  )
  return readFileSync(path, 'utf8')
}

const ownCss = (): string => readFileSync(new URL('page.css', import.meta.url), 'utf8')
