const { availableParallelism } = require('node:os')

// The workers and the reporter must have the same seed: see __tests__/support/search.ts.
process.env.TEST_SEED ??= '20261121'
// If test files are named, all of their tables are tried: see __tests__/support/sampling.ts.
if (process.argv.slice(2).some((argument) => !argument.startsWith('-'))) {
  process.env.TEST_ROWS ??= 'all'
}

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  testSequencer: '<rootDir>/__tests__/support/order.cjs',
  reporters: ['<rootDir>/__tests__/support/progress.cjs', 'default'],
  setupFiles: ['<rootDir>/__tests__/support/timing.ts'],
  setupFilesAfterEnv: ['leak-check', 'recorder', 'sampling'].map(
    (name) => `<rootDir>/__tests__/support/${name}.ts`
  ),
  // No limit here, because a process of the action that hangs is ended after two minutes.
  testTimeout: 3_600_000,
  // The tests mostly wait for the processes that they start.
  // A number, because jest takes only percentages up to 100: it would start 150 workers for 150%.
  maxWorkers: Math.ceil(1.5 * availableParallelism()),
  transform: {
    '^.+\\.ts$': [
      'ts-jest',
      {
        diagnostics: false,
        tsconfig: {
          target: 'es2022',
          module: 'commonjs',
          moduleResolution: 'bundler',
          isolatedModules: true,
          esModuleInterop: true,
          resolveJsonModule: true
        }
      }
    ]
  }
}
