// Both steps in one bundle, so that a file that both use is counted once. The path of the script says
// which step to run: dist/main/index.js or dist/post/index.js.
const { basename, dirname } = require('node:path')

// With these, code that loads late is in this bundle, too, and not in several files of its own.
exports.loadLate = () => [
  require('../../src/action/report-failure'),
  require('../../src/explain/explain'),
  require('../../src/git/git-file'),
  require('../../src/git/prepare')
]

if (basename(dirname(process.argv[1])) === 'post') require('../../src/post')
else require('../../src/main')
