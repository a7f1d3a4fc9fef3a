import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Scenario tests spawn real processes and wait out real signals; unit tests end in milliseconds.
    testTimeout: 30_000,
    // Two cores is what the smallest hosted runner and our own CI machine have.
    maxWorkers: 4,
    // GitHub's parser imports its JSON as only bundlers take it.
    server: { deps: { inline: ['@actions/workflow-parser'] } },
  },
})
