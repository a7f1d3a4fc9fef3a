import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  code,
  escapeMarkdown,
  factRow,
  fitted,
  link,
  table,
  withLinks,
} from '../../src/report/markdown.ts'
import { anyCharacters } from '../any-text.ts'
import {
  asSeen,
  blocksOf,
  kindsOf,
  linksOf,
  selfMadeLinks,
  tagsOf,
  visibleCells,
  visibleText,
} from './reading.ts'

const fragments = [
  ...[
    '|',
    '\\',
    '`',
    '``',
    '```',
    '*',
    '**',
    '_',
    '__',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '!',
    '#',
    '##',
    '+',
    '-',
  ],
  ...[
    '---',
    '=',
    '===',
    '~',
    '~~',
    '~~~',
    '$',
    '$$',
    ':',
    ':--',
    '|--|',
    '@',
    '&',
    ';',
    '.',
    ',',
    '/',
    '"',
    "'",
    '^',
    '{',
    '}',
  ],
  ...[
    ' ',
    '  ',
    '    ',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\n\n',
    '\0',
    '\u2028',
    '\u2029',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\u00a0',
  ],
  ...[
    'a',
    'B',
    '1',
    '12',
    '9',
    'é',
    '日',
    '🧹',
    'www',
    'www.a.b',
    'WWW.x',
    'http',
    'https://a.b/c',
    'ftp://a.b',
    'mailto:a@b.c',
  ],
  ...[
    'me@example.com',
    '@octocat',
    '@org/team',
    '#12',
    'GH-12',
    'org/repo#1',
    ':tada:',
    ':+1:',
    ':100:',
    '12:30:45',
  ],
  ...[
    '&lt;',
    '&amp;',
    '&#35;',
    '&#x3c;',
    '&copy',
    '<b>',
    '</td>',
    '<!--',
    '-->',
    '<script>',
    '<https://a.b>',
    '<a@b.c>',
  ],
  ...[
    '[x](http://e.e)',
    '![x](http://e.e/i.png)',
    '[x]: http://e.e',
    '[^1]',
    '[ ]',
    '[!NOTE]',
    '1.',
    '1)',
    'snake_case',
    '::error::x',
  ],
]
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...fragments), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string(),
  anyCharacters,
)
const harmless = ['text', 'escape', 'paragraph', 'space']
const runs = { numRuns: 1_500 }

test('text stays text in a paragraph, a heading, a quote, an alert, and a list', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const escaped = escapeMarkdown(text)
      const seen = asSeen(text)
      fc.pre(seen !== '')

      expect([...kindsOf(escaped)].filter((kind) => !harmless.includes(kind))).toEqual([])
      expect(visibleText(escaped)).toBe(seen)

      expect(blocksOf(`### ✅ ${escaped}`).map(({ type }) => type)).toEqual(['heading'])
      expect(visibleText(`### ✅ ${escaped}`)).toBe(`✅ ${seen}`)

      const alert = blocksOf(`> [!CAUTION]\n> ${escaped}\n>\n> ${escaped}`)
      expect(alert.map(({ type }) => type)).toEqual(['blockquote'])
      expect(kindsOf(`> ${escaped}\n>\n> ${escaped}`)).toEqual(
        new Set(['blockquote', ...kindsOf(escaped), 'space']),
      )

      expect(blocksOf(`- ${escaped}\n- ${escaped}`)).toMatchObject([
        { type: 'list', items: [{}, {}] },
      ])
      expect(blocksOf(`a\n${escaped}`)).toMatchObject([{ type: 'paragraph' }])
    }),
    runs,
  )
})

test('GitHub finds no mention, issue, emoji, link, or e-mail address in it', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      for (const markdown of [escapeMarkdown(text), `x ${escapeMarkdown(text)}`, code(text)]) {
        expect(selfMadeLinks(markdown)).toEqual([])
        expect(linksOf(markdown)).toEqual([])
      }
    }),
    runs,
  )
})

