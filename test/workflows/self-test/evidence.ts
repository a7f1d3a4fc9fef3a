/** What the checks of the self-test read (STEPS, the `steps` context as JSON, and what Hex has recorded), and their result. */
import { isDeepStrictEqual } from 'node:util'

interface Step {
  readonly outcome: string
  readonly outputs: Readonly<Record<string, string>>
}

interface Run {
  readonly id: string
  readonly projectId: string
  readonly status: string
}

const steps = JSON.parse(process.env['STEPS'] ?? '{}') as Readonly<Record<string, Step>>
const response = await fetch(`${process.env['HEX_BASE_URL']}/__control/runs`)
export const runs = (await response.json()) as ReadonlyArray<Run>
const wrong: Array<string> = []

/** Prints every mismatch and fails the step, or prints that there is none. */
export function report() {
  for (const each of wrong) console.log(`::error title=Self-test::${each}`)
  if (wrong.length > 0) process.exitCode = 1
  else console.log(`All steps have the expected results, and so does Hex: ${runs.length} runs.`)
}

export function expect(what: string, is: unknown, should: unknown) {
  if (!isDeepStrictEqual(is, should)) {
    wrong.push(`${what}: expected ${JSON.stringify(should)}, got ${JSON.stringify(is)}.`)
  }
}

export function outcomeOf(id: string): string | undefined {
  return steps[id]?.outcome
}

export function output(id: string, name: string): string {
  return steps[id]?.outputs[name] ?? ''
}

export function statusOf(runId: string): string | undefined {
  return runs.find(({ id }) => id === runId)?.status
}
