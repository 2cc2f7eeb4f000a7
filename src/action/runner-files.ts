import { randomUUID } from 'node:crypto'
import { appendFileSync, statSync, truncateSync } from 'node:fs'
import { EOL } from 'node:os'
import { textField } from '../json'
import { ProblemError } from '../problems/problem'
import { missingRunnerFiles, readVariable, type Environment } from './inputs'

/**
 * Refuses to work without a runner: outputs and state would be printed, and the
 * token with them. Problem: `no-runner`.
 */
export function requireRunner(env: Environment): void {
  const missing = missingRunnerFiles(env)
  if (missing.length === 0) return
  throw new ProblemError([{ kind: 'no-runner', missing, need: 'output' }], { nothingSent: true })
}

/** The files through which a step passes values to its runner. */
type RunnerFile = 'GITHUB_STATE' | 'GITHUB_OUTPUT' | 'GITHUB_ENV'

/**
 * Passes values to the runner, all of them or none: texts as they are, anything else as JSON. Raises
 * {@link ProblemError} with `runner-file-unwritable`.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 */
export function appendToRunnerFile(
  file: RunnerFile,
  values: Iterable<readonly [string, unknown]>
): void {
  const text = [...values].map(([name, value]) => entry(name, value)).join('')
  try {
    appendWhole(readVariable(process.env, file), text)
  } catch (error) {
    const code = textField(error, 'code')
    throw new ProblemError([{ kind: 'runner-file-unwritable', file, code }], { nothingSent: false })
  }
}

function entry(name: string, value: unknown): string {
  const delimiter = `ghadelimiter_${randomUUID()}`
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return [`${name}<<${delimiter}`, text, delimiter, ''].join(EOL)
}

/**
 * Appends a text, or leaves the file as it was. If a disk fills up half-way, half an entry would
 * make the runner refuse the whole file, or take a part of the outputs for all of them.
 */
function appendWhole(path: string, text: string): void {
  const { size } = statSync(path)
  try {
    appendFileSync(path, text)
  } catch (error) {
    truncateSync(path, size)
    throw error
  }
}
