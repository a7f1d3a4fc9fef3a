import { defineConfig } from 'vitest/config'

// The same few hundred schedules for every mutant.
process.env['SCHEDULES'] ??= '300'
process.env['SEED'] ??= '1'

/** The folders of tests to hold mutants against; fewer take less time, and let more pass. */
const folders = process.env['TESTS'] ?? 'inputs,hex,report,run,cancel,request,simulation'

/** The tests that mutants of `src` are held against: those that run it in this process, and quickly. */
export default defineConfig({
  test: {
    include: folders.split(',').map((folder) => `test/${folder}/*.test.ts`),
    // Each of these takes seconds; what they find by searching, the stories beside them find by name.
    exclude: ['test/**/{hostile*,growth}.test.ts'],
    // A worker for every file and mutant would take longer than the tests in it.
    isolate: false,
    // With it the slowest file would go first: without, that is the replays' turn after the stories'.
    cache: false,
    testTimeout: 30_000,
  },
})
