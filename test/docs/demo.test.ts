import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { playScene } from '../../scripts/demo/stage.ts'
import { sampleProjectIds, sampleWorkspace } from '../hex-simulator/sample-workspace.ts'
import { startHexSimulator } from '../hex-simulator/server.ts'

const root = resolve(import.meta.dirname, '../..')

test('the demo passes its three scenes and prints what a user would see', async () => {
  const { code, text } = await play(join(root, 'scripts/demo/play.ts'))

  expect(text).toContain('1 of 3: The nightly refresh')
  expect(text).toContain(
    "Project: Nightly revenue dashboard. The project's last 5 completed runs took",
  )
  expect(text).toMatch(/^ {4}COMPLETED after .+$/m)
  expect(text).toMatch(/^ {4}conclusion: success$/m)

  expect(text).toContain('» SIGINT sent to main')
  expect(text).toContain('✓ Kernels in use in Hex: 0. No run is left behind.')

  expect(text).toContain('Searching for the run.')
  expect(text).toContain('✓ One start was sent, and one run exists.')

  expect(text).not.toContain('✗')
  expect(text).not.toContain('hxtw_')
  expect(text).toMatch(/All 3 scenes passed in \d+ s\.\n$/)
  expect(code).toBe(0)

  const pages = [...text.matchAll(/^The job summary: (.+)$/gm)].map(([, path = '']) => path)
  expect(pages.map((path) => titleOf(readFileSync(new URL(path), 'utf8')))).toEqual([
    'refresh-revenue summary',
    'refresh-revenue-cancelled summary',
    'check-orders summary',
  ])
}, 120_000)

test('a scene that fails is reported with the claim that failed', async () => {
  const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const log = vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
  onTestFinished(() => {
    printed.mockRestore()
    log.mockRestore()
  })
  const simulator = await startHexSimulator(sampleWorkspace())
  onTestFinished(() => simulator.close())

  const { untrue } = await playScene(
    {
      title: 'A refresh of a draft',
      story: 'The project has never been published.',
      job: 'refresh-draft',
      with: { 'project-id': sampleProjectIds.churnDraft },
      claims: ({ report }) => [
        { sentence: 'The job is green.', holds: report.conclusion === 'success' },
        { sentence: 'The job has ended.', holds: true },
      ],
    },
    { simulator, heading: '1 of 1', folder: newFolder(), colours: false },
  )

  expect(untrue).toEqual(['A refresh of a draft: The job is green.'])
  expect(printed.mock.calls.flat()).toContain('✗ The job is green.')
})

function play(script: string): Promise<{ readonly code: number | null; readonly text: string }> {
  return new Promise((done) => {
    const demo = spawn(process.execPath, [script], {
      env: { ...process.env, CI: 'true', TMPDIR: newFolder() },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const chunks: Array<Buffer> = []
    demo.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    demo.once('close', (code) => done({ code, text: Buffer.concat(chunks).toString('utf8') }))
  })
}

function titleOf(html: string): string | undefined {
  return /<title>([^<]+)<\/title>/.exec(html)?.[1]
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hex-run-action-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
