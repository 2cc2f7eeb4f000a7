/** The routes that the embedded GitHub serves. */
import { authenticate, type Call, type Credential } from './request-checks'
import { createToken } from './create-token'
import { notFound, page, redirectTo, type Answer } from './exchange'
import { convertManifest } from './registrations'
import {
  renderApp,
  renderInstallation,
  renderInstallationRequest,
  renderRepository,
  renderUser
} from './response-bodies'
import type { IssuedToken } from './tokens'
import {
  findInstallation,
  sameName,
  type GitHubData,
  type Installation,
  type Repository
} from './github-data'

/** A method and a path template, as GitHub's OpenAPI description writes it. */
export type RouteName = (typeof ROUTES)[number]['name']

/** A route: which credential it expects, and what it answers if the credential is accepted. */
export interface Route {
  readonly name: RouteName
  readonly credential: Credential
  readonly answer: (call: Call, token: IssuedToken | null) => Answer
}

const ROUTES = [
  { name: 'GET /app', credential: 'jwt', answer: (call) => ok(renderApp(call)) },
  { name: 'GET /app/installations', credential: 'jwt', answer: listInstallations },
  { name: 'GET /app/installation-requests', credential: 'jwt', answer: listInstallationRequests },
  {
    name: 'POST /app-manifests/{code}/conversions',
    credential: 'nothing',
    answer: convertManifest
  },
  {
    name: 'GET /app/installations/{installation_id}',
    credential: 'jwt',
    answer: (call) => {
      const id = Number(call.params['installation_id'])
      return installationAnswer(
        call.data.app.installations.find((each) => each.id === id),
        call
      )
    }
  },
  {
    name: 'POST /app/installations/{installation_id}/access_tokens',
    credential: 'jwt',
    answer: createToken
  },
  {
    name: 'GET /enterprises/{enterprise}/installation',
    credential: 'jwt',
    answer: (call) => accountInstallation(call, 'enterprise', ['Enterprise'])
  },
  {
    name: 'GET /orgs/{org}/installation',
    credential: 'jwt',
    answer: (call) => accountInstallation(call, 'org', ['Organization'])
  },
  {
    // On github.com, this route answers for organizations, too.
    name: 'GET /users/{username}/installation',
    credential: 'jwt',
    answer: (call) => accountInstallation(call, 'username', ['Organization', 'User'])
  },
  {
    name: 'GET /repos/{owner}/{repo}/installation',
    credential: 'jwt',
    answer: (call) => repositoryInstallation(call, findRepository(call), '/installation')
  },
  {
    name: 'GET /repositories/{repository_id}/installation',
    credential: 'jwt',
    answer: (call) => repositoryInstallation(call, findRepositoryById(call), '')
  },
  {
    name: 'GET /repos/{owner}/{repo}',
    credential: 'optional token',
    answer: (call, token) => repositoryAnswer(call, findRepository(call), token)
  },
  {
    name: 'GET /repositories/{repository_id}',
    credential: 'optional token',
    answer: (call, token) => repositoryAnswer(call, findRepositoryById(call), token)
  },
  { name: 'GET /users/{username}', credential: 'optional token', answer: userAnswer },
  { name: 'GET /installation/repositories', credential: 'token', answer: listRepositories },
  // Beside the REST API: GitHub's OpenAPI description does not have it.
  { name: 'POST /graphql', credential: 'token', answer: queryViewer },
  { name: 'DELETE /installation/token', credential: 'token', answer: revoke }
] as const satisfies readonly {
  name: string
  credential: Credential
  answer: (call: Call, token: IssuedToken | null) => Answer
}[]

/** A route, with the values of its parameters. */
export interface Match {
  readonly route: Route
  readonly params: Record<string, string>
}

/** Finds the route of a request; `path` is without prefix and query. */
export function matchRoute(method: string, path: string): Match | null {
  for (const route of ROUTES) {
    const params = matchTemplate(route.name, `${method} ${path}`)
    if (params !== null) return { route, params }
  }
  return null
}

/** Throws unless the embedded GitHub serves this route. */
export function assertRoute(name: string): void {
  if (ROUTES.some((route) => route.name === name)) return
  throw new Error(`no route ${name} among ${ROUTES.map((route) => route.name).join(', ')}`)
}

/** Checks the credential, then answers. */
export function answerCall(route: Route, call: Call): Answer {
  const caller = authenticate(call, route.credential)
  return 'refusal' in caller ? caller.refusal : route.answer(call, caller.token)
}

