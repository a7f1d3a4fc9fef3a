/**
 * `npm run texts`: prints every text that the actions can show to a person, as `file:line text`, for editing: string
 * and template literals of `src/` with at least two words (a placeholder stands as `{…}`), and the descriptions in the
 * `action.yml` files.
 */
import { globSync, readFileSync } from 'node:fs'
import { parseSync } from 'oxc-parser'

for (const file of globSync('src/**/*.ts').toSorted()) {
  const source = readFileSync(file, 'utf8')
  const print = (at: number, text: string) => {
    if (!isForPeople(text)) return
    const line = source.slice(0, at).split('\n').length
    console.log(`${file}:${line} ${text.replaceAll('\n', '\\n')}`)
  }
  walk(parseSync(file, source).program, print)
}
for (const file of globSync('{,*/}action.yml').toSorted()) {
  for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    const [, text] = /^\s*description: (.+)/.exec(line) ?? []
    if (text !== undefined) console.log(`${file}:${index + 1} ${text}`)
  }
}

/** Two words or more, and no import path, header or query. */
function isForPeople(text: string): boolean {
  return /\p{L}{2,}[^\p{L}]*\s\S*\p{L}/u.test(text)
}

function walk(node: unknown, print: (at: number, text: string) => void) {
  if (Array.isArray(node)) for (const each of node) walk(each, print)
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return
  if ('type' in node && 'start' in node && typeof node.start === 'number') {
    if (node.type === 'Literal' && 'value' in node && typeof node.value === 'string') {
      print(node.start, node.value)
    }
    if (node.type === 'TemplateLiteral' && 'quasis' in node && Array.isArray(node.quasis)) {
      print(node.start, node.quasis.map(({ value }) => value.cooked ?? '').join('{…}'))
    }
  }
  for (const each of Object.values(node)) walk(each, print)
}
