import type { HelpPage } from '../diagnose/render'
import { secretIn } from '../secret-text'
import { readVariable, type Environment } from './environment'

/** Where the action is published: for steps that use a local copy (`uses: ./`). */
const HOME = { repository: 'OWNER/github-app-token', ref: 'v1' }

/** The page of explanations that belongs to the very version in use. */
export function helpPage(env: Environment): HelpPage {
  const repository = readVariable(env, 'GITHUB_ACTION_REPOSITORY')
  const ref = readVariable(env, 'GITHUB_ACTION_REF')
  const isKnown = /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[\w./-]{1,100}$/.test(ref)
  const source =
    isKnown && secretIn(`${repository} ${ref}`) === undefined ? { repository, ref } : HOME
  return `https://github.com/${source.repository}/blob/${source.ref}/docs/TROUBLESHOOTING.md`
}
