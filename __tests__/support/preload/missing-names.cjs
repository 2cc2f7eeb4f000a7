// Loaded into the action's process (`node --require`): names of key services under these ends do not
// exist, so that no test asks a name server.
/* global process */
const dns = require('node:dns')

const { lookup: original } = dns

dns.lookup = (hostname, options, callback) => {
  const done = typeof options === 'function' ? options : callback
  if (!/\.(?:googleapis\.com|vault\.azure\.net|missing\.test)$/.test(hostname)) {
    return original(hostname, options, callback)
  }
  const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), {
    code: 'ENOTFOUND',
    errno: -3008,
    syscall: 'getaddrinfo',
    hostname
  })
  process.nextTick(done, error)
}
