// Loaded into the renewer: it ends before it has done anything, by the signal TEST_END_SIGNAL or
// with the status TEST_END_STATUS.
const { process } = globalThis
const { TEST_END_SIGNAL: signal, TEST_END_STATUS: status = '7' } = process.env

if (signal === undefined) process.exit(Number(status))
else process.kill(process.pid, signal)
