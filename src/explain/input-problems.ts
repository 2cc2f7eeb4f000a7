import type {
  AddressMistake,
  InputProblem,
  KeyFileMistake,
  NotAnAppId,
  PermissionProblem
} from '../problem'
import type { Texts } from './explanation'
import { explainKey } from './key-problems'

const ABOUT = 'from the App\'s settings page, under "About".'

/** What a person reads about an input that is wrong by itself. */
export const INPUT_PROBLEMS: Texts<InputProblem> = {
  'app-id-missing': () => ({
    code: 'app-id-missing',
    title: 'The App is not named',
    problem: 'client-id is empty, and so is app-id.',
    fix: `set \`client-id\` (or \`app-id\`) to the Client ID or the App ID ${ABOUT}`
  }),
  'app-id-malformed': ({ input, found }) => ({
    code: 'app-id-malformed',
    title: `${input} is not an App's id`,
    problem: `${input} ${describeAppId(found)}.`,
    fix: `use the Client ID (such as Iv23liAbCdEfGhIjKlMn) or the App ID (a number) ${ABOUT}`
  }),
  'key-empty-for-fork': ({ fork, isFallbackForeign }) => {
    const which = fork === '' ? 'a fork that has been deleted' : `the fork ${fork}`
    return {
      code: 'private-key-empty',
      title: 'private-key is empty',
      problem: `private-key is empty: this pull request comes from ${which}, and GitHub gives such runs no secrets.${withFallback(isFallbackForeign)}`,
      fix: [
        'skip the job for forks:',
        '  if: github.event.pull_request.head.repo.full_name == github.repository',
        'or add `fallback-token: ${{ github.token }}` (read-only on forks).'
      ].join('\n')
    }
  },
  'key-empty-for-dependabot': ({ settings, isFallbackForeign }) => ({
    code: 'private-key-empty',
    title: 'private-key is empty',
    problem: `private-key is empty: Dependabot runs read only Dependabot secrets.${withFallback(isFallbackForeign)}`,
    fix: `add it there: ${settings}/secrets/dependabot`
  }),
  'key-empty': ({ event, repository, isFallbackForeign }) => {
    const [owner = ''] = repository.split('/')
    return {
      code: 'private-key-empty',
      title: 'private-key is empty',
      problem: `private-key is empty. The event is ${event}, so neither a fork nor Dependabot explains it.${withFallback(isFallbackForeign)}`,
      fix: [
        'check, in this order:',
        `  1. the secret's name, and that ${owner} shares it with ${repository}`,
        '  2. an environment secret: the job needs `environment:`',
        '  3. a reusable workflow: the caller must pass it under `secrets:`'
      ].join('\n')
    }
  },
  'key-unusable': explainKey,
  'key-twice': () => ({
    code: 'private-key-file',
    title: 'Two private keys',
    problem: 'private-key and private-key-file are both set.',
    fix: 'remove one of the two.'
  }),
  'key-file-unusable': ({ path, mistake }) => ({
    code: 'private-key-file',
    title: 'private-key-file cannot be used',
    problem: `private-key-file is "${path}", which ${describeKeyFile(mistake)}.`,
    fix: 'name the .pem file as this runner sees it; in a container job, as the container sees it.'
  }),
  'secret-in-input': ({ input, secret }) => {
    const [what, place] =
      secret === 'key'
        ? ['a private key, or a part of one', 'write the key only in `private-key`']
        : ['a token', 'do not write a token there']
    return {
      code: 'key-in-wrong-input',
      title: 'A secret is in the wrong input',
      problem: `${input} holds ${what}. It is not shown here.`,
      fix: `${place}, and correct \`${input}\`.`
    }
  },
  'key-in-input-name': () => ({
    code: 'key-in-wrong-input',
    title: 'A secret is in the wrong input',
    problem:
      'The name of an input that begins with `permission` holds a private key, or a part of one. It is not shown here.',
    fix: 'write the key only in `private-key`, and correct the name of that input.'
  }),
  'boolean-malformed': ({ input, text }) => ({
    code: 'boolean-malformed',
    title: `${input} is neither true nor false`,
    problem: `${input} is "${text}".`,
    fix: `set \`${input}: true\`, or remove it.`
  }),
  'api-url-malformed': ({ name, mistake }) => ({
    code: 'api-url-malformed',
    title: `${name} is not an API's address`,
    problem: `${name} ${describeAddress(mistake)}.`,
    fix: 'use an address such as https://api.github.com, https://api.acme.ghe.com or https://github.example.com/api/v3, or remove `github-api-url`.'
  }),
  'web-url-malformed': ({ name, mistake }) => ({
    code: 'api-url-malformed',
    title: `${name} is not a web address`,
    problem: `${name} ${describeAddress(mistake)}, so the addresses of repositories are not known.`,
    fix: 'set it to an address such as https://github.com, or set `github-api-url`.'
  }),
  'proxy-malformed': ({ variable, scheme }) => ({
    code: 'proxy-malformed',
    title: `${variable} is not a proxy's address`,
    problem: `${variable} is set, but is no address of an http or https proxy${scheme === undefined ? '' : ` (it begins with "${scheme}://")`}.`,
    fix: `set \`${variable}\` to an address such as http://proxy.example.com:3128 (special characters in a password percent-encoded), or unset it.`
  })
}

