// Loaded into the action's process (`node --require`): waits of 300 ms and more never end, and do not
// keep the process alive.
const promises = require('node:timers/promises')

const { setTimeout: original } = globalThis
const { setTimeout: originalPromise } = promises

globalThis.setTimeout = (callback, milliseconds = 0, ...rest) =>
  milliseconds < 300 ? original(callback, milliseconds, ...rest) : { unref: () => undefined }
promises.setTimeout = (milliseconds, ...rest) =>
  milliseconds < 300 ? originalPromise(milliseconds, ...rest) : new Promise(() => undefined)
