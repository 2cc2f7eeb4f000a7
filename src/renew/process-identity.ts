import { readFileSync } from 'node:fs'
import { textField } from '../json'

/** A process, distinguished from a later one with the same number as far as the system tells. */
export interface ProcessIdentity {
  readonly pid: number
  /** When it started, in the system's own unit. Empty if the system does not say it. */
  readonly startTime: string
}

/** Identifies a process; undefined if there is none with this number. */
export function identify(pid: number): ProcessIdentity | undefined {
  // In a container, the parent of a step is outside, and its number is 0. 1 is not the runner.
  if (!(pid > 1)) return undefined
  const stat = readStat(pid)
  if (stat === 'unknown') return isNumberInUse(pid) ? { pid, startTime: '' } : undefined
  return stat.isAlive ? { pid, startTime: stat.startTime } : undefined
}

/** Whether a process still runs. One that has ended and is not reaped yet does not. */
export function isRunning({ pid, startTime }: ProcessIdentity): boolean {
  const stat = readStat(pid)
  if (stat === 'unknown' || startTime === '') return isNumberInUse(pid)
  return stat.isAlive && stat.startTime === startTime
}

/** Kills a process, if it is certainly that process. */
export function killProcess(identity: ProcessIdentity): boolean {
  if (identity.startTime === '' || !isRunning(identity)) return false
  return sendSignal(identity.pid, 'SIGKILL') === ''
}

interface Stat {
  readonly isAlive: boolean
  readonly startTime: string
}

/** The file from which Linux tells of a process. */
export function statPath(pid: number): string {
  return `/proc/${pid}/stat`
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html. Other systems do not have it. */
function readStat(pid: number): Stat | 'unknown' {
  if (process.platform !== 'linux') return 'unknown'
  try {
    const text = readFileSync(statPath(pid), 'utf8')
    // The name of the program can contain blanks and parentheses.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const { 0: state = '', 19: startTime = '' } = fields
    return { isAlive: !/[ZXx]/.test(state), startTime }
  } catch (error) {
    const isGone = ['ENOENT', 'ESRCH'].includes(textField(error, 'code'))
    return isGone ? { isAlive: false, startTime: '' } : 'unknown'
  }
}

function isNumberInUse(pid: number): boolean {
  return ['', 'EPERM'].includes(sendSignal(pid, 0))
}

/** The code of the error; empty if there is none. The signal 0 does nothing. */
function sendSignal(pid: number, signal: NodeJS.Signals | 0): string {
  try {
    process.kill(pid, signal)
    return ''
  } catch (error) {
    return textField(error, 'code')
  }
}
