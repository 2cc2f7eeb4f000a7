// Loaded into the renewer: as long as the file `unreadable` in the folder TEST_CLOCK_SHARED exists, the
// system does not say what is in the folder of the renewal.
const fs = require('node:fs')
const { join } = require('node:path')
const { process } = globalThis

const flag = join(process.env.TEST_CLOCK_SHARED, 'unreadable')
const { existsSync, lstatSync } = fs

fs.lstatSync = (path, options) => {
  if (String(path).includes('github-app-token-') && existsSync(flag)) {
    throw Object.assign(new Error('EACCES: permission denied, lstat'), { code: 'EACCES' })
  }
  return lstatSync(path, options)
}
