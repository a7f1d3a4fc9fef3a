/**
 * Searches for broken promises in virtual time: `npm run simulate -- --schedules 1000000 [--seed N] [--path P]`.
 * Without a number a million schedules are played; seed and path replay one that was found.
 */
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

const root = resolve(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '1000000' },
    seed: { type: 'string' },
    path: { type: 'string' },
  },
})
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/simulation'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    SCHEDULES: values.schedules,
    ...(values.seed === undefined ? {} : { SEED: values.seed }),
    ...(values.path === undefined ? {} : { SCHEDULE_PATH: values.path }),
  },
})
process.exitCode = status ?? 1
