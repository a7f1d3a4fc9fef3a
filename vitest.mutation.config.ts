import { defineConfig } from 'vitest/config'

// The same hundred schedules for every mutant, and the first that breaks a promise is enough: nobody reads it.
process.env['MUTATION_LIVES'] ??= '100'

/** The folders of tests to hold mutants against; fewer take less time, and let more pass. */
const folders = (process.env['TESTS'] ?? 'inputs,hex,report,run,cancel,request,simulation').split(
  ',',
)
const replays = 'simulation'
const stories = folders.filter((folder) => folder !== replays)

/** The tests that mutants of `src` are held against: those that run it in this process, and quickly. */
export default defineConfig({
  test: {
    // One worker for all files of a mutant: starting one for each takes longer than its tests.
    isolate: false,
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'stories',
          include: stories.map((folder) => `test/${folder}/*.test.ts`),
          // A mutant in code that runs while a module loads is otherwise held only against the test that loads it.
          setupFiles: ['test/loaded-ahead.ts'],
          // Each of these takes seconds; what they find by searching, the stories beside them find by name.
          exclude: ['test/**/{hostile*,growth}.test.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      ...(folders.includes(replays)
        ? [
            {
              extends: true as const,
              // Last, because most mutants do not live to see it.
              test: {
                name: 'replays',
                include: [`test/${replays}/*.test.ts`],
                sequence: { groupOrder: 1 },
              },
            },
          ]
        : []),
    ],
  },
})
