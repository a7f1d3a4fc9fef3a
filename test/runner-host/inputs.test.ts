import { expect, test } from 'vitest'
import { fixtureAction } from './fixture.ts'
import { runAction, WorkflowError } from './host.ts'

test.each([
  ['True', 'true'],
  ['FALSE', 'false'],
  ["'True'", 'True'],
  ['1.0', '1'],
  ['1.10', '1.1'],
  ['0x10', '16'],
  ['0o17', '15'],
  ['1e3', '1000'],
  ['0.00001', '1E-05'],
  ['0.0001', '0.0001'],
  ['-12.5', '-12.5'],
  ['123456789012345', '123456789012345'],
  ['1234567890123456', '1.23456789012346E+15'],
  ['12345678901234567890', '1.23456789012346E+19'],
  ['.inf', 'Infinity'],
  ['~', ''],
  ['', ''],
  ['007', '7'],
  ["'007'", '007'],
  ['no', 'no'],
  ['2024-01-31', '2024-01-31'],
  ['|\n  a: 1\n  b: 2\n', 'a: 1\nb: 2\n'],
])('the YAML scalar %s becomes %s, as on the runner', async (yaml, expected) => {
  const actionDir = fixtureAction({ main: '', inputs: '  value: {}' })

  const { main } = await runAction({ actionDir, with: `value: ${yaml}` })

  expect(main.environment.INPUT_VALUE).toBe(expected)
})

test('keeps spaces around a value', async () => {
  const actionDir = fixtureAction({ main: '', inputs: '  value: {}' })

  const { main } = await runAction({ actionDir, with: { value: '  a\r\n' } })

  expect(main.environment.INPUT_VALUE).toBe('  a\r\n')
})

test('uses defaults for missing inputs, ignores case, and does not enforce required', async () => {
  const actionDir = fixtureAction({
    main: '',
    inputs: '  Token: {required: true}\n  wait: {default: true}\n  view: {default: v1}',
  })

  const { main } = await runAction({ actionDir, with: { VIEW: 'v2' } })

  expect(main.environment).toMatchObject({ INPUT_TOKEN: '', INPUT_WAIT: 'true', INPUT_VIEW: 'v2' })
})

test('warns about an undeclared input in main and post, and exports it anyway', async () => {
  const actionDir = fixtureAction({ main: '', post: '', inputs: '  a: {}\n  b: {}' })

  const { main, post } = await runAction({ actionDir, with: { tokn: 'x' } })

  const warning = {
    type: 'warning',
    message: "Unexpected input(s) 'tokn', valid inputs are ['a', 'b']",
  }
  expect(main.annotations).toMatchObject([warning])
  expect(post?.annotations).toMatchObject([warning])
  expect(main.environment.INPUT_TOKN).toBe('x')
})

test('warns about a deprecated input only if it is set', async () => {
  const inputs = '  old: {deprecationMessage: use new}\n  other: {deprecationMessage: gone}'

  const { main } = await runAction({
    actionDir: fixtureAction({ main: '', inputs }),
    with: { old: 1 },
  })

  expect(main.annotations.map(({ message }) => message)).toEqual([
    "Input 'old' has been deprecated with message: use new",
  ])
})

test('defaults can use the contexts that the runner allows', async () => {
  const inputs = [
    "  token: {default: '${{ github.token }}'}",
    "  leg: {default: '${{ strategy.job-index }} of ${{ strategy[''job-total''] }}'}",
    "  matrix: {default: '${{ toJSON(matrix) }}'}",
    "  number: {default: '${{ github.event.pull_request.number || ''none'' }}'}",
    "  os: {default: '${{ runner.os == ''LINUX'' && !false }}'}",
    "  missing: {default: '${{ github.event.nothing.here }}'}",
  ].join('\n')

  const { main } = await runAction({
    actionDir: fixtureAction({ main: '', inputs }),
    githubToken: 'ghs_1',
    matrix: { target: 'prod' },
    strategy: { 'job-index': 2, 'job-total': 3 },
    github: { event: { pull_request: { number: 12 } } },
  })

  expect(main.environment).toMatchObject({
    INPUT_TOKEN: 'ghs_1',
    INPUT_LEG: '2 of 3',
    INPUT_MATRIX: '{\n  "target": "prod"\n}',
    INPUT_NUMBER: '12',
    INPUT_OS: 'true',
    INPUT_MISSING: '',
  })
})

test('without a matrix, toJSON(matrix) is null', async () => {
  const inputs = "  matrix: {default: '${{ toJSON(matrix) }}'}"

  const { main } = await runAction({ actionDir: fixtureAction({ main: '', inputs }) })

  expect(main.environment.INPUT_MATRIX).toBe('null')
})

test.each([
  ['${{ secrets.TOKEN }}', /Unrecognized named-value: 'secrets'/],
  ['${{ env.X }}', /Unrecognized named-value: 'env'/],
  ['${{ nope(1) }}', /Unrecognized function: 'nope'/],
  ['${{ github.event }}', /Expected a string/],
  ['${{ github. }}', /Unexpected 'end'/],
  ['${{ github.sha github.ref }}', /Unexpected 'github'/],
])('rejects a default of %s', async (expression, problem) => {
  const inputs = `  value: {default: '${expression}'}`

  await expect(runAction({ actionDir: fixtureAction({ main: '', inputs }) })).rejects.toThrow(
    problem,
  )
})

test.each([
  ['a mapping as a value', 'params: {a: 1}'],
  ['a list as a value', 'params: [1]'],
  ['names that differ only in case', 'token: a\nTOKEN: b'],
  ['a list as the block', '- a'],
])('rejects a with block: %s', async (_, block) => {
  const actionDir = fixtureAction({ main: '', inputs: '  params: {}' })

  await expect(runAction({ actionDir, with: block })).rejects.toBeInstanceOf(WorkflowError)
})
