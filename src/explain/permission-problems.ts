import type {
  EntryMistake,
  PermissionProblem,
  PermissionsMistake
} from '../problems/permission-problem'
import type { Texts } from './explanation'

/** What a person reads about permissions that cannot be requested. */
export const PERMISSION_PROBLEMS: Texts<PermissionProblem> = {
  'permissions-name-none': ({ text, hasOthers }) => ({
    code: 'permission-malformed',
    title: 'permissions is set, but names none',
    problem: `permissions is "${text}". It is set, but names no permission.${hasOthers ? '' : ' GitHub would grant every permission.'}`,
    fix: `name what the job needs, such as \`contents: read\`, or remove \`permissions\`${hasOthers ? '' : ' if the token needs every permission'}.`
  }),
  'permissions-unreadable': ({ mistake }) => ({
    code: 'permission-malformed',
    title: 'permissions cannot be read',
    problem: `${describeList(mistake)}.`,
    fix: fixList(mistake)
  }),
  'permission-name-malformed': ({ where, name }) => ({
    code: 'permission-malformed',
    title: 'A permission has no name',
    problem: `${where}: "${name}" cannot be the name of a permission.`,
    fix: 'write one permission in each line, such as `contents: read`.'
  }),
  'permission-level-malformed': (problem) => ({
    code: 'permission-malformed',
    title: 'A permission has no such level',
    problem: `${problem.where} ${describeLevel(problem)}.`,
    fix: fixLevel(problem)
  }),
  'permission-unknown': ({ what, where, meant, hasOthers }) => ({
    code: 'permission-unknown',
    title: 'A permission is misspelt',
    problem: `${where} is not ${what === 'input' ? 'an input of this action' : 'a permission that GitHub knows'}. If it were ignored, the token ${hasOthers ? 'would not have it' : 'could get every permission that the App has'}.`,
    fix: `write \`${meant}\`.`
  }),
  'permission-at-two-levels': ({ name, asked }) => ({
    code: 'permission-conflict',
    title: 'A permission is requested at two levels',
    problem: `${name} is requested twice: ${asked.map(({ level, where }) => `${level} by ${where}`).join(', ')}.`,
    fix: 'keep one of the two.'
  }),
  'too-many-permissions': ({ count }) => ({
    code: 'permission-malformed',
    title: 'Too many permissions',
    problem: `${count} permissions are named. GitHub does not have that many.`,
    fix: 'name only the permissions that the job needs, each of them once.'
  }),
  'read-all-with-others': ({ input }) => ({
    code: 'permission-conflict',
    title: 'permissions is read-all, but another permission is set',
    problem: `permissions is read-all, but ${input} is set, too.`,
    fix: 'remove one of the two. To read everything and write something, list all permissions that the job needs.'
  })
}

type LevelProblem = Extract<PermissionProblem, { readonly kind: 'permission-level-malformed' }>

function describeLevel({ level, length, isExpression }: LevelProblem): string {
  if (isExpression) return 'looks like an expression that was not evaluated'
  return level === undefined
    ? `is not a level: it is ${length} characters long`
    : `is "${level}", which is not a level`
}

/** What people write for "no access". */
const NO_ACCESS = /^(?:none|no[ _-]?access|no|false|null|off|0|~)$/i

/** What people write for reading and writing. */
const BOTH = /^(?:read|r)[\s/+&_-]*(?:and)?[\s/+&_-]*(?:write|w)$/i

function fixLevel({ level = '', levels, isExpression }: LevelProblem): string {
  const choice = levels.join(' or ')
  if (isExpression) {
    return `use ${choice}. An expression needs \`\${{ }}\` around it, in the step under \`with:\`.`
  }
  if (NO_ACCESS.test(level)) {
    return 'remove the permission. A token has only the permissions that you name, and metadata: read.'
  }
  return BOTH.test(level) && levels.includes('write')
    ? 'use write, which includes read.'
    : `use ${choice}.`
}

function describeList(mistake: PermissionsMistake): string {
  switch (mistake.mistake) {
    case 'json':
      return `permissions is "${mistake.text}", which begins like JSON, but is not valid JSON`
    case 'json-list':
      return `permissions is "${mistake.text}", which begins like a JSON list`
    case 'every-level':
      return `permissions is "${mistake.text}". Only read-all is possible`
    case 'scopes':
      return `permissions contains "${mistake.text}", which is a scope of a personal access token, not a permission of an App`
    case 'entry':
      return `In ${mistake.line === undefined ? '' : `line ${mistake.line} of `}permissions, "${mistake.text}" ${ENTRY_MISTAKES[mistake.reason].problem}`
  }
}

const EXAMPLE =
  'write one permission in each line, such as `contents: read`. `contents: read, issues: write` and JSON ({"contents": "read"}) work, too.'

function fixList(mistake: PermissionsMistake): string {
  switch (mistake.mistake) {
    case 'json':
    case 'json-list':
      return 'write `{"contents": "read"}`, or without brackets and quotes `contents: read`.'
    case 'every-level':
      return 'name the permissions that the job needs, such as `contents: write`. If the token needs every permission that the App has, remove `permissions`.'
    case 'scopes':
      return 'name permissions, such as `contents: write` instead of `repo`, and `workflows: write` instead of `workflow`.'
    case 'entry':
      return ENTRY_MISTAKES[mistake.reason].fix
  }
}

const ENTRY_MISTAKES: Readonly<
  Record<EntryMistake, { readonly problem: string; readonly fix: string }>
> = {
  dash: { problem: 'begins with a dash', fix: 'remove the dash from each line: `contents: read`.' },
  comment: {
    problem: 'contains a comment',
    fix: 'remove what begins with `#`: in a text of several lines, YAML does not remove comments.'
  },
  several: {
    problem: 'contains more than one permission',
    fix: 'write commas between the permissions. For one permission in each line, begin with `permissions: |`, not with `permissions: >`, which joins the lines.'
  },
  'read-all': {
    problem: 'is not alone',
    fix: 'use `permissions: read-all` alone, or list all permissions that the job needs.'
  },
  'no-colon': { problem: 'has no colon between a name and a level', fix: EXAMPLE },
  other: { problem: 'is not a name and a level', fix: EXAMPLE }
}
