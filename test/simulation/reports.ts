import { leftoverReport, whyLeft } from '../../src/report/leftover.ts'
import { annotationsOf, closingLines, outputsOf } from '../../src/report/outputs.ts'
import { severalSummaryOf, summaryOf } from '../../src/report/summary.ts'
import type { Outcome } from '../../src/run/outcome.ts'
import { sampleToken } from '../hex-simulator/auth.ts'
import type { Story } from './play.ts'

const asked = { parameterNames: [], updatesPublishedResults: false, usesSqlCache: true }

const killed = whyLeft({ jobStatus: 'failure', wasStopped: false, hasEnded: false })

/** Promise 6, and that every outcome can be put into words. */
export function tokenStaysIn({ lives, postEvents }: Story): string | undefined {
  const told = JSON.stringify([postEvents, lives.map(({ events, entries }) => [events, entries])])
  const outcomes = lives.flatMap(({ outcome }) => outcome ?? [])
  const post = lives.map(({ leftover, entries }) => {
    const last = entries.at(-1)
    return leftover === undefined || last === undefined
      ? ''
      : JSON.stringify(leftoverReport(leftover, last, killed))
  })
  return `${told}${reportsOf(outcomes)}${post.join('')}`.includes(sampleToken)
    ? 'The token is in an event or a report.'
    : undefined
}

function reportsOf(outcomes: ReadonlyArray<Outcome>): string {
  const [first, ...others] = outcomes
  if (first === undefined) return ''
  return [
    others.length === 0 ? summaryOf(first, asked) : severalSummaryOf(outcomes),
    ...annotationsOf(outcomes).map(({ message }) => message),
    ...closingLines(outcomes),
    ...Object.values(outputsOf(outcomes)),
  ].join('\n')
}
