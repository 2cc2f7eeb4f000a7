import { basename, join, resolve } from 'node:path'
import { invalid, valid, type Parsed } from '../parsed'
import { printable } from '../printable'
import type { GitCountMistake } from '../problems/runner-problem'
import { isGitFileName } from './git-file'

/** Environment variables by name. */
export type Variables = Readonly<Record<string, string | undefined>>

/** Git counts in an `int`: https://git-scm.com/docs/git-config (GIT_CONFIG_COUNT) */
const MAX_ENTRIES = 2_147_483_647

/**
 * The variables that make git include configuration files: `GIT_CONFIG_COUNT`, and for each file
 * `GIT_CONFIG_KEY_n` and `GIT_CONFIG_VALUE_n`. They come after the entries that are already set.
 * Git ignores an include if its file does not exist: https://git-scm.com/docs/git-config#_includes.
 * Problem: `git-config-conflict`, if the entries that are already set stop git from running.
 */
export function includeFiles(
  env: Variables,
  files: readonly string[]
): Parsed<ReadonlyMap<string, string>> {
  const count = countOf(env)
  if (!count.ok) return count
  const variables = new Map<string, string>()
  for (const [index, file] of files.entries()) {
    variables.set(`GIT_CONFIG_KEY_${count.value + index}`, 'include.path')
    variables.set(`GIT_CONFIG_VALUE_${count.value + index}`, file)
  }
  return valid(variables.set('GIT_CONFIG_COUNT', String(count.value + files.length)))
}

/**
 * The files of earlier uses in this job that git reads. They are directly in `RUNNER_TEMP` and have
 * a name of ours.
 *
 * @param temp `RUNNER_TEMP`
 */
export function earlierGitFiles(temp: string, env: Variables): string[] {
  const folder = resolve(temp)
  const paths = includedFiles(env).filter((file) => {
    const name = basename(file)
    return isGitFileName(name) && pathsForGit(folder, name, process.platform)[0] === file
  })
  return [...new Set(paths.map((file) => join(folder, basename(file))))]
}

/** All files that the entries make git include. */
function includedFiles(env: Variables): string[] {
  return Object.entries(env)
    .filter(([name]) => name.startsWith('GIT_CONFIG_VALUE_'))
    .filter(([name]) => env[name.replace('VALUE', 'KEY')] === 'include.path')
    .map(([, value]) => String(value))
}

function countOf(env: Variables): Parsed<number> {
  const text = env['GIT_CONFIG_COUNT'] ?? ''
  const count = /^\d{0,10}$/.test(text) ? Number(text) : Number.NaN
  if (!(count < MAX_ENTRIES / 2)) {
    return conflict({ mistake: 'not-a-count', text: printable(text) })
  }
  for (let index = 0; index < count; index++) {
    const [key, value] = [`GIT_CONFIG_KEY_${index}`, `GIT_CONFIG_VALUE_${index}`]
    if ((env[key] ?? '') === '') return conflict({ mistake: 'empty', count, variable: key })
    if (env[value] === undefined) {
      return conflict({ mistake: 'not-set', count, variable: value })
    }
  }
  return valid(count)
}

function conflict(mistake: GitCountMistake): Parsed<never> {
  return invalid({ kind: 'git-config-conflict', mistake })
}

/**
 * The paths by which git finds a file in `RUNNER_TEMP`. Docker actions run on Linux only, and have
 * that folder at another path. Git accepts forward slashes on every system.
 */
export function pathsForGit(folder: string, name: string, platform: NodeJS.Platform): string[] {
  const path = platform === 'win32' ? folder.replace(/\\/g, '/') : folder
  const full = `${path.replace(/\/+$/, '')}/${name}`
  return platform === 'linux' ? [...new Set([full, `/github/runner_temp/${name}`])] : [full]
}
