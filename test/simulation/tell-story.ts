import type { Life, Story } from './play.ts'

type Line = readonly [atMs: number, what: string]

/** A story as a timeline that can be read: requests, events, the journal, the stop, the end. */
export function tellStory(story: Story): string {
  const at = (atMs: number) => `${((atMs - story.beganAtMs) / 1000).toFixed(3).padStart(9)} s`
  const lines: ReadonlyArray<Line> = [
    ...story.world
      .requests()
      .map(({ receivedAtMs, operation, method, path, fault, hexStatus, sentStatus }): Line => {
        const what = `→ ${operation ?? method} ${path.replace('/api/v1/projects/', '')}`
        const met = `${fault === null ? '' : ` [${fault}]`} (Hex ${hexStatus ?? '-'}, sent ${sentStatus ?? '-'})`
        return [receivedAtMs, `${what}${met}`]
      }),
    ...story.lives.flatMap((life, place) => ofLife(story, life, place)),
    ...story.postEvents.map(
      ({ atMs, ...event }): Line => [atMs, `post tells ${JSON.stringify(event)}`],
    ),
    ...story.foreign.map(
      ({ id, trigger, status, cancelCount, createdAtMs }): Line => [
        createdAtMs,
        `foreign run ${id} made (${trigger}); in the end ${status}, cancels ${cancelCount}`,
      ],
    ),
    ...when(story.stoppedAtMs, `STOP (${story.schedule.stop.kind})`),
    ...when(story.abortedAtMs, 'main hears that it is to stop'),
    [story.mainEndedAtMs, 'main is over'],
    ...when(story.postEndedAtMs, 'post ends'),
  ]
  return [
    `schedule ${JSON.stringify(story.schedule)}`,
    ...[...lines].sort((a, b) => a[0] - b[0]).map(([atMs, what]) => `${at(atMs)}  ${what}`),
    ...(story.beside === undefined ? [] : ['the step beside it:', tellStory(story.beside)]),
  ].join('\n')
}

function ofLife(story: Story, life: Life, place: number): ReadonlyArray<Line> {
  const { outcome, leftover, plan } = life
  const who = story.lives.length === 1 ? 'main' : `run ${place}`
  return [
    ...life.events.map(
      ({ atMs, ...event }): Line => [atMs, `${who} tells ${JSON.stringify(event)}`],
    ),
    ...life.entries.map(
      ({ keptAtMs, ...entry }): Line => [keptAtMs, `${who} journal ${JSON.stringify(entry)}`],
    ),
    ...life.ours.map(
      ({ id, status, cancelCount, createdAtMs }): Line => [
        createdAtMs,
        `run ${id} of ${who} made; in the end ${status}, cancels ${cancelCount}`,
      ],
    ),
    [plan.deadlineAtMs, `deadline of ${who}`],
    [
      outcome === undefined ? story.mainEndedAtMs : story.beganAtMs + outcome.tookMs,
      `${who} ends: ${JSON.stringify(outcome)}`,
    ],
    ...when(story.postEndedAtMs, `post of ${who}: ${JSON.stringify(leftover)}`),
  ]
}

function when(atMs: number | undefined, what: string): ReadonlyArray<Line> {
  return atMs === undefined ? [] : [[atMs, what]]
}
