/** What is wrong with the runner, or with git on it. */
export type RunnerProblem =
  /** `missing` are variables that a runner sets. */
  | {
      readonly kind: 'no-runner'
      readonly missing: readonly string[]
      readonly need: 'output' | 'git' | 'renewal'
    }
  | { readonly kind: 'runner-file-unwritable'; readonly file: string; readonly code: string }
  | {
      readonly kind: 'state-too-large'
      readonly tokens: number
      readonly length: number
      readonly most: number
    }
  | { readonly kind: 'git-missing'; readonly found: NotGit }
  | { readonly kind: 'git-too-old'; readonly version: string; readonly oldest: string }
  | { readonly kind: 'git-config-conflict'; readonly mistake: GitCountMistake }
  | { readonly kind: 'git-file-unwritable'; readonly folder: string; readonly reason: string }
  /** GitHub knows no user `SLUG[bot]`. */
  | { readonly kind: 'bot-unknown'; readonly slug: string }

/** What happens if `git --version` is run, other than that git answers. */
export type NotGit =
  | { readonly is: 'absent' }
  | { readonly is: 'not-running'; readonly reason: string }
  | { readonly is: 'something-else'; readonly answer: string }

/** What is wrong with the variables `GIT_CONFIG_*`. */
export type GitCountMistake =
  | { readonly mistake: 'not-a-count'; readonly text: string }
  | { readonly mistake: 'empty' | 'not-set'; readonly count: number; readonly variable: string }
