import type { GitCountMistake, NotGit, RunnerProblem } from '../problems/runner-problem'
import type { Texts } from './explanation'

const INSTALL_GIT =
  'install git before this step (in a container job, in the image), or remove `git-credentials`.'

/** What is not possible without a runner, and what to do. */
const NEEDS = {
  output: [
    'the action cannot output a token',
    'run the action as a step of a workflow. To try it in a terminal, use `npm start`.'
  ],
  git: [
    'git cannot be set up for later steps',
    'run the action as a step of a workflow, or remove `git-credentials` and `git-identity`.'
  ],
  renewal: [
    'there is no place for the files of a renewal',
    'run the action as a step of a workflow, or remove `renew`.'
  ]
} as const

/** What a person reads about a runner, or git on it, that does not do what the step needs. */
export const RUNNER_PROBLEMS: Texts<RunnerProblem> = {
  'no-runner': ({ missing, need }) => {
    const names = `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set`
    const [result, fix] = NEEDS[need]
    return {
      code: 'no-runner',
      title: 'The action does not run in a workflow',
      problem: `${names}, so ${result}.`,
      fix
    }
  },
  'runner-file-unwritable': ({ file, code }) => ({
    code: 'runner-file-unwritable',
    title: `${file} cannot be written`,
    problem: `The runner's file ${file} ${code === 'ENOENT' ? 'is gone' : `cannot be written (${code})`}, so the step cannot pass on a token.`,
    fix: "check that the runner's disk is not full, and that nothing deletes the runner's temporary files while a job runs."
  }),
  'state-too-large': ({ tokens, length, most }) => ({
    code: 'state-too-large',
    title: 'Too many tokens for one step',
    problem: `To revoke ${tokens === 1 ? 'the token' : `${tokens} tokens`}, the post step needs ${length} characters of state. This runner can pass on ${most}.`,
    fix: 'name fewer owners or repositories in this step, and use several steps.'
  }),
  'git-missing': ({ found }) => ({
    code: 'git-missing',
    title: 'git-credentials needs git',
    problem: `git-credentials is true, but git ${describeGit(found)}.`,
    fix: INSTALL_GIT
  }),
  'git-too-old': ({ version, oldest }) => ({
    code: 'git-too-old',
    title: 'git is too old for git-credentials',
    problem: `git-credentials is true, but git is ${version}. It needs ${oldest} or newer, which reads configuration from the environment.`,
    fix: INSTALL_GIT
  }),
  'git-config-conflict': ({ mistake }) => ({
    code: 'git-config-conflict',
    title: 'GIT_CONFIG_COUNT is broken',
    problem: `GIT_CONFIG_COUNT is ${describeCount(mistake)}. Git does not run with that, so git-credentials cannot be set up.`,
    fix: 'correct it under `env:` of the workflow, the job or this step, or in the earlier step that writes it to GITHUB_ENV.'
  }),
  'git-file-unwritable': ({ folder, reason }) => ({
    code: 'git-file-unwritable',
    title: 'The file for git cannot be written',
    problem: `git-credentials is true, but its file cannot be written in RUNNER_TEMP (${folder}): ${reason}.`,
    fix: "check that RUNNER_TEMP exists, is not full, and belongs to the runner's user."
  }),
  'bot-unknown': ({ slug }) => ({
    code: 'bot-unknown',
    title: 'The bot behind the App was not found',
    problem: `git-identity is true, but GitHub does not know ${slug === '' ? "the App's bot" : `the user ${slug}[bot]`}, whose id is part of the e-mail address of its commits.`,
    fix: 'if the App was registered or renamed just now, run the job again. Otherwise remove `git-identity`, and set GIT_AUTHOR_NAME, GIT_AUTHOR_EMAIL, GIT_COMMITTER_NAME and GIT_COMMITTER_EMAIL yourself.'
  })
}

function describeGit(found: NotGit): string {
  switch (found.is) {
    case 'absent':
      return 'is not on PATH'
    case 'not-running':
      return `does not run (${found.reason})`
    case 'something-else':
      return `answers "${found.answer}" to \`git --version\``
  }
}

function describeCount(mistake: GitCountMistake): string {
  switch (mistake.mistake) {
    case 'not-a-count':
      return `"${mistake.text}", which is not a number`
    case 'empty':
      return `${mistake.count}, but ${mistake.variable} is empty`
    case 'not-set':
      return `${mistake.count}, but ${mistake.variable} is not set`
  }
}
