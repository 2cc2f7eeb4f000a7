// Loaded into the action's process (`node --require`): names under `.test` (RFC 6761) lead to this
// machine. They are no loopback address by their name, so a proxy is used for them unless NO_PROXY
// excepts them, and a direct connection succeeds instead of going unnoticed.
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
