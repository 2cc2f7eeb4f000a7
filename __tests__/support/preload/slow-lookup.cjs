// Loaded into the action's process (`node --require`): the lookup of SLOW_HOST blocks a thread, as
// `getaddrinfo` does if the name server does not answer: it opens the FIFO SLOW_FIFO, which has no
// writer. Each lookup adds a dot to a file beside the FIFO, and lets time pass (jumping-clock.cjs).
// Without SLOW_FIFO the lookup is answered at once.
const dns = require('node:dns')
const fs = require('node:fs')
const { takeCoverage } = require('node:v8')

const { process, setImmediate } = globalThis
const { SLOW_HOST, SLOW_FIFO, SLOW_ADDRESS, SLOW_EXECVE, TEST_CLOCK } = process.env
const { lookup } = dns

dns.lookup = (hostname, options, callback) => {
  if (hostname !== SLOW_HOST) return lookup(hostname, options, callback)
  const answer = () => callback(null, [{ address: SLOW_ADDRESS, family: 4 }])
  if (SLOW_FIFO === undefined) return setImmediate(answer)
  fs.appendFileSync(`${SLOW_FIFO}.lookups`, '.')
  fs.appendFileSync(TEST_CLOCK, 'H')
  fs.open(SLOW_FIFO, 'r', answer)
}

// Before another program replaces the process, the coverage must be written: Node does not do that.
// With SLOW_EXECVE=missing, no program can replace it, as on Windows.
const { execve } = process
if (SLOW_EXECVE === 'missing') {
  process.execve = () => {
    throw new Error('not available here')
  }
} else if (execve !== undefined) {
  process.execve = (...rest) => {
    takeCoverage()
    execve(...rest)
  }
}
