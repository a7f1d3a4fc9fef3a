import { expect, test } from 'vitest'
import { parseProjectReference, parseRunReference } from '../../src/inputs/project-reference.ts'
import { outcomeOf } from './outcome.ts'

// Both pairs are known from public sources; the first from DataHub's tests of its Hex source.
const first = '019814d7-a5f1-7008-b413-872974a7a308'
const firstCompact = '030UbtEpvL5rit3JLHGzSS'
const second = '019a26ea-83df-7003-a89d-abc76d32842e'
const secondCompact = '031RHLAHx3xkbAAJ7dwHE6'

test.each([
  ['the ID', first, first],
  ['an ID in capitals', ` ${first.toUpperCase()} `, first],
  [
    'a version 4 ID',
    '6ba7b810-9dad-41d1-80b4-00c04fd430c8',
    '6ba7b810-9dad-41d1-80b4-00c04fd430c8',
  ],
  ['the nil ID', '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000'],
  ['22 characters', firstCompact, first],
  ['other 22 characters', secondCompact, second],
  ['22 zeros', '0'.repeat(22), '00000000-0000-0000-0000-000000000000'],
  ['the largest ID', '7n42DGM5Tflk9n8mt7Fhc7', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
  ["the end of an app's URL", `Daily-revenue-${secondCompact}`, second],
  ['a title that ends with dashes', `KPI---${firstCompact}`, first],
])('%s is a project', (_, text, projectId) => {
  expect(outcomeOf(() => parseProjectReference(text))).toEqual({ ok: true, value: { projectId } })
})

test.each([
  [`https://app.hex.tech/acme/hex/${first}/draft/logic`, first, 'app.hex.tech'],
  [
    `https://app.hex.tech/acme/hex/Daily-revenue-${firstCompact}/draft/logic`,
    first,
    'app.hex.tech',
  ],
  [`https://eu.hex.tech/acme/app/Daily-revenue-${secondCompact}/latest`, second, 'eu.hex.tech'],
  [
    `https://app.hex.tech/0198a1b2-0000-7000-8000-000000000000/app/Q3-EMEA--what-now-${secondCompact}/latest?tab=2#x`,
    second,
    'app.hex.tech',
  ],
  [`http://127.0.0.1:4000/acme/hex/${first}`, first, '127.0.0.1:4000'],
  [`https://hex.acme.com:8443/acme/app/${secondCompact}/latest`, second, 'hex.acme.com:8443'],
  [`https://app.hex.tech/hex/hex/${first}/draft/logic`, first, 'app.hex.tech'],
  [`https://app.hex.tech/app/app/Title-${secondCompact}/latest`, second, 'app.hex.tech'],
  [`https://app.hex.tech/hex/app/Title-${secondCompact}/latest`, second, 'app.hex.tech'],
  [
    `https://app.hex.tech/acme/app/abcdefghijklmnopqrstuv-${secondCompact}/latest`,
    second,
    'app.hex.tech',
  ],
  [`https://app.hex.tech/acme/hex//${first}/`, first, 'app.hex.tech'],
  [`https://app.hex.tech/acme/app/%C3%9Cbersicht-${secondCompact}`, second, 'app.hex.tech'],
])('%s is the URL of a project', (text, projectId, host) => {
  expect(outcomeOf(() => parseProjectReference(text))).toEqual({
    ok: true,
    value: { projectId, host },
  })
})

test.each([
  'Daily revenue',
  firstCompact.slice(1),
  `${firstCompact}0`,
  // More than 128 bits.
  '7n42DGM5Tflk9n8mt7Fhc8',
  'zzzzzzzzzzzzzzzzzzzzzz',
  `${first}0`,
  first.replaceAll('-', ''),
  `{${first}}`,
  `x${first}`,
  'https://',
  `ftp://app.hex.tech/acme/hex/${first}`,
  `x-https://app.hex.tech/acme/hex/${first}`,
  '030UbtEpvL5rit3JLHGz_S',
  '',
])('%j is not a project, and the message says where to find the ID', (text) => {
  expect(outcomeOf(() => parseProjectReference(text))).toEqual({
    ok: false,
    problem: expect.stringMatching(
      / is not a project\. Enter its ID \(in Hex: project menu, "Copy project id"\), or the URL of the project or app\.$/,
    ),
  })
})

test.each([
  'https://app.hex.tech/acme/home',
  'https://app.hex.tech/acme/hex',
  'https://app.hex.tech/acme/app/zzzzzzzzzzzzzzzzzzzzzz/latest',
  `https://app.hex.tech/${first}`,
])('%s is the URL of something else', (text) => {
  expect(outcomeOf(() => parseProjectReference(text))).toEqual({
    ok: false,
    problem: expect.stringContaining(
      'is not the URL of a project or app. Open the project or app in Hex',
    ),
  })
})

test.each([
  [second, second],
  [second.toUpperCase(), second],
  [`https://app.hex.tech/acme/hex/${first}/run/${second}`, second],
  [`https://app.hex.tech/acme/hex/${first}/run/${second}/?x=1`, second],
])('%s is a run', (text, runId) => {
  expect(outcomeOf(() => parseRunReference(text))).toEqual({ ok: true, value: runId })
})

test.each([
  '12',
  `x${second}`,
  secondCompact,
  `https://app.hex.tech/${second}/x`,
  'https://app.hex.tech/',
])('%s is not a run', (text) => {
  expect(outcomeOf(() => parseRunReference(text))).toEqual({
    ok: false,
    problem: expect.stringContaining(
      "is not a run ID. Use the 'run-id' output of the step that started the run.",
    ),
  })
})
