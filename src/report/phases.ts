import type { RunEvent } from '../run/events.ts'
import type { WaitingFor } from '../run/waiting-for.ts'
import { code, table, unbroken } from './markdown.ts'
import { durationInWords } from './words.ts'

/** A part of a run's life. */
export interface Phase {
  readonly label: string
  /** Not a part of every run: something was waited for, tried again or stopped. */
  readonly isUnusual: boolean
  readonly fromMs: number
  readonly toMs: number
}

/** Remembers what a run's life consisted of, from the step's start to its end. */
export interface Phases {
  note(event: RunEvent, nowMs: number): void
  /** All phases that took time, in order. */
  until(nowMs: number): ReadonlyArray<Phase>
}

type Kind = Pick<Phase, 'label' | 'isUnusual'>

const preparing: Kind = { label: 'Preparing', isUnusual: false }
// Not "Run": this begins when the step knows of the run and has its queueing in it, so it is not the run's duration.
const following: Kind = { label: 'Following the run', isUnusual: false }
const cancelling: Kind = { label: 'Cancelling', isUnusual: false }
const noKernel: Kind = { label: 'Waiting for a kernel', isUnusual: true }
const searching: Kind = { label: 'Looking for the run', isUnusual: true }

const waiting: Readonly<Record<WaitingFor, Kind>> = {
  kernel: noKernel,
  'rate-limit': { label: "Waiting for Hex's limit", isUnusual: true },
  connection: { label: 'Hex not reached', isUnusual: true },
  hex: { label: 'Hex not answering', isUnusual: true },
}

/** @param beganAtMs when the step began, milliseconds since the epoch. */
export function createPhases(beganAtMs: number): Phases {
  const begun: Array<Kind & { readonly fromMs: number }> = [{ ...preparing, fromMs: beganAtMs }]
  const begin = (kind: Kind, fromMs: number) => {
    if (begun.at(-1)?.label !== kind.label) begun.push({ ...kind, fromMs })
  }
  return {
    note(event, nowMs) {
      const kind = kindOf(event)
      if (kind !== undefined) begin(kind, nowMs)
    },
    until: (nowMs) =>
      begun
        .map((phase, index) => ({ ...phase, toMs: begun[index + 1]?.fromMs ?? nowMs }))
        .filter(({ fromMs, toMs }) => toMs - fromMs >= 500),
  }
}

/**
 * What begins with this event; undefined where nothing does. When a run stopped queueing is not among them: it is
 * seen only at the next look, which may be a minute later.
 */
function kindOf(event: RunEvent): Kind | undefined {
  switch (event.kind) {
    case 'started':
      return event.attempt === 1
        ? following
        : { label: `${following.label}, attempt ${event.attempt}`, isUnusual: true }
    case 'following':
      return following
    case 'waiting':
      return waiting[event.why]
    case 'no-kernel':
      return noKernel
    case 'answer-lost':
      return searching
    case 'cancelling':
      return cancelling
    case 'polled':
    case 'project':
    case 'typical':
    case 'poll-failed':
    case 'again':
    case 'looked':
    case 'note':
      return undefined
  }
  return event satisfies never
}

/** Wide enough to compare, narrow enough for a phone. */
const barWidth = 10

/**
 * Where the time went, a bar a phase; '' for a life without surprises, whose times the table of facts has. Plain
 * characters instead of a diagram, so that mails and phones show it too.
 */
export function phaseTable(phases: ReadonlyArray<Phase>): string {
  const [first, last] = [phases[0], phases.at(-1)]
  if (first === undefined || last === undefined || first === last) return ''
  if (!phases.some(({ isUnusual }) => isUnusual)) return ''
  const totalMs = last.toMs - first.fromMs
  const rows = phases.map(({ label, fromMs, toMs }) => {
    const from = Math.min(barWidth - 1, Math.round(((fromMs - first.fromMs) / totalMs) * barWidth))
    const to = Math.max(from + 1, Math.round(((toMs - first.fromMs) / totalMs) * barWidth))
    const bar = '░'.repeat(from) + '█'.repeat(to - from) + '░'.repeat(Math.max(0, barWidth - to))
    return [unbroken(label), unbroken(durationInWords(toMs - fromMs)), code(bar)]
  })
  return table(['Where the time went', 'Took', ''], rows, ['Took'])
}
