// The order of the test files (jest's `testSequencer`): long ones first, so that both workers are busy
// until the end.
const { basename } = require('node:path')

const LONG = [
  'recorder',
  'fuzz',
  'fault-matrix',
  'kill-sweep',
  'key-service-faults',
  'renew',
  'renew-kills',
  'heavy-inputs',
  'jwt',
  'local-run',
  'explained',
  'key-service-azure',
  'secretless',
  'private-key',
  'key-service-aws',
  'inputs',
  'key-service-google',
  'wrong-input',
  'network-proxy',
  'installation',
  'faults',
  'git-setup',
  'git',
  'scope'
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
