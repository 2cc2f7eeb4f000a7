import { join } from 'node:path'
import type { StepOptions } from '../../local/runner'

const nodeArguments = ['--require', join(__dirname, 'fast-timers.cjs')]

/** For steps that wait before they try again: the waits are short, the time limits as they are. */
export const quickRetries: StepOptions = { nodeArguments }

/** A recording must be the same on a busy machine, where an ordinary answer takes longer. */
const LONG_WAIT_DIVISOR = (process.env['RECORD_TO'] ?? '') === '' ? '30' : '6'

/** For steps that are left without an answer: their time limits are short as well. */
export const quickTimeouts: StepOptions = { nodeArguments, env: { LONG_WAIT_DIVISOR } }
