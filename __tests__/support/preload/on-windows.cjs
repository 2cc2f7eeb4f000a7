// Loaded into the action's process (`node --require`): the process seems to run on Windows. Line ends
// stay those of this machine, because the runner's files are read here.
require('node:os')

Object.defineProperty(globalThis.process, 'platform', { value: 'win32' })
