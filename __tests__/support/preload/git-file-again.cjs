// Loaded into the renewer: when post has told it to end, it writes git's file once more before its last
// ledger, as a renewer does that was suspended while it had the lock.
const fs = require('node:fs')
const { dirname, join } = require('node:path')
const { JSON } = globalThis

const { existsSync, renameSync, writeFileSync } = fs
const { parse } = JSON
let file

// The order of main names the file.
JSON.parse = (text) => {
  const value = parse(text)
  file ??= value.git?.file
  return value
}

fs.renameSync = (from, to) => {
  if (to.endsWith('ledger.json') && existsSync(join(dirname(to), 'stop'))) {
    writeFileSync(file, 'again')
  }
  renameSync(from, to)
}
