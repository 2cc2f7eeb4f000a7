/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  setupFilesAfterEnv: ['leaks', 'recorder'].map((name) => `<rootDir>/__tests__/support/${name}.ts`),
  testTimeout: 60_000,
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
