// Loaded into the renewer: it ends before it has done anything, by the signal TEST_END_SIGNAL if that
// is set.
const { process } = globalThis
const { TEST_END_SIGNAL: signal } = process.env

if (signal === undefined) process.exit(7)
else process.kill(process.pid, signal)
