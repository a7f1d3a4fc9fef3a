import { matchesGlob } from 'node:path'

/** Test files that not every system can run. */
export interface OnlyOn {
  readonly files: ReadonlyArray<string>
  readonly systems: ReadonlyArray<NodeJS.Platform>
  /** Why, and what shows the same elsewhere. */
  readonly because: string
}

/** What is left out where. Tests that differ in a single case skip it themselves. */
export const onlyOn: ReadonlyArray<OnlyOn> = [
  {
    files: ['test/scenarios/**', 'test/runner-host/**', 'test/docs/demo.test.ts'],
    systems: ['linux', 'darwin'],
    because:
      'the runner host plays the runner of Unix: Windows has no signals that a process could send to another. There, the workflow self-test uses the real runner, with Ctrl-C.',
  },
  {
    files: ['test/workflows/self-test.test.ts', 'test/workflows/commit-dist.test.ts'],
    systems: ['linux', 'darwin'],
    because:
      'they play jobs of Ubuntu, with its shell; on Windows the workflow self-test itself runs.',
  },
  {
    files: ['test/runner-host/orphans.test.ts'],
    systems: ['linux'],
    because:
      'only Linux tells the environment of another process (/proc), by which orphans are found.',
  },
]

/**
 * Tests that take half a minute or more and fail only when the workflows, the release or the demo change. They run in
 * the workflow `full` and with `.ci/run --full`.
 */
export const slowTests: ReadonlyArray<string> = [
  'test/workflows/self-test.test.ts',
  'test/workflows/commit-dist.test.ts',
  'test/publish/release.test.ts',
  'test/docs/demo.test.ts',
  'test/runner-host/signals.test.ts',
]

/**
 * Files with a process of their own: their stories start processes. In the order in which they begin: those that wait for up to a minute, five stories
 * at once, between those that run one story after the other. So neither the processors nor the workers are idle, and few
 * processes start in the same moment.
 */
export const storyTests: ReadonlyArray<string> = [
  ...['any-moment', 'start', 'reports-comment', 'kill', 'reports-check', 'request-recipes'],
  ...['answers', 'request-calls', 'abort', 'cancel-runs', 'ends', 'verify', 'beside', 'parallel'],
]
  .map((name) => `test/scenarios/${name}.test.ts`)
  .concat('test/scenarios/**/*.test.ts', 'test/runner-host/**/*.test.ts')
  // Octokit reads the environment only when it is loaded, so another file in the process could load it too early.
  .concat('test/github/proxy.test.ts')

/** How many files are to begin before this one, at most. */
export function turnOf(file: string): number {
  const place = storyTests.findIndex((pattern) => matchesGlob(file, `**/${pattern}`))
  return place === -1 ? storyTests.length : place
}

/** What this system leaves out. */
export function leftOutOn(system: NodeJS.Platform): ReadonlyArray<OnlyOn> {
  return onlyOn.filter(({ systems }) => !systems.includes(system))
}
