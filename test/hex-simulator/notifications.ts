import { isRecord } from './wire.ts'

/** One entry of RunProject's `notifications`, after it was held against the document. */
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

/** Reads a list that keeps to the document. */
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

function stringsOf(value: unknown): ReadonlyArray<string> {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}
