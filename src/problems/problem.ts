import type { CredentialProblem } from './credential-problem'
import type { GrantProblem } from './target-problem'
import type { InputProblem } from './input-problem'
import type { KeyServiceProblem } from './key-service-problem'
import type { PermissionProblem } from './permission-problem'
import type { RenewalProblem } from './renewal-problem'
import type { RunnerProblem } from './runner-problem'
import type { TargetProblem } from './target-problem'
import type { TokenServiceProblem } from './token-service-problem'

/**
 * Why the step cannot go on, if the action itself found it out: only the facts. `explain/` has the
 * words. Texts that others wrote have passed `printable`, so no fact contains a secret.
 */
export type Problem =
  | CredentialProblem
  | InputProblem
  | KeyServiceProblem
  | TokenServiceProblem
  | TargetProblem
  | PermissionProblem
  | RunnerProblem
  | GrantProblem
  | RenewalProblem

/** Thrown if the action itself found out what is wrong. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly problems: readonly [Problem, ...Problem[]]
  /** Whether GitHub has been asked anything yet. */
  readonly nothingSent: boolean

  constructor(
    problems: readonly [Problem, ...Problem[]],
    options: { readonly nothingSent: boolean }
  ) {
    super(problems.map(({ kind }) => kind).join('; '))
    this.problems = problems
    this.nothingSent = options.nothingSent
  }
}
