// Loaded into the action's process (`node --require`) by tests of what happens after a wait: waits
// of 400 ms to 8 s, which is what retries and cancellation take, are cut to a fiftieth. Longer ones
// are time limits; they are cut as well only where LONG_WAIT_DIVISOR says by how much.
const promises = require('node:timers/promises')

const { setTimeout: original, process } = globalThis
const { setTimeout: originalPromise } = promises

const longDivisor = Number(process.env['LONG_WAIT_DIVISOR'] ?? 1)

function cut(milliseconds) {
  return milliseconds / (milliseconds < 400 ? 1 : milliseconds <= 8000 ? 50 : longDivisor)
}

globalThis.setTimeout = (callback, milliseconds = 0, ...rest) =>
  original(callback, cut(milliseconds), ...rest)
promises.setTimeout = (milliseconds, ...rest) => originalPromise(cut(milliseconds), ...rest)
