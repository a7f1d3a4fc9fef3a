import type { Stage } from './stage.ts'

/** What happened in a story, line by line in the order of time, for those who have to find out why it failed. */
export function timelineOf(stage: Stage): string {
  const moments = [
    ...stage.hex.world.requests().map((request) => ({
      atMs: request.receivedAtMs,
      text: `Hex received ${request.operation ?? request.path}, answered ${request.hexStatus ?? '-'}, sent ${request.sentStatus ?? '-'}${request.fault === null ? '' : ` (${request.fault})`}`,
    })),
    ...stage.hex.world.runs().flatMap((run) => [
      {
        atMs: run.createdAtMs,
        text: `run ${run.id} of ${run.createdByRequest === null ? 'somebody else' : 'ours'} (${run.trigger}), now ${run.status}, ${run.cancelCount} cancels`,
      },
    ]),
    ...stage.jobs().flatMap(({ events }) =>
      events.map((event) => {
        const { kind, time, ...facts } = event
        return {
          atMs: time,
          text: kind === 'log' ? `| ${event.line}` : `${kind} ${JSON.stringify(facts)}`,
        }
      }),
    ),
  ].sort((a, b) => a.atMs - b.atMs)
  const beganAtMs = stage.jobs()[0]?.main.startedAt ?? 0
  return moments
    .map(({ atMs, text }) => `${String(atMs - beganAtMs).padStart(9)} ms  ${text}`)
    .join('\n')
}
