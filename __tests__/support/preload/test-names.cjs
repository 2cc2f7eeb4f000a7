// Loaded into the action's process (`node --require`): names under `.test` (RFC 6761) resolve to this
// machine. Unlike the loopback, the action uses a proxy for them, unless NO_PROXY names them. A direct
// connection to them succeeds, so that a test can see it.
/* global process */
const dns = require('node:dns')

const { lookup: original } = dns
const address = '127.0.0.1'
const family = 4

dns.lookup = (hostname, options, callback) => {
  const done = typeof options === 'function' ? options : callback
  if (!/\.test$/.test(hostname)) return original(hostname, options, callback)
  if (options?.all === true) process.nextTick(done, null, [{ address, family }])
  else process.nextTick(done, null, address, family)
}
