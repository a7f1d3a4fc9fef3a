import { defineConfig } from 'vitest/config'

// The same few hundred schedules for every mutant.
process.env['SCHEDULES'] ??= '300'
process.env['SEED'] ??= '1'

/** The tests that mutants of `src` are held against: those that run it in this process, and quickly. */
export default defineConfig({
  test: {
    include: ['test/{inputs,hex,report,run,simulation}/*.test.ts'],
    // Each of these takes seconds; what they find by searching, the stories beside them find by name.
    exclude: ['test/**/hostile.test.ts'],
    testTimeout: 30_000,
  },
})
