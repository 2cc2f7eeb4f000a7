// Loaded into the action's process (`node --require`): the time limit of the whole step, 60 s, is
// over at once. Everything else waits for the test's clock.
const { setInterval, clearInterval, setTimeout } = globalThis

globalThis.setTimeout = (callback, milliseconds, ...rest) => {
  if (milliseconds !== 60_000) return setTimeout(callback, milliseconds, ...rest)
  const timer = setInterval(() => {
    clearInterval(timer)
    callback()
  }, 100)
  return timer
}
