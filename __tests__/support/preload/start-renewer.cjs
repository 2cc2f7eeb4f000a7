// Loaded into each process of the action that a test starts. Main starts the renewer with fixed flags
// and few variables, so a test could not reach it. This gives the renewer the clock of the test
// (jumping-clock.cjs), the variables that begin with TEST_, and what it may touch for that.
//
// TEST_RENEWER_PRELOAD: a script that only the renewer loads. TEST_RENEWER_ARGUMENTS: a file for the
// process number, the arguments and the environment that main gave to the renewer, as JSON.
const childProcess = require('node:child_process')
const { appendFileSync, openSync, writeFileSync } = require('node:fs')
const { dirname, join } = require('node:path')
const { process } = globalThis
/* global __dirname */

const { spawn } = childProcess
const {
  TEST_CLOCK: clock,
  TEST_CLOCK_SHARED: shared,
  TEST_RENEWER_PRELOAD: preload,
  TEST_RENEWER_ARGUMENTS: report,
  NODE_V8_COVERAGE: coverage
} = process.env

function variables() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => name.startsWith('TEST_') || name === 'NODE_V8_COVERAGE'
    )
  )
}

/** Node 20, on which the action is developed, does not have these. */
function known(flags) {
  const hasPermissions = process.allowedNodeEnvironmentFlags.has('--permission')
  return hasPermissions
    ? flags
    : flags.filter((flag) => !/^--(allow|permission|disable)/.test(flag))
}

function flags() {
  const folders = [shared, coverage, clock && dirname(clock)].filter(Boolean)
  return [
    ...[__dirname, ...folders].map((path) => `--allow-fs-read=${path}`),
    ...folders.map((path) => `--allow-fs-write=${path}`)
  ]
}

childProcess.spawn = (program, args, options) => {
  const script = args.at(-1)
  if (!/renewer[\\/]index\.js$/.test(script)) return spawn(program, args, options)

  const preloads = [join(__dirname, 'jumping-clock.cjs'), preload].filter(Boolean)
  const own = [
    ...known([...args.slice(0, -1), ...flags()]),
    ...preloads.flatMap((path) => ['--require', path]),
    script
  ]
  const errors = shared === undefined ? 'ignore' : openSync(join(shared, 'errors'), 'a')
  const stdio = [...options.stdio.slice(0, 2), errors]
  const env = { ...options.env, ...variables() }
  const child = spawn(program, own, { ...options, stdio, env })
  if (report !== undefined) {
    const given = { args, env: options.env, cwd: options.cwd, stdio: options.stdio }
    writeFileSync(report, JSON.stringify(given))
  }
  if (shared !== undefined) appendFileSync(join(shared, 'renewers'), `${child.pid}\n`)
  return child
}
