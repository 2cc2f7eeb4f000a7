// Loaded into the action's process (`node --require`): it takes itself to be on Windows. Line ends
// stay those of this machine, by which the runner's files are read.
require('node:os')

Object.defineProperty(globalThis.process, 'platform', { value: 'win32' })
