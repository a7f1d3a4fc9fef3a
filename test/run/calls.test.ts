import { expect, test } from 'vitest'
import { withRetries } from '../../src/run/calls.ts'
import { endless, type LifeStage, lifeStage, projectId } from './life-stage.ts'

const retriedStart = ({ runWorld, timeline, finish }: LifeStage) =>
  finish(
    withRetries(runWorld, timeline.now() + 600_000, () => runWorld.hex.runProject(projectId, {})),
  )

test('does not repeat a start whose response was lost, even where reads are retried', async () => {
  const lost = { operation: 'RunProject', kind: 'reset', effect: 'at-receipt' } as const
  const stage = lifeStage({ plans: [endless], faults: [lost] })

  await expect(retriedStart(stage)).rejects.toThrow('ECONNRESET')

  expect(stage.sentAtMs('RunProject')).toHaveLength(1)
  expect(stage.hex.runs()).toHaveLength(1)
})

test('repeats a start that a rate limit refused', async () => {
  const refused = { operation: 'RunProject', kind: 'status', status: 429 } as const
  const stage = lifeStage({ plans: [endless], faults: [refused] })

  await retriedStart(stage)

  expect(stage.sentAtMs('RunProject')).toHaveLength(2)
  expect(stage.hex.runs()).toHaveLength(1)
})
