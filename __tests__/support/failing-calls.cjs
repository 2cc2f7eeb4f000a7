// Loaded into the action's process (`node --require`): the call of node:fs that FAILING_CALL names
// fails with FAILING_CODE where the path holds FAILING_PATH, and where it is for an open file.
const fs = require('node:fs')

const { FAILING_CALL: name, FAILING_PATH: part, FAILING_CODE: code } = globalThis.process.env
const original = fs[name]

fs[name] = (file, ...rest) => {
  if (typeof file !== 'number' && !file.includes(part)) return original(file, ...rest)
  throw Object.assign(new Error(`${code}: it fails`), { code })
}
