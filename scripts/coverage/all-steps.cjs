// All entry points in one bundle, so that a file that several use is counted once. The path of the script
// says which one to run: dist/main/index.js, dist/post/index.js or dist/renewer/index.js.
const childProcess = require('node:child_process')
const { basename, dirname } = require('node:path')

// With these, code that loads late is in this bundle, too, and not in several files of its own.
exports.loadLate = () => [
  require('../../src/action/end-renewal'),
  require('../../src/action/start-renewal'),
  require('../../src/action/report-failure'),
  require('../../src/explain/explain'),
  require('../../src/git/git-file'),
  require('../../src/git/prepare')
]

// The product gives the renewer only the variables and rights that it names. Here it gets what it needs to
// write its report, too.
const { spawn } = childProcess
const { NODE_V8_COVERAGE: reports } = process.env
childProcess.spawn = (command, args, options) => {
  if (command !== process.execPath) return spawn(command, args, options)
  const rights = [
    '--allow-inspector',
    '--disable-warning=SecurityWarning',
    `--allow-fs-read=${reports}`,
    `--allow-fs-write=${reports}`
  ]
  const env = { ...options.env, NODE_V8_COVERAGE: reports }
  return spawn(command, [...rights, ...args], { ...options, env })
}

const entry = basename(dirname(process.argv[1]))
if (entry === 'post') require('../../src/post')
else if (entry === 'renewer') require('../../src/renewer')
else require('../../src/main')
