import type { RunEvent, WaitingFor } from '../run/events.ts'
import { durationInWords } from './words.ts'

/** Adds up the time that a run waited before it could run. */
export interface Waits {
  note(event: RunEvent, nowMs: number): void
  /** One sentence, such as `Waited 6 min for a kernel.`; '' when there was no wait worth mentioning. */
  until(nowMs: number): string
}

const names: Readonly<Record<WaitingFor, string>> = {
  kernel: 'for a kernel',
  'rate-limit': "for Hex's rate limit",
  connection: 'for a connection to Hex',
  hex: 'for Hex to respond',
}
/** Shorter waits are not reported. */
const minMs = 10_000

export function createWaits(): Waits {
  const totals = new Map<WaitingFor, number>()
  let open: { readonly why: WaitingFor; readonly fromMs: number } | undefined
  const begin = (why: WaitingFor | undefined, nowMs: number) => {
    if (open !== undefined)
      totals.set(open.why, (totals.get(open.why) ?? 0) + Math.max(0, nowMs - open.fromMs))
    open = why === undefined ? undefined : { why, fromMs: nowMs }
  }
  return {
    note(event, nowMs) {
      if (event.kind === 'waiting') begin(event.why, nowMs)
      else if (event.kind === 'no-kernel') begin('kernel', nowMs)
      else if (['started', 'following', 'polled', 'answer-lost', 'cancelling'].includes(event.kind))
        begin(undefined, nowMs)
    },
    until(nowMs) {
      begin(undefined, nowMs)
      const parts = [...totals]
        .filter(([, ms]) => ms >= minMs)
        .map(([why, ms]) => `${durationInWords(ms)} ${names[why]}`)
      return parts.length === 0 ? '' : `Waited ${parts.join(' and ')}.`
    },
  }
}
