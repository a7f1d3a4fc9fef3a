import { isMapping, type Json, type Mapping } from '../json.ts'
import { refuse, someOf } from './problems.ts'
import { unknownKey } from './suggestion.ts'

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
export function readNotifications(it: Json): ReadonlyArray<Mapping> {
  if (!Array.isArray(it))
    refuse('Must be a list. Start each notification with "- type: ALL" (or SUCCESS or FAILURE).')
  const entries: ReadonlyArray<Json> = it
  const complaints = entries.map((entry, index) => complaintsAbout(entry, index + 1))
  const some = complaints.filter((each) => each.length > 0).map(someOf)
  if (some.length > 0) refuse(someOf(some))
  return entries.map((entry) => ({ includeSuccessScreenshot: false, ...(entry as Mapping) }))
}

function complaintsAbout(entry: Json, number: number): ReadonlyArray<string> {
  if (!isMapping(entry)) return [`Notification ${number} must be a mapping that contains 'type'.`]
  const untyped = Object.hasOwn(entry, 'type')
    ? []
    : [`Notification ${number} has no 'type'. Use one of ${types.join(', ')}.`]
  const others = Object.entries(entry).flatMap(([key, it]) => {
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined
    if (check === undefined)
      return [`In notification ${number}, ${unknownKey(key, Object.keys(checks))}`]
    const complaint = check(it)
    return complaint === undefined ? [] : [`In notification ${number}, '${key}' ${complaint}.`]
  })
  return [...untyped, ...others]
}
