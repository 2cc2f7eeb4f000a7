import { randomUUID } from 'node:crypto'
import { appendFileSync, statSync, truncateSync } from 'node:fs'
import { EOL } from 'node:os'
import { ExplainedError } from '../explanation'
import { textField } from '../json'
import type { Environment } from './inputs'

/**
 * Refuses to work without a runner: outputs and state would be printed, and the
 * token with them. Problem: `no-runner`.
 */
export function requireRunner(env: Environment): void {
  const missing = ['GITHUB_OUTPUT', 'GITHUB_STATE'].filter((name) => (env[name] ?? '') === '')
  if (missing.length === 0) return
  throw new ExplainedError(
    [
      {
        code: 'no-runner',
        title: 'No runner is listening',
        problem: `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set, so there is nobody to hand a token to.`,
        fix: 'run this as a step of a workflow, or try it from a terminal with `npm start`.'
      }
    ],
    { nothingSent: true }
  )
}

/** The files through which a step passes values to its runner. */
type RunnerFile = 'GITHUB_STATE' | 'GITHUB_OUTPUT' | 'GITHUB_ENV'

/**
 * Passes values to the runner, all of them or none: texts as they are, anything else as JSON. Raises
 * {@link ExplainedError} with `runner-file-unwritable`.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 */
export function appendToRunnerFile(
  file: RunnerFile,
  values: Iterable<readonly [string, unknown]>
): void {
  const text = [...values].map(([name, value]) => entry(name, value)).join('')
  try {
    appendWhole(process.env[file] ?? '', text)
  } catch (error) {
    throw unwritable(file, textField(error, 'code'))
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

function unwritable(file: RunnerFile, code: string): ExplainedError {
  return new ExplainedError(
    [
      {
        code: 'runner-file-unwritable',
        title: `${file} cannot be written`,
        problem: `The runner's file ${file} ${code === 'ENOENT' ? 'is gone' : `cannot be written (${code})`}, so no token is output.`,
        fix: "check that the runner's disk is not full, and that nothing removes the runner's temporary files while jobs run."
      }
    ],
    { nothingSent: false }
  )
}
