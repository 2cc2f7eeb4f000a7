import type { RunningProcess } from '../../local/runner'
import type { TestClock } from './test-clock'

/** A step that hears a signal sets this timer: how long it still waits for answers. */
const GRACE = 5_000

/**
 * Sends signals to a step. Returns as soon as the step has heard the first: an answer that is sent
 * after this comes to a step that knows that its job is cancelled.
 */
export async function cancel(
  step: RunningProcess,
  clock: TestClock,
  ...[first, ...others]: readonly [NodeJS.Signals, ...NodeJS.Signals[]]
): Promise<void> {
  step.kill(first)
  await step.until(() => clock.timers().includes(GRACE))
  for (const signal of others) step.kill(signal)
}
