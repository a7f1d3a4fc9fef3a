import { expect, test } from 'vitest'
import { readNotifications } from '../../src/inputs/notifications.ts'
import type { Json } from '../../src/json.ts'
import { outcomeOf } from './outcome.ts'

test('sends a notification as written, without the screenshot that Hex requires', () => {
  const written = {
    type: 'FAILURE',
    screenshotFormat: 'pdf',
    slackChannelIds: ['C1'],
    userIds: ['u'],
    groupIds: [],
    subject: 'Red',
    body: 'Look',
  }

  expect(
    outcomeOf(() => readNotifications([written, { type: 'ALL', includeSuccessScreenshot: true }])),
  ).toEqual({
    ok: true,
    value: [
      { ...written, includeSuccessScreenshot: false },
      { type: 'ALL', includeSuccessScreenshot: true },
    ],
  })
})

test.each<[Json, string]>([
  [
    { type: 'ALL' },
    'Must be a list. Start each notification with "- type: ALL" (or SUCCESS or FAILURE).',
  ],
  ['ALL', 'Must be a list. Start each notification with "- type: ALL" (or SUCCESS or FAILURE).'],
  [['ALL'], "The first notification must be a mapping that contains 'type'."],
  [[['ALL']], "The first notification must be a mapping that contains 'type'."],
  [[{}], "The first notification has no 'type'. Use one of ALL, SUCCESS, FAILURE."],
  [[{ type: 'all' }], "In the first notification, 'type' must be one of ALL, SUCCESS, FAILURE."],
  [[{ type: ['ALL'] }], "In the first notification, 'type' must be one of ALL, SUCCESS, FAILURE."],
  [
    [{ type: 'ALL', includeSuccessScreenshot: 'true' }],
    "In the first notification, 'includeSuccessScreenshot' must be true or false, without quotes.",
  ],
  [
    [{ type: 'ALL' }, { type: 'ALL', screenshotFormat: 'jpg' }],
    "In the second notification, 'screenshotFormat' must be png or pdf.",
  ],
  [
    [{ type: 'ALL', userIds: 'u' }],
    "In the first notification, 'userIds' must be a list of IDs, each in quotes.",
  ],
  [
    [{ type: 'ALL', groupIds: [1] }],
    "In the first notification, 'groupIds' must be a list of IDs, each in quotes.",
  ],
  [[{ type: 'ALL', subject: 1 }], "In the first notification, 'subject' must be text, in quotes."],
  [
    [{ type: 'ALL', slackChannels: ['C1'] }],
    "In the first notification, 'slackChannels' is not a known key. Did you mean 'slackChannelIds'?",
  ],
  [
    [{ type: 'ALL', screenshot_format: 'png' }],
    "In the first notification, 'screenshot_format' is not a known key. Did you mean 'screenshotFormat'?",
  ],
  [
    [{ type: 'ALL', user: 'u' }],
    "In the first notification, 'user' is not a known key. Did you mean 'userIds'?",
  ],
  [
    [{ type: 'ALL', successscreenshot: true }],
    "In the first notification, 'successscreenshot' is not a known key. Did you mean 'includeSuccessScreenshot'?",
  ],
  [
    [{ tpye: 'ALL' }],
    "The first notification has no 'type'. Use one of ALL, SUCCESS, FAILURE. In the first notification, 'tpye' is not a known key. Did you mean 'type'?",
  ],
  [
    [{ type: 'ALL', ['__proto__']: 1 }],
    "In the first notification, '__proto__' is not a known key. Known keys: type, includeSuccessScreenshot, screenshotFormat, slackChannelIds, userIds, groupIds, subject, body.",
  ],
  [
    [{ type: 'ALL', toString: 'x' }],
    "In the first notification, 'toString' is not a known key. Known keys: type, includeSuccessScreenshot, screenshotFormat, slackChannelIds, userIds, groupIds, subject, body.",
  ],
])('rejects %j', (written, problem) => {
  expect(outcomeOf(() => readNotifications(written))).toEqual({ ok: false, problem })
})

test('reports the first few of very many problems and the number of the rest', () => {
  const parsed = outcomeOf(() =>
    readNotifications(Array.from({ length: 1_000 }, () => ({ typ: 1 }))),
  )

  expect(parsed).toEqual({ ok: false, problem: expect.stringMatching(/And 995 more\.$/) })
  expect(JSON.stringify(parsed).length).toBeLessThan(2_000)
  expect(JSON.stringify(parsed)).toContain('The fifth notification')
})

test('accepts png and reports up to five problems in full', () => {
  expect(outcomeOf(() => readNotifications([{ type: 'ALL', screenshotFormat: 'png' }])).ok).toBe(
    true,
  )
  expect(outcomeOf(() => readNotifications([{}, {}, {}, {}, {}]))).toEqual({
    ok: false,
    problem: ['first', 'second', 'third', 'fourth', 'fifth']
      .map((name) => `The ${name} notification has no 'type'. Use one of ALL, SUCCESS, FAILURE.`)
      .join(' '),
  })
})

test('names the sixth notification by its number', () => {
  const good = { type: 'ALL' }

  expect(outcomeOf(() => readNotifications([good, good, good, good, good, {}]))).toEqual({
    ok: false,
    problem: "The 6th notification has no 'type'. Use one of ALL, SUCCESS, FAILURE.",
  })
})
