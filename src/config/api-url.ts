import { printable } from '../printable'
import { invalid, valid, type LogMessage, type Parsed } from '../parsed'
import type { AddressMistake } from '../problems/input-problem'

/** The REST API that the step talks to. */
export interface Api {
  /** Its base address without a trailing slash, such as `https://api.github.com`. */
  readonly url: string
  /** Whether it is the API of the GitHub that runs the workflow. */
  readonly isOwn: boolean
  /** Host names of the web addresses that belong to it, such as `github.com`. */
  readonly webHosts: readonly string[]
  /** The address of its web pages without a trailing slash, such as `https://github.com`. */
  readonly webUrl: string
}

/** The workflow's own GitHub, as the runner names it. */
export interface OwnGitHub {
  /** `GITHUB_API_URL`. */
  readonly apiUrl: string
  /** `GITHUB_SERVER_URL`. */
  readonly serverUrl: string
}

const GITHUB_API = 'https://api.github.com'

/** Paths that people add to the address of a GitHub whose API has none. Enterprise Server's has one. */
const SERVER_PATHS: ReadonlySet<string> = new Set(['/api/v3', '/api', '/graphql', '/api/graphql'])

/**
 * Settles which API to use: `github-api-url`, or else the workflow's own. A host's web address is
 * turned into its API base: https://docs.github.com/en/enterprise-server/rest/quickstart,
 * https://docs.github.com/en/enterprise-cloud@latest/admin/data-residency. The workflow's own
 * address is taken as it is. Problem: `api-url-malformed`.
 */
export function parseApiUrl(input: string, own: OwnGitHub): Parsed<Api> {
  const ownUrl = trimSlashes(own.apiUrl === '' ? GITHUB_API : own.apiUrl)
  const given = input === '' ? ownUrl : trimSlashes(input)
  const name = input === '' ? 'GITHUB_API_URL' : 'github-api-url'
  const url = readUrl(given)
  if (!(url instanceof URL)) return invalid({ kind: 'api-url-malformed', name, mistake: url })
  const base = given === ownUrl ? given : apiBaseOf(url)
  const isOwn = base === ownUrl
  const webUrl =
    isOwn && own.serverUrl !== '' ? trimSlashes(own.serverUrl) : webUrlOf(new URL(base))
  return valid(
    { url: base, isOwn, webUrl, webHosts: hostsOf([webUrl, base]) },
    messagesOn(given, base, new URL(base))
  )
}

function messagesOn(given: string, base: string, url: URL): LogMessage[] {
  const found: LogMessage[] = []
  if (base !== given) {
    found.push({
      level: 'notice',
      message: `github-api-url is "${printable(given)}". The API there is ${base}, which was used.`
    })
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    found.push({
      level: 'warning',
      message: `${base} is not encrypted. Anyone on the network can read the token.`
    })
  }
  return found
}

function readUrl(text: string): URL | AddressMistake {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isWeb = url !== undefined && /^https?:$/.test(url.protocol)
  // Without a scheme, the name and password are not in their parts of the URL.
  const isLogin = isWeb ? url.username !== '' || url.password !== '' : text.includes('@')
  if (isLogin) return { mistake: 'credentials' }
  if (url === undefined) return { mistake: 'not-an-address', text: printable(text) }
  if (!isWeb) {
    return { mistake: 'scheme', scheme: printable(url.protocol) }
  }
  // Not by the URL's parts: those of an empty query and fragment are empty.
  return /[?#]/.test(text) ? { mistake: 'query' } : url
}

function apiBaseOf(url: URL): string {
  const host = url.hostname
  const given = trimSlashes(url.pathname)
  const path = isCloud(host) && SERVER_PATHS.has(given) ? '' : given
  if (path !== '') return `${url.origin}${path}`
  if (host === 'github.com' || host === 'www.github.com') return GITHUB_API
  if (host === 'api.github.com' || isLoopback(host)) return url.origin
  if (host.endsWith('.ghe.com')) {
    return host.startsWith('api.') ? url.origin : `${url.protocol}//api.${url.host}`
  }
  return `${url.origin}/api/v3`
}

/** Whether a host is github.com or Enterprise Cloud with data residency, its web pages or its API. */
function isCloud(host: string): boolean {
  return /^(?:(?:www|api)\.)?github\.com$/.test(host) || host.endsWith('.ghe.com')
}

function webUrlOf(api: URL): string {
  return isCloud(api.hostname) ? `${api.protocol}//${api.host.replace(/^api\./, '')}` : api.origin
}

function hostsOf(urls: readonly string[]): string[] {
  const hosts = urls.map((url) => (URL.canParse(url) ? new URL(url).hostname : ''))
  return [...new Set(hosts.filter((host) => host !== ''))]
}

/** Whether a host name, as `URL` writes it, is this very machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || /^127\.\d+\.\d+\.\d+$/.test(hostname) || hostname === '[::1]'
}

function trimSlashes(text: string): string {
  return text.replace(/(?<!\/)\/+$/, '')
}
