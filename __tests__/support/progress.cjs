// A reporter of jest's that says at once what is going on: jest itself is silent until the first file
// is done.
const { console, process } = globalThis
const { TEST_ALL, TEST_SEED = 'the usual one' } = process.env

module.exports = class Progress {
  onRunStart({ numTotalTestSuites }) {
    const searches =
      TEST_ALL === '1'
        ? 'everything that the searching ones can try'
        : 'a sample of what the searching ones can try (all: npm run test:all)'
    console.log(`${numTotalTestSuites} test files: ${searches}, seed: ${TEST_SEED}`)
  }
}
