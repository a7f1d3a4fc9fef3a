import { expect, test } from 'vitest'
import { fixtureAction } from './fixture.ts'
import { runAction, type StepRequest } from './host.ts'
import { createLineSplitter } from './step-process.ts'
import { parseCommand } from './workflow-commands.ts'

test.each([
  ['::warning::text', { name: 'warning', properties: {}, data: 'text' }],
  [
    '  \t::Error title=A%3AB%2C,line=3::x',
    { name: 'Error', properties: { title: 'A:B,', line: '3' }, data: 'x' },
  ],
  ['::notice a==b,=c,d=::x', { name: 'notice', properties: { a: 'b' }, data: 'x' }],
  ['::error::a%0Ab%250D%3A', { name: 'error', properties: {}, data: 'a\nb%0D%3A' }],
  [
    'before ##[error title=T;line=1]a%5Db',
    { name: 'error', properties: { title: 'T', line: '1' }, data: 'a]b' },
  ],
  ['::group::a::b', { name: 'group', properties: {}, data: 'a::b' }],
])('%s is a command', (line, command) => {
  expect(parseCommand(line)).toEqual(command)
})

test.each([
  'text ::error::x',
  '│ ::error::x',
  '\u200b::error::x',
  '\ufeff::error::x',
  '::error:: '.slice(0, 7),
  '::unknown::x',
  '##[unknown]x',
  '##\u200b[error]x',
  '##[error x',
  ':: error::x',
])('%j is plain text', (line) => {
  expect(parseCommand(line)).toBeNull()
})

test('LF, CR LF, and a lone CR end a line, wherever a chunk ends', () => {
  const lines: Array<string> = []
  const splitter = createLineSplitter((line) => lines.push(line))
  const bytes = Buffer.from('one\r\ntwo\rthrée\n\nfive\r\n\rseven')

  for (const byte of bytes) splitter.write(Buffer.from([byte]))
  splitter.end()

  expect(lines).toEqual(['one', 'two', 'thrée', '', 'five', '', 'seven'])
})

test('text after a carriage return can be a command, on either stream', async () => {
  const main = await outputOf("say('progress\\r::error::forged'); console.error('::warning::too')")

  expect(main.log).toContain('progress')
  expect(main.annotations.map(({ message }) => message).toSorted()).toEqual(['forged', 'too'])
})

test('groups keep their lines', async () => {
  const main = await outputOf("say('::group::Details'); say('in'); say('::endgroup::'); say('out')")

  expect(main.log.slice(2)).toEqual(['##[group]Details', 'in', '##[endgroup]', 'out'])
  expect(main.groups.at(-1)).toEqual({ title: 'Details', lines: ['in'] })
})

test('an annotation keeps its title and its lines', async () => {
  const main = await outputOf("say('::notice title=Run,file=a.sql,line=2::one%0Atwo')")

  expect(main.annotations).toEqual([
    {
      type: 'notice',
      message: 'one\ntwo',
      title: 'Run',
      properties: { title: 'Run', file: 'a.sql', line: '2' },
    },
  ])
  expect(main.log.slice(-2)).toEqual(['##[notice]one', 'two'])
})

test('keeps ten annotations of each type, and logs all of them', async () => {
  const main = await outputOf(
    "for (let at = 0; at < 12; at += 1) { say('::error::' + at); say('::warning::' + at) }",
  )

  expect(main.annotations).toHaveLength(20)
  expect(main.annotationsDropped).toBe(4)
  expect(main.log).toContain('##[error]11')
})

test('an annotation is cut at 4096 characters', async () => {
  const main = await outputOf("say('::error::' + 'x'.repeat(5000))")

  expect(main.annotations[0]?.message).toHaveLength(4096)
})

test('between stop-commands and its token, everything is text', async () => {
  const main = await outputOf(`
    say('::stop-commands::3f9c1a')
    say('::error::forged')
    say('##[add-mask]forged')
    say('::3F9C1A::')
    say('::error::real')`)

  expect(main.annotations.map(({ message }) => message)).toEqual(['real'])
  expect(main.log).toContain('::error::forged')
})

test('masks a longer stop token', async () => {
  const main = await outputOf("say('::stop-commands::3f9c1a2b'); say('x'); say('::3f9c1a2b::')")

  expect(main.log.slice(-3)).toEqual(['::stop-commands::***', 'x', '::***::'])
})

test.each(['', 'pause-logging', 'Warning'])('rejects %j as a stop token', async (token) => {
  const main = await outputOf(`say('::stop-commands::${token}'); say('::notice::still read')`)

  expect(main.conclusion).toBe('failure')
  expect(main.annotations.at(-1)?.message).toBe('still read')
})