test('a table keeps its rows and columns, and its cells show the original text', () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 5 }), (texts) => {
      const shown = texts.filter((text) => asSeen(text) !== '')
      fc.pre(shown.length === texts.length)

      const markdown = table(
        ['', ''],
        texts.flatMap((text) => [
          ['A', escapeMarkdown(text)],
          ['B', code(text)],
        ]),
      )
      const blocks = blocksOf(markdown)

      expect(blocks.map(({ type }) => type)).toEqual(['table'])
      expect(visibleCells(blocks[0])).toEqual(
        shown.flatMap((text) => [
          ['A', asSeen(text)],
          ['B', asSeen(text)],
        ]),
      )
      expect(linksOf(markdown)).toEqual([])
      expect(tagsOf(markdown).filter((tag) => tag !== '<code>' && tag !== '</code>')).toEqual([])
    }),
    runs,
  )
})

test('code shows the original text anywhere', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      fc.pre(asSeen(text) !== '')
      const markdown = `- ${code(text)}`

      expect(visibleText(markdown)).toBe(asSeen(text))
      expect(blocksOf(markdown)).toMatchObject([{ type: 'list', items: [{}] }])
      expect(tagsOf(markdown).filter((tag) => tag !== '<code>' && tag !== '</code>')).toEqual([])
    }),
    runs,
  )
})

test('a link leads to its address and nowhere else', () => {
  const addresses = fc.webUrl({
    validSchemes: ['https'],
    withFragments: true,
    withQueryParameters: true,
  })
  const tails = fc.array(
    fc.constantFrom(
      '(',
      ')',
      '|',
      '<',
      '>',
      '[',
      ']',
      '`',
      '"',
      "'",
      '*',
      '_',
      ' ',
      '\\',
      '&lt;',
      '&copy;',
      '$',
      '!',
      '\n',
    ),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(hostile, addresses, tails, (text, address, tail) => {
      fc.pre(asSeen(text) !== '')
      const url = new URL(`${address}/${tail.join('')}`).href
      const markdown = link(escapeMarkdown(text), url)
      const cell = blocksOf(table(['', ''], [['Run', markdown]]))

      expect(linksOf(markdown).map(decodeAddress)).toEqual([decodeAddress(url)])
      expect(blocksOf(markdown)).toMatchObject([{ type: 'paragraph' }])
      expect(visibleCells(cell[0])).toEqual([['Run', asSeen(text)]])
    }),
    runs,
  )
})

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  '/here',
  'mailto:a@b.c',
  '',
  'https://',
  'HTTPS:x',
])('%j is not linked, so only the text is shown', (address) => {
  expect(link('Run', address)).toBe('Run')
})

test.each([
  'Daily revenue: EMEA - Q3 (v1.2), snake_case & co.',
  'POST /v1/projects/x/runs: 422. Input rows does not take "7": it wants NUMBER!',
  '12:30:45, 100 % of C# and F#, a+b=c, ratio 1.5, {x}, ^y, x > y',
  "it's 5 - 3",
  'AT&T, R&D',
])('%s is not escaped', (text) => {
  expect(escapeMarkdown(text)).toBe(text)
})

test.each([
  ['# a', '\\# a'],
  ['a ##', 'a \\##'],
  ['- a - b', '\\- a - b'],
  ['+ a', '\\+ a'],
  ['> a > b', '\\> a > b'],
  ['=== x', '\\=== x'],
  [': x', '\\: x'],
  ['1. a 2. b', '1\\. a 2. b'],
  ['10) a', '10\\) a'],
  ['1234567890. a', '1234567890. a'],
  ['a*b', 'a\\*b'],
  ['_a_ b_c', '\\_a\\_ b_c'],
  ['a|b', 'a\\|b'],
  ['[a](b)', '\\[a\\]\\(b)'],
  ['<b>', '&lt;b>'],
  ['&lt; &#36; & x', '&amp;lt; &amp;#\u200b36; & x'],
  ['~a~', '\\~a\\~'],
  ['`a`', '\\`a\\`'],
  ['a\\b', 'a\\\\b'],
  ['$5', '&#36;5'],
  ['see #12', 'see \\#\u200b12'],
  ['a#12', 'a#\u200b12'],
  ['@me a@b @ x', '@\u200bme a@\u200bb @ x'],
  ['GH-1 high-1', 'GH\u200b-1 high-1'],
  ['www.a www a.www.b awww.c', 'www\u200b.a www a.www\u200b.b awww\u200b.c'],
  ['http://a', 'http:\u200b//a'],
  [':tada: :100: :200:', '\\:\u200btada: :\u200b100: :200:'],
  [' a\r\n\u0000b\u2028c ', 'a b c'],
  ['a\u202eb', 'ab'],
])('%j is escaped as %j', (text, markdown) => {
  expect(escapeMarkdown(text)).toBe(markdown)
})

