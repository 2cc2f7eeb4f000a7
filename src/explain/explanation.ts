import type { Problem } from '../problem'

/**
 * Every way this action can fail, by name. Each is the anchor of a heading in
 * docs/TROUBLESHOOTING.md and never changes once released: links to it live in old logs.
 */
export type ExplanationCode =
  | 'app-id-missing'
  | 'app-id-malformed'
  | 'private-key-empty'
  | 'private-key-not-a-key'
  | 'private-key-incomplete'
  | 'private-key-damaged'
  | 'private-key-wrong-kind'
  | 'private-key-several'
  | 'private-key-file'
  | 'key-twice'
  | 'jwt-not-a-jwt'
  | 'jwt-wrong-signature'
  | 'jwt-claims'
  | 'jwt-times'
  | 'jwt-other-app'
  | 'jwt-refused'
  | 'jwt-clock'
  | 'kms-key-malformed'
  | 'kms-login-conflict'
  | 'kms-login-missing'
  | 'kms-login-malformed'
  | 'kms-key-unsuitable'
  | 'kms-key-not-of-app'
  | 'kms-refused'
  | 'kms-unavailable'
  | 'kms-other-server'
  | 'oidc-not-available'
  | 'oidc-refused'
  | 'vault-login-refused'
  | 'vault-key-denied'
  | 'vault-key-not-found'
  | 'key-in-wrong-input'
  | 'fallback-token-malformed'
  | 'owner-malformed'
  | 'repository-malformed'
  | 'repository-owner-mismatch'
  | 'installation-malformed'
  | 'scope-conflict'
  | 'scope-unknown'
  | 'permission-malformed'
  | 'permission-unknown'
  | 'permission-conflict'
  | 'boolean-malformed'
  | 'input-unknown'
  | 'api-url-malformed'
  | 'proxy-malformed'
  | 'app-not-installed'
  | 'app-unknown'
  | 'api-not-found'
  | 'repository-not-selected'
  | 'repository-unknown'
  | 'repository-moved'
  | 'installation-unknown'
  | 'installation-mismatch'
  | 'installation-suspended'
  | 'key-refused'
  | 'key-none-registered'
  | 'clock-off'
  | 'permissions-not-granted'
  | 'repositories-not-accessible'
  | 'grant-differs'
  | 'scope-too-large'
  | 'rate-limited'
  | 'ip-not-allowed'
  | 'other-host'
  | 'proxy-refused'
  | 'not-github'
  | 'redirected'
  | 'tls-untrusted'
  | 'network-unreachable'
  | 'github-unavailable'
  | 'github-refused'
  | 'no-runner'
  | 'runner-file-unwritable'
  | 'state-too-large'
  | 'git-missing'
  | 'git-too-old'
  | 'git-config-conflict'
  | 'git-file-unwritable'
  | 'bot-unknown'
  | 'renew-conflict'
  | 'renewal-not-started'
  | 'renewal-failed'
  | 'renewal-stopped'
  | 'renewal-token-lost'
  | 'renewal-record-changed'
  | 'unexpected'

/**
 * What a person reads when something is wrong: what happened, why, what to do. Plain sentences;
 * lines are separated by `\n`. Never contains a secret. Text that others wrote has passed `printable`.
 */
export interface Explanation {
  readonly code: ExplanationCode
  /**
   * The annotation's title: a few fixed words, no full stop. It never reaches the log, and the
   * runner does not mask it: it contains names of inputs and variables, but no value.
   */
  readonly title: string
  /** What happened and why. Its first line must stand alone. */
  readonly problem: string
  /** What to do or click, imperative. */
  readonly fix: string
}

/** For each kind of problem, what a person reads about it. */
export type Texts<P extends Problem> = {
  readonly [One in P as One['kind']]: (problem: One) => Explanation
}
