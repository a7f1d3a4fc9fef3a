import { expect, test } from 'vitest'
import { fixtureAction } from '../runner-host/fixture.ts'
import { playStep } from './play-step.ts'

const secret = 'hxtw_marked'
const github = 'ghs_marked'

/** A step of an action whose main is this script. */
function stepOf(main: string) {
  return playStep({ actionDir: fixtureAction({ main }), secrets: [secret], githubToken: github }, [
    'a parameter of the run',
  ])
}

test.each([
  ['to the log', `console.log('token: ${secret}')`, 'stdout'],
  ['to stderr', `console.error('${github}')`, 'stderr'],
  ['as base64, as an Authorization header may have it', `console.log(btoa('${secret}'))`, 'stdout'],
  ['from a parameter', `console.log('a parameter of the run')`, 'stdout'],
  [
    'into an output',
    `require('node:fs').appendFileSync(process.env.GITHUB_OUTPUT, 'a=${secret}\\n')`,
    'set_output_',
  ],
  [
    'into its own file',
    `require('node:fs').writeFileSync(process.env.RUNNER_TEMP + '/left', '${secret}')`,
    '/left',
  ],
])('fails if an action writes a secret %s', async (_, main, where) => {
  await expect(stepOf(main)).rejects.toThrow(where)
})

test('a mask command is not a leak', async () => {
  const { masks, written } = await stepOf(`console.log('::add-mask::${secret}')`)
  expect(masks).toContain(secret)
  expect([...written.keys()].some((file) => file.includes('set_output_'))).toBe(true)
})
