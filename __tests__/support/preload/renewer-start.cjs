// Loaded into main: TEST_START says what happens while main starts the renewer.
//  - killed-before-order: main is killed before it has written the order.
//  - killed-after-order: main is killed right after that.
//  - late: the renewer has ended before main goes on. Only Linux says when.
//  - no-file: no file can be opened any more. Needs prlimit.
//  - Anything else is the path of the Node that is started.
const childProcess = require('node:child_process')
const { closeSync, openSync, readFileSync } = require('node:fs')
const { process } = globalThis

const { spawn, spawnSync } = childProcess
const { TEST_START: moment } = process.env

function killMain() {
  process.kill(process.pid, 'SIGKILL')
}

function limitFiles(limits) {
  const { status } = spawnSync('prlimit', ['--pid', process.pid, `--nofile=${limits}`])
  if (status !== 0) throw new Error('prlimit failed')
}

function withoutFiles(start) {
  const opened = []
  limitFiles('100:')
  try {
    for (;;) opened.push(openSync('/dev/null'))
  } catch {
    return start()
  } finally {
    opened.forEach(closeSync)
  }
}

const MOMENTS = {
  'killed-before-order': (start) => {
    start()
    killMain()
  },
  'killed-after-order': (start) => {
    const child = start()
    const { stdin } = child
    const end = stdin.end.bind(stdin)
    stdin.end = (text) => {
      end(text)
      killMain()
    }
    return child
  },
  late: (start) => {
    const child = start()
    while (!/\) Z /.test(readFileSync(`/proc/${child.pid}/stat`, 'utf8')));
    return child
  },
  'no-file': withoutFiles
}

const wrap = MOMENTS[moment]
if (wrap === undefined) process.execPath = moment
else childProcess.spawn = (...args) => wrap(() => spawn(...args))
