/** The operations of the Hex API that the client has a method for, by their names in Hex's documentation. */
export type Operation =
  | 'RunProject'
  | 'GetRunStatus'
  | 'GetProjectRuns'
  | 'CancelRun'
  | 'GetProject'
  | 'Me'
  | 'GetChartImageFromRun'

/**
 * Requests that share one of Hex's rate limits. The names of the groups are those of Hex's OpenAPI document
 * (mid-2026), which says of their size only that it "may vary"; the sizes are in `limiter.ts`.
 */
export type LimitGroup = 'hex-run-kernel' | 'hex-api' | 'hex-chart-image' | 'general'

/** The limit that each operation counts against, from Hex's OpenAPI document. */
export const limitGroupOf: Readonly<Record<Operation, LimitGroup>> = {
  RunProject: 'hex-run-kernel',
  GetRunStatus: 'hex-api',
  GetProjectRuns: 'hex-api',
  GetProject: 'hex-api',
  CancelRun: 'general',
  Me: 'general',
  GetChartImageFromRun: 'hex-chart-image',
}