test('post reads commands even if main never resumed them', async () => {
  const actionDir = fixtureAction({
    main: "say('::stop-commands::abc')",
    post: "say('::notice::read')",
  })

  expect((await runAction({ actionDir })).post?.annotations).toHaveLength(1)
})

test('masks a value and each of its lines from then on in the log, annotations, and summary', async () => {
  const main = await outputOf(`
    say('early s3cret')
    say('::add-mask::s3cret%0Asecond-line')
    say('late s3cret and second-line')
    say('::error title=about s3cret::s3cret')
    append('STEP_SUMMARY', 'second-line and s3cret\\n')`)

  expect(main.log.slice(2, 4)).toEqual(['early s3cret', 'late *** and ***'])
  expect(main.annotations).toMatchObject([{ message: '***', title: 'about ***' }])
  expect(main.summary).toBe('*** and ***\n')
  expect(main.stdout.toString()).toContain('late s3cret')
})

test('masks secrets in common encodings', async () => {
  const secret = 'a"b&c d/é'
  const leaks = [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret),
    Buffer.from(secret).toString('base64'),
  ]
  const actionDir = fixtureAction({
    main: `for (const leak of ${JSON.stringify(leaks)}) say(leak)`,
  })

  const { main } = await runAction({ actionDir, secrets: [secret] })

  expect(main.log.slice(2)).toEqual(['***', '***', '"***"', '***'])
})

test('secrets that touch or overlap become one mask', async () => {
  const actionDir = fixtureAction({ main: "say('xabcdefy')" })

  const { main } = await runAction({ actionDir, secrets: ['abcd', 'cdef'] })

  expect(main.log.at(-1)).toBe('x***y')
})

test('rejects an empty mask with a warning', async () => {
  const main = await outputOf("say('::add-mask:: ')")

  expect(main.annotations).toMatchObject([
    { type: 'warning', message: "Can't add secret mask for empty string in ##[add-mask] command." },
  ])
})

test('the legacy commands for outputs and state still work; names ignore case', async () => {
  const main = await outputOf(`
    say('::set-output name=Run-Id::1')
    say('##[set-output name=run-id]2')
    say('::save-state name=intent::a%0Ab')`)

  expect(main.outputs).toEqual({ 'Run-Id': '2' })
  expect(main.state).toEqual({ intent: 'a\nb' })
})

test('a command without a name fails the step even if the exit code is 0', async () => {
  const main = await outputOf("say('::set-output::x')")

  expect(main).toMatchObject({ exitCode: 0, conclusion: 'failure' })
  expect(main.annotations.map(({ message }) => message)).toEqual([
    "Unable to process command '::set-output::x' successfully.",
    "Required field 'name' is missing in ##[set-output] command.",
  ])
})

test('set-env and add-path are disabled unless the job opts in', async () => {
  const script = "say('::set-env name=A::1'); say('::add-path::/opt')"

  const refused = await outputOf(script)
  const allowed = await outputOf(script, { env: { ACTIONS_ALLOW_UNSECURE_COMMANDS: 'true' } })

  expect(refused).toMatchObject({ conclusion: 'failure', env: {}, path: [] })
  expect(allowed).toMatchObject({ conclusion: 'success', env: { A: '1' }, path: ['/opt'] })
})

test('logs debug lines and echoes commands only in debug mode', async () => {
  const script = "say('::debug::why'); say('::save-state name=a::1')"

  const quiet = await outputOf(script)
  const loud = await outputOf(script, { debug: true })

  expect(quiet.log.slice(2)).toEqual([])
  expect(loud.log.slice(2)).toEqual(['##[debug]why', '::save-state name=a::1'])
  expect(loud.environment['RUNNER_DEBUG']).toBe('1')
})

test('the action can turn echo on and off, and a mask is echoed without its value', async () => {
  const main = await outputOf(`
    say('::echo::on')
    say('::save-state name=a::1')
    say('::add-mask::s3cret')
    say('::echo::off')
    say('::save-state name=a::2')
    say('::echo::maybe')`)

  expect(main.log.slice(2, 5)).toEqual(['::save-state name=a::1', '::add-mask::***', '::echo::off'])
  expect(main.conclusion).toBe('failure')
})

async function outputOf(script: string, request: Partial<StepRequest> = {}) {
  return (await runAction({ actionDir: fixtureAction({ main: script }), ...request })).main
}
