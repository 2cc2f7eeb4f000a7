// A reporter for jest that prints at once what is tried: jest itself prints nothing before the first
// file has ended.
const { console, process } = globalThis
const { TEST_ALL, TEST_ROWS, TEST_SEED } = process.env

function whatIsTried() {
  if (TEST_ALL === '1') return 'Everything is tried.'
  if (TEST_ROWS === 'all') return 'All tests run; those that search try a sample.'
  return 'A sample is tried, the rest counts as skipped (everything: npm run test:all).'
}

module.exports = class Progress {
  constructor({ maxWorkers }) {
    this.maxWorkers = maxWorkers
  }

  onRunStart({ numTotalTestSuites: count }) {
    console.log(
      `Test files: ${count}, ${this.maxWorkers} at a time. ${whatIsTried()} Seed: ${TEST_SEED}`
    )
  }
}
