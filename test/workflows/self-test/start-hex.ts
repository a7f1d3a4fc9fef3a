/**
 * Starts the simulated Hex for the steps that follow, in a process that outlives this step, and tells them where it
 * is by HEX_BASE_URL and HEX_API_TOKEN. The runner ends it with the job.
 */
import { spawn } from 'node:child_process'
import { appendFileSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { workspace } from './projects.ts'

const { RUNNER_TEMP: temp, GITHUB_ENV: environmentFile } = process.env
if (temp === undefined || environmentFile === undefined)
  throw new Error('Run this script in a job.')

const workspaceFile = join(temp, 'hex-workspace.json')
const logFile = join(temp, 'hex-simulator.log')
writeFileSync(workspaceFile, JSON.stringify(workspace))
const log = openSync(logFile, 'w')
const main = join(import.meta.dirname, '../../hex-simulator/main.ts')
const simulator = spawn(process.execPath, [main, '--workspace', workspaceFile], {
  // A process that holds the step's own pipes would keep the step open.
  stdio: ['ignore', log, log],
  detached: true,
  windowsHide: true,
})
simulator.unref()

for (let attempt = 1; ; attempt++) {
  const [url, token] = readFileSync(logFile, 'utf8').split('\n')[0]?.split(' ') ?? []
  if (url?.startsWith('http://') && token !== undefined) {
    appendFileSync(environmentFile, `HEX_BASE_URL=${url}\nHEX_API_TOKEN=${token}\n`)
    console.log(`A simulated Hex is at ${url}, process ${simulator.pid}.`)
    break
  }
  if (attempt === 150 || simulator.exitCode !== null) {
    throw new Error(`The simulator did not start:\n${readFileSync(logFile, 'utf8')}`)
  }
  await sleep(200)
}
