import { expect, test } from 'vitest'
import { fixtureAction } from './fixture.ts'
import { runAction } from './host.ts'

test('by default, SIGTERM follows 7.5 s after SIGINT', async () => {
  const main = `
    process.on('SIGINT', () => {})
    process.on('SIGTERM', () => process.exit(0))
    stay()
    say('ready')`

  const report = await runAction({
    actionDir: fixtureAction({ main }),
    cancel: { mode: 'user', when: (event) => event.kind === 'log' && event.line === 'ready' },
  })

  const [interrupted, terminated] = report.main.signals
  const waitedMs = (terminated?.atMs ?? 0) - (interrupted?.atMs ?? 0)
  expect(waitedMs).toBeGreaterThanOrEqual(7_490)
  expect(report.main.signals.map(({ signal }) => signal)).toEqual(['SIGINT', 'SIGTERM'])
})
