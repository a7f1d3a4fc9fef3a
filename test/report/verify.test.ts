import { expect, test } from 'vitest'
import { verifyReport } from '../../src/report/verify.ts'
import type { ProjectCheck, VerifyOutcome } from '../../src/verify/outcome.ts'

const trouble = { text: '404. Not found.' }
const checkOf = (projectId: string, result: ProjectCheck['result']): ProjectCheck => ({
  projectId,
  read: { kind: 'unknown', trouble },
  dryRun: { kind: 'skipped' },
  result,
})

test('projects that are not ready and have no room for an annotation share one of the worst level', () => {
  const annotations = (results: ReadonlyArray<ProjectCheck['result']>, isAborted = false) => {
    const projects = results.map((result, index) => checkOf(`p${index}`, result))
    const outcome: VerifyOutcome = {
      valid: true,
      identity: { kind: 'skipped' },
      daysLeft: undefined,
      isExpiring: false,
      projects,
    }
    const settings = { failWhenExpiring: false, baseUrl: 'https://app.hex.tech' }
    return verifyReport(outcome, settings, isAborted).annotations
  }
  const warnings = Array<ProjectCheck['result']>(9).fill('dry_run_unknown')

  expect(annotations(warnings).map(({ title }) => title)).toEqual(
    Array.from({ length: 9 }, (_, index) => `Project p${index}`),
  )
  const many = annotations([...warnings, 'no_access', 'ready'])
  expect(many).toHaveLength(10)
  expect(many.at(-2)).toMatchObject({ level: 'warning', title: 'Project p7' })
  expect(many.at(-1)).toMatchObject({ level: 'error', title: '2 more projects' })
  expect(many.at(-1)?.message).toMatch(
    /^Project p8: The project can .*\nProject p9: The project could not .*$/,
  )
  expect(annotations([...warnings, 'no_access'], true).at(-1)?.level).toBe('warning')
})

test.each([
  [['dry_run_unknown', 'ready', 'dry_run_unknown'], 'the outcome of 2 dry runs is unknown'],
  [['refused'], 'the project is not ready'],
  [['refused', 'no_access'], '2 of 2 projects are not ready'],
  [['refused', 'ready', 'ready'], '1 of 3 projects is not ready'],
] as const)('the headline for the results %j says that %s', (results, words) => {
  const projects = results.map((result, index) => checkOf(`p${index}`, result))
  const summary = (isExpiring: boolean) =>
    verifyReport(
      { valid: true, identity: { kind: 'skipped' }, daysLeft: 2, isExpiring, projects },
      { failWhenExpiring: false, baseUrl: 'https://app.hex.tech' },
      false,
    ).summary

  expect(summary(false)).toContain(`The token is valid, but ${words}\n`)
  expect(summary(true)).toContain(`The token is valid, but expires in 2 days; ${words}\n`)
})
