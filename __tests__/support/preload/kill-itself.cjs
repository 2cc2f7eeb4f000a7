// Loaded into the action's process (`node --require`): the process sends itself KILL_SIGNAL right
// after it has written for the KILL_AFTER-th time: a line of output, or to one of the runner's files.
// SIGKILL ends it at once. It handles other signals a little later.
const fs = require('node:fs')
const { process } = globalThis

let left = Number(process.env.KILL_AFTER)

function counted(write) {
  return function (...args) {
    const result = write.apply(this, args)
    left -= 1
    if (left === 0) process.kill(process.pid, process.env.KILL_SIGNAL)
    return result
  }
}

process.stdout.write = counted(process.stdout.write)
fs.appendFileSync = counted(fs.appendFileSync)
