// Loaded into the action's process (`node --require`): the lookup of SLOW_HOST blocks a thread, as
// `getaddrinfo` does if the name server does not answer. Opening a FIFO without a writer does the same.
// Each lookup adds a dot to a file beside the FIFO, and lets time pass (jumping-clock.cjs). Without
// SLOW_FIFO it is answered at once.
const dns = require('node:dns')
const fs = require('node:fs')
const { takeCoverage } = require('node:v8')

const { process, setImmediate } = globalThis
const { SLOW_HOST, SLOW_FIFO, SLOW_ADDRESS, TEST_CLOCK } = process.env
const { lookup } = dns

dns.lookup = (hostname, options, callback) => {
  if (hostname !== SLOW_HOST) return lookup(hostname, options, callback)
  const answer = () => callback(null, [{ address: SLOW_ADDRESS, family: 4 }])
  if (SLOW_FIFO === undefined) return setImmediate(answer)
  fs.appendFileSync(`${SLOW_FIFO}.lookups`, '.')
  fs.appendFileSync(TEST_CLOCK, 'H')
  fs.open(SLOW_FIFO, 'r', answer)
}

// Another program in the same process: Node does not write its coverage by itself.
const { execve } = process
if (execve !== undefined) {
  process.execve = (...rest) => {
    takeCoverage()
    execve(...rest)
  }
}
