import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { renderSummary } from '../../scripts/render/summary.ts'

const page = (markdown: string, title = 'refresh-dashboards'): string =>
  renderSummary(markdown, { title, theme: 'light', widthPx: 800 })

/** What stands between the card's header and its footer. */
const body = (markdown: string): string => {
  const article = /<article class="markdown-body">\n(.*)<\/article>/s.exec(page(markdown))
  return article?.[1] ?? ''
}

const _newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'hex-run-action-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

describe('the page around a summary', () => {
  test('has the job name in its title and in the card header, with HTML in it escaped', () => {
    const html = page('Done.', 'load <b> & go')
    expect(html).toContain('<title>load &#60;b&#62; &#38; go summary</title>')
    expect(html).toContain('<h2><strong>load &#60;b&#62; &#38; go</strong> summary</h2>')
  })

  test('brings its styles along and loads nothing, in the theme that was asked for', () => {
    const dark = renderSummary('Done.', { title: 'build', theme: 'dark', widthPx: 400 })
    expect(dark).toContain('data-theme="dark"')
    expect(dark).toContain('main { max-width: 400px; }')
    expect(dark).toContain('.markdown-body .markdown-alert')
    expect(dark).not.toMatch(/<link|<script|@import/)
    // The text colours of github-markdown-css, whose themes are separate files.
    expect(dark).toMatch(/\.markdown-body \{[^}]*#f0f6fc/)
    expect(page('Done.')).toMatch(/\.markdown-body \{[^}]*#1f2328/)
  })
})

describe('Markdown as GitHub shows it', () => {
  test('a table keeps its alignment, its links and its code', () => {
    const html = body(
      '| Fact | Value |\n| --- | ---: |\n| Run | [`0192`](https://hex.tech/run) |\n',
    )
    expect(html).toContain('<th>Fact</th>\n<th align="right">Value</th>')
    expect(html).toContain(
      '<td align="right"><a href="https://hex.tech/run" rel="nofollow"><code>0192</code></a></td>',
    )
  })

  test('strikethrough, bare links, emoji and task lists come out', () => {
    const html = body('~~old~~ https://hex.tech ✅\n\n- [x] started\n- [ ] finished\n- plain\n')
    expect(html).toContain(
      '<p><del>old</del> <a href="https://hex.tech" rel="nofollow">https://hex.tech</a> ✅</p>',
    )
    const box = 'type="checkbox" disabled'
    const boxClass = 'class="task-list-item-checkbox"'
    expect(html).toContain(
      `<li class="task-list-item"><input ${box} checked ${boxClass} /> started</li>`,
    )
    expect(html).toContain(`<li class="task-list-item"><input ${box} ${boxClass} /> finished</li>`)
    expect(html).toContain('<li>plain</li>')
  })

  test.each(['Note', 'Tip', 'Important', 'Warning', 'Caution'])('%s is an alert', (title) => {
    const kind = title.toLowerCase()
    expect(body(`> [!${title.toUpperCase()}]\n> Look **here**.\n`)).toBe(
      `<div class="markdown-alert markdown-alert-${kind}">\n` +
        `<p class="markdown-alert-title">${title}</p>\n<p>Look <strong>here</strong>.</p>\n</div>\n`,
    )
  })

  test('an alert knows the link definitions of the whole summary', () => {
    expect(body('> [!NOTE]\n> See [the run].\n\n[the run]: https://hex.tech/run\n')).toContain(
      '<p>See <a href="https://hex.tech/run" rel="nofollow">the run</a>.</p>',
    )
  })

  test.each([
    ['an unknown marker', '> [!HINT]\n> Text.'],
    ['text after the marker', '> [!NOTE] Text.'],
    ['nothing after the marker', '> [!NOTE]\n'],
    ['a place inside another quote', '> > [!NOTE]\n> > Text.'],
  ])('a quote with %s stays a quote', (_what, markdown) => {
    expect(body(markdown)).toMatch(/^<blockquote>/)
    expect(body(markdown)).not.toContain('markdown-alert')
  })

  test('a details block keeps its summary, its state and the Markdown in it', () => {
    const html = body(
      '<details open><summary>Inputs</summary>\n\n| a |\n| - |\n| 1 |\n\n</details>\n',
    )
    expect(html).toMatch(/^<details open><summary>Inputs<\/summary><table>.*<\/details>\n$/s)
  })

  test('a Mermaid block is a framed diagram, any other fenced block is code', () => {
    expect(body('```mermaid\nflowchart LR\n  a --> b["<i>"]\n```\n')).toContain(
      '<div class="diagram"><pre><code>flowchart LR\n  a --&#62; b[&#34;&#60;i&#62;&#34;]</code></pre></div>',
    )
    expect(body('```json\n{}\n```\n')).toBe('<pre><code>{}\n</code></pre>\n')
  })
})

describe('what GitHub takes out of a summary', () => {
  test.each([
    ['a script', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['a style sheet', '<STYLE>p {}</STYLE>', '&lt;STYLE&gt;p {}&lt;/STYLE&gt;'],
    ['a frame', 'a <iframe src="https://x.y"> b', '<p>a &lt;iframe src="https://x.y"&gt; b</p>\n'],
  ])('%s shows as text', (_what, markdown, html) => {
    expect(body(markdown)).toBe(html)
  })

  test.each([
    [
      'an event handler',
      '<img src="https://a.b/c.png" onerror="x()">',
      '<img src="https://a.b/c.png" />',
    ],
    ['a style', 'a <b style="color:red">b</b>', '<p>a <b>b</b></p>\n'],
    ['a class', '<div class="markdown-alert">b</div>', '<div>b</div>'],
    ['an inline SVG', 'a <svg><circle r="1"/></svg> b', '<p>a  b</p>\n'],
    ['a form field', 'a <input type="checkbox"> b', '<p>a  b</p>\n'],
    ['a comment', 'a <!-- hidden --> b', '<p>a  b</p>\n'],
    ['a javascript: link', '[a](javascript:alert(1))', '<p><a rel="nofollow">a</a></p>\n'],
    ['a disguised one', '<a href="java&#10;script:x()">a</a>', '<p><a rel="nofollow">a</a></p>\n'],
    ['a data: picture', '![chart](data:image/png;base64,iVBO)', '<p><img alt="chart" /></p>\n'],
    [
      'a data: source',
      '<picture><source srcset="data:image/png;base64,iVBO"></picture>',
      '<p><picture><source /></picture></p>\n',
    ],
  ])('%s is removed and the rest stays', (_what, markdown, html) => {
    expect(body(markdown)).toBe(html)
  })

  test('an id gets the prefix that keeps it apart from those of the page', () => {
    expect(body('<div id="top">a</div>')).toBe('<div id="user-content-top">a</div>')
  })
})
