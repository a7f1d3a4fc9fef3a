import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** The parts of an action a test writes; `post` and `inputs` only when the story needs them. */
export interface FixtureAction {
  readonly main: string
  readonly post?: string
  readonly inputs?: string
  /** Further lines of `runs`, indented by two. */
  readonly runs?: string
}

/** Short waits in the runner's proportion, so that a story with all three signals ends soon. */
export const SHORT_GRACES = { sigintMs: 400, sigtermMs: 300, pipesMs: 200 }

/** Lines every script starts with: what they write goes out at once, whatever ends the process. */
const PRELUDE = `
const fs = require('node:fs')
const env = process.env
const say = (text) => fs.writeSync(1, text + '\\n')
const append = (name, text) => fs.appendFileSync(env['GITHUB_' + name], text)
const stay = () => setInterval(() => {}, 1000)
`

/** Writes an action to a folder of its own and removes it after the test. */
export function fixtureAction({ main, post, inputs, runs }: FixtureAction): string {
  const lines = [
    'name: Fixture',
    'description: Written by a test',
    ...(inputs === undefined ? [] : ['inputs:', inputs]),
    'runs:',
    '  using: node24',
    '  main: main.js',
    ...(post === undefined ? [] : ['  post: post.js']),
    ...(runs === undefined ? [] : [runs]),
  ]
  const files: Record<string, string> = {
    'action.yml': lines.join('\n'),
    'main.js': PRELUDE + main,
  }
  if (post !== undefined) files['post.js'] = PRELUDE + post
  return fixtureFolder(files)
}

/** Writes files to a temporary folder and removes it after the test. */
export function fixtureFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'fixture-action-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
  return folder
}