test.each([
  ['a b', '`a b`'],
  ['<b>', '`<b>`'],
  ['a|b', '<code>a\\|b</code>'],
  ['`', '<code>\\`</code>'],
  ['a\\', '<code>a\\\\</code>'],
  [' \n', ''],
])('%j as code is %j', (text, markdown) => {
  expect(code(text)).toBe(markdown)
})

test('a row leaves out facts without a value, and is empty without any', () => {
  expect(
    factRow([
      ['A', 'x'],
      ['B', ''],
      ['C', 'y'],
    ]),
  ).toBe('| A | C |\n| :-- | :-- |\n| x | y |')
  expect(factRow([['A', '']])).toBe('')
})

test('a text that fits is unchanged; a longer one is cut at the end of a line, with a note', () => {
  const note = '\n\n> [!NOTE]\n> The rest did not fit and was omitted.\n'

  expect(fitted('é'.repeat(50), 100)).toBe('é'.repeat(50))
  expect(fitted(`first\nsecond\n${'é'.repeat(100)}`, 100)).toBe(`first\nsecond${note}`)
  expect(fitted('é'.repeat(51), 100)).toBe(note)
  expect(fitted('é\n'.repeat(50), 10)).toBe(note)
})

test('a cut text never has more bytes than the max', () => {
  fc.assert(
    fc.property(
      fc.array(hostile).map((lines) => lines.join('\n')),
      fc.integer({ min: 60, max: 500 }),
      (markdown, most) => {
        expect(Buffer.byteLength(fitted(markdown, most))).toBeLessThanOrEqual(most)
      },
    ),
  )
})

// An escape in quadratic time would exceed the test's timeout.
test.each(fragments.filter((fragment) => fragment.trim() !== ''))(
  'a long text of %j is escaped in linear time',
  (fragment) => {
    const text = fragment.repeat(200_000 / fragment.length)

    expect(escapeMarkdown(text).length).toBeLessThan(10_000_000)
    expect(code(text).length).toBeLessThan(10_000_000)
  },
)

/** A comparable address, with percent-encoding removed. */
function decodeAddress(address: string): string {
  const href = address.replaceAll('&amp;', '&')
  return href.replace(/%[0-9a-f]{2}/gi, (byte) =>
    String.fromCharCode(Number.parseInt(byte.slice(1), 16)),
  )
}

test('a URL in our own sentence is code, which can be copied and is not a link', () => {
  const markdown = withLinks(
    'Must start with https, for example "https://app.hex.tech". Set it to http://USER:PASSWORD@proxy.example:3128, from a secret.',
  )
  expect(markdown).toContain('"`https://app.hex.tech`".')
  expect(markdown).toContain(' `http://USER:PASSWORD@proxy.example:3128`, from')
  expect(markdown).not.toContain('\u200b')
  expect(linksOf(markdown)).toEqual([])
})

test('a status in a sentence is code, as in the tables', () => {
  expect(withLinks('The run had already ended (KILLED).')).toBe(
    'The run had already ended (`KILLED`).',
  )
  expect(withLinks('It ended with the status COMPLETED. UNKILLED')).toBe(
    'It ended with the status `COMPLETED`. UNKILLED',
  )
})

test('a URL in text from outside does not become a link, whatever surrounds it', () => {
  const markdown = withLinks('`https://a.b` [x](https://a.b) <https://a.b> https://a.b/`|` www.a.b')
  expect([...linksOf(markdown), ...tagsOf(markdown), ...selfMadeLinks(markdown)]).toEqual([])
})
