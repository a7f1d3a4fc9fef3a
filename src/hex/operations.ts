/**
 * Requests that share one of Hex's rate limits. The names of the groups are those of Hex's OpenAPI document
 * (mid-2026), which says of their size only that it "may vary"; the sizes are in `limiter.ts`.
 */
export type LimitGroup = 'hex-run-kernel' | 'hex-api' | 'hex-chart-image' | 'general'

/** The limit that each operation of the client counts against, by their names in Hex's OpenAPI document. */
export const limitGroupOf = {
  RunProject: 'hex-run-kernel',
  GetRunStatus: 'hex-api',
  GetProjectRuns: 'hex-api',
  GetProject: 'hex-api',
  CancelRun: 'general',
  Me: 'general',
  GetChartImageFromRun: 'hex-chart-image',
} as const satisfies Readonly<Record<string, LimitGroup>>

export type Operation = keyof typeof limitGroupOf
