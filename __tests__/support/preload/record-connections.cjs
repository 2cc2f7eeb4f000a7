/** Appends to the file in RECORD_CONNECTIONS where each connection of the process leads: `host:port`. */
const { appendFileSync } = require('node:fs')
const { Socket } = require('node:net')

const { process } = globalThis

const { connect } = Socket.prototype
Socket.prototype.connect = function (...args) {
  const [first] = args
  // Node passes its own arguments as a list.
  const options = Array.isArray(first) ? first[0] : first
  appendFileSync(process.env.RECORD_CONNECTIONS, `${options.host}:${options.port}\n`)
  return connect.apply(this, args)
}
