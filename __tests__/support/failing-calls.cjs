// Loaded into the action's process (`node --require`): the call of FAILING_MODULE (or node:fs) that
// FAILING_CALL names fails with FAILING_CODE where what it is for, the first argument, holds
// FAILING_PATH, and where it is for an open file.
const { env } = globalThis.process
const { FAILING_CALL: name, FAILING_PATH: part, FAILING_CODE: code } = env
const called = require(env.FAILING_MODULE ?? 'node:fs')
const original = called[name]

called[name] = (subject, ...rest) => {
  if (typeof subject !== 'number' && !subject.includes(part)) return original(subject, ...rest)
  throw Object.assign(new Error(`${code}: it fails`), code === '' ? {} : { code })
}
