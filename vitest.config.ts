import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { leftOutOn, slowTests, storyTests, turnOf } from './test/systems.ts'

/** Begins with the stories, in their order. On a fresh clone, vitest knows no durations and begins with the largest files. */
class StoriesInOrder extends BaseSequencer {
  override async sort(files: Array<TestSpecification>) {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => turnOf(a.moduleId) - turnOf(b.moduleId))
  }
}

export default defineConfig(({ mode }) => {
  const leftOut = [
    ...leftOutOn(process.platform),
    ...(mode === 'full'
      ? []
      : [{ files: slowTests, because: 'they run with "npm run test:full"' }]),
  ]
  // Other tools load this file too.
  for (const { files, because } of process.env['VITEST'] === undefined ? [] : leftOut)
    process.stderr.write(`Left out: ${files.join(', ')}, because ${because}\n`)
  const exclude = [...configDefaults.exclude, ...leftOut.flatMap(({ files }) => files)]

  // Stories start real processes and wait for real signals; unit tests end in milliseconds.
  const testTimeout = 30_000

  return {
    test: {
      sequence: { sequencer: StoriesInOrder },
      // Most of the time stories wait: three workers for each of the two cores of the smallest hosted runner.
      maxWorkers: 6,
      projects: [
        {
          // The stories of a file run at the same time.
          test: {
            name: 'stories',
            include: [...storyTests],
            exclude,
            testTimeout,
          },
        },
        {
          // One process for many files: starting a process for each takes longer than its tests.
          test: {
            name: 'units',
            include: ['test/**/*.test.ts'],
            exclude: [...exclude, ...storyTests],
            testTimeout,
            isolate: false,
          },
        },
      ],
    },
  }
})
