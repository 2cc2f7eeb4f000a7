// Loaded into the renewer: the first TEST_IN_USE times, the file `token` cannot be replaced, as on
// Windows while another process has it open.
const fs = require('node:fs')
const { process } = globalThis

const { renameSync } = fs
let left = Number(process.env.TEST_IN_USE)

fs.renameSync = (from, to) => {
  if (!/[\\/]token$/.test(to) || left === 0) return renameSync(from, to)
  left -= 1
  throw Object.assign(new Error('EPERM: operation not permitted, rename'), {
    code: 'EPERM',
    syscall: 'rename'
  })
}
