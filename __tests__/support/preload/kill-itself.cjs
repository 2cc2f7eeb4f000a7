// Loaded into the action's process (`node --require`): the process sends itself STRIKE_SIGNAL right
// after it has written for the STRIKE_AFTER-th time, be it a line of output or to one of the runner's
// files. SIGKILL strikes there and then; what is caught is heard of a little later.
const fs = require('node:fs')
const { process } = globalThis

let left = Number(process.env.STRIKE_AFTER)

function counted(write) {
  return function (...args) {
    const result = write.apply(this, args)
    left -= 1
    if (left === 0) process.kill(process.pid, process.env.STRIKE_SIGNAL)
    return result
  }
}

process.stdout.write = counted(process.stdout.write)
fs.appendFileSync = counted(fs.appendFileSync)
