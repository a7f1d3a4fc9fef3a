import { expect, test } from 'vitest'
import { problemsOfWorkflow } from '../workflows/linters.ts'
import { allSamples, type Sample, yamlOf } from './samples.ts'

const samples = allSamples()

test.each(samples)('actionlint and GitHub accept $place', async (sample) => {
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

test('parallel steps are checked by GitHub’s parser', async () => {
  const place = 'here'
  const good = [
    '- id: one\n  background: true\n  run: echo\n  shell: bash',
    '- id: two\n  background: true\n  run: echo\n  shell: bash',
    '- wait: one\n- wait: [one, two]\n- cancel: two\n- wait-all:',
    '- parallel:\n    - run: echo\n      shell: bash\n    - uses: actions/checkout@v4\n',
  ].join('\n')
  expect(await problemsOfWorkflow(workflowOf({ place, text: good }), place)).toEqual([])

  const bad = [
    '- wait: one\n  if: always()',
    '- background: true',
    '- cancel: [one]',
    '- name: x\n',
  ]
  for (const step of bad) {
    const text = `- run: echo\n  shell: bash\n${step}\n`
    expect(await problemsOfWorkflow(workflowOf({ place, text }), place)).not.toEqual([])
  }
  const inside = '- parallel:\n    - run: echo\n      shel: bash\n'
  const problems = await problemsOfWorkflow(workflowOf({ place, text: inside }), place)
  expect(problems.join('\n')).toMatch(/shel\b/)
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
