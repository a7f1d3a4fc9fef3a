import type { Conclusion } from '../run/outcome.ts'

/** The sign of a conclusion, for headings and tables. */
export const icons: Readonly<Record<Conclusion, string>> = {
  success: '✅',
  detached: '🚀',
  dry_run: '🧪',
  skipped: '⏭️',
  cancelled: '🚫',
  timed_out: '⏰',
  failure: '❌',
}
