// Loaded into the action's process (`node --require`): ends it with exit code 97 if it sends a
// credential before it has asked the runner to mask it.
const { process } = globalThis
const write = process.stdout.write
let written = ''

process.stdout.write = function (chunk, ...rest) {
  written += chunk
  return write.call(this, chunk, ...rest)
}

const http = require('node:http')
const { request } = http

http.request = (options, ...rest) => {
  const credential = String(options.headers?.authorization ?? '').replace(/^Bearer /, '')
  if (credential !== '' && !written.includes(`::add-mask::${credential}`)) process.exit(97)
  return request(options, ...rest)
}
