import type { Explanation } from '../explain/explanation'
import { printable } from '../printable'

/** What running `git --version` came to. */
export type GitAnswer =
  | { readonly kind: 'said'; readonly output: string }
  /** It could not be run; the reason is Node's error code (`ENOENT`) or its exit status. */
  | { readonly kind: 'failed'; readonly reason: string }

/**
 * The first git that reads `GIT_CONFIG_COUNT`:
 * https://github.com/git/git/blob/master/Documentation/RelNotes/2.31.0.txt
 */
const OLDEST = { major: 2, minor: 31 }

const WHERE =
  'install it before this step; in a container job, in the image. Without `git-credentials` no git is needed.'

/** Why this git cannot be given credentials, if it cannot. Problems: `git-missing`, `git-too-old`. */
export function gitProblem(answer: GitAnswer): Explanation | undefined {
  if (answer.kind === 'failed') {
    const isAbsent = answer.reason === 'ENOENT'
    return missing(isAbsent ? 'is not on PATH' : `does not run (${printable(answer.reason)})`)
  }
  const [, version, major, minor] = /^git version ((\d+)\.(\d+)\S*)/.exec(answer.output) ?? []
  if (version === undefined) {
    return missing(`answers "${printable(answer.output.trim())}" when it is asked for its version`)
  }
  const isNewEnough =
    Number(major) > OLDEST.major ||
    (Number(major) === OLDEST.major && Number(minor) >= OLDEST.minor)
  return isNewEnough ? undefined : tooOld(version)
}

function missing(what: string): Explanation {
  return {
    code: 'git-missing',
    title: 'There is no git to give credentials to',
    problem: `git-credentials is true, but git ${what}.`,
    fix: WHERE
  }
}

function tooOld(version: string): Explanation {
  return {
    code: 'git-too-old',
    title: 'This git is too old for git-credentials',
    problem: `git-credentials is true, but git is ${printable(version)}. It needs ${OLDEST.major}.${OLDEST.minor} or newer, which takes configuration from the environment.`,
    fix: WHERE
  }
}
