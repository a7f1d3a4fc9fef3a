import type { Story } from './play.ts'

/** Where Hex names no wait a group is tried after half of the time left, then half of that; a deadline's last requests come on top. */
const triesPerMinute = 25

/** Promise 4: main keeps to what a 429 says, so Hex refuses each life only now and then, never again and again. */
export function heedsRefusals({
  world,
  lives,
  mainEndedAtMs,
  abortedAtMs,
}: Story): string | undefined {
  const refusedAtMs = world
    .requests()
    .filter(({ receivedAtMs }) => receivedAtMs < (abortedAtMs ?? mainEndedAtMs))
    .filter(({ hexStatus }) => hexStatus === 429)
    .map(({ receivedAtMs }) => receivedAtMs)
  const most = triesPerMinute * Math.max(1, lives.length)
  const isStorm = refusedAtMs.some(
    (atMs, index) => (refusedAtMs[index + most] ?? Number.POSITIVE_INFINITY) - atMs < 60_000,
  )
  return isStorm ? `Refused more than ${most} times in a minute.` : undefined
}
