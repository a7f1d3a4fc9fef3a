/** A seeded source of ids: the same seed and the same calls give the same ids. */
export interface Identifiers {
  /** A UUID, of version 7 (the time it was made is in it) unless told otherwise. */
  readonly uuid: (atMs: number, version?: 4 | 7) => string
  /** 32 hexadecimal digits. */
  readonly traceId: () => string
}

/** Makes ids out of a 32-bit seed and the time they are asked for. */
export function createIdentifiers(seed: number): Identifiers {
  let state = seed >>> 0

  // Mulberry32: small, fast, and good enough to keep ids of one world apart.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const digits = (count: number): string => next().toString(16).padStart(8, '0').slice(0, count)

  return {
    uuid: (atMs, version = 7) => {
      const time =
        version === 7
          ? Math.max(0, Math.floor(atMs)).toString(16).padStart(12, '0')
          : digits(8) + digits(4)
      const variant = (8 + (next() & 3)).toString(16)
      const tail = digits(8) + digits(4)
      return `${time.slice(0, 8)}-${time.slice(8)}-${version}${digits(3)}-${variant}${digits(3)}-${tail}`
    },
    traceId: () => digits(8) + digits(8) + digits(8) + digits(8),
  }
}
