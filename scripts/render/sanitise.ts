import sanitizeHtml from 'sanitize-html'

/**
 * `html` without anything that GitHub's sanitiser removes: elements outside its list lose their
 * tags and keep their text; `style`, `class`, event handlers, `javascript:` links and `data:`
 * pictures go. An element with the attribute `trustedClassAttribute` gets that attribute's value
 * as its class; the caller chooses a name that nobody who wrote `html` can know.
 */
export const sanitise = (html: string, trustedClassAttribute: string): string =>
  sanitizeHtml(html, {
    allowedTags: [...elements, 'input'],
    selfClosing: ['br', 'hr', 'img', 'input', 'source', 'wbr'],
    allowedAttributes: {
      '*': [...attributesOfEveryElement, 'class'],
      a: ['href'],
      img: ['src', 'longdesc'],
      source: ['srcset', 'sizes'],
      div: ['itemscope', 'itemtype'],
      blockquote: ['cite'],
      del: ['cite'],
      ins: ['cite'],
      q: ['cite'],
    },
    allowedSchemes: linkSchemes,
    allowedSchemesByTag: Object.fromEntries(
      ['img', 'source', 'blockquote', 'del', 'ins', 'q'].map((tag) => [tag, ['http', 'https']]),
    ),
    allowedSchemesAppliedToAttributes: ['href', 'src', 'srcset', 'longdesc', 'cite'],
    transformTags: {
      '*': (tagName, written) => {
        const { class: _class, id, name, [trustedClassAttribute]: trusted, ...others } = written
        return {
          tagName,
          attribs: {
            ...others,
            ...(id === undefined ? {} : { id: `user-content-${id}` }),
            ...(name === undefined ? {} : { name: `user-content-${name}` }),
            ...(tagName === 'a' ? { rel: 'nofollow' } : {}),
            ...(trusted === undefined ? {} : { class: trusted }),
          },
        }
      },
    },
    // The box of a task list is ours; any other form field was written by hand.
    exclusiveFilter: ({ tag, attribs }) => tag === 'input' && attribs.class === undefined,
  })

/**
 * Elements and attributes: the default lists of html-pipeline's `sanitization_filter.rb`, the
 * published ancestor of github.com's own filter, and `picture` and `source`, which github.com has
 * let through since it shows pictures by theme.
 */
const elements: ReadonlyArray<string> = [
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'div', 'span', 'br', 'hr', 'wbr', 'pre'],
  ...['a', 'b', 'i', 'strong', 'em', 'code', 'tt', 'kbd', 'samp', 'var', 'q', 'cite', 'dfn'],
  ...['abbr', 'bdo', 'mark', 'small', 'time', 'ins', 'del', 's', 'strike', 'sup', 'sub'],
  ...['ruby', 'rt', 'rp', 'ol', 'ul', 'li', 'dl', 'dt', 'dd', 'blockquote'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ...['img', 'picture', 'source', 'figure', 'figcaption', 'details', 'summary'],
]

const attributesOfEveryElement: ReadonlyArray<string> = [
  ...['abbr', 'accept', 'accept-charset', 'accesskey', 'action', 'align', 'alt'],
  ...['aria-describedby', 'aria-hidden', 'aria-label', 'aria-labelledby', 'axis', 'border'],
  ...['cellpadding', 'cellspacing', 'char', 'charoff', 'charset', 'checked', 'clear', 'cols'],
  ...['colspan', 'color', 'compact', 'coords', 'datetime', 'dir', 'disabled', 'enctype', 'for'],
  ...['frame', 'headers', 'height', 'hreflang', 'hspace', 'id', 'ismap', 'itemprop', 'label'],
  ...['lang', 'maxlength', 'media', 'method', 'multiple', 'name', 'nohref', 'noshade', 'nowrap'],
  ...['open', 'progress', 'prompt', 'readonly', 'rel', 'rev', 'role', 'rows', 'rowspan', 'rules'],
  ...['scope', 'selected', 'shape', 'size', 'span', 'start', 'summary', 'tabindex', 'title'],
  ...['type', 'usemap', 'valign', 'value', 'width'],
]

/** The link schemes of hast-util-sanitize's default schema, which copies github.com's. */
const linkSchemes: Array<string> = ['http', 'https', 'mailto', 'xmpp', 'irc', 'ircs']
