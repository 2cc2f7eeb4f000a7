import { combine, invalid, map, valid, type Parsed } from '../parsed'
import { printable } from '../printable'
import type { TokenServiceMistake } from '../problems/token-service-problem'
import type { KeyServiceFacts } from './key-service/facts'
import { isEncryptedOrLocal, readOidcRequest, type OidcRequest } from './oidc'

/** A service that gives a job a token for its OIDC identity, under a trust policy. Plain JSON. */
export interface TokenServiceCredential {
  readonly kind: 'token-service'
  /** Its address: scheme, host and port. */
  readonly url: string
  /** The name of the policy; octo-sts calls it `identity`. */
  readonly trustPolicy: string
  readonly oidc: OidcRequest
}

/** What decides which token service is used, and how. */
export interface TokenServiceFacts {
  readonly tokenService: string
  readonly trustPolicy: string
  /** Of the OIDC token; empty for the host of the service. */
  readonly audience: string
  readonly variables: KeyServiceFacts['variables']
  readonly isForkRun: boolean
}

/** The service as people call it: its host. */
export function tokenServiceName({ url }: Pick<TokenServiceCredential, 'url'>): string {
  return new URL(url).host
}

/** A short name of the credential for the log. Not secret. */
export function tokenServiceCredentialName(service: TokenServiceCredential): string {
  return `token service ${tokenServiceName(service)}, trust policy ${service.trustPolicy}`
}

/**
 * Reads `token-service`, `trust-policy` and `audience`. Problems: `token-service-malformed`,
 * `token-service-incomplete`, `trust-policy-malformed`, `token-service-audience-refused`,
 * `oidc-not-available`, `oidc-audience-refused`.
 */
export function readTokenService(facts: TokenServiceFacts): Parsed<TokenServiceCredential> {
  if (facts.tokenService === '') {
    return invalid({ kind: 'token-service-incomplete', missing: 'token-service' })
  }
  const url = parseAddress(facts.tokenService)
  const parts = combine<Omit<TokenServiceCredential, 'kind'>>({
    url,
    trustPolicy: parseTrustPolicy(facts.trustPolicy),
    // Without an address, there is no audience to ask for.
    oidc: url.ok ? parseOidc(url.value, facts) : url
  })
  return map(parts, (value) => ({ kind: 'token-service', ...value }))
}

/** As people write a host. */
const HOST = /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?$/

function parseAddress(text: string): Parsed<string> {
  // `URL` would read `localhost:8080` as a scheme and a path.
  const address = HOST.test(text) ? `https://${text}` : text
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (/^[^/]*\/\/[^/]*@/.test(address) || /^[^/]*@/.test(address)) {
    return malformed({ mistake: 'credentials' })
  }
  if (url === undefined || !/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) {
    return malformed({ mistake: 'not-an-address', text: printable(text) })
  }
  if (!/^https?:$/.test(url.protocol)) {
    return malformed({ mistake: 'scheme', scheme: printable(url.protocol) })
  }
  // Not by the URL's parts: those of an empty query and fragment are empty.
  if (url.pathname !== '/' || /[?#]/.test(address)) {
    return malformed({ mistake: 'not-only-a-host', text: printable(text) })
  }
  return isEncryptedOrLocal(url) ? valid(url.origin) : malformed({ mistake: 'not-encrypted' })
}

function malformed(mistake: TokenServiceMistake): Parsed<never> {
  return invalid({ kind: 'token-service-malformed', mistake })
}

/** The name becomes a part of a path in a repository. */
const POLICY = /^[A-Za-z0-9][A-Za-z0-9_-]*(?:[./][A-Za-z0-9_-]+)*$/

function parseTrustPolicy(text: string): Parsed<string> {
  if (text === '') return invalid({ kind: 'token-service-incomplete', missing: 'trust-policy' })
  const meant = text.replace(/^\.github\/chainguard\//, '').replace(/\.sts\.ya?ml$/, '')
  if (meant === text && POLICY.test(text) && text.length <= MAX_POLICY_LENGTH) return valid(text)
  const isName = meant !== text && POLICY.test(meant)
  return invalid({
    kind: 'trust-policy-malformed',
    text: printable(text),
    meant: isName ? printable(meant) : ''
  })
}

const MAX_POLICY_LENGTH = 200

function parseOidc(url: string, facts: TokenServiceFacts): Parsed<OidcRequest> {
  const { audience, variables, isForkRun } = facts
  const asked = audience === '' ? new URL(url).host : audience
  const cloud = CLOUDS.find(([, pattern]) => pattern.test(asked))?.[0]
  if (cloud !== undefined) {
    const shown = printable(asked)
    const isInput = audience !== ''
    return invalid({ kind: 'token-service-audience-refused', audience: shown, cloud, isInput })
  }
  return readOidcRequest('token-service', asked, { inputs: { audience }, variables, isForkRun })
}

/** The audiences with which clouds let a job log in. */
const CLOUDS = [
  ['AWS', /^(?:https?:\/\/)?sts\.(?:[a-z0-9-]+\.)?amazonaws\.com/i],
  ['Azure', /^api:\/\/AzureADTokenExchange/i],
  ['Google Cloud', /iam\.googleapis\.com/i]
] as const
