import { leaksIn, watchSteps, type Evidence, type Secret } from '../../local/runner'
import { watchWire } from './leaks-wire'

// Jest loads this file before each test file (jest.config.js), so that every step of every job that
// a test starts is looked through, whether or not the test thinks of it.

let steps: Evidence[] = []
let seen: Secret[] = []

watchSteps((evidence) => {
  steps.push(evidence)
})
watchWire((found) => {
  seen.push(...found)
})

afterEach(checkSteps)
afterAll(checkSteps)

/** Fails where a secret can be read in what a step has left since the last check. */
export function checkSteps(): void {
  const found = takeLeaks()
  seen = []
  if (found.length > 0) throw new Error(`A secret leaked:\n${found.join('\n')}`)
}

/**
 * For a test that leaks on purpose: states what leaked until now, each as `secret in surface`, which
 * is then not held against it. Fails where something else leaked, or nothing did.
 *
 * @param reason why it is to leak
 */
export function expectLeaks(reason: string, expected: readonly string[]): void {
  expect({ reason, leaks: takeLeaks().toSorted() }).toEqual({
    reason,
    leaks: expected.toSorted()
  })
}

function takeLeaks(): string[] {
  const found = leaksIn(steps, seen).map(({ secret, surface }) => `${secret} in ${surface}`)
  steps = []
  return [...new Set(found)]
}
