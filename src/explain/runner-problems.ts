import type { GitCountMistake, GrantProblem, NotGit, RunnerProblem } from '../problem'
import type { Texts } from './explanation'

const INSTALL_GIT =
  'install it before this step; in a container job, in the image. Without `git-credentials` no git is needed.'

/** What a person reads about a runner, or git on it, that does not do what the step needs. */
export const RUNNER_PROBLEMS: Texts<RunnerProblem> = {
  'no-runner': ({ missing, need }) => {
    const names = `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set`
    const [result, fix] =
      need === 'git'
        ? [
            'git cannot be set up for later steps',
            'run this as a step of a workflow, or remove `git-credentials` and `git-identity`.'
          ]
        : [
            'there is nobody to hand a token to',
            'run this as a step of a workflow, or try it from a terminal with `npm start`.'
          ]
    return {
      code: 'no-runner',
      title: 'No runner is listening',
      problem: `${names}, so ${result}.`,
      fix
    }
  },
  'runner-file-unwritable': ({ file, code }) => ({
    code: 'runner-file-unwritable',
    title: `${file} cannot be written`,
    problem: `The runner's file ${file} ${code === 'ENOENT' ? 'is gone' : `cannot be written (${code})`}, so no token is output.`,
    fix: "check that the runner's disk is not full, and that nothing removes the runner's temporary files while jobs run."
  }),
  'state-too-large': ({ tokens, length, most }) => ({
    code: 'state-too-large',
    title: 'One step cannot keep so many tokens',
    problem: `What post needs to revoke ${tokens === 1 ? 'the token' : `${tokens} tokens`} has ${length} characters, and a variable of the environment takes ${most} here.`,
    fix: 'name fewer owners, and fewer repositories, in one step; several steps may follow each other.'
  }),
  'git-missing': ({ found }) => ({
    code: 'git-missing',
    title: 'There is no git to give credentials to',
    problem: `git-credentials is true, but git ${describeGit(found)}.`,
    fix: INSTALL_GIT
  }),
  'git-too-old': ({ version, oldest }) => ({
    code: 'git-too-old',
    title: 'This git is too old for git-credentials',
    problem: `git-credentials is true, but git is ${version}. It needs ${oldest} or newer, which takes configuration from the environment.`,
    fix: INSTALL_GIT
  }),
  'git-config-conflict': ({ mistake }) => ({
    code: 'git-config-conflict',
    title: 'GIT_CONFIG_COUNT is broken',
    problem: `GIT_CONFIG_COUNT is ${describeCount(mistake)}. Git refuses to run with that, and git-credentials cannot be added to it.`,
    fix: 'correct it where it is set: under `env:` of the workflow, the job or this step, or by an earlier step through GITHUB_ENV.'
  }),
  'git-file-unwritable': ({ folder, reason }) => ({
    code: 'git-file-unwritable',
    title: 'The file for git cannot be written',
    problem: `git-credentials is true, but its file cannot be written in RUNNER_TEMP (${folder}): ${reason}.`,
    fix: "see to it that RUNNER_TEMP exists, has room, and belongs to the runner's user."
  }),
  'bot-unknown': ({ slug }) => ({
    code: 'bot-unknown',
    title: 'The bot behind the App was not found',
    problem: `git-identity is true, but GitHub does not know ${slug === '' ? "the App's bot" : `the user ${slug}[bot]`}, whose id the address of its commits holds.`,
    fix: 'run the job again if the App was registered or renamed just now; otherwise remove `git-identity`, and set GIT_AUTHOR_NAME, GIT_AUTHOR_EMAIL, GIT_COMMITTER_NAME and GIT_COMMITTER_EMAIL yourself.'
  })
}

function describeGit(found: NotGit): string {
  switch (found.is) {
    case 'absent':
      return 'is not on PATH'
    case 'not-running':
      return `does not run (${found.reason})`
    case 'something-else':
      return `answers "${found.answer}" when it is asked for its version`
  }
}

function describeCount(mistake: GitCountMistake): string {
  switch (mistake.mistake) {
    case 'not-a-count':
      return `"${mistake.text}", which is no count`
    case 'empty':
      return `${mistake.count}, but ${mistake.variable} is empty`
    case 'not-set':
      return `${mistake.count}, but ${mistake.variable} is not set`
  }
}

/** What a person reads about a token that this action refuses to create. */
export const GRANT_PROBLEMS: Texts<GrantProblem> = {
  'installation-found-elsewhere': ({ account }) => ({
    code: 'installation-mismatch',
    title: 'The installation found is on another account',
    problem: `GitHub answers the look-up of ${account} with an installation on another account. A token for an account that the workflow does not name is not minted.`,
    fix: `has ${account} a new name? Then write that one.`
  }),
  'installation-of-other-account': ({ id, owner }) => ({
    code: 'installation-mismatch',
    title: 'The installation is on another account',
    problem: `installation-id is ${id}, but that installation is on another account than ${owner}, which the workflow names. No token was handed over.`,
    fix: 'correct `installation-id`, or remove it: the installation on `owner` is found by itself.'
  }),
  'repository-moved-away': ({ repository }) => ({
    code: 'repository-moved',
    title: 'The repository has moved to another owner',
    problem: `${repository} has moved to another owner. A token for an owner that the workflow does not name is not minted.`,
    fix: 'set `owner` and `repositories` to where it is now.'
  }),
  'nothing-to-read': ({ subject }) => ({
    code: 'permissions-not-granted',
    title: 'There is nothing to read',
    problem: `permissions is read-all, but the App has no permission for ${subject} that can be read.`,
    fix: 'name the permissions that the job needs.'
  })
}
