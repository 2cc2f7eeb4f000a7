// Loaded into the action: its wall clock is wrong by so many milliseconds as the file `offset` in the
// folder TEST_CLOCK_SHARED says. The monotonic clock is right.
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { Date, process } = globalThis

const file = join(process.env.TEST_CLOCK_SHARED, 'offset')
const { now } = Date
Date.now = () => now() + Number(readFileSync(file, 'utf8'))
