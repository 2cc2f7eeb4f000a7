import { ExplainedError } from '../explanation'
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
