import { KEY_SERVICE_INPUTS } from './key-service/facts'
import { nearMiss } from './names'
import { KNOWN_PERMISSIONS } from './permission-list'
import { dashed, isLevel } from './permissions'

/** The inputs of this action, without those of single permissions. */
export const OWN_INPUTS: readonly string[] = [
  'client-id',
  'app-id',
  'private-key',
  'private-key-file',
  'jwt',
  ...KEY_SERVICE_INPUTS,
  'token-service',
  'trust-policy',
  'fallback-token',
  'owner',
  'repositories',
  'repository-ids',
  'installation-id',
  'enterprise',
  'permissions',
  'skip-token-revoke',
  'renew',
  'github-api-url',
  'git-credentials',
  'git-identity'
]

/** Whether an input is one of this action, or is read as one for permissions. */
export function isReadInput(name: string, value: string): boolean {
  return OWN_INPUTS.includes(name) || isForPermissions(name, value)
}

/**
 * Whether an input, other than `permissions`, is for permissions: `permission-contents`, or a misspelt
 * one such as `permisson-contents`, `contents-permission` or `contents`. If a misspelt one were ignored,
 * the token could get every permission.
 *
 * @param name in lower case
 */
export function isForPermissions(name: string, value: string): boolean {
  if (OWN_INPUTS.includes(name) || value === '') return false
  return name.startsWith('permission') || meantInput(name, value) !== undefined
}

/** The input for permissions that a misspelt one was meant to be. Undefined if it is not about permissions. */
export function meantInput(name: string, value: string): string | undefined {
  const words = name.split(/[-_ .]+/).filter((word) => word !== '')
  if (isPermissionWord(words[0])) return meantBehind(words.slice(1), name, value)
  if (isPermissionWord(words.at(-1))) return meantBefore(words.slice(0, -1), value)
  const glued = nearMiss(name, permissionInputs())
  if (glued !== undefined) return glued
  // A permission's name is an input of other actions as well, but not with a level as its value.
  const meant = isLevel(value.toLowerCase()) ? knownName(words) : undefined
  return meant === undefined ? undefined : `permission-${dashed(meant)}`
}

/** `permisson-contents`, `perm-contents`, `permissons` */
function meantBehind(words: readonly string[], name: string, value: string): string | undefined {
  if (words.length === 0) return 'permissions'
  const meant = knownName(words)
  if (meant !== undefined) return `permission-${dashed(meant)}`
  return name.startsWith('permission') || isLevel(value.toLowerCase())
    ? `permission-${words.join('-')}`
    : meantByValue(value)
}

/** `contents-permission`, `token-permissions` */
function meantBefore(words: readonly string[], value: string): string | undefined {
  const name = words.join('_')
  return KNOWN_PERMISSIONS.has(name) ? `permission-${dashed(name)}` : meantByValue(value)
}

/** `check-permissions: true` of another action requests nothing. A value with a level does. */
function meantByValue(value: string): string | undefined {
  return /\b(?:read|write|admin)\b/i.test(value) ? 'permissions' : undefined
}

function knownName(words: readonly string[]): string | undefined {
  return nearMiss(words.join('_'), KNOWN_PERMISSIONS.keys())
}

function isPermissionWord(word = ''): boolean {
  return /^perms?$/.test(word) || nearMiss(word, ['permission', 'permissions']) !== undefined
}

function permissionInputs(): string[] {
  return [...KNOWN_PERMISSIONS.keys()].map((name) => `permission-${dashed(name)}`)
}
