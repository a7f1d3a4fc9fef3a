import { type Parsed, problem, someOf, value } from './problems.ts'
import type { Json } from './structured.ts'
import { unknownKey } from './suggestion.ts'

type Notification = Readonly<Record<string, Json>>
type Check = (it: Json) => string | undefined

const types = ['ALL', 'SUCCESS', 'FAILURE']
const isText: Check = (it) => (typeof it === 'string' ? undefined : 'must be text, in quotes')
const isTexts: Check = (it) =>
  Array.isArray(it) && it.every((entry) => typeof entry === 'string')
    ? undefined
    : 'must be a list of IDs, each in quotes'

/** The keys of RunProject's notifications, from Hex's OpenAPI document (mid-2026). */
const checks: Readonly<Record<string, Check>> = {
  type: (it) =>
    types.some((type) => type === it) ? undefined : `must be one of ${types.join(', ')}`,
  includeSuccessScreenshot: (it) =>
    typeof it === 'boolean' ? undefined : 'must be true or false, without quotes',
  screenshotFormat: (it) => (it === 'png' || it === 'pdf' ? undefined : 'must be png or pdf'),
  slackChannelIds: isTexts,
  userIds: isTexts,
  groupIds: isTexts,
  subject: isText,
  body: isText,
}

/** Validates a list of notifications. Hex requires `includeSuccessScreenshot`, so it defaults to false here. */
export function readNotifications(it: Json): Parsed<ReadonlyArray<Notification>> {
  if (!Array.isArray(it))
    return problem(
      'It is not a list. Start each notification with "- type: ALL" (or SUCCESS or FAILURE).',
    )
  const notifications: Array<Notification> = []
  const complaints: Array<string> = []
  for (const [index, entry] of (it as ReadonlyArray<Json>).entries()) {
    const read = readNotification(entry, `${ordinal(index)} notification`)
    if (read.ok) notifications.push(read.value)
    else complaints.push(read.problem)
  }
  return complaints.length > 0 ? problem(someOf(complaints)) : value(notifications)
}

function readNotification(entry: Json, name: string): Parsed<Notification> {
  if (typeof entry !== 'object' || Array.isArray(entry)) {
    return problem(`The ${name} is not a mapping with 'type'.`)
  }
  const facts = entry as Notification
  const complaints = Object.entries(facts).flatMap(([key, it]) => {
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined
    if (check === undefined) return [`In the ${name}, ${unknownKey(key, Object.keys(checks))}`]
    const complaint = check(it)
    return complaint === undefined ? [] : [`In the ${name}, '${key}' ${complaint}.`]
  })
  if (!Object.hasOwn(facts, 'type'))
    complaints.unshift(`The ${name} has no 'type'. Use one of ${types.join(', ')}.`)
  return complaints.length > 0
    ? problem(someOf(complaints))
    : value({ includeSuccessScreenshot: false, ...facts })
}

function ordinal(index: number): string {
  const words = ['first', 'second', 'third', 'fourth', 'fifth']
  return words[index] ?? `${index + 1}th`
}
