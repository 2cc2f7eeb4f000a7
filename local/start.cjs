// Starts start.ts. Plain JavaScript, so that it runs without any package, and can say what is missing.
try {
  require('tsx/cjs')
  require('./start')
} catch (error) {
  const [, name] = /^Cannot find module '(@?[\w-]+)/.exec(error.message) ?? []
  if (error.code !== 'MODULE_NOT_FOUND' || name === undefined) throw error
  process.stderr.write(`The package ${name} is not installed. Run this first: npm ci\n`)
  process.exitCode = 1
}
