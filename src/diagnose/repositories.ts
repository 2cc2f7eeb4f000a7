import type { Explanation } from '../explain/explanation'
import type { Installation } from '../github/installations'
import type { Case } from '../explain/context'
import { accountName, appName, listed, settingsPage } from './words'

/**
 * Which of the repositories asked for are out of reach, why, and what to do; undefined where no
 * look-up told.
 */
export function explainRepositories(
  known: Case<unknown>,
  installation: Installation
): Omit<Explanation, 'code'> | undefined {
  const { outOfReach = [], renamed = [] } = known.evidence
  if (outOfReach.length === 0) return renamed.length === 0 ? undefined : allRenamed(known, renamed)
  const text =
    installation.repositorySelection === 'all' ? missing(known) : notSelected(known, outOfReach)
  if (renamed.length === 0) return text
  return { ...text, problem: `${text.problem}\n${renamedToo(renamed)}` }
}

function notSelected(
  known: Case<unknown>,
  outOfReach: readonly string[]
): Omit<Explanation, 'code'> {
  const [app, names, isOne] = [appName(known), shortList(outOfReach), outOfReach.length === 1]
  const which = isOne ? 'the repository' : 'the repositories'
  const misspelt = isOne ? `${names} is misspelt` : 'they are misspelt'
  return {
    title: isOne ? 'The App cannot reach the repository' : 'The App cannot reach some repositories',
    problem: `${app} is installed on ${accountName(known)}, but not for ${which} ${names}, or ${misspelt}.${unchecked(known)}`,
    fix: `add ${names} under "Repository access": ${settingsPage(known)}`
  }
}

function missing(known: Case<unknown>): Omit<Explanation, 'code'> {
  const { outOfReach = [] } = known.evidence
  const [account, names] = [accountName(known), shortList(outOfReach)]
  const isOne = outOfReach.length === 1
  const what = isOne ? `no repository ${names}` : `no repositories ${names}`
  return {
    title: isOne ? 'There is no such repository' : 'Some of the repositories do not exist',
    problem: `${account} has ${what}: ${appName(known)} is installed there for all repositories.${unchecked(known)}`,
    fix: 'correct `repositories`.'
  }
}

function allRenamed(known: Case<unknown>, renamed: readonly string[]): Omit<Explanation, 'code'> {
  return {
    title:
      renamed.length === 1
        ? 'The repository has another name or owner now'
        : 'Some repositories have another name or owner now',
    problem: `${renamedToo(renamed)}${unchecked(known)}`,
    fix: 'bring `repositories` up to date.'
  }
}

function renamedToo(renamed: readonly string[]): string {
  const has = renamed.length === 1 ? 'has' : 'have'
  return `${listed(renamed)} ${has} another name or owner now. Among several names, GitHub takes only those of today.`
}

function unchecked({ evidence: { notLookedUp = 0 } }: Case<unknown>): string {
  return notLookedUp === 0 ? '' : ` ${notLookedUp} more were not looked up.`
}

function shortList(full: readonly string[]): string {
  return listed(full.map((name) => name.slice(name.indexOf('/') + 1)))
}