function withFallback(isFallbackForeign: boolean): string {
  return isFallbackForeign
    ? "\nfallback-token is not handed out: it is for this workflow's own GitHub, and github-api-url names another."
    : ''
}

function describeAppId(found: NotAnAppId): string {
  switch (found.is) {
    case 'client-secret':
      return 'looks like a client secret (40 hex characters)'
    case 'private-key':
      return "holds a private key, not the App's id"
    case 'fingerprint':
      return "is the fingerprint of a key, not the App's id"
    case 'long-text':
      return `is ${found.length} characters long, which no App's id is`
    case 'text':
      return `is "${found.text}", which holds characters that no App's id has`
  }
}

function describeKeyFile(mistake: KeyFileMistake): string {
  switch (mistake.mistake) {
    case 'not-a-file':
      return 'is not a file'
    case 'empty':
      return 'is empty'
    case 'too-large':
      return `has ${mistake.bytes} bytes, which no private key has`
    case 'unreadable':
      return `cannot be read (${mistake.code})`
  }
}

function describeAddress(mistake: AddressMistake): string {
  switch (mistake.mistake) {
    case 'not-an-address':
      return `is "${mistake.text}", which is not a web address`
    case 'invalid-host':
      return `is "${mistake.text}", whose host has an invalid character`
    case 'not-only-a-host':
      return `is "${mistake.text}", which has more than a host and a port`
    case 'scheme':
      return `begins with "${mistake.scheme}", not with https:`
    case 'credentials':
      return 'contains a user name or password'
    case 'query':
      return 'holds a "?" or a "#"'
  }
}

/** What a person reads about permissions that cannot be requested. */
export const PERMISSION_PROBLEMS: Texts<PermissionProblem> = {
  'permissions-name-none': ({ text }) => ({
    code: 'permission-malformed',
    title: 'permissions names none',
    problem: `permissions is "${text}": it is set, but names no permission, and GitHub would read that as every permission.`,
    fix: 'name what the job needs, such as `contents: read`, or remove `permissions` if the token shall have everything.'
  }),
  'permissions-unreadable': ({ text }) => ({
    code: 'permission-malformed',
    title: 'permissions cannot be read',
    problem: `permissions is "${text}", which is no list of permissions.`,
    fix: 'write one permission a line, such as `contents: read`; or `contents: read, issues: write`; or JSON: {"contents": "read"}.'
  }),
  'permission-name-malformed': ({ where, name }) => ({
    code: 'permission-malformed',
    title: 'A permission has no name',
    problem: `${where}: "${name}" cannot be the name of a permission.`,
    fix: 'write one permission a line, such as `contents: read`.'
  }),
  'permission-level-malformed': ({ where, level, length, levels }) => ({
    code: 'permission-malformed',
    title: 'A permission has no such level',
    problem: `${where} is ${level === undefined ? `${length} characters long` : `"${level}"`}, which is not a level.`,
    fix:
      level?.toLowerCase() === 'none'
        ? 'leave the permission out; a token has only those that are named, and metadata: read.'
        : `use ${levels.join(' or ')}.`
  }),
  'permission-unknown': ({ where, meant }) => ({
    code: 'permission-unknown',
    title: 'A permission is misspelt',
    problem: `${where} is not a permission that GitHub knows. Passed over, it would ask for nothing, and a token for which nothing is asked gets every permission.`,
    fix: `write \`${meant}\`.`
  }),
  'permission-at-two-levels': ({ name, asked }) => ({
    code: 'permission-conflict',
    title: 'A permission is asked for at two levels',
    problem: `${name} is asked for twice: ${asked.map(({ level, where }) => `${level} by ${where}`).join(', ')}.`,
    fix: 'keep one of the two.'
  }),
  'too-many-permissions': ({ count }) => ({
    code: 'permission-malformed',
    title: 'Too many permissions',
    problem: `${count} permissions are named, which is more than GitHub has.`,
    fix: 'name each permission once, and only those that the job needs.'
  }),
  'read-all-with-others': ({ input }) => ({
    code: 'permission-conflict',
    title: 'permissions is read-all, and more is asked for',
    problem: `permissions is read-all, and ${input} is set as well.`,
    fix: 'remove one of the two; to read everything and write something, list all permissions that the job needs.'
  })
}
