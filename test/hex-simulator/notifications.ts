import { isRecord } from './wire.ts'

/** One entry of RunProject's `notifications`, after `checkNotifications` found nothing. */
export interface Notification {
  readonly type: 'ALL' | 'SUCCESS' | 'FAILURE'
  readonly includeSuccessScreenshot: boolean
  readonly screenshotFormat: 'png' | 'pdf'
  readonly slackChannelIds: ReadonlyArray<string>
  readonly userIds: ReadonlyArray<string>
  readonly groupIds: ReadonlyArray<string>
  readonly subject: string | null
  readonly body: string | null
}

/** What is wrong with the list, one sentence each, by the spec's ProjectRunNotification. */
export function checkNotifications(value: unknown): Array<string> {
  if (!Array.isArray(value)) return []
  return value.flatMap((each: unknown, index) =>
    issuesOf(each).map((issue) => `notifications.${index}${issue}`),
  )
}

/** Reads a list in which `checkNotifications` found nothing wrong. */
export function readNotifications(value: unknown): ReadonlyArray<Notification> {
  if (!Array.isArray(value)) return []
  return value.filter(isRecord).map((each) => ({
    type: each.type === 'SUCCESS' || each.type === 'FAILURE' ? each.type : 'ALL',
    includeSuccessScreenshot: each.includeSuccessScreenshot === true,
    screenshotFormat: each.screenshotFormat === 'pdf' ? 'pdf' : 'png',
    slackChannelIds: stringsOf(each.slackChannelIds),
    userIds: stringsOf(each.userIds),
    groupIds: stringsOf(each.groupIds),
    subject: typeof each.subject === 'string' ? each.subject : null,
    body: typeof each.body === 'string' ? each.body : null,
  }))
}

/** The spec's ProjectRunNotificationRecipient: one entry per recipient, formats as a list. */
export function recordNotifications(
  notifications: ReadonlyArray<Notification>,
): ReadonlyArray<unknown> {
  return notifications.flatMap((notification) => [
    ...recipients(notification, 'SLACK_CHANNEL', notification.slackChannelIds),
    ...recipients(notification, 'USER', notification.userIds),
    ...recipients(notification, 'GROUP', notification.groupIds),
  ])
}

function recipients(
  notification: Notification,
  recipientType: 'SLACK_CHANNEL' | 'USER' | 'GROUP',
  ids: ReadonlyArray<string>,
): ReadonlyArray<unknown> {
  const { type, includeSuccessScreenshot, screenshotFormat, subject, body } = notification
  const isPrivate = recipientType === 'SLACK_CHANNEL' ? { isPrivate: false } : {}
  return ids.map((id) => ({
    type,
    recipientType,
    includeSuccessScreenshot,
    screenshotFormat: includeSuccessScreenshot ? [screenshotFormat] : [],
    recipient: { id, name: `${recipientType.toLowerCase().replace('_', ' ')} ${id}`, ...isPrivate },
    ...(subject === null ? {} : { subject }),
    ...(body === null ? {} : { body }),
  }))
}

function issuesOf(value: unknown): Array<string> {
  if (!isRecord(value)) return [' must be an object']
  const issues: Array<string> = []
  if (!['ALL', 'SUCCESS', 'FAILURE'].includes(String(value.type))) {
    issues.push('.type must be ALL, SUCCESS or FAILURE')
  }
  // The guide's own sample sends the string "true"; the schema says boolean.
  if (typeof value.includeSuccessScreenshot !== 'boolean') {
    issues.push('.includeSuccessScreenshot must be of type boolean')
  }
  const format = value.screenshotFormat
  if (format !== undefined && format !== 'png' && format !== 'pdf') {
    issues.push('.screenshotFormat must be png or pdf')
  }
  for (const list of ['slackChannelIds', 'userIds', 'groupIds']) {
    const ids = value[list]
    if (ids === undefined) continue
    if (!Array.isArray(ids) || ids.some((id) => typeof id !== 'string')) {
      issues.push(`.${list} must be a list of strings`)
    }
  }
  for (const words of ['subject', 'body']) {
    if (value[words] !== undefined && typeof value[words] !== 'string') {
      issues.push(`.${words} must be of type string`)
    }
  }
  return issues
}

function stringsOf(value: unknown): ReadonlyArray<string> {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}
