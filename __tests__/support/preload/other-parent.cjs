// Loaded into main: TEST_PPID is the number of the process that main takes for the runner. 0 is what a
// process in a job container sees, where the runner is outside.
const { process } = globalThis

// Node would otherwise keep its own value.
Reflect.deleteProperty(process, 'ppid')
Object.defineProperty(process, 'ppid', { value: Number(process.env.TEST_PPID) })
