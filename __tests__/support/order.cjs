// The order of the test files (jest's `testSequencer`): long ones first, so that both workers are busy
// until the end.
const { basename } = require('node:path')

const LONG = [
  'recorder',
  'fuzz',
  'fault-matrix',
  'inputs',
  'renew',
  'git',
  'private-key',
  'kill-sweep',
  'scope',
  'git-setup',
  'faults',
  'network-proxy'
]

module.exports = class Order {
  sort(tests) {
    const place = ({ path }) => {
      const index = LONG.indexOf(basename(path, '.test.ts'))
      return index === -1 ? LONG.length : index
    }
    return [...tests].sort((one, other) => place(one) - place(other))
  }

  shard(tests) {
    return tests
  }

  allFailedTests(tests) {
    return tests
  }

  cacheResults() {}
}
