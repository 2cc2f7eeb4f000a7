// Loaded into the action's process (`node --require`): no connection comes about; each fails with the
// code in CONNECTION_ERROR, or without any where that is empty.
const { Socket } = require('node:net')

const { process, setImmediate } = globalThis
const { CONNECTION_ERROR: code } = process.env

Socket.prototype.connect = function () {
  this.connecting = true
  const error = new Error('the connection failed')
  setImmediate(() => this.destroy(code === '' ? error : Object.assign(error, { code })))
  return this
}
