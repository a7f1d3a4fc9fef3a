import { expect, test } from 'vitest'
import { withTables } from '../../scripts/docs.ts'

const manifest = `
inputs:
  project-id:
    description: The project. Its UUID | or its address.
  timeout:
    description: >-
      Time for
      the step.
    default: 1h
outputs:
  run-id:
    description: The run's id.
runs:
  using: node24
`

test('writes the inputs or outputs of the named file between the markers', () => {
  const markdown = `# Inputs
<!-- inputs of cancel/action.yml -->
old
<!-- end -->
between
<!-- outputs of cancel/action.yml -->
<!-- end -->
after
`
  const read: Array<string> = []

  const written = withTables(markdown, (file) => {
    read.push(file)
    return manifest
  })

  expect(written).toBe(`# Inputs
<!-- inputs of cancel/action.yml -->
| Input | Default | Meaning |
| :-- | :-- | :-- |
| \`project-id\` |  | The project. Its UUID \\| or its address. |
| \`timeout\` | \`1h\` | Time for the step. |
<!-- end -->
between
<!-- outputs of cancel/action.yml -->
| Output | Meaning |
| :-- | :-- |
| \`run-id\` | The run's id. |
<!-- end -->
after
`)
  expect(new Set(read)).toEqual(new Set(['cancel/action.yml']))
  expect(withTables(written, () => manifest)).toBe(written)
})

test('fails on an input without a description', () => {
  const markdown = '<!-- inputs of action.yml -->\n<!-- end -->\n'
  expect(() => withTables(markdown, () => 'inputs:\n  wait:\n    default: "true"\n')).toThrow(
    "'wait' has no description.",
  )
})
