import { join, resolve } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { sampleToken } from '../hex-simulator/auth.ts'
import { requestViolations } from '../hex-simulator/schema.ts'
import {
  type HexSimulator,
  type HexSimulatorOptions,
  startHexSimulator,
} from '../hex-simulator/server.ts'
import type { JobReport, StepRequest } from '../runner-host/contract.ts'
import { playStep } from './play-step.ts'

/** The repository, whose `dist/` the scenarios run. */
export const root = resolve(import.meta.dirname, '../..')

/** The project of most stories. */
export const projectId = '0197c3a1-5d20-7b41-9e0f-4a7c21d35b68'

/**
 * A Hex for one test, closed after it. Every request that it got must be one that Hex's OpenAPI document has,
 * unless the story is about one that it does not have.
 */
export async function openHex({
  undocumented = false,
  ...options
}: HexSimulatorOptions & { readonly undocumented?: boolean } = {}): Promise<HexSimulator> {
  const hex = await startHexSimulator({
    projects: [{ id: projectId }],
    limits: 'off',
    ...options,
  })
  onTestFinished(async () => {
    const violations = requestViolations(hex.world.requests())
    await hex.close()
    if (!undocumented) expect(violations).toEqual([])
  })
  return hex
}

/** Runs a packaged companion against a Hex, with the sample token unless the inputs say otherwise. */
export function runCompanion(
  companion: 'cancel' | 'request' | 'verify',
  hex: Pick<HexSimulator, 'url'>,
  inputs: Readonly<Record<string, unknown>>,
  step: Partial<StepRequest> = {},
): Promise<JobReport> {
  return playStep({
    actionDir: join(root, companion),
    uses: `./${companion}`,
    with: { 'base-url': hex.url, token: sampleToken, ...inputs },
    secrets: [sampleToken],
    graces: { sigintMs: 3_000, sigtermMs: 500 },
    ...withoutProxies(),
    ...step,
  })
}

/** The machine these tests run on may have a proxy, which would not find a Hex on loopback. */
export function withoutProxies(): Pick<StepRequest, 'machineEnv'> {
  const { PATH = '', HOME = '' } = process.env
  return { machineEnv: { PATH, HOME } }
}

/** Everything a step printed, as bytes before masking, and what it left. */
export function everythingPrinted({ main }: JobReport): string {
  return [
    main.stderr.toString('utf8'),
    // What the process says to the runner to have hidden is no leak.
    ...main.stdout
      .toString('utf8')
      .split('\n')
      .filter((line) => !line.startsWith('::add-mask::')),
    main.summary,
    ...Object.values(main.outputs),
    ...Object.values(main.state),
  ].join('\n')
}
