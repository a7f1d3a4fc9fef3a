import type { Story } from './play.ts'

/** A story as a timeline that can be read: requests, events, the journal, the stop, the end. */
export function tellStory(story: Story): string {
  const at = (atMs: number) => `${((atMs - story.beganAtMs) / 1000).toFixed(3).padStart(9)} s`
  const lines: ReadonlyArray<readonly [number, string]> = [
    ...story.world
      .requests()
      .map(({ receivedAtMs, operation, path, fault, hexStatus, sentStatus }) => {
        const what = `→ ${operation ?? path}${fault === null ? '' : ` [${fault}]`} (Hex ${hexStatus ?? '-'}, sent ${sentStatus ?? '-'})`
        return [receivedAtMs, what] as const
      }),
    ...story.events.map(
      ({ atMs, stage, ...event }) => [atMs, `${stage} tells ${JSON.stringify(event)}`] as const,
    ),
    ...story.entries.map(
      ({ keptAtMs, ...entry }) => [keptAtMs, `journal ${JSON.stringify(entry)}`] as const,
    ),
    ...[...story.ours, ...story.foreign].map((run) => {
      const whose = run.createdByRequest === null ? 'foreign' : 'our'
      const what = `${whose} run ${run.id} made (${run.trigger}); in the end ${run.status}, cancels ${run.cancelCount}`
      return [run.createdAtMs, what] as const
    }),
    ...(story.stoppedAtMs === undefined
      ? []
      : [[story.stoppedAtMs, `STOP (${story.schedule.stop.kind})`] as const]),
    [story.deadlineAtMs, 'deadline'],
    [story.mainEndedAtMs, `main ends: ${JSON.stringify(story.outcome)}`],
    ...(story.postEndedAtMs === undefined
      ? []
      : [[story.postEndedAtMs, `post ends: ${JSON.stringify(story.leftover)}`] as const]),
  ]
  return [
    `schedule ${JSON.stringify(story.schedule)}`,
    ...[...lines].sort((a, b) => a[0] - b[0]).map(([atMs, what]) => `${at(atMs)}  ${what}`),
  ].join('\n')
}
