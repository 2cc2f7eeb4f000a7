/** Creates installation access tokens: `POST /app/installations/{installation_id}/access_tokens`. */
import { failure, notFound, type Answer } from './exchange'
import type { Call } from './request-checks'
import { renderToken } from './response-bodies'
import {
  sameName,
  type Installation,
  type Permissions,
  type Repository,
  type GitHubData
} from './github-data'

/** One token can name this many repositories. */
const MAX_REPOSITORIES = 500

const RANKS: Readonly<Record<string, number>> = { read: 1, write: 2, admin: 3 }

/** What the request asks for. Empty means everything, as at GitHub. */
interface Scope {
  readonly repositories: string[]
  readonly repositoryIds: number[]
  readonly permissions: Permissions
}

/** Creates a token, or refuses with GitHub's words. */
export function createToken(call: Call): Answer {
  const id = Number(call.params['installation_id'])
  const installation = call.data.app.installations.find((each) => each.id === id)
  if (installation === undefined) return notFound()
  if (installation.suspendedAt !== null) {
    return failure(403, 'This installation has been suspended')
  }
  const body = parseBody(call)
  if ('refusal' in body) return body.refusal
  const scope = readScope(body.value, call)
  return 'refusal' in scope ? scope.refusal : createForScope(call, installation, scope)
}

function createForScope(call: Call, installation: Installation, scope: Scope): Answer {
  const named = scope.repositories.length + scope.repositoryIds.length
  // GitHub documents this limit. The exact words of its answer are not known.
  if (named > MAX_REPOSITORIES) return failure(422, `More than ${MAX_REPOSITORIES} repositories`)
  const permissions = grantedPermissions(installation.permissions, scope.permissions)
  if (permissions === null) {
    return failure(422, 'The permissions requested are not granted to this installation.')
  }
  const repositories = named === 0 ? installation.repositories : reached(installation, scope)
  if (repositories === null) {
    return failure(
      422,
      'There is at least one repository that does not exist or is not accessible to the parent installation.'
    )
  }
  const most = largestScope(permissions, call.data)
  if (repositories.length > most) return tooComplex(most)
  const token = call.tokens.issue(
    {
      installation,
      permissions,
      repositories,
      repositorySelection: named === 0 ? installation.repositorySelection : 'selected'
    },
    requestedFormat(call)
  )
  return { status: 201, body: renderToken(token, named > 0, call) }
}

/** The permissions of the token; null if the request asks for more than was granted. */
function grantedPermissions(granted: Permissions, asked: Permissions): Permissions | null {
  // Every installation can read metadata. GitHub adds it to each token.
  const available: Permissions = { metadata: 'read', ...granted }
  const names = Object.keys(asked)
  if (names.length === 0) return available
  const allowed = names.every((name) => {
    const rank = RANKS[asked[name] ?? '']
    return rank !== undefined && rank <= (RANKS[available[name] ?? ''] ?? 0)
  })
  return allowed ? { metadata: 'read', ...asked } : null
}

/** The repositories that the request names; null if the installation does not cover one of them. */
function reached({ repositories }: Installation, scope: Scope): Repository[] | null {
  const found = [
    ...scope.repositories.map((name) => repositories.find((each) => sameName(each.name, name))),
    ...scope.repositoryIds.map((id) => repositories.find((each) => each.id === id))
  ]
  const known = found.filter((each) => each !== undefined)
  return known.length === found.length ? [...new Set(known)] : null
}

/** How many repositories a token with these permissions can cover. */
function largestScope(permissions: Permissions, { scopeLimit }: GitHubData): number {
  if (scopeLimit === null) return Infinity
  return Math.floor(scopeLimit / Object.keys(permissions).length)
}

/** GitHub refuses a token that is too complex, and names the limit. Its exact words are not known. */
function tooComplex(most: number): Answer {
  return failure(
    422,
    `The token would be too complex: with these permissions it can cover at most ${most} repositories.`
  )
}

function requestedFormat(call: Call): GitHubData['tokenFormat'] {
  const asked = call.headers['x-github-stateless-s2s-token']
  if (asked === 'enabled') return 'stateless'
  return asked === 'disabled' ? 'classic' : call.data.tokenFormat
}

type Parsed = { readonly value: Record<string, unknown> } | { readonly refusal: Answer }

function parseBody(call: Call): Parsed {
  if (call.body === '') return { value: {} }
  if (!/^application\/json\b/.test(call.headers['content-type'] ?? '')) {
    call.complain('the body is not declared as application/json')
  }
  const value = parseObject(call.body)
  if (value !== null) return { value }
  call.complain('the body is not a JSON object')
  return { refusal: failure(400, 'Problems parsing JSON') }
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

function readScope(body: Record<string, unknown>, call: Call): Scope | { refusal: Answer } {
  const { repositories = [], repository_ids: ids = [], permissions = {}, ...unknown } = body
  for (const name of Object.keys(unknown)) call.complain(`the body has an unknown field ${name}`)
  if (!isListOf(repositories, isString)) return wrongType('repositories')
  if (!isListOf(ids, isInteger)) return wrongType('repository_ids')
  if (!isRecord(permissions) || !isListOf(Object.values(permissions), isString)) {
    return wrongType('permissions')
  }
  return { repositories, repositoryIds: ids, permissions: permissions as Permissions }
}

function wrongType(field: string): { refusal: Answer } {
  return { refusal: failure(422, `Invalid request.\n\nInvalid property /${field}.`) }
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(isItem)
}

function isString(value: unknown): value is string {
  return typeof value === 'string'
}

function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
