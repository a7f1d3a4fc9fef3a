import { escapeHtml } from './escape-html.ts'

/**
 * The HTML that stands for one fenced `mermaid` block, given the block's source. It is put into
 * the page after the sanitiser has run, so it may hold any element and must itself escape whatever
 * it takes from `source`.
 *
 * This is the place for a Mermaid renderer: one that returns an inline `<svg>` needs no other
 * change. Without one, the source is shown in a frame like the one github.com draws around a
 * diagram.
 */
export const renderDiagram = (source: string): string =>
  `<div class="diagram"><pre><code>${escapeHtml(source)}</code></pre></div>`
