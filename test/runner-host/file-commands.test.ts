import { expect, test } from 'vitest'
import { parsePairs } from './file-commands.ts'
import { fixtureAction } from './fixture.ts'
import { runAction } from './host.ts'

test.each([
  [
    'a=1\n\nb=2=3\n',
    [
      ['a', '1'],
      ['b', '2=3'],
    ],
  ],
  ['a=1', [['a', '1']]],
  ['=no name\n', [['', 'no name']]],
  ['a=<<EOF\n', [['a', '<<EOF']]],
  [
    'a<<EOF\none\n\ntwo=2\nEOF\nb=3\n',
    [
      ['a', 'one\n\ntwo=2'],
      ['b', '3'],
    ],
  ],
  ['a<<EOF\nEOF\n', [['a', '']]],
  ['a<<EOF\n\nEOF', [['a', '']]],
  ['a<<EOF\n EOF\nEOF \nEOF\n', [['a', ' EOF\nEOF ']]],
  ['a=1\r\n', [['a', '1\r']]],
  ['a<<EOF\r\nx\r\nEOF\r\n', [['a', 'x\r']]],
])('parses %j as %j', (text, pairs) => {
  expect([...parsePairs(text)]).toEqual(pairs)
})

test.each([
  ['a<<EOF\nx\n', "Invalid value. Matching delimiter not found 'EOF'"],
  ['a<<EOF\nx', 'Invalid value. EOF marker missing new line.'],
  ['a<<EOF\nx\nEOF\r\n', "Invalid value. Matching delimiter not found 'EOF'"],
  ['a<<EOF', "Invalid value. Matching delimiter not found 'EOF'"],
  [
    '<<EOF\nx\nEOF\n',
    "Invalid format '<<EOF'. Name must not be empty and delimiter must not be empty",
  ],
  ['a<<\nx\n', "Invalid format 'a<<'. Name must not be empty and delimiter must not be empty"],
  ['nothing here\n', "Invalid format 'nothing here'"],
])('rejects %j', (text, problem) => {
  expect(() => [...parsePairs(text)]).toThrow(problem)
})

test('each stage has its own empty files and separate results', async () => {
  const script = `
    for (const name of ['ENV', 'OUTPUT', 'PATH', 'STATE', 'STEP_SUMMARY']) {
      say(name + ' ' + fs.statSync(env['GITHUB_' + name]).size)
    }
    append('OUTPUT', 'stage=' + STAGE + '\\n')
    append('STEP_SUMMARY', '# ' + STAGE)`
  const actionDir = fixtureAction({
    main: `const STAGE = 'main'\n${script}`,
    post: `const STAGE = 'post'\n${script}`,
  })

  const { main, post } = await runAction({ actionDir })

  expect(main.log.slice(2)).toEqual(['ENV 0', 'OUTPUT 0', 'PATH 0', 'STATE 0', 'STEP_SUMMARY 0'])
  expect(post?.log.slice(1)).toEqual(main.log.slice(2))
  expect(main).toMatchObject({ outputs: { stage: 'main' }, summary: '# main\n' })
  expect(post).toMatchObject({ outputs: { stage: 'post' }, summary: '# post\n' })
  expect(post?.environment['GITHUB_OUTPUT']).not.toBe(main.environment['GITHUB_OUTPUT'])
})

test('an incomplete pair fails the step, but all other pairs are read', async () => {
  const actionDir = fixtureAction({
    main: "append('STATE', 'intent=1\\nrun_id<<EOF\\n4'); append('OUTPUT', 'run-id=42\\n')",
    post: '',
  })

  const report = await runAction({ actionDir })

  expect(report.conclusion).toBe('failure')
  expect(report.main).toMatchObject({
    exitCode: 0,
    state: { intent: '1' },
    outputs: { 'run-id': '42' },
    fileCommandErrors: ['Invalid value. EOF marker missing new line.'],
  })
  expect(report.main.annotations.map(({ message }) => message)).toEqual([
    "Unable to process file command 'state' successfully.",
    'Invalid value. EOF marker missing new line.',
  ])
  expect(report.post?.environment['STATE_intent']).toBe('1')
})

test('shows a summary of 1 MiB, and drops a larger one without failing the step', async () => {
  const write = (bytes: number) =>
    `fs.writeFileSync(env.GITHUB_STEP_SUMMARY, 'é'.repeat(${bytes >> 1}) + '${bytes % 2 === 1 ? '!' : ''}')`

  const full = await runAction({ actionDir: fixtureAction({ main: write(1_048_576) }) })
  const over = await runAction({ actionDir: fixtureAction({ main: write(1_048_577) }) })

  expect(full.main.summary).toHaveLength(524_289)
  expect(over).toMatchObject({ conclusion: 'success', main: { summary: '' } })
  expect(over.main.annotations).toMatchObject([
    {
      type: 'error',
      message: expect.stringMatching(
        /^\$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got 1024k\./,
      ),
    },
  ])
})

test('NODE_OPTIONS cannot be set for later steps', async () => {
  const actionDir = fixtureAction({ main: "append('ENV', 'node_options=--inspect\\nA=1\\n')" })

  const { main } = await runAction({ actionDir })

  expect(main.env).toEqual({ A: '1' })
  expect(main.annotations.map(({ message }) => message)).toEqual([
    "Can't update NODE_OPTIONS environment variable using '$GITHUB_ENV' command.",
  ])
})

test('a file that the action removed counts as empty', async () => {
  const actionDir = fixtureAction({ main: 'fs.rmSync(env.GITHUB_OUTPUT)' })

  expect(await runAction({ actionDir })).toMatchObject({
    conclusion: 'success',
    main: { outputs: {} },
  })
})

test('ignores a byte order mark at the start of a file', async () => {
  const actionDir = fixtureAction({ main: "append('OUTPUT', '\\ufeffa=1\\n')" })

  expect((await runAction({ actionDir })).main.outputs).toEqual({ a: '1' })
})
