/** A duration in words, for instance `4 s`, `3 min 12 s`, `1 h 5 min`. */
export function durationInWords(ms: number): string {
  const exact = Math.max(0, Math.round(ms / 1000))
  // From ten minutes on seconds are noise, and rounded away.
  const seconds = exact < 600 ? exact : Math.round(exact / 60) * 60
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60)
    return seconds % 60 === 0 || minutes >= 10
      ? `${minutes} min`
      : `${minutes} min ${seconds % 60} s`
  return minutes % 60 === 0
    ? `${minutes / 60} h`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** A duration as people estimate it: `about 3 min`. */
export function aboutDuration(ms: number): string {
  return `about ${roughDuration(ms)}`
}

/** The same where "usually" stands in front of it, and room is scarce. */
export function roughDuration(ms: number): string {
  const seconds = ms / 1000
  if (seconds < 90) return `${Math.max(5, Math.round(seconds / 5) * 5)} s`
  if (seconds < 5_400) return `${Math.round(seconds / 60)} min`
  return `${(seconds / 3_600).toFixed(1)} h`
}
