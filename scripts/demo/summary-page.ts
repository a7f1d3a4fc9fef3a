import { readFileSync } from 'node:fs'
import { Marked, type Renderer, type Tokens } from 'marked'

/** GitHub's two default color themes. */
export type Theme = 'light' | 'dark'

const themes = {
  light: { page: '#f6f8fa', card: '#ffffff', border: '#d1d9e0', text: '#1f2328', muted: '#59636e' },
  dark: { page: '#010409', card: '#0d1117', border: '#3d444d', text: '#f0f6fc', muted: '#9198a1' },
} as const

/** The strokes of the alerts' icons, in a square of 16. */
const icons = {
  note: "<circle cx='8' cy='8' r='7.25'/><path d='M6.75 7.75H8v3.5M6.5 11.25h3'/><circle cx='8' cy='5' r='.25'/>",
  tip: "<path d='M5.75 11.75C5.75 9.5 3.25 9 3.25 5.5a4.75 4.75 0 0 1 9.5 0c0 3.5-2.5 4-2.5 6.25zM6 13.5h4M7 15.25h2'/>",
  important:
    "<path d='M1.75 1.75h12.5a1 1 0 0 1 1 1v7.5a1 1 0 0 1-1 1H8L4.75 14.5v-3.25h-3a1 1 0 0 1-1-1v-7.5a1 1 0 0 1 1-1zM8 4v2.5'/><circle cx='8' cy='9' r='.25'/>",
  warning: "<path d='M8 1.5 15 14.25H1zM8 5.75V9'/><circle cx='8' cy='11.5' r='.25'/>",
  caution:
    "<path d='M5 .75h6L15.25 5v6L11 15.25H5L.75 11V5zM8 4.25V8.5'/><circle cx='8' cy='11.25' r='.25'/>",
} as const

/**
 * An HTML page that shows the Markdown of a job summary as GitHub does. The page loads no style sheet, font, or script.
 * The Markdown must be our own: nothing is removed from it.
 * @param title the job's name.
 * @param widthPx the maximum width of the page in CSS pixels, including margins.
 */
export function summaryPage(
  markdown: string,
  { title, theme, widthPx }: { title: string; theme: Theme; widthPx: number },
): string {
  const { page, card, border, text, muted } = themes[theme]
  const github = import.meta.resolve(`github-markdown-css/github-markdown-${theme}.css`)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src http: https:">
<title>${title} summary</title>
<style>
${readFileSync(new URL(github), 'utf8')}
body { margin: 0; color-scheme: ${theme}; background: ${page}; color: ${text}; font: 14px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI",
  "Noto Sans", Helvetica, Arial, sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji"; }
main { box-sizing: border-box; max-width: ${widthPx}px; margin: 0 auto; padding: 16px; }
section { overflow: hidden; background: ${card}; border: 1px solid ${border}; border-radius: 6px; }
header { display: flex; justify-content: space-between; padding: 16px 16px 0; }
header span { color: ${muted}; font-size: 10px; }
article { padding: 16px; }
footer { padding: 0 16px 16px; color: ${muted}; font-size: 12px; }
.markdown-alert svg { margin-right: 8px; }
</style>
</head>
<body>
<main>
<section>
<header><div><b>${title}</b> summary</div><span>•••</span></header>
<article class="markdown-body">
${new Marked({ renderer: { blockquote } }).parse(markdown)}</article>
<footer>Job summary generated at run-time</footer>
</section>
</main>
</body>
</html>
`
}

/** A quote that begins with `[!NOTE]` or another of GitHub's five markers is an alert. */
function blockquote(this: Renderer, { tokens }: Tokens.Blockquote): string {
  const html = this.parser.parse(tokens)
  const [marker, name = ''] = /^<p>\[!([A-Z]+)\]\n/.exec(html) ?? []
  const kind = name.toLowerCase() as keyof typeof icons
  if (marker === undefined || !(kind in icons)) return `<blockquote>\n${html}</blockquote>\n`
  const icon = `<svg width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${icons[kind]}</svg>`
  return `<div class="markdown-alert markdown-alert-${kind}">
<p class="markdown-alert-title">${icon}${name.charAt(0)}${name.slice(1).toLowerCase()}</p>
<p>${html.slice(marker.length)}</div>
`
}
