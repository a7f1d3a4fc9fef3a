import { expect, test } from 'vitest'
import type { RunPlan } from '../../src/run/plan.ts'
import { liveRuns } from '../../src/run/several.ts'
import { endless, lifeStage, planWith, timeout } from './life-stage.ts'

/** All fields of a plan. A new one without an entry here is a compile error. */
const fields: Readonly<Record<keyof RunPlan, true>> = {
  name: true,
  projectId: true,
  start: true,
  wait: true,
  beganAtMs: true,
  deadlineAtMs: true,
  cancelOnTimeout: true,
  pollIntervalMs: true,
  cancelActive: true,
  skipIfNewerThanMs: true,
  isRerun: true,
  maxAttempts: true,
}

/** The names of a plan's fields that the life of its run reads. */
async function fieldsRead(given: Partial<RunPlan>): Promise<ReadonlySet<string>> {
  const stage = lifeStage({ plans: [{ end: 'ERRORED' }, endless] })
  const read = new Set<string>()
  const plan = new Proxy(planWith(given), {
    get(target, name, receiver) {
      read.add(String(name))
      return Reflect.get(target, name, receiver)
    },
  })
  const together = { maxParallel: 1, failFast: false }
  await stage.finish(liveRuns([plan], stage.runWorld, () => stage.runWorld, together))
  return read
}

test('the life of a run reads every field of its plan', async () => {
  const given = { ...timeout(120_000), maxAttempts: 2, skipIfNewerThanMs: 60_000 }
  const read = await fieldsRead(given)
  expect(Object.keys(fields).filter((field) => !read.has(field))).toEqual([])
})
