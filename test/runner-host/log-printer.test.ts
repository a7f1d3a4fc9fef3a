import { expect, test } from 'vitest'
import { fixtureAction, SHORT_GRACES } from './fixture.ts'
import { runAction } from './host.ts'
import { createLogPrinter } from './log-printer.ts'

const ACTION = {
  inputs: '  token: {}\n  project: {}',
  main: `
    process.on('SIGINT', () => process.exit(0))
    say('::notice::https://app.hex.tech/run/1')
    say('::group::Details')
    say('\\u001b[32mRUNNING\\u001b[0m')
    say('::endgroup::')
    say('::warning::slow')
    stay()
    say('waiting')`,
  post: "say('cancelled')",
}

test('prints a cancelled job like its page on GitHub', async () => {
  expect(await printed(false)).toMatchInlineSnapshot(`
    "▸ Run ./
      with:
        token: ***
        project: Weekly
    Notice: https://app.hex.tech/run/1
    ▸ Details
      RUNNING
    Warning: slow
    waiting
    » cancel requested (user)
    » SIGINT sent to main
    Error: The operation was canceled.
    Post job cleanup.
    cancelled
    "
  `)
})

test('colors annotations and groups, and keeps the colors of the action', async () => {
  const text = await printed(true)

  expect(text).toContain('\u001b[1m▸ Details\u001b[0m\n  \u001b[32mRUNNING\u001b[0m\n')
  expect(text).toContain('\u001b[34mNotice: https://app.hex.tech/run/1\u001b[0m\n')
  expect(text).toContain('\u001b[33mWarning: slow\u001b[0m\n')
  expect(text).toContain('\u001b[31mError: The operation was canceled.\u001b[0m\n')
})

test('shows debug lines and killed processes', () => {
  let text = ''
  const print = createLogPrinter({
    colours: false,
    write: (part) => {
      text += part
    },
  })

  print({ kind: 'log', stage: 'main', line: '##[debug]why', time: 0 })
  print({ kind: 'orphan-killed', pid: 7, command: 'node', time: 0 })

  expect(text).toBe('##[debug]why\n» Terminate orphan process: pid (7) (node)\n')
})

async function printed(colours: boolean): Promise<string> {
  let text = ''
  const print = createLogPrinter({
    colours,
    write: (part) => {
      text += part
    },
  })
  await runAction({
    actionDir: fixtureAction(ACTION),
    with: { token: 'hxtp_1', project: 'Weekly' },
    secrets: ['hxtp_1'],
    graces: SHORT_GRACES,
    cancel: { mode: 'user', when: (event) => event.kind === 'log' && event.line === 'waiting' },
    onEvent: print,
  })
  return text
}
