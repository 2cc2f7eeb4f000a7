// Both steps in one bundle, so that a file that both need is there, and counted, once. Which one is
// to run, the path of the script says: dist/main/index.js or dist/post/index.js.
const { basename, dirname } = require('node:path')

// Named, so that what loads late is in this bundle as well, and not several times in late ones.
exports.loadLate = () => [
  require('../../src/action/failure'),
  require('../../src/action/git'),
  require('../../src/action/git-file'),
  require('../../src/diagnose/explain')
]

if (basename(dirname(process.argv[1])) === 'post') require('../../src/post')
else require('../../src/main')
