import { expect, test } from 'vitest'
import { parseApiPath } from '../../src/inputs/api-path.ts'
import { readCancelInputs } from '../../src/inputs/cancel-inputs.ts'
import { readNotifications } from '../../src/inputs/notifications.ts'
import { InputError } from '../../src/inputs/problems.ts'
import { parseCharts } from '../../src/inputs/report-inputs.ts'
import { readRequestInputs } from '../../src/inputs/request-inputs.ts'
import { readRunInputs } from '../../src/inputs/run-inputs.ts'
import { parseStructured } from '../../src/inputs/structured.ts'
import { countingWork } from '../work.ts'
import { outcomeOf } from './outcome.ts'

const projectId = '019814d7-a5f1-7008-b413-872974a7a308'
const workOf = await countingWork()

test.each<[string, (count: number) => unknown]>([
  [
    'parameters in YAML',
    (count) => outcomeOf(() => parseStructured(lines(count, (n) => `p_${n}: ${n}`))),
  ],
  [
    'parameters in JSON',
    (count) => outcomeOf(() => parseStructured(JSON.stringify(mapping(count)))),
  ],
  [
    'long numbers in JSON',
    (count) =>
      outcomeOf(() => parseStructured(JSON.stringify([...Array(count).fill(1234567890123456)]))),
  ],
  [
    'duplicate names in JSON',
    (count) => outcomeOf(() => parseStructured(`{${Array(count).fill('"a": 1').join()}}`)),
  ],
  ['duplicate names in YAML', (count) => outcomeOf(() => parseStructured('a: 1\n'.repeat(count)))],
  ['items in YAML', (count) => outcomeOf(() => parseStructured('- a\n'.repeat(count)))],
  ['items in brackets', (count) => outcomeOf(() => parseStructured(`[${'a, '.repeat(count)}]`))],
  [
    'lines of a YAML string',
    (count) => outcomeOf(() => parseStructured(`a: |\n${'  b\n'.repeat(count)}`)),
  ],
  [
    'lines of a quoted string',
    (count) => outcomeOf(() => parseStructured(`a: "${'b\n  '.repeat(count)}"`)),
  ],
  ['comments', (count) => outcomeOf(() => parseStructured(`${'# a\n'.repeat(count)}b: 1`))],
  [
    'merge keys',
    (count) =>
      outcomeOf(() => parseStructured(`a: &a {b: 1}\n${lines(count, (n) => `c${n}: {<<: *a}`)}`)),
  ],
  ['anchors', (count) => outcomeOf(() => parseStructured(lines(count, (n) => `a${n}: &a${n} 1`)))],
  [
    'aliases',
    (count) => outcomeOf(() => parseStructured(`a: &a 1\n${lines(count, (n) => `b${n}: *a`)}`)),
  ],
  [
    'aliases of different anchors',
    (count) =>
      outcomeOf(() => parseStructured(lines(count, (n) => `a${n}: &a${n} 1\nb${n}: *a${n}`))),
  ],
  [
    'aliases of one anchor',
    (count) => outcomeOf(() => parseStructured(lines(count, (n) => `a${n}: &a 1\nb${n}: *a`))),
  ],
  [
    'aliases without an anchor',
    (count) => outcomeOf(() => parseStructured(lines(count, (n) => `b${n}: *a`))),
  ],
  ['open brackets', (count) => outcomeOf(() => parseStructured('['.repeat(count)))],
  ['closing brackets', (count) => outcomeOf(() => parseStructured(`a: ${']'.repeat(count)}`))],
  ['dashes', (count) => outcomeOf(() => parseStructured('- '.repeat(count)))],
  ['colons', (count) => outcomeOf(() => parseStructured('a: '.repeat(count)))],
  ['quotes', (count) => outcomeOf(() => parseStructured('"'.repeat(count)))],
  ['tags', (count) => outcomeOf(() => parseStructured('- !a b\n'.repeat(count)))],
  ['documents', (count) => outcomeOf(() => parseStructured('---\n'.repeat(count)))],
  [
    'nulls in a body',
    (count) => outcomeOf(() => parseStructured('- null\n'.repeat(count), { nulls: true })),
  ],
  [
    'notifications',
    (count) =>
      outcomeOf(() => readNotifications(Array(count).fill({ type: 'ALL', userIds: ['u'] }))),
  ],
  [
    'invalid notifications',
    (count) => outcomeOf(() => readNotifications(Array(count).fill({ typ: 'ALL' }))),
  ],
  ['charts', (count) => outcomeOf(() => parseCharts(lines(count, (n) => `c: ${idOf(n)}`)))],
  [
    'lines that are not charts',
    (count) => outcomeOf(() => parseCharts(lines(count, (n) => `c${n}`))),
  ],
  [
    'runs',
    (count) =>
      read(readRunInputs, {
        runs: lines(count / 4, (n) => `- {name: r${n}, project-id: ${idOf(n)}}`),
      }),
  ],
  [
    'runs with the same name',
    (count) =>
      read(readRunInputs, {
        runs: lines(count / 4, () => `- {name: r, project-id: ${projectId}}`),
      }),
  ],
  [
    'unknown keys of a run',
    (count) => read(readRunInputs, { runs: JSON.stringify([mapping(count / 4)]) }),
  ],
  [
    'projects with runs to cancel',
    (count) => read(readCancelInputs, { 'project-id': lines(count, idOf) }),
  ],
  [
    'statuses',
    (count) =>
      read(readCancelInputs, { 'project-id': projectId, statuses: 'RUNNING,'.repeat(count) }),
  ],
  [
    'params of a request',
    (count) =>
      read(readRequestInputs, { path: '/v1/users', params: JSON.stringify(mapping(count)) }),
  ],
  [
    'masks',
    (count) =>
      read(readRequestInputs, { path: '/v1/users', mask: lines(count, (n) => `a.*.b${n}`) }),
  ],
  [
    'keys of a mask',
    (count) => read(readRequestInputs, { path: '/v1/users', mask: 'a.'.repeat(count) }),
  ],
  [
    'placeholders',
    (count) => outcomeOf(() => parseApiPath(`/v1${'/{p_1}'.repeat(count)}`, mapping(count))),
  ],
  [
    'missing placeholders',
    (count) =>
      outcomeOf(() =>
        parseApiPath(`/v1/${Array.from({ length: count }, (_, n) => `{x${n}}`).join('/')}`, {}),
      ),
  ],
  [
    'parts of a path',
    (count) => outcomeOf(() => parseApiPath(`/v1${'/a%2561'.repeat(count)}`, {})),
  ],
])('twice as many %s take about twice the work', async (_, read) => {
  // What is loaded once is not to count.
  await read(100)
  const once = await workOf(() => read(1_000))
  const twice = await workOf(() => read(2_000))

  expect(twice).toBeLessThan(3 * once + 10_000)
})

async function read(
  readInputs: (inputText: (name: string) => string) => unknown,
  inputs: Readonly<Record<string, string>>,
): Promise<void> {
  try {
    await readInputs((name) => ({ token: 'hxtw_1', ...inputs })[name] ?? '')
  } catch (error) {
    if (!(error instanceof InputError)) throw error
  }
}

function lines(count: number, line: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => line(n)).join('\n')
}

function mapping(count: number): Readonly<Record<string, number>> {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`p_${n}`, n]))
}

function idOf(n: number): string {
  return `019814d7-a5f1-7008-b413-${String(n).padStart(12, '0')}`
}
