import { ExplainedError } from '../explanation'
import { textField } from '../shape'
import { readVariable, type Environment } from './environment'

/**
 * Refuses to work where no runner is listening: outputs and state would then be printed, and the
 * token with them. Problem: `no-runner`.
 */
export function requireRunner(env: Environment): void {
  const missing = ['GITHUB_OUTPUT', 'GITHUB_STATE'].filter((name) => readVariable(env, name) === '')
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

/** The files through which a step talks to its runner. */
type RunnerFile = 'GITHUB_STATE' | 'GITHUB_OUTPUT' | 'GITHUB_ENV'

/** Runs what writes to a file of the runner's. Problem: `runner-file-unwritable`. */
export function writingTo(file: RunnerFile, write: () => void): void {
  try {
    write()
  } catch (error) {
    // `@actions/core` looks whether the file is there, and throws an error of its own.
    const code = textField(error, 'code')
    throw new ExplainedError(
      [
        {
          code: 'runner-file-unwritable',
          title: `${file} cannot be written`,
          problem: `The runner's file ${file} ${code === '' ? 'is gone' : `cannot be written (${code})`}, so nothing can be handed over.`,
          fix: "is the runner's disk full, or does something remove its temporary files while jobs run?"
        }
      ],
      { nothingSent: false }
    )
  }
}
