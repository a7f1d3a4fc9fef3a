import { existsSync } from 'node:fs'
import { expect } from 'vitest'
import { quick, resultOf, story } from './story.ts'

/** Everything in one title that a log, a table or a comment could take for something else. */
const hostileTitle = [
  'Revenue',
  '::error title=Forged::forged',
  '##[error]forged',
  '\r::set-output name=run-id::forged\r',
  '\n::stop-commands::forged\n',
  '`code` | cell | *bold*',
  '<img src=x onerror=alert(1)>',
  '@octo-org/team',
  '[click](https://evil.example.com)',
].join(' ')

for (const end of ['COMPLETED', 'ERRORED'] as const) {
  story(
    `a hostile title forges nothing in the log or the summary (${end})`,
    { project: { title: hostileTitle }, plans: [{ ...quick, end }] },
    async (stage) => {
      const job = await stage.play()

      // The forged commands themselves are looked for at the end of every story.
      expect(job.conclusion).toBe(end === 'COMPLETED' ? 'success' : 'failure')
      const { summary } = job.main
      expect(summary).not.toMatch(/<img|::error|\[click\]\(|@octo/)
      expect(summary).not.toContain('\r')
      // As many borders in every row of a table as in its head, which is ours: the title brought none of its own.
      const borders = (row: string) => row.match(/(?<!\\)\|/g)?.length
      for (const table of summary.match(/^\|.*(?:\n\|.*)*/gm) ?? []) {
        const [head = '', ...rows] = table.split('\n')
        for (const row of rows) expect(borders(row)).toBe(borders(head))
      }
      expect(resultOf(job)).toMatchObject({ run_id: stage.ourRuns()[0]?.id })
    },
  )
}

story(
  "Hex's words in a rejection cannot forge workflow commands",
  {
    faults: [
      {
        operation: 'RunProject',
        kind: 'status',
        status: 422,
        body: JSON.stringify({
          code: 'UNPROCESSABLE_CONTENT',
          message: hostileTitle,
          issues: [{ message: hostileTitle }],
        }),
      },
    ],
  },
  async (stage) => {
    const job = await stage.play()

    expect(resultOf(job)).toMatchObject({ reason: 'start_refused' })
    expect(job.main.annotations).toHaveLength(1)
  },
)

story(
  'a status that looks like a command forges nothing',
  { plans: [{ stages: [{ status: '::error::forged\r\n##[error]forged', forMs: 1_500 }] }] },
  async (stage) => {
    const job = await stage.play()

    expect(job.conclusion).toBe('success')
  },
)

const unwritable = [
  ['in a folder that is not there', '/nowhere/summary.md'],
  ['on a disk that is full', '/dev/full'],
] as const
for (const [name, place] of unwritable) {
  // Only Linux has a disk that is always full.
  if (place === '/dev/full' && !existsSync(place)) continue
  for (const end of ['COMPLETED', 'ERRORED'] as const) {
    story(
      `a summary ${name} causes a warning and does not change the result (${end})`,
      { plans: [{ ...quick, end }] },
      async (stage) => {
        const job = await stage.play({ env: { NODE_OPTIONS: placing(place) } })

        expect(job.main.annotations).toContainEqual(
          expect.objectContaining({
            type: 'warning',
            title: 'The job summary could not be written',
          }),
        )
        expect(job.conclusion).toBe(end === 'COMPLETED' ? 'success' : 'failure')
      },
    )
  }
}

story('logs a line and no warning if the runner has no job summary', {}, async (stage) => {
  const job = await stage.play({ env: { NODE_OPTIONS: placing('') } })

  expect(job.log.join('\n')).toContain('No job summary')
  expect(job.main.annotations).toEqual([])
  expect(job.conclusion).toBe('success')
})

story('with summary: false, writes no summary', {}, async (stage) => {
  const job = await stage.play({ with: { summary: false } })

  expect(job.main.summary).toBe('')
  expect(job.conclusion).toBe('success')
})

story('a summary shows the names of parameters, but not their values', {}, async (stage) => {
  const job = await stage.play()

  expect(job.main.summary).toContain('`city`, `limit`')
})

/** The runner sets GITHUB_STEP_SUMMARY itself, so another place for it has to come in later. */
function placing(file: string): string {
  const script = `process.env.GITHUB_STEP_SUMMARY=${JSON.stringify(file)}`
  return `--import=data:text/javascript,${encodeURIComponent(script)}`
}
