/**
 * A token service in the protocol of octo-sts: it gives a job a token for its OIDC identity, under a trust
 * policy. It refuses in the words of https://github.com/octo-sts/app, which other servers copy.
 */
import { sameName } from '../github/github-data'
import type { Answer } from '../github/exchange'
import type { EmbeddedGitHub } from '../github/server'
import { field, textField } from '../../src/json'
import type { Claims, EmbeddedOidc } from '../key-services/oidc'
import { startService, type EmbeddedService, type ServiceRequest } from '../key-services/service'

/** A trust policy, as octo-sts reads it from a repository. Patterns match whole texts. */
export interface TrustPolicy {
  issuer: string
  subjectPattern: string
  /** The host of the service if undefined. */
  audience?: string
  claimPatterns?: Record<string, string>
  permissions: Record<string, string>
  /** Only in a policy for an owner; all that the installation reaches if undefined. */
  repositories?: string[]
}

/** What a service knows. May be changed. */
export interface TokenServiceData {
  /** By repository and name: `octo-org/hello/release`. */
  readonly policies: Record<string, TrustPolicy | 'damaged'>
  /** Where its App is installed; undefined before there is a GitHub. */
  github: EmbeddedGitHub | undefined
}

/** A running token service. */
export interface EmbeddedTokenService extends EmbeddedService {
  readonly data: TokenServiceData
  /** The audience that it expects by default: its host. */
  readonly domain: string
}

/** What a service is started with. */
export interface TokenServiceOptions {
  /** Whose tokens it accepts. */
  readonly oidc: Pick<EmbeddedOidc, 'verify' | 'url'>
  readonly onHold?: (() => void) | undefined
}

/** Starts a service on a free port of the loopback, with the policies `release`. */
export async function startTokenService(
  options: TokenServiceOptions
): Promise<EmbeddedTokenService> {
  const { oidc, onHold } = options
  const data: TokenServiceData = { policies: defaultPolicies(oidc.url), github: undefined }
  const answer = (request: ServiceRequest): Answer => exchange(request, data, oidc)
  const service = await startService(
    [
      { name: 'exchange', method: 'GET', path: /^\/sts\/exchange$/, answer },
      { name: 'exchange by POST', method: 'POST', path: /^\/sts\/exchange$/, answer }
    ],
    { unknown: () => failure('NotFound', 'Not Found'), onHold }
  )
  return { ...service, data, domain: new URL(service.url).host }
}

function defaultPolicies(issuer: string): Record<string, TrustPolicy> {
  const release: TrustPolicy = {
    issuer,
    subjectPattern: 'repo:octo-org/hello:ref:refs/heads/.*',
    permissions: { contents: 'write', issues: 'write' }
  }
  return {
    'octo-org/hello/release': release,
    'octo-org/lib/release': { ...release, permissions: { contents: 'read' } },
    'octo-org/.github/release': { ...release, permissions: { contents: 'read' } },
    'mona/.github/release': { ...release, permissions: { contents: 'read' } }
  }
}

/** The codes of gRPC, and the statuses that its gateways make of them. */
const CODES = {
  InvalidArgument: [3, 400],
  NotFound: [5, 404],
  PermissionDenied: [7, 403],
  Internal: [13, 500],
  Unauthenticated: [16, 401]
} as const

/** A refusal as a gRPC gateway writes it. */
export function failure(code: keyof typeof CODES, message: string): Answer {
  const [number, status] = CODES[code]
  return { status, body: { code: number, message, details: [] } }
}

function exchange(
  request: ServiceRequest,
  data: TokenServiceData,
  oidc: TokenServiceOptions['oidc']
): Answer {
  checkRequest(request)
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (bearer === undefined) return failure('InvalidArgument', 'invalid bearer token')
  const verified = oidc.verify(bearer)
  if ('mistake' in verified) return failure('Unauthenticated', 'unable to verify bearer token')
  const scope = request.query.get('scope') ?? ''
  const identity = request.query.get('identity') ?? ''
  if (scope === '') return failure('InvalidArgument', 'scope must be provided')
  if (identity === '') return failure('InvalidArgument', 'identity must be provided')
  return answerFor(scope, identity, { request, data, claims: verified.claims })
}

/** What octo-sts tolerates, but the action must not do. */
function checkRequest({ query, headers, complain }: ServiceRequest): void {
  const names = [...query.keys()].toSorted().join()
  if (names !== 'identity,scope') complain(`the query has ${names}`)
  if (headers.accept !== 'application/json') complain('accept is not application/json')
  if (headers['user-agent'] === undefined) complain('there is no user-agent')
}

/** What a request brought. */
interface Context {
  readonly request: ServiceRequest
  readonly data: TokenServiceData
  readonly claims: Claims
}

function answerFor(scope: string, identity: string, context: Context): Answer {
  const { data, request } = context
  const [owner = '', repository] = scope.split('/')
  const installation = data.github?.data.app.installations.find(
    // Unlike GitHub, octo-sts compares upper and lower case.
    ({ account }) => account !== null && 'login' in account && account.login === owner
  )
  if (installation === undefined) {
    return failure('NotFound', `no installation found for "${owner}"`)
  }
  const policy = data.policies[`${owner}/${repository ?? '.github'}/${identity}`]
  if (policy === undefined || policy === 'damaged') {
    const what = policy === undefined ? 'find trust policy for' : 'parse trust policy found for'
    return failure('NotFound', `unable to ${what} "${identity}"`)
  }
  const refusal = mismatch(policy, context.claims, String(request.headers.host))
  if (refusal !== undefined) return failure('PermissionDenied', `trust policy: ${refusal}`)
  const repositories = repository === undefined ? policy.repositories : [repository]
  return create(data.github, installation.id, { permissions: policy.permissions, repositories })
}

function create(github: TokenServiceData['github'], installation: number, scope: object): Answer {
  const created = github?.createToken(installation, scope)
  if (created?.status === 422) {
    return failure('PermissionDenied', 'token exchange failure (StatusUnprocessableEntity)')
  }
  if (created?.status !== 201) return failure('Internal', 'failed to get token')
  const token = field(created.body, 'token')
  return { status: 200, body: { token, refreshToken: '', expiry: null } }
}

/** Why a policy does not match, in the words of octo-sts. */
function mismatch(policy: TrustPolicy, claims: Claims, domain: string): string | undefined {
  const [iss = '', sub = '', aud = ''] = ['iss', 'sub', 'aud'].map((name) =>
    textField(claims, name)
  )
  if (iss !== policy.issuer) return `issuer "${iss}" did not match "${policy.issuer}"`
  if (!isWhole(policy.subjectPattern, sub)) {
    return `subject "${sub}" did not match pattern "${policy.subjectPattern}"`
  }
  const audience = policy.audience ?? domain
  if (!sameName(audience, aud)) {
    return `audience "${audience}" did not match any of ["${aud}"]`
  }
  for (const [name, pattern] of Object.entries(policy.claimPatterns ?? {})) {
    const value = textField(claims, name)
    if (value === '') return `expected claim "${name}" not found in token`
    if (!isWhole(pattern, value)) return `claim "${name}" did not match "${pattern}"`
  }
  return undefined
}

function isWhole(pattern: string, text: string): boolean {
  return new RegExp(`^${pattern}$`).test(text)
}
