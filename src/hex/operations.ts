/** The calls of the Hex API that have a method of their own in the client, by Hex's names for them. */
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

/** Which limit a call counts against, as Hex's OpenAPI document groups them. */
export const limitGroupOf: Readonly<Record<Operation, LimitGroup>> = {
  RunProject: 'hex-run-kernel',
  GetRunStatus: 'hex-api',
  GetProjectRuns: 'hex-api',
  GetProject: 'hex-api',
  CancelRun: 'general',
  Me: 'general',
  GetChartImageFromRun: 'hex-chart-image',
}
