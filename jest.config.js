// For the workers and for the reporter: see __tests__/support/search.ts.
process.env.TEST_SEED ??= '20261121'

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  testSequencer: '<rootDir>/__tests__/support/order.cjs',
  reporters: ['<rootDir>/__tests__/support/progress.cjs', 'default'],
  setupFiles: ['<rootDir>/__tests__/support/timing.ts'],
  setupFilesAfterEnv: ['leak-check', 'recorder'].map(
    (name) => `<rootDir>/__tests__/support/${name}.ts`
  ),
  // Each process of the action is ended after two minutes at the most: what hangs is found by that.
  testTimeout: 3_600_000,
  // Most of a test's time is another process's.
  maxWorkers: '100%',
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
