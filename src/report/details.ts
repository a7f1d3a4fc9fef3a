import type { Outcome } from '../run/outcome.ts'
import { durationInWords } from './words.ts'

/** The facts of an outcome for the folded part of the log: what Hex's support needs. */
export function detailLines({ run, ...outcome }: Outcome): ReadonlyArray<string> {
  const facts: ReadonlyArray<readonly [string, string | undefined]> = [
    [
      'conclusion',
      outcome.conclusion === outcome.reason
        ? outcome.reason
        : `${outcome.conclusion} (${outcome.reason})`,
    ],
    [
      'project',
      outcome.projectTitle === undefined
        ? outcome.projectId
        : `${outcome.projectTitle}, ${outcome.projectId}`,
    ],
    ['version', run?.projectVersion],
    ['run', run?.runId],
    ['address', run?.runUrl],
    ['status', run?.status],
    ['started', run?.startTime],
    ['ended', run?.endTime],
    ['attempt', outcome.attempt > 0 ? String(outcome.attempt) : undefined],
    ['trace ID', run?.traceId ?? outcome.trouble?.traceId],
    ['this step', durationInWords(outcome.tookMs)],
  ]
  return facts.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}: ${value}`],
  )
}
