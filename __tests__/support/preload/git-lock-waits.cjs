// Loaded into the action's process (`node --require`): a wait for a lock, which is the only wait of
// 50 ms, ends at once, and counts as one second.
const promises = require('node:timers/promises')

const { hrtime } = globalThis.process
const { bigint } = hrtime
const { setTimeout: original } = promises
let waited = 0n

hrtime.bigint = () => bigint.call(hrtime) + waited * 1_000_000_000n
promises.setTimeout = (milliseconds, ...rest) => {
  if (milliseconds !== 50) return original(milliseconds, ...rest)
  waited += 1n
  return original(1, ...rest)
}
