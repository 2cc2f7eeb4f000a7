// Loaded into the renewer: counts what it writes, and ends itself as SIGKILL does.
//
// TEST_RENEWER_COUNT: a file that gets a line for each time that it changes a file.
// TEST_RENEWER_KILL: `before 7` or `after 7`: the seventh of these is its end.
const fs = require('node:fs')
const { process } = globalThis

const { appendFileSync } = fs
const [when, at] = (process.env.TEST_RENEWER_KILL ?? 'never 0').split(' ')
let count = 0

function end() {
  process.kill(process.pid, 'SIGKILL')
}

for (const name of ['writeFileSync', 'renameSync', 'rmSync', 'openSync']) {
  const original = fs[name]
  fs[name] = (...args) => {
    const isOurs = !String(args[0]).includes('shared-clock-')
    if (!isOurs || (name === 'openSync' && args[1] !== 'wx')) return original(...args)
    count += 1
    if (process.env.TEST_RENEWER_COUNT) appendFileSync(process.env.TEST_RENEWER_COUNT, `${name}\n`)
    if (when === 'before' && count === Number(at)) end()
    const result = original(...args)
    if (when === 'after' && count === Number(at)) end()
    return result
  }
}
