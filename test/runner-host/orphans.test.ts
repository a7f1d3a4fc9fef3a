import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { fixtureAction, fixtureFolder } from './fixture.ts'
import { type HostEvent, runAction } from './host.ts'

test('a detached child outlives main and post, and is killed when the job completes', async () => {
  const events: Array<HostEvent> = []
  const actionDir = fixtureAction({
    main: `
      const { spawn } = require('node:child_process')
      const child = spawn('sleep', ['60'], { stdio: 'ignore', detached: true })
      child.unref()
      append('STATE', 'child=' + child.pid + '\\n')`,
    post: "process.kill(Number(env.STATE_child), 0); say('still there')",
  })

  const report = await runAction({ actionDir, onEvent: (event) => events.push(event) })

  expect(report.post?.log.at(-1)).toBe('still there')
  expect(report.orphansKilled).toEqual([
    { pid: Number(report.main.state['child']), command: 'sleep' },
  ])
  expect(events.at(-1)).toMatchObject({ kind: 'orphan-killed', command: 'sleep' })
})

test('a child that changed RUNNER_TRACKING_ID is not found', async () => {
  const actionDir = fixtureAction({
    main: `
      const { spawn } = require('node:child_process')
      spawn('sleep', ['1'], { stdio: 'ignore', detached: true, env: { ...env, RUNNER_TRACKING_ID: '' } }).unref()`,
  })

  expect((await runAction({ actionDir })).orphansKilled).toEqual([])
})

test('if the host process is killed, kills the action and removes its folders', async () => {
  const actionDir = fixtureAction({ main: "process.on('SIGINT', () => {}); stay(); say('ready')" })
  const host = pathToFileURL(`${import.meta.dirname}/host.ts`).href
  const script = `
    import { runAction } from ${JSON.stringify(host)}
    let pid
    const onEvent = (event) => {
      if (event.kind === 'stage-started') pid = event.pid
      if (event.kind === 'log' && event.line === 'ready') console.log(pid)
    }
    await runAction({ actionDir: ${JSON.stringify(actionDir)}, onEvent })`
  const folder = fixtureFolder({ 'run.mjs': script })

  const runner = spawn(process.execPath, [`${folder}/run.mjs`], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: folder },
  })
  const pid = await firstLine(runner.stdout)
  expect(isAlive(pid)).toBe(true)
  runner.kill('SIGKILL')

  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
  await expect.poll(() => readdirSync(folder), { timeout: 10_000 }).toEqual(['run.mjs'])
})

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  stream.on('data', (chunk) => {
    text += String(chunk)
  })
  while (!text.includes('\n')) await sleep(10)
  return text.trim()
}

/** A zombie nobody has reaped yet has no command line left. */
function isAlive(pid: string): boolean {
  const file = `/proc/${pid}/cmdline`
  return existsSync(file) && readFileSync(file).length > 0
}
