// Loaded into the action's process (`node --require`): while it replaces a file of git, another
// process takes its lock, as if this process had been stopped for too long.
const fs = require('node:fs')
const { dirname, join } = require('node:path')

const { renameSync } = fs

fs.renameSync = (from, to) => {
  const lock = join(dirname(to), 'git-credentials.lock')
  fs.rmSync(lock)
  fs.writeFileSync(lock, 'another')
  fs.utimesSync(lock, 1, 1)
  renameSync(from, to)
}
