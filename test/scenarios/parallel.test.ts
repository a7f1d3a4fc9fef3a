import { expect } from 'vitest'
import type { HostEvent } from '../runner-host/contract.ts'
import { endless, outputsOf, story } from './story.ts'

/** Parallel steps (`background`, `wait`, `cancel`, `parallel`): several mains in one workspace and RUNNER_TEMP. */

const lost = { operation: 'RunProject', kind: 'reset', effect: 'at-receipt', afterMs: 50 } as const

story('parallel steps each follow their own run', { allow: { runs: 3 } }, async (stage) => {
  const jobs = await stage.playBeside([{}, {}, {}])

  expect(jobs.map(({ conclusion }) => conclusion)).toEqual(['success', 'success', 'success'])
  const ids = jobs.map((job) => outputsOf(job).get('run-id'))
  expect(ids.toSorted()).toEqual(
    stage
      .ourRuns()
      .map(({ id }) => id)
      .toSorted(),
  )
  // A fast Hex lets nobody notice the turns of the others.
  expect(jobs.flatMap(({ post }) => post?.annotations ?? [])).toEqual([])
})

story(
  'cancelling one of two steps cancels only its run',
  { plans: [{ pendingMs: 100, runningMs: 3_000 }], allow: { runs: 2 } },
  async (stage) => {
    const [stopped, other] = await stage.playBeside([
      { cancel: { mode: 'step-cancel', when: (event) => isStart(event) } },
      {},
    ])

    expect(stopped).toMatchObject({ conclusion: 'cancelled', jobStatus: 'success' })
    expect(other).toMatchObject({ conclusion: 'success' })
    const cancelled = stage.ourRuns().filter(({ status }) => status === 'KILLED')
    expect(cancelled.map(({ id }) => id)).toEqual([stopped && outputsOf(stopped).get('run-id')])
  },
)

story(
  'a cancelled job with two steps: one post step starts while its main is running, before its state is saved',
  { plans: [{ ...endless, cancelTakesMs: 2_500 }, endless], allow: { runs: 2 } },
  async (stage) => {
    const cancel = { mode: 'background', when: stage.hex.whenAnswered('GetRunStatus', 2) } as const
    const use = { graces: { sigintMs: 1_000, sigtermMs: 9_000 }, cancel }
    const jobs = await stage.playBeside([use, use])

    expect(stage.activeRunsOfOurs()).toEqual([])
    expect(jobs.flatMap(({ post }) => post?.annotations ?? [])).toEqual([])
    expect(jobs.map(({ main }) => main.state).filter((state) => !('mark' in state))).not.toEqual([])
  },
)

story(
  'two steps of one project lose both starts in one outage, and the job is cancelled: leaves no run',
  { plans: [endless], faults: [{ ...lost, times: 'always' }] },
  async (stage) => {
    const cancel = {
      mode: 'background',
      when: stage.hex.whenAnswered('GetProjectRuns', 3),
    } as const
    const jobs = await stage.playBeside([{ cancel }, { cancel }])

    expect(stage.ourRuns()).toMatchObject([{ status: 'KILLED' }])
    expect(jobs.flatMap(({ post }) => post?.annotations ?? [])).toMatchObject([{ type: 'notice' }])
  },
)

function isStart(event: HostEvent): boolean {
  return event.kind === 'log' && event.line.includes('/run/')
}
