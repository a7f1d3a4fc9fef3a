import { defineConfig } from 'vitest/config'

// The same hundred schedules for every mutant, and the first that breaks a promise is enough: nobody reads it.
process.env['MUTATION_LIVES'] ??= '100'

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
          include: ['test/{inputs,hex,report,run,cancel,request}/*.test.ts'],
          // Each of these takes seconds; what they find by searching, the stories beside them find by name.
          exclude: ['test/**/hostile.test.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        // Last, because most mutants do not live to see it.
        test: {
          name: 'replays',
          include: ['test/simulation/*.test.ts'],
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
