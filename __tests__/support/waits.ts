import { join } from 'node:path'
import type { StepOptions } from '../../local/runner'

const nodeArguments = ['--require', join(__dirname, 'fast-timers.cjs')]

/** For steps that wait before they try again: the waits are short, the time limits as they are. */
export const quickRetries: StepOptions = { nodeArguments }

/** For steps that are left without an answer: their time limits are short as well. */
export const quickTimeouts: StepOptions = { nodeArguments, env: { LONG_WAIT_DIVISOR: '30' } }
