// Loaded into the renewer: counts what it writes, and ends itself as SIGKILL does.
//
// TEST_RENEWER_KILL: `before 7` or `after 7`: the seventh time that it changes a file is its end. The
// file `writes` in the folder TEST_CLOCK_SHARED gets a line for each time.
const fs = require('node:fs')
const { join } = require('node:path')
const { process } = globalThis

const { TEST_CLOCK_SHARED: shared, TEST_RENEWER_KILL: kill = 'never 0' } = process.env
const [when, at] = kill.split(' ')
let count = 0
/** To write a file also opens it, in some versions of Node by the same function. */
let isInside = false

function end() {
  process.kill(process.pid, 'SIGKILL')
}

for (const name of ['writeFileSync', 'renameSync', 'rmSync', 'openSync']) {
  const original = fs[name]
  fs[name] = (...args) => {
    // What the test's own scripts write does not count, nor what is only read.
    const isCounted =
      !String(args[0]).startsWith(shared) && (name !== 'openSync' || args[1] === 'wx')
    if (!isCounted || isInside) return original(...args)
    count += 1
    fs.appendFileSync(join(shared, 'writes'), `${name}\n`)
    if (when === 'before' && count === Number(at)) end()
    isInside = true
    try {
      return original(...args)
    } finally {
      isInside = false
      if (when === 'after' && count === Number(at)) end()
    }
  }
}
