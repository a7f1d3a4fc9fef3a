import { expect, test } from 'vitest'
import { problemsOfWorkflow } from '../workflows/linters.ts'
import { allSamples, type Sample, yamlOf } from './samples.ts'

const samples = allSamples()

test.each(samples)('actionlint and GitHub take $place', async (sample) => {
  expect(await problemsOfWorkflow(workflowOf(sample), sample.place)).toEqual([])
})

test('a list of steps is checked as the steps of a job', async () => {
  const place = 'here'
  const good = { place, text: '- run: echo\n  shell: bash\n' }
  const bad = { place, text: '- run: echo ${{ github.event.issue.title }}\n  shel: bash\n' }

  expect(await problemsOfWorkflow(workflowOf(good), place)).toEqual([])
  const problems = await problemsOfWorkflow(workflowOf(bad), place)
  expect(problems.join('\n')).toMatch(/untrusted[\s\S]*shel\b/)
})

/** A workflow as it is; a list of steps in the smallest workflow that can have it. */
function workflowOf(sample: Sample): string {
  if (!Array.isArray(yamlOf(sample))) return sample.text
  const head = [
    'on: push',
    'permissions: {}',
    'jobs:',
    '  sample:',
    '    runs-on: ubuntu-latest',
    '    steps:',
  ]
  const steps = sample.text.replace(/^(?=.)/gm, '      ')
  return `${head.join('\n')}\n${steps}`
}
