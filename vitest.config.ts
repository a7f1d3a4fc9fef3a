import { configDefaults, defineConfig } from 'vitest/config'
import { leftOutOn } from './test/systems.ts'

const leftOut = leftOutOn(process.platform)
for (const { files, because } of leftOut)
  process.stderr.write(`Left out: ${files.join(', ')}, because ${because}\n`)

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...leftOut.flatMap(({ files }) => files)],
    // Scenario tests spawn real processes and wait out real signals; unit tests end in milliseconds.
    testTimeout: 30_000,
    // Two cores is what the smallest hosted runner and our own CI machine have.
    maxWorkers: 4,
  },
})
