import type { Story } from './play.ts'

/** Where Hex names no wait: every 5 s, as by a plain poller, after two tries 3 s apart just before the window opens. */
const triesPerMinute = 13
/** After a deadline, a cancel and a status request every 5 s for a minute, instead of those. */
const lastTriesPerMinute = 25

/** Promise 4: main keeps to what a 429 says, so Hex refuses each life only now and then, never again and again. */
export function heedsRefusals({
  world,
  jobLives,
  mainEndedAtMs,
  abortedAtMs,
}: Story): string | undefined {
  const refusedAtMs = world
    .requests()
    .filter(({ receivedAtMs }) => receivedAtMs < (abortedAtMs ?? mainEndedAtMs))
    // A 429 that was lost on its way told nobody.
    .filter(({ hexStatus, fault }) => hexStatus === 429 && fault === null)
    .map(({ receivedAtMs }) => receivedAtMs)
  const deadlineAtMs = Math.min(...jobLives.map(({ plan }) => plan.deadlineAtMs))
  const early = refusedAtMs.filter((atMs) => atMs < deadlineAtMs)
  const scale = Math.max(1, jobLives.length)
  if (isStorm(early, triesPerMinute * scale))
    return `Hex responded with 429 more than ${triesPerMinute * scale} times in a minute.`
  return isStorm(refusedAtMs, lastTriesPerMinute * scale)
    ? `Hex responded with 429 more than ${lastTriesPerMinute * scale} times in a minute around a deadline.`
    : undefined
}

function isStorm(refusedAtMs: ReadonlyArray<number>, most: number): boolean {
  return refusedAtMs.some(
    (atMs, index) => (refusedAtMs[index + most] ?? Number.POSITIVE_INFINITY) - atMs < 60_000,
  )
}
