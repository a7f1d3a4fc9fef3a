import { randomUUID } from 'node:crypto'
import { Marked, type Token, type TokensList } from 'marked'
import { escapeHtml } from './escape-html.ts'
import { sanitise } from './sanitise.ts'

/**
 * The HTML that GitHub makes of GitHub-flavoured Markdown in a job summary, as a fragment without
 * `<html>` or `<body>`. Safe to put into a page: what GitHub's sanitiser takes out is taken out.
 * A single line break stays a line break in the HTML, as in Markdown files; no `<br>` is added.
 */
export const markdownToHtml = (markdown: string): string => {
  const mark = `data-${randomUUID()}`
  const diagrams: Array<string> = []
  const marked = createMarked(mark, (source) => `${mark}-${diagrams.push(source) - 1}-`)
  const html = renderDocument(marked, mark, markdown)
  return sanitise(html, mark).replaceAll(new RegExp(`${mark}-(\\d+)-`, 'g'), (whole, index) => {
    const source = diagrams[Number(index)]
    return source === undefined ? whole : framedDiagram(source)
  })
}

/** The source of a Mermaid block in a frame like the one that GitHub draws around a diagram. */
const framedDiagram = (source: string): string =>
  `<div class="diagram"><pre><code>${escapeHtml(source)}</code></pre></div>`

/**
 * `mark` is the name of an attribute that carries a class of our own through the sanitiser. It
 * differs on every call, so a summary cannot write it and give itself GitHub's classes.
 * `holdDiagram` keeps a diagram's source and gives the text that stands in its place until the
 * sanitiser is done, because a drawn diagram has elements the sanitiser would remove.
 */
const createMarked = (mark: string, holdDiagram: (source: string) => string): Marked =>
  new Marked({
    gfm: true,
    renderer: {
      html: ({ text }) => filterTags(text),
      code: ({ lang, text }) =>
        lang?.trim().toLowerCase() === 'mermaid' && `<div>${holdDiagram(text)}</div>\n`,
      listitem(item) {
        const attribute = item.task ? ` ${mark}="task-list-item"` : ''
        return `<li${attribute}>${this.parser.parse(item.tokens)}</li>\n`
      },
      checkbox: ({ checked }) =>
        `<input ${mark}="task-list-item-checkbox" type="checkbox" disabled${checked ? ' checked' : ''}> `,
    },
  })

/**
 * The GFM specification's "Disallowed Raw HTML" (section 6.11): these tags lose their meaning and
 * show as text, which is why a `<script>` in a README is visible on github.com.
 */
const filterTags = (html: string): string =>
  html.replaceAll(
    /<(?=\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:[\s/>]|$))/gi,
    '&lt;',
  )

const renderDocument = (marked: Marked, mark: string, markdown: string): string => {
  const tokens = marked.lexer(markdown)
  // GitHub makes alerts of top-level quotes only (GitHub Docs, "Basic writing and formatting
  // syntax": alerts cannot be nested within other elements), so only those are looked at.
  return tokens
    .map((token) => {
      const alert = readAlert(token)
      return alert === undefined
        ? marked.parser([token])
        : renderAlert(marked, mark, alert, tokens.links)
    })
    .join('')
}

type Alert = { readonly kind: string; readonly body: string }

const readAlert = (token: Token): Alert | undefined => {
  if (token.type !== 'blockquote' || typeof token.text !== 'string') return undefined
  const opening = /^\[!(note|tip|important|warning|caution)\][ \t]*\n/i.exec(token.text)
  const kind = opening?.[1]?.toLowerCase()
  const body = token.text.slice(opening?.[0].length)
  // A quote with a marker and nothing else stays a quote on github.com.
  return kind === undefined || body.trim() === '' ? undefined : { kind, body }
}

const renderAlert = (
  marked: Marked,
  mark: string,
  { kind, body }: Alert,
  links: TokensList['links'],
): string => {
  const title = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`
  const lexer = new marked.Lexer(marked.defaults)
  // The body is read anew without its marker, and link definitions elsewhere in the summary
  // still count in it.
  Object.assign(lexer.tokens.links, links)
  const content = marked.parser(lexer.lex(body))
  return `<div ${mark}="markdown-alert markdown-alert-${kind}">
<p ${mark}="markdown-alert-title">${title}</p>
${content}</div>
`
}
