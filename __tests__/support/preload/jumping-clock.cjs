// Loaded into each process of the action that a test starts (`node --require`). Its time stops while
// the process works, so that the speed of the machine does not matter. Time jumps to the next timer
// if only time can help:
//  - the test's server leaves each open request without an answer on purpose, and
//  - the action waits for such a request, or waits before it sends one again.
// So a retry is sent at once, and a time limit is reached only if a test wants that.
//
// A `setTimeout` of the action is the time limit of one request, or of the whole step if it is
// unref'd; `setTimeout` of node:timers/promises is a wait. The server adds an `h` to the file
// TEST_CLOCK for each request that it does not answer (see timing.ts), or an `H` if it answers no
// request from now on. A `c` is for a connection that it opens and never uses: it can be there before
// the request that will wait for it. TEST_CLOCK_STOPPED: no time passes until the file has a `g`.
//
// TEST_CLOCK_SHARED: several processes and the server have one time. The folder has a file `now` with
// it, in milliseconds since 1970. A process that only time can help writes into the folder until when
// it waits, and goes on when `now` has reached that moment (see SharedClock in timing.ts).
require('./start-renewer.cjs')
const childProcess = require('node:child_process')
const { appendFileSync, readFileSync, renameSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const promises = require('node:timers/promises')

const { BigInt, Date, process, setInterval } = globalThis
const { setTimeout: realTimeout, clearTimeout: clearReal } = globalThis
const { execFile } = childProcess
const { TEST_CLOCK: file, TEST_CLOCK_STOPPED: isStopped, TEST_CLOCK_SHARED: shared } = process.env

/** Real milliseconds between two looks: many processes that share a time look at many files. */
const LOOK = shared === undefined ? 5 : 20
/** The delay of a real timer that never fires. */
const NEVER = 2 ** 31 - 1

/** What is in the file at the start is for an earlier process. */
const firstByte = readFileText().length

let now = shared === undefined ? 1_000_000 : sharedNow()
/** From a real timer, which keeps the process alive as usual, to the timer of the action. */
const timers = new Map()
let heldBefore = 0
let connectionsBefore = 0
let changes = 0
let lastLook = ''
let saidDue = 0

function readFileText() {
  return file === undefined ? '' : readFileSync(file, 'utf8')
}

function readClock() {
  return readFileText().slice(firstByte)
}

function count(letter, text) {
  return text.split(letter).length - 1
}

function countHeld(text) {
  if (text.includes('H')) return Infinity
  return count('h', text) - heldBefore + count('c', text) - connectionsBefore
}

function sharedNow() {
  return Number(readFileSync(join(shared, 'now'), 'utf8'))
}

/** Whether the time that this process shares has come. Says first until when it waits. */
function hasCome(due) {
  if (due !== saidDue) {
    const own = join(shared, String(process.pid))
    writeFileSync(`${own}.new`, String(due))
    renameSync(`${own}.new`, own)
    saidDue = due
  }
  return sharedNow() >= due
}

function limits() {
  return [...timers].filter(([timer, { isLimit }]) => isLimit && timer.hasRef()).length
}

function add(milliseconds, isLimit, fire) {
  // An `h` for a request that has ended does not count.
  if (isLimit && limits() === 0) heldBefore = count('h', readClock())
  const timer = realTimeout(() => undefined, NEVER)
  timers.set(timer, { due: now + (Number(milliseconds) || 0), isLimit, fire })
  changes += 1
  if (file !== undefined) appendFileSync(`${file}.timers`, `${milliseconds}\n`)
  return timer
}

function remove(timer) {
  if (timers.delete(timer)) changes += 1
  clearReal(timer)
}

/** Lets time pass up to the next timer, once two looks in a row have found the same. */
function look() {
  if (timers.size === 0) return
  const text = readClock()
  const thisLook = `${changes} ${text}`
  if (thisLook !== lastLook) {
    lastLook = thisLook
    return
  }
  const underWay = limits()
  const waits = [...timers.values()].filter(({ isLimit }) => !isLimit).length
  if (underWay + waits === 0 || underWay > countHeld(text)) return
  if (isStopped !== undefined && !readFileText().includes('g')) return
  const [timer, { due, isLimit, fire }] = [...timers].reduce((first, other) =>
    other[1].due < first[1].due ? other : first
  )
  if (shared !== undefined && !hasCome(due)) return
  if (isLimit && timer.hasRef()) {
    if (count('c', text) > connectionsBefore) connectionsBefore += 1
    else heldBefore += 1
  }
  remove(timer)
  now = Math.max(now, shared === undefined ? due : sharedNow())
  fire()
}

setInterval(look, LOOK).unref()

globalThis.setTimeout = (callback, milliseconds, ...rest) =>
  add(milliseconds, true, () => callback(...rest))
globalThis.clearTimeout = remove
promises.setTimeout = (milliseconds, value, { signal } = {}) =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const stop = () => {
      remove(timer)
      reject(signal.reason)
    }
    const timer = add(milliseconds, false, () => {
      signal?.removeEventListener('abort', stop)
      resolve(value)
    })
    signal?.addEventListener('abort', stop)
  })
if (shared !== undefined) Date.now = () => now
process.hrtime.bigint = () => BigInt(now) * 1_000_000n
childProcess.execFile = (program, args, options, done) =>
  execFile(program, args, { ...options, timeout: 0 }, done)
