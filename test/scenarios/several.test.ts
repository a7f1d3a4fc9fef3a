import { expect, onTestFinished, test } from 'vitest'
import { sampleToken } from '../hex-simulator/auth.ts'
import { startHexSimulator } from '../hex-simulator/server.ts'
import { runAction } from '../runner-host/host.ts'
import { actionDir, endless } from './stage.ts'

test('reports a list of runs in its order: outputs, one summary with a timeline, and annotations', async () => {
  const lives = Array.from({ length: 7 }, (_, index) => ({
    pendingMs: 20,
    // The first takes longest.
    runningMs: index === 0 ? 1_500 : 50,
    end: index === 0 ? ('COMPLETED' as const) : ('ERRORED' as const),
  }))
  const { hex, play } = await openStep(lives)

  const { main, conclusion } = await play({
    runs: JSON.stringify(
      lives.map((_, index) => ({ name: `market ${index}: a;b #1`, 'project-id': idOf(index) })),
    ),
    'max-parallel': 7,
  })

  expect(conclusion).toBe('failure')
  const outputs = new Map(Object.entries(main.outputs))
  const results = JSON.parse(outputs.get('results') ?? '[]') as ReadonlyArray<{ name: string }>
  expect(results.map(({ name }) => name)).toEqual(
    lives.map((_, index) => `market ${index}: a;b #1`),
  )
  expect(results.map((result) => 'reason' in result && result.reason)).toEqual([
    'completed',
    ...Array(6).fill('errored'),
  ])
  // The plain outputs speak of the first that did not succeed.
  expect(outputs.get('project-id')).toBe(idOf(1))
  expect(main.annotations.length).toBeGreaterThan(0)
  expect(main.annotations.length).toBeLessThan(10)

  const [table = '', gantt = ''] = main.summary.split('```mermaid')
  expect(table.match(/^\|.*market \d+/gm)).toHaveLength(7)
  expect(gantt).toMatch(/^\s*gantt/)
  expect(gantt.match(/market \d+/g)).toHaveLength(7)
  // What means something to Mermaid is not in a label.
  expect(gantt).not.toMatch(/market \d+[:;#]|a;b|#1/)
  expect(hex.world.requests().filter(({ operation }) => operation === 'RunProject')).toHaveLength(7)
})

test('a cancelled job cancels all runs of its list and no other runs', async () => {
  const { hex, play } = await openStep([endless, endless, endless])
  const foreign = hex.world.addRun(idOf(0), { trigger: 'API', plan: endless })

  const { conclusion, main } = await play(
    {
      runs: JSON.stringify(
        [0, 1, 2].map((index) => ({ name: `run ${index}`, 'project-id': idOf(index) })),
      ),
    },
    { cancel: { mode: 'user', when: hex.whenAnswered('RunProject', 3) } },
  )

  expect(conclusion).toBe('cancelled')
  const runs = hex.world.runs()
  expect(runs.filter(({ id }) => id !== foreign.id).map(({ status }) => status)).toEqual(
    Array(3).fill('KILLED'),
  )
  expect(runs.find(({ id }) => id === foreign.id)?.cancelCount).toBe(0)
  expect(JSON.parse(main.outputs['results'] ?? '[]')).toHaveLength(3)
})

/** A Hex with a project for each of these lives, and a step that runs the packaged action against it. */
async function openStep(lives: ReadonlyArray<object>) {
  const hex = await startHexSimulator({
    limits: 'off',
    projects: lives.map((plan, index) => ({ id: idOf(index), plans: [plan] })),
  })
  onTestFinished(hex.close)
  return {
    hex,
    play: (
      inputs: Readonly<Record<string, unknown>>,
      request: Pick<Parameters<typeof runAction>[0], 'cancel'> = {},
    ) =>
      runAction({
        actionDir,
        with: { token: sampleToken, 'base-url': hex.url, 'poll-interval': '1s', ...inputs },
        machineEnv: { PATH: process.env['PATH'] ?? '' },
        ...request,
      }),
  }
}

function idOf(index: number): string {
  return `0197c3a1-5d20-7b41-9e0f-${index.toString(16).padStart(12, '0')}`
}
