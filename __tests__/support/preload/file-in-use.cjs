// Loaded into the renewer: the first TEST_IN_USE times, a file whose name ends in TEST_FILE cannot be
// replaced, as on Windows while another process has it open.
const fs = require('node:fs')
const { process } = globalThis

const { renameSync } = fs
const { TEST_FILE = '' } = process.env
let left = Number(process.env.TEST_IN_USE)

fs.renameSync = (from, to) => {
  if (!to.endsWith(TEST_FILE) || left === 0) return renameSync(from, to)
  left -= 1
  throw Object.assign(new Error('EPERM: operation not permitted, rename'), {
    code: 'EPERM',
    syscall: 'rename'
  })
}
