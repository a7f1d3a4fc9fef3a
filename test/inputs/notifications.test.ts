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
  [['ALL'], "Notification 1 must be a mapping that contains 'type'."],
  [[['ALL']], "Notification 1 must be a mapping that contains 'type'."],
  [[{}], "Notification 1 has no 'type'. Use one of ALL, SUCCESS, FAILURE."],
  [[{ type: 'all' }], "In notification 1, 'type' must be one of ALL, SUCCESS, FAILURE."],
  [[{ type: ['ALL'] }], "In notification 1, 'type' must be one of ALL, SUCCESS, FAILURE."],
  [
    [{ type: 'ALL', includeSuccessScreenshot: 'true' }],
    "In notification 1, 'includeSuccessScreenshot' must be true or false, without quotes.",
  ],
  [
    [{ type: 'ALL' }, { type: 'ALL', screenshotFormat: 'jpg' }],
    "In notification 2, 'screenshotFormat' must be png or pdf.",
  ],
  [
    [{ type: 'ALL', userIds: 'u' }],
    "In notification 1, 'userIds' must be a list of IDs, each in quotes.",
  ],
  [
    [{ type: 'ALL', groupIds: [1] }],
    "In notification 1, 'groupIds' must be a list of IDs, each in quotes.",
  ],
  [[{ type: 'ALL', subject: 1 }], "In notification 1, 'subject' must be text, in quotes."],
  [
    [{ type: 'ALL', slackChannels: ['C1'] }],
    "In notification 1, 'slackChannels' is not a known key. Did you mean 'slackChannelIds'?",
  ],
  [
    [{ type: 'ALL', screenshot_format: 'png' }],
    "In notification 1, 'screenshot_format' is not a known key. Did you mean 'screenshotFormat'?",
  ],
  [
    [{ type: 'ALL', user: 'u' }],
    "In notification 1, 'user' is not a known key. Did you mean 'userIds'?",
  ],
  [
    [{ type: 'ALL', successscreenshot: true }],
    "In notification 1, 'successscreenshot' is not a known key. Did you mean 'includeSuccessScreenshot'?",
  ],
  [
    [{ tpye: 'ALL' }],
    "Notification 1 has no 'type'. Use one of ALL, SUCCESS, FAILURE. In notification 1, 'tpye' is not a known key. Did you mean 'type'?",
  ],
  [
    [{ type: 'ALL', ['__proto__']: 1 }],
    "In notification 1, '__proto__' is not a known key. Known keys: type, includeSuccessScreenshot, screenshotFormat, slackChannelIds, userIds, groupIds, subject, body.",
  ],
  [
    [{ type: 'ALL', toString: 'x' }],
    "In notification 1, 'toString' is not a known key. Known keys: type, includeSuccessScreenshot, screenshotFormat, slackChannelIds, userIds, groupIds, subject, body.",
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
  expect(JSON.stringify(parsed)).toContain('Notification 5')
})

test('accepts png and reports up to five problems in full', () => {
  expect(outcomeOf(() => readNotifications([{ type: 'ALL', screenshotFormat: 'png' }])).ok).toBe(
    true,
  )
  expect(outcomeOf(() => readNotifications([{}, {}, {}, {}, {}]))).toEqual({
    ok: false,
    problem: [1, 2, 3, 4, 5]
      .map((number) => `Notification ${number} has no 'type'. Use one of ALL, SUCCESS, FAILURE.`)
      .join(' '),
  })
})
