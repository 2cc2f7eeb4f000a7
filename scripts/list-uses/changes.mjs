import { readFileSync } from 'node:fs'
import { URL } from 'node:url'

/** Written by `npm run generate:permissions`. */
const permissions = JSON.parse(
  readFileSync(new URL('../permissions.json', import.meta.url), 'utf8')
).map(({ name }) => name.replaceAll('_', '-'))

const RUNNER = 'needs a runner of version 2.327.1 or newer'

/** The inputs that actions/create-github-app-token ignores and this action reads. */
const ONLY_HERE = new Set([
  'permissions',
  'repository-ids',
  'installation-id',
  'private-key-file',
  'jwt',
  'kms-key',
  'aws-role-to-assume',
  'gcp-workload-identity-provider',
  'gcp-service-account',
  'azure-client-id',
  'azure-tenant-id',
  'vault-address',
  'vault-role',
  'vault-auth-path',
  'vault-namespace',
  'audience',
  'token-service',
  'trust-policy',
  'renew',
  'fallback-token',
  'git-credentials',
  'git-identity'
])

/** The inputs that both have. */
const SHARED = new Set([
  'client-id',
  'app-id',
  'private-key',
  'owner',
  'repositories',
  'enterprise',
  'skip-token-revoke',
  'github-api-url'
])

/** Inputs that have another name here. */
const RENAMED = {
  // Version 1 took underscores, too.
  'actions/create-github-app-token': {
    app_id: 'app-id',
    private_key: 'private-key',
    skip_token_revoke: 'skip-token-revoke'
  },
  'tibdex/github-app-token': {
    app_id: 'app-id',
    private_key: 'private-key',
    github_api_url: 'github-api-url',
    installation_id: 'installation-id'
  },
  'peter-murray/workflow-application-token-action': {
    application_id: 'app-id',
    application_private_key: 'private-key',
    organization: 'owner',
    github_api_base_url: 'github-api-url'
  },
  'getsentry/action-github-app-token': {
    app_id: 'app-id',
    private_key: 'private-key',
    scope: 'owner'
  },
  'octo-sts/action': {
    domain: 'token-service',
    identity: 'trust-policy'
  }
}

/** Inputs that have no counterpart of the same kind, and what to do instead. */
const REPLACED = {
  'tibdex/github-app-token': {
    installation_retrieval_mode: 'set owner (or installation-id) instead',
    installation_retrieval_payload: 'set owner (or installation-id) instead',
    repository: 'set owner and repositories instead',
    revoke: 'remove it; for revoke: false, set skip-token-revoke: true'
  },
  'peter-murray/workflow-application-token-action': {
    https_proxy: 'set the variable HTTPS_PROXY in env: of the job instead',
    ignore_environment_proxy: 'set the variable NO_PROXY in env: of the job instead',
    revoke_token: 'remove it: the token is revoked'
  },
  'octo-sts/action': {
    scope: 'set owner and repositories instead (for a whole organization, owner alone)'
  }
}

/** What kind of file a use is in. */
export function kindOf(path, text) {
  if (/(?:^|\/)action\.ya?ml$/i.test(path)) return 'composite action'
  if (!path.startsWith('.github/workflows/')) return 'other file'
  return /^[^#\n]*\bworkflow_call\b/m.test(text) ? 'reusable workflow' : 'workflow'
}

/** What changes if this use is moved to this action, one sentence for each thing. */
export function changesFor(use, isArchived) {
  if (isArchived) return ['archived: its workflows do not run']
  const specific = (FROM[use.action] ?? fromOthers)(use)
  const unclear = use.isUnclear ? ['some inputs could not be read: look at the file'] : []
  const found = [...renames(use), ...specific, ...runner(use), ...unclear]
  return found.length === 0 ? ['nothing is known to change'] : found
}

function renames({ action, inputs }) {
  return [...inputs.keys()].flatMap((name) => {
    const renamed = RENAMED[action]?.[name]
    if (renamed !== undefined) return [`rename ${name} to ${renamed}`]
    const replaced = REPLACED[action]?.[name]
    return replaced === undefined ? [] : [`${name}: ${replaced}`]
  })
}

function fromCreate({ inputs }) {
  return [...inputs].flatMap(([name, value]) => {
    if (ONLY_HERE.has(name)) return [`${name} was ignored, and counts now`]
    if (name.startsWith('permission')) return misspelt(name)
    if (!SHARED.has(name) && RENAMED['actions/create-github-app-token'][name] === undefined) {
      return [`${name} is not an input: fails if it means a permission; otherwise a warning`]
    }
    const isList = name === 'repositories' && inputs.has('owner') && !inputs.has('repository-ids')
    if (isList && namesNothing(value)) return ['fails: repositories names no repository']
    if (isList && value.includes('${{')) {
      return ['fails if repositories is a list without a name, such as a single comma']
    }
    return []
  })
}

/** The service was a default there. */
function fromOctoSts({ inputs }) {
  return inputs.has('domain') ? [] : ['set token-service: octo-sts.dev']
}

function misspelt(name) {
  const permission = /^permission-(.+)$/.exec(name)?.[1]
  if (permission !== undefined && permissions.includes(permission)) return []
  return permission === undefined
    ? [`fails: ${name} is not an input`]
    : [`${name} is unknown: fails if it is a typing mistake; otherwise GitHub decides`]
}

function namesNothing(value) {
  return value !== '' && /^[\s,]*$/.test(value)
}

function fromOthers({ action, inputs }) {
  const scoped = ['repositories', 'repository', 'organization', 'scope']
  const byInstallation = [...inputs.keys()].some((name) => name.startsWith('installation'))
  const reach =
    byInstallation || scoped.some((name) => inputs.has(name))
      ? []
      : [
          'the token reached every repository of the installation; now it reaches this one, unless owner or repositories is set'
        ]
  const isRevoked =
    action === 'peter-murray/workflow-application-token-action' &&
    inputs.get('revoke_token') !== 'true'
  const end =
    isRevoked || action === 'getsentry/action-github-app-token'
      ? ['the token is now revoked when the job ends, unless skip-token-revoke is true']
      : []
  return [...reach, ...end]
}

/** The actions of which more is known than the names of their inputs. */
const FROM = { 'actions/create-github-app-token': fromCreate, 'octo-sts/action': fromOctoSts }

/** Whether the new runner is needed. The version of a pinned commit is in its comment. */
function runner({ action, version }) {
  const major = /^v?(\d+)\b(?!\w)/.exec(/#\s*(v?\d.*)/.exec(version)?.[1] ?? version)?.[1]
  const onNode24 = {
    'actions/create-github-app-token': 3,
    'peter-murray/workflow-application-token-action': 5
  }[action]
  if (onNode24 === undefined) return [RUNNER]
  if (major === undefined) return [`${RUNNER}, if this version did not already`]
  return Number(major) >= onNode24 ? [] : [RUNNER]
}
