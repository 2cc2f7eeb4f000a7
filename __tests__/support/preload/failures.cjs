// Loaded into the action's process (`node --require`): makes it fail in the ways that the environment
// names.
//  - FAILING_CALL: the call of this name in FAILING_MODULE (or node:fs) fails with FAILING_CODE if
//    its first argument contains FAILING_PATH, or is a number (an open file).
//  - CONNECTION_ERROR: each connection fails with this code, or without a code if it is empty.
//  - HALF_WRITE: the disk is full while a file is written whose path contains this text.
//    HALF_WRITE_AT says which write to it fails, counted from 1. Half of the text is then in the file.
const fs = require('node:fs')
const { Socket } = require('node:net')

const { process, setImmediate } = globalThis
const { FAILING_CALL, FAILING_MODULE = 'node:fs', FAILING_PATH, FAILING_CODE } = process.env
const { CONNECTION_ERROR, HALF_WRITE, HALF_WRITE_AT = '1' } = process.env

const withCode = (error, code) => (code === '' ? error : Object.assign(error, { code }))

if (FAILING_CALL !== undefined) {
  const called = require(FAILING_MODULE)
  const original = called[FAILING_CALL]
  called[FAILING_CALL] = (subject, ...rest) => {
    if (typeof subject !== 'number' && !subject.includes(FAILING_PATH)) {
      return original(subject, ...rest)
    }
    throw withCode(new Error(`${FAILING_CODE}: it fails`), FAILING_CODE)
  }
}

if (CONNECTION_ERROR !== undefined) {
  Socket.prototype.connect = function () {
    this.connecting = true
    const error = withCode(new Error('the connection failed'), CONNECTION_ERROR)
    setImmediate(() => this.destroy(error))
    return this
  }
}

if (HALF_WRITE !== undefined) {
  const { appendFileSync } = fs
  let writes = 0
  fs.appendFileSync = (path, text, ...rest) => {
    if (!String(path).includes(HALF_WRITE) || ++writes !== Number(HALF_WRITE_AT)) {
      return appendFileSync(path, text, ...rest)
    }
    appendFileSync(path, text.slice(0, text.length / 2), ...rest)
    throw withCode(new Error('ENOSPC: no space left on device, write'), 'ENOSPC')
  }
}
