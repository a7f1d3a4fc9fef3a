import { expect, test } from 'vitest'
import type { HostEvent } from './contract.ts'
import { fixtureAction, SHORT_GRACES } from './fixture.ts'
import { runParallel } from './host.ts'

/** Writes its state and its name into the common folder, and goes on for as long as it is let. */
const main = `
append('STATE', 'name=' + env.INPUT_NAME + '\\n')
append('OUTPUT', 'name=' + env.INPUT_NAME + '\\n')
fs.writeFileSync(env.RUNNER_TEMP + '/' + env.INPUT_NAME, '')
if (env.INPUT_FOR !== '0') setInterval(() => say('alive'), 20)
if (env.INPUT_DEAF === 'true') process.on('SIGINT', () => {}).on('SIGTERM', () => {})
const end = setInterval(() => fs.readdirSync(env.RUNNER_TEMP).includes('c') && process.exit(), 10)
if (env.INPUT_FOR !== '0') clearInterval(end)
say('ready')
`
const post = `say('post: ' + env.STATE_name + ' ' + env.INPUT_STATUS)`
const inputs = [
  '  name: {}',
  '  for: {}',
  '  deaf: {}',
  '  status:',
  '    default: ${{ job.status }}',
].join('\n')
const isReady = (event: HostEvent) => event.kind === 'log' && event.line === 'ready'

test('steps run in parallel in one folder, and their post steps one by one, last first', async () => {
  const actionDir = fixtureAction({ main, post, inputs })
  const step = { actionDir, graces: SHORT_GRACES }

  // Each ends when the third has begun.
  const [a, b, c] = await runParallel(
    ['a', 'b', 'c'].map((name) => ({ ...step, with: { name, for: 0 } })),
  )

  expect([a, b, c].map((report) => report?.conclusion)).toEqual(['success', 'success', 'success'])
  expect([a, b, c].map((report) => report?.main.outputs['name'])).toEqual(['a', 'b', 'c'])
  expect([a, b, c].map((report) => report?.post?.log.at(-1))).toEqual([
    'post: a success',
    'post: b success',
    'post: c success',
  ])
  const begins = [c, b, a].map((report) => report?.post?.startedAt ?? 0)
  expect(begins).toEqual(begins.toSorted((x, y) => x - y))
  expect(a?.files).toEqual(c?.files)
})

test('a step can be cancelled alone: the other steps and the job continue', async () => {
  const actionDir = fixtureAction({ main, post, inputs })
  const step = { actionDir, graces: SHORT_GRACES }
  const [stopped, waits, third] = await runParallel([
    { ...step, with: { name: 'a', for: 'ever' }, cancel: { mode: 'step-cancel', when: isReady } },
    { ...step, with: { name: 'b', for: 0 } },
    { ...step, with: { name: 'c', for: 0 } },
  ])

  expect(stopped).toMatchObject({ conclusion: 'cancelled', jobStatus: 'success' })
  expect(stopped?.main.signals.map(({ signal }) => signal)).toEqual(['SIGINT'])
  expect(stopped?.post?.log.at(-1)).toBe('post: a success')
  expect(waits).toMatchObject({ conclusion: 'success', main: { signals: [] } })
  expect(third).toMatchObject({ conclusion: 'success' })
})

test('the post step of a step that is still running starts alongside main, without its state', async () => {
  const actionDir = fixtureAction({ main, post: `${post};setTimeout(() => {}, 300)`, inputs })
  const step = { actionDir, graces: SHORT_GRACES }
  const cancelled = { mode: 'background', when: isReady } as const
  const [deaf, hears] = await runParallel([
    { ...step, with: { name: 'a', for: 'ever', deaf: true }, cancel: cancelled },
    { ...step, with: { name: 'b', for: 'ever' }, cancel: cancelled },
  ])

  expect(deaf).toMatchObject({
    conclusion: 'cancelled',
    jobStatus: 'cancelled',
    main: { state: {}, outputs: {}, signal: 'SIGKILL' },
  })
  expect(deaf?.post?.log.at(-1)).toBe('post: undefined cancelled')
  expect(hears?.post?.startedAt).toBeLessThan(deaf?.main.endedAt ?? 0)
  expect(hears?.post?.log.at(-1)).toBe('post: b cancelled')
})
