// A reporter for jest that prints at once what is tried: jest itself prints nothing before the first
// file has ended.
const { console, process } = globalThis
const { TEST_ALL, TEST_SEED } = process.env

module.exports = class Progress {
  onRunStart({ numTotalTestSuites: count }) {
    const tried = TEST_ALL === '1' ? 'everything' : 'a sample (everything: npm run test:all)'
    console.log(`Test files: ${count}. Those that search try ${tried}. Seed: ${TEST_SEED}`)
  }
}
