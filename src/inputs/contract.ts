/**
 * The names and defaults of the run action's inputs. A test compares them with `action.yml`. An empty input, for example
 * from an expression without a value, means its default.
 */
export const runInputDefaults = {
  token: '',
  'project-id': '',
  'input-params': '',
  'view-id': '',
  'update-published-results': 'false',
  'use-cached-sql-results': 'true',
  notifications: '',
  'skip-if-newer-than': '',
  'dry-run': 'false',
  'run-id': '',
  'newer-than': '',
  'run-trigger': 'ALL',
  wait: 'true',
  timeout: '1h',
  'cancel-on-timeout': 'true',
  'poll-interval': '',
  'cancel-active': 'false',
  'max-attempts': '1',
  runs: '',
  'max-parallel': '10',
  'fail-fast': 'false',
  'base-url': 'https://app.hex.tech',
  summary: 'true',
  'pr-comment': 'false',
  'pr-number': '',
  'check-name': '',
  'report-key': '',
  charts: '',
  'charts-size': '',
  'charts-titles': '',
  'charts-branch': '',
  'charts-keep-days': '90',
  'github-token': '${{ github.token }}',
  'matrix-leg': '${{ toJSON(matrix) }}',
  'job-status': '${{ job.status }}',
} as const satisfies Readonly<Record<string, string>>

/** Max runs of one step. More would not fit: Linux limits an environment variable, and so `runs`, to 128 KiB. */
export const maxRuns = 1_000

export type RunInputName = keyof typeof runInputDefaults

/** The names of the run action's outputs, in the order of `action.yml`. */
export const runOutputNames = [
  'run-id',
  'run-url',
  'status',
  'conclusion',
  'project-id',
  'project-title',
  'project-version',
  'trace-id',
  'start-time',
  'end-time',
  'elapsed-seconds',
  'chart-paths',
  'results',
] as const

export type RunOutputName = (typeof runOutputNames)[number]
