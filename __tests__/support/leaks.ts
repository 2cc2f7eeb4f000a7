import { leaksIn, watchSteps, type Evidence, type Secret } from '../../local/runner'
import { watchWire } from './leaks-wire'
import { TITLE } from './titles'

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

/**
 * Fails if a secret can be read in what a step has left since the last check, or if a title of an
 * annotation is none of those that the code gives: the runner would show what is in it.
 */
export function checkSteps(): void {
  const foreign = foreignTitles(steps)
  const found = takeLeaks()
  seen = []
  if (foreign.length > 0) throw new Error(`A title holds a value:\n${foreign.join('\n')}`)
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

/** The titles that hold anything but fixed words and names of inputs and variables. */
export function foreignTitles(evidence: readonly Pick<Evidence, 'titles'>[]): string[] {
  return evidence
    .flatMap(({ titles }) => titles)
    .filter((title) => title !== '' && !TITLE.test(title))
}

function takeLeaks(): string[] {
  const found = leaksIn(steps, seen).map(({ secret, surface }) => `${secret} in ${surface}`)
  steps = []
  return [...new Set(found)]
}
