import { EOL } from 'node:os'
import { issue, issueCommand } from '../../node_modules/@actions/core/lib/command'

// Replaces `@actions/core` inside the bundle (tsconfig `paths`) by the functions that this action uses.
// Workflow commands are still written by the package itself, in `command.js`. Its `core.js` also loads
// the job summary, which needs `fs.promises`, and a client for OpenID Connect: that takes time.

/** Prints a line. */
export function info(message: string): void {
  process.stdout.write(message + EOL)
}

/** Adds a notice to the step. */
export function notice(message: string): void {
  issueCommand('notice', {}, message)
}

/** Adds a warning to the step. */
export function warning(message: string): void {
  issueCommand('warning', {}, message)
}

/** Adds an error to the step. */
export function error(message: string, properties: { readonly title: string }): void {
  issueCommand('error', { ...properties }, message)
}

/** Starts a group of lines that can be folded. */
export function startGroup(name: string): void {
  issue('group', name)
}

/** Ends the group. */
export function endGroup(): void {
  issue('endgroup')
}

/** Asks the runner to hide a text in the log. */
export function setSecret(secret: string): void {
  issueCommand('add-mask', {}, secret)
}
