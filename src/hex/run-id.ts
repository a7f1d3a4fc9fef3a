/**
 * The time in a run's id, milliseconds since the epoch: a UUID of version 7 begins with the time it was made
 * (RFC 9562 §5.7). Hex's newer ids are of that version. Undefined for all others.
 */
export function timeInId(id: string): number | undefined {
  const match = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-/i.exec(id)
  return match === null ? undefined : Number.parseInt(`${match[1]}${match[2]}`, 16)
}