function matchTemplate(template: string, path: string): Record<string, string> | null {
  const wanted = template.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? ''
    const name = /^\{(.+)\}$/.exec(part)?.[1]
    if (name === undefined ? part !== value : value === '') return null
    if (name !== undefined) params[name] = decodePart(value)
  }
  return params
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function ok(body: object, headers: Record<string, string> = {}): Answer {
  return { status: 200, body, headers }
}

function listInstallations(call: Call): Answer {
  const { items, headers } = page(call.data.app.installations, call)
  return ok(
    items.map((each) => renderInstallation(each, call)),
    headers
  )
}

function listInstallationRequests(call: Call): Answer {
  const { items, headers } = page(call.data.installationRequests, call)
  const body = items.map((each, index) => renderInstallationRequest(each, index + 1, call))
  return ok(body, headers)
}

function installationAnswer(installation: Installation | undefined, call: Call): Answer {
  return installation === undefined ? notFound() : ok(renderInstallation(installation, call))
}

function accountInstallation(call: Call, param: string, types: string[]): Answer {
  const installation = findInstallation(call.data, call.params[param] ?? '')
  const fits = types.includes(installation?.account?.type ?? '')
  return installationAnswer(fits ? installation : undefined, call)
}

/** A repository; the id to which its former name is redirected; or null if there is none. */
type FoundRepository = { repository: Repository } | { movedTo: number } | null

function findRepository({ params, data }: Call): FoundRepository {
  const isNamed = (each: { owner: string; name: string }): boolean =>
    sameName(each.owner, params['owner'] ?? '') && sameName(each.name, params['repo'] ?? '')
  const repository = data.repositories.find(isNamed)
  if (repository !== undefined) return { repository }
  const former = data.formerNames.find(isNamed)
  return former === undefined ? null : { movedTo: former.repositoryId }
}

function findRepositoryById({ params, data }: Call): FoundRepository {
  const id = Number(params['repository_id'])
  const repository = data.repositories.find((each) => each.id === id)
  return repository === undefined ? null : { repository }
}

function repositoryInstallation(call: Call, found: FoundRepository, rest: string): Answer {
  if (found === null) return notFound()
  if ('movedTo' in found) return redirectTo(`${call.api}/repositories/${found.movedTo}${rest}`)
  return installationAnswer(coveringInstallation(call.data, found.repository), call)
}

function coveringInstallation(data: GitHubData, { id }: Repository): Installation | undefined {
  return data.app.installations.find(({ repositories }) =>
    repositories.some((each) => each.id === id)
  )
}

function repositoryAnswer(call: Call, found: FoundRepository, token: IssuedToken | null): Answer {
  if (found === null) return notFound()
  if ('movedTo' in found) return redirectTo(`${call.api}/repositories/${found.movedTo}`)
  const { repository } = found
  const reached = token?.repositories.some(({ id }) => id === repository.id) ?? false
  return repository.private && !reached ? notFound() : ok(renderRepository(repository, call))
}

function userAnswer(call: Call): Answer {
  const { accounts, bots } = call.data
  const users = accounts.filter((each) => each.type !== 'Enterprise')
  const name = call.params['username'] ?? ''
  const user = [...users, ...bots].find((each) => sameName(each.login, name))
  return user === undefined ? notFound() : ok(renderUser(user, call))
}

/** The one query that the action sends: https://docs.github.com/en/graphql/reference/queries#viewer */
const VIEWER_QUERY = 'query { viewer { login databaseId } }'

function queryViewer(call: Call): Answer {
  const [bot] = call.data.bots
  if (call.body !== JSON.stringify({ query: VIEWER_QUERY })) call.complain('not the known query')
  return ok({
    data: { viewer: bot === undefined ? null : { login: bot.login, databaseId: bot.id } }
  })
}

function listRepositories(call: Call, token: IssuedToken | null): Answer {
  const all = token?.repositories ?? []
  const { items, headers } = page(all, call)
  const repositories = items.map((each) => renderRepository(each, call))
  const selection = token?.repositorySelection ?? 'all'
  return ok({ total_count: all.length, repository_selection: selection, repositories }, headers)
}

function revoke(call: Call, token: IssuedToken | null): Answer {
  if (token !== null) call.tokens.revoke(token)
  return { status: 204, body: null }
}
