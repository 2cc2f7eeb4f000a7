// Loaded into the action's process (`node --require`): as soon as the file LEAP_FILE exists, the clock
// of the runner shows an hour more, as after a sleep of the machine.
const { existsSync } = require('node:fs')

const { Date, process } = globalThis
const { LEAP_FILE: file } = process.env
const HOUR = 3_600_000
const { now } = Date

Date.now = () => now() + (existsSync(file) ? HOUR : 0)
