import type { HelpPage } from '../explain/render'
import { secretKindIn } from '../secret-text'
import type { Environment } from './inputs'

/** Where the action is published: for steps that use a local copy (`uses: ./`). */
const HOME = { repository: 'OWNER/github-app-token', ref: 'v1' }

/** The page of explanations that belongs to the very version in use. */
export function helpPage(env: Environment): HelpPage {
  return page(env, 'docs/TROUBLESHOOTING.md')
}

/** What to do if a job is longer than a token lives. */
export function longJobsPage(env: Environment): string {
  return page(env, 'README.md#a-job-is-longer-than-an-hour')
}

function page(env: Environment, path: string): string {
  const repository = env['GITHUB_ACTION_REPOSITORY'] ?? ''
  const ref = env['GITHUB_ACTION_REF'] ?? ''
  const isKnown = /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[\w./-]{1,100}$/.test(ref)
  const source =
    isKnown && secretKindIn(`${repository} ${ref}`) === undefined ? { repository, ref } : HOME
  return `https://github.com/${source.repository}/blob/${source.ref}/${path}`
}
