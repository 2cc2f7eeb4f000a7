/** The installation access tokens that were created, and which of them still work. */
import { randomBytes, randomInt } from 'node:crypto'
import type { Installation, Permissions, Repository, GitHubData } from './github-data'

const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A token, as the embedded GitHub stores it. Times are ISO times of GitHub's clock. */
export interface IssuedToken {
  readonly value: string
  readonly installationId: number
  readonly permissions: Permissions
  /** The repositories that it covers. */
  readonly repositories: readonly Repository[]
  readonly repositorySelection: 'all' | 'selected'
  readonly expiresAt: string
  revokedAt: string | null
}

/** What a new token is for. */
export interface Grant {
  readonly installation: Installation
  readonly permissions: Permissions
  readonly repositories: readonly Repository[]
  readonly repositorySelection: 'all' | 'selected'
}

/** Stores tokens. `data` has the clock and the format of tokens. */
export class TokenStore {
  readonly issued: IssuedToken[] = []
  private readonly data: GitHubData

  constructor(data: GitHubData) {
    this.data = data
  }

  /** Creates a token. A format in a request header takes precedence over the format in `data`. */
  issue(grant: Grant, format: GitHubData['tokenFormat'] = this.data.tokenFormat): IssuedToken {
    const expires = this.data.now() + this.data.tokenLife
    const token: IssuedToken = {
      value: format === 'stateless' ? statelessToken(this.data.app.id, expires) : classicToken(),
      installationId: grant.installation.id,
      permissions: grant.permissions,
      repositories: grant.repositories,
      repositorySelection: grant.repositorySelection,
      expiresAt: isoTime(expires),
      revokedAt: null
    }
    this.issued.push(token)
    return token
  }

  /** The tokens that are neither revoked nor expired. */
  live(): IssuedToken[] {
    const now = this.data.now()
    return this.issued.filter(
      ({ revokedAt, expiresAt }) => revokedAt === null && Date.parse(expiresAt) > now
    )
  }

  /** The token with this value if it still works. */
  find(value: string): IssuedToken | undefined {
    return this.live().find((token) => token.value === value)
  }

  /** Revokes a token. */
  revoke(token: IssuedToken): void {
    token.revokedAt = isoTime(this.data.now())
  }
}

/** GitHub writes its times in UTC and whole seconds: `2026-11-21T14:03:11Z`. */
export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z')
}

/** `ghs_` and 36 letters and digits. */
function classicToken(): string {
  const pick = (): string => LETTERS_AND_DIGITS.charAt(randomInt(LETTERS_AND_DIGITS.length))
  return `ghs_${Array.from({ length: 36 }, pick).join('')}`
}

/** `ghs_APPID_JWT`: about 520 characters with two dots, `-` and `_` among them. */
function statelessToken(appId: number, expires: number): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const header = part({ alg: 'RS256', typ: 'JWT', kid: 's2s' })
  const claims = {
    iss: 'github',
    exp: Math.floor(expires / 1000),
    jti: randomBytes(16).toString('hex')
  }
  // The bytes fb ff fe are `-__-` in base64url, so that both characters always occur.
  const signature = Buffer.concat([Buffer.from('fbfffe', 'hex'), randomBytes(253)])
  return `ghs_${appId}_${header}.${part(claims)}.${signature.toString('base64url')}`
}
