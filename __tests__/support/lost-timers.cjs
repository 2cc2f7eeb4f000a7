// Loaded into the action's process (`node --require`): waits of 300 ms and more never end, and
// nothing else keeps the process alive for them.
const { setTimeout: original } = globalThis

globalThis.setTimeout = (callback, milliseconds = 0, ...rest) =>
  milliseconds < 300 ? original(callback, milliseconds, ...rest) : undefined
