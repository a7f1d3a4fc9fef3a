import { configDefaults, defineConfig } from 'vitest/config'
import { leftOutOn, slowTests } from './test/systems.ts'

export default defineConfig(({ mode }) => {
  const leftOut = [
    ...leftOutOn(process.platform),
    ...(mode === 'full'
      ? []
      : [{ files: slowTests, because: 'they run with "npm run test:full"' }]),
  ]
  for (const { files, because } of leftOut)
    process.stderr.write(`Left out: ${files.join(', ')}, because ${because}\n`)

  return {
    test: {
      include: ['test/**/*.test.ts'],
      exclude: [...configDefaults.exclude, ...leftOut.flatMap(({ files }) => files)],
      // Scenario tests spawn real processes and wait out real signals; unit tests end in milliseconds.
      testTimeout: 30_000,
      // Two cores is what the smallest hosted runner and our own CI machine have.
      maxWorkers: 4,
    },
  }
})
