import type { KeyServiceName, KeyServiceProblem } from './key-service-problem'
import type { SecretKind } from './secret-text'
import type { TokenServiceProblem } from './token-service-problem'

/**
 * Why the step cannot go on, if the action itself found it out: only the facts. `explain/` has the
 * words. Texts that others wrote have passed `printable`, so no fact contains a secret.
 */
export type Problem =
  | InputProblem
  | KeyServiceProblem
  | TokenServiceProblem
  | TargetProblem
  | PermissionProblem
  | RunnerProblem
  | GrantProblem
  | RenewalProblem

/** What is wrong with an input that is read by itself, or with the proxy's address. */
export type InputProblem =
  /**
   * `repository` is the workflow's, as `owner/name`; empty if the runner names none. `settings` is
   * the address of its settings if Dependabot started the run; empty otherwise.
   */
  | { readonly kind: 'app-id-missing'; readonly repository: string; readonly settings: string }
  | { readonly kind: 'app-id-malformed'; readonly input: AppIdInput; readonly found: NotAnAppId }
  /** No key is set, although this run can read secrets. */
  | (NoKey & {
      readonly kind: 'key-empty'
      readonly event: string
      readonly origin: RunOrigin
      readonly repository: string
    })
  /** No key is set, and the workflow runs in a fork of the repository that it was written for. */
  | (NoKey & {
      readonly kind: 'key-empty-in-fork'
      readonly repository: string
      readonly isIdEmpty: boolean
    })
  /** No key is set; `fork` is the pull request's repository, empty if it was deleted. */
  | (NoKey & { readonly kind: 'key-empty-for-fork'; readonly fork: string })
  /** No key is set; `settings` is the address of the repository's settings. */
  | (NoKey & {
      readonly kind: 'key-empty-for-dependabot'
      readonly settings: string
      readonly isIdEmpty: boolean
    })
  | {
      readonly kind: 'key-unusable'
      readonly input: KeyInput
      readonly mistake: KeyMistake
      /** Whether there is a fallback token. It is only for an empty key. */
      readonly isFallbackSet?: boolean
    }
  /** More than one of the inputs for the key is set. */
  | { readonly kind: 'key-twice'; readonly inputs: readonly CredentialInput[] }
  | {
      readonly kind: 'jwt-unusable'
      readonly mistake: JwtMistake
      /** Whether there is a fallback token. It is only for an empty key. */
      readonly isFallbackSet?: boolean
    }
  /** The JWT's `iss` is another id than the one that the workflow names. */
  | {
      readonly kind: 'jwt-of-other-app'
      readonly input: AppIdInput
      readonly id: string
      readonly issuer: string
    }
  | {
      readonly kind: 'key-file-unusable'
      readonly path: string
      readonly mistake: KeyFileMistake
      /** Whether there is a fallback token. It is only for an empty key. */
      readonly isFallbackSet?: boolean
    }
  | { readonly kind: 'secret-in-input'; readonly input: string; readonly secret: SecretKind }
  | { readonly kind: 'key-in-input-name' }
  | { readonly kind: 'fallback-token-malformed'; readonly found: NotAToken }
  | { readonly kind: 'boolean-malformed'; readonly input: string; readonly text: string }
  | {
      readonly kind: 'api-url-malformed'
      readonly name: 'github-api-url' | 'GITHUB_API_URL'
      readonly mistake: AddressMistake
    }
  | {
      readonly kind: 'web-url-malformed'
      readonly name: 'github-api-url' | 'GITHUB_API_URL' | 'GITHUB_SERVER_URL'
      readonly mistake: AddressMistake
    }
  | {
      readonly kind: 'proxy-malformed'
      readonly variable: string
      readonly mistake: ProxyMistake
    }

/** The inputs that can hold the App's id. */
export type AppIdInput = 'client-id' | 'app-id'

/** What an input holds instead of an App's id. A text is shown only if it is short. */
export type NotAnAppId =
  | {
      readonly is: 'client-secret' | 'private-key' | 'fingerprint' | 'expression' | 'token' | 'jwt'
    }
  /** `login`: an address with a user name or password. */
  | { readonly is: 'login' | 'address' | 'quoted' }
  | { readonly is: 'long-text'; readonly length: number }
  | { readonly is: 'odd-character'; readonly text: string; readonly character: string }
  | { readonly is: 'text'; readonly text: string }

/** What `fallback-token` holds instead of a token. None of it is shown. */
export type NotAToken =
  | { readonly is: 'expression' | 'blanks' | 'characters' }
  | { readonly is: 'short'; readonly length: number }

/**
 * Where a run comes from that Dependabot did not start: an event that gets secrets, a pull request of
 * the same repository, or a pull request of which the payload does not say it.
 */
export type RunOrigin = 'event-with-secrets' | 'same-repository' | 'unknown'

interface NoKey {
  readonly fallback: UnusedFallback
}

/**
 * Why the fallback token is not used if there is no key. `other-github`: it belongs to another GitHub than
 * the one in use. `set`: for another reason, which the problem or another problem says.
 */
export type UnusedFallback = 'not-set' | 'other-github' | 'set'

/** The inputs that a private key can come from. */
export type KeyInput = 'private-key' | 'private-key-file'

/** The inputs of which exactly one says how to sign for the App. */
export type AppKeyInput = KeyInput | 'jwt' | 'kms-key'

/** The inputs of which exactly one says where the token comes from. */
export type CredentialInput = AppKeyInput | 'token-service'

/**
 * Why a text is not a usable private key. Holds lengths, counts and kinds only, never a part of the
 * text.
 */
export type KeyMistake =
  | { readonly mistake: 'empty' }
  | { readonly mistake: 'not-a-key'; readonly looksLike: KeyLookalike }
  /** A text that is like nothing known. */
  | { readonly mistake: 'no-begin-line'; readonly length: number }
  | { readonly mistake: 'too-long'; readonly length: number }
  | { readonly mistake: 'encrypted' }
  /** A private key of another kind: Ed25519, EC and so on. */
  | { readonly mistake: 'not-rsa'; readonly algorithm: string }
  | { readonly mistake: 'too-few-bits'; readonly bits: number }
  | { readonly mistake: 'too-many-bits'; readonly bits: number }
  | { readonly mistake: 'only-first-line' }
  | { readonly mistake: 'no-body' }
  | { readonly mistake: 'no-first-line' }
  | { readonly mistake: 'no-last-line' }
  /** The key announces more bytes than there are. */
  | {
      readonly mistake: 'cut-short'
      readonly bytes: number
      readonly announced: number
      readonly oddLine?: OddLine
    }
  | { readonly mistake: 'damaged'; readonly oddLine?: OddLine }
  | { readonly mistake: 'broken-dashes' }
  /** Several keys that differ. */
  | { readonly mistake: 'several'; readonly keys: number }

/** What people store instead of the App's private key. */
export type KeyLookalike =
  | 'public-key'
  | 'certificate'
  | 'pgp'
  | 'pkcs12'
  | 'putty'
  | 'asterisks'
  | 'expression'
  | 'variable'
  | 'name'
  | 'client-secret'
  | 'fingerprint'
  | 'token'
  | 'jwt'
  | 'client-id'
  | 'app-id'
  | 'json'
  | 'path'
  | 'binary'

/** The claims that GitHub requires in the App's JWT. */
export type JwtClaim = 'iss' | 'iat' | 'exp'

/** Why a text is not a JWT that GitHub accepts now. Holds times, counts and kinds, never a part of the text. */
export type JwtMistake =
  /** Nothing but quotes, or the word Bearer. */
  | { readonly mistake: 'empty' }
  | { readonly mistake: 'not-a-jwt'; readonly looksLike: JwtLookalike }
  | { readonly mistake: 'not-three-parts'; readonly parts: number; readonly length: number }
  | { readonly mistake: 'too-long'; readonly length: number }
  | { readonly mistake: 'several'; readonly count: number }
  /** Base64 instead of base64url. */
  | { readonly mistake: 'base64' }
  | { readonly mistake: 'stray-character' }
  /** The part is not base64url of a JSON object. */
  | { readonly mistake: 'unreadable'; readonly part: 'header' | 'payload' }
  /** `alg` is not RS256; undefined if it cannot be shown. */
  | { readonly mistake: 'algorithm'; readonly algorithm: string | undefined }
  | { readonly mistake: 'signature-short'; readonly bytes: number }
  | { readonly mistake: 'claim-missing'; readonly claim: JwtClaim }
  | {
      readonly mistake: 'not-a-number' | 'not-whole' | 'milliseconds'
      readonly claim: Exclude<JwtClaim, 'iss'>
    }
  | { readonly mistake: 'issuer-type' }
  | { readonly mistake: 'issuer'; readonly found: NotAnAppId }
  | {
      readonly mistake: 'not-yet-valid' | 'expired' | 'ends-soon' | 'lives-too-long'
      readonly times: JwtTimes
    }

/** What people store instead of a JWT of the App. */
export type JwtLookalike = Exclude<KeyLookalike, 'jwt'> | 'private-key' | 'oidc-token'

/** The times of a JWT and the runner's time, in seconds since 1970. */
export interface JwtTimes {
  readonly issuedAt: number
  readonly expires: number
  readonly now: number
}

/** The first line of a key that cannot be right, counted from 1. */
export interface OddLine {
  readonly line: number
  readonly reason: 'invalid-character' | 'length'
}

/** Why the file that `private-key-file` names cannot be used. */
export type KeyFileMistake =
  | { readonly mistake: 'not-a-file' | 'empty' }
  | { readonly mistake: 'too-large'; readonly bytes: number }
  /** The code is Node's, such as `ENOENT`. */
  | { readonly mistake: 'unreadable'; readonly code: string }

/** What is wrong with an address. One with a password in it is not shown. */
export type AddressMistake =
  | {
      readonly mistake: 'not-an-address' | 'invalid-host' | 'not-only-a-host'
      readonly text: string
    }
  | { readonly mistake: 'scheme'; readonly scheme: string }
  | { readonly mistake: 'credentials' | 'query' }

/** What is wrong with a proxy's address, which is never shown: it can have a password in it. */
export type ProxyMistake =
  | { readonly mistake: 'scheme'; readonly scheme: string }
  /** `not-encoded`: it has a `#`, `?`, `/` or `\\` where only a password can have one. */
  | { readonly mistake: 'quotes' | 'not-encoded' | 'not-an-address' }

/** What is wrong with the inputs that say what the token is for. */
export type TargetProblem =
  | { readonly kind: 'owner-names-none'; readonly text: string }
  | { readonly kind: 'owner-malformed'; readonly text: string }
  /** An account's name that is too long for one; it may be a secret. */
  | {
      readonly kind: 'owner-too-long'
      readonly input: 'owner' | 'repositories'
      readonly length: number
      readonly longest: number
    }
  /** `owner` begins like a JSON list. */
  | { readonly kind: 'owner-is-json'; readonly text: string }
  /** `owner` holds `owner/name`. */
  | {
      readonly kind: 'owner-has-repository'
      readonly text: string
      readonly owner: string
      readonly name: string
    }
  | { readonly kind: 'enterprise-malformed'; readonly text: string }
  /** A list that begins like JSON, and is none; `isOpen` if its end is missing. */
  | {
      readonly kind: 'list-unreadable'
      readonly input: 'repositories' | 'repository-ids'
      readonly text: string
      readonly isOpen: boolean
    }
  /** A list that begins like a JSON object. */
  | {
      readonly kind: 'list-is-object'
      readonly input: 'repositories' | 'repository-ids'
      readonly text: string
    }
  | { readonly kind: 'repository-malformed'; readonly text: string }
  | { readonly kind: 'repository-id-malformed'; readonly text: string }
  | { readonly kind: 'installation-id-malformed'; readonly text: string }
  /** `owner` is not set, and the runner names no owner. */
  | { readonly kind: 'workflow-owner-missing'; readonly text: string }
  /** Nothing is set, or a list that names none, and the runner names no repository. */
  | {
      readonly kind: 'workflow-repository-missing'
      readonly text: string
      readonly reason: 'nothing-set' | 'empty-list'
    }
  /** `repositories` is set and empty; without it, the token would cover everything. */
  | { readonly kind: 'repositories-name-none'; readonly text: string }
  | { readonly kind: 'repository-ids-without-owner' }
  | { readonly kind: 'repository-ids-with-owners'; readonly count: number }
  | { readonly kind: 'installation-id-with-owners'; readonly count: number }
  /** `installation-id` beside names of two accounts, as they were written. */
  | { readonly kind: 'installation-id-with-accounts'; readonly named: readonly [string, string] }
  | { readonly kind: 'enterprise-with-others'; readonly inputs: readonly string[] }
  | { readonly kind: 'git-credentials-with-enterprise' }
  /** `owners` are those of `owner`, or the workflow's if `isOwnerSet` is false. */
  | {
      readonly kind: 'repository-of-other-owner'
      /** As it was written. */
      readonly entry: string
      /** Undefined if it cannot be shown. */
      readonly owner: string | undefined
      readonly owners: readonly string[]
      readonly isOwnerSet: boolean
    }
  /** One of several owners of which no repository is named. */
  | { readonly kind: 'owner-without-repository'; readonly owner: string }
  /** A repository without its owner, and several owners. */
  | {
      readonly kind: 'repository-without-owner'
      readonly name: string
      readonly owners: readonly [string, ...string[]]
    }
  | { readonly kind: 'too-many-owners'; readonly count: number }
  /** `owner` is empty if the workflow names none. */
  | { readonly kind: 'too-many-repositories'; readonly count: number; readonly owner: string }

/** What is wrong with `permissions` or a `permission-*` input. `where` names the input, or the line. */
export type PermissionProblem =
  | (BesideOthers & { readonly kind: 'permissions-name-none'; readonly text: string })
  | { readonly kind: 'permissions-unreadable'; readonly mistake: PermissionsMistake }
  | { readonly kind: 'permission-name-malformed'; readonly where: string; readonly name: string }
  | {
      readonly kind: 'permission-level-malformed'
      readonly where: string
      /** Undefined if it is too long for a level: it may then be a secret. */
      readonly level: string | undefined
      readonly length: number
      /** Whether it looks like an expression that was not evaluated. */
      readonly isExpression: boolean
      /** The levels that the permission has. */
      readonly levels: readonly string[]
    }
  | (BesideOthers & {
      readonly kind: 'permission-unknown'
      /** Whether the name of the input is wrong, or the name of a permission. */
      readonly what: 'input' | 'permission'
      readonly where: string
      readonly meant: string
    })
  | {
      readonly kind: 'permission-at-two-levels'
      readonly name: string
      readonly asked: readonly { readonly level: string; readonly where: string }[]
    }
  | { readonly kind: 'too-many-permissions'; readonly count: number }
  | { readonly kind: 'read-all-with-others'; readonly input: string }

/** Why `permissions` is not a list of permissions. */
export type PermissionsMistake =
  /** `json`: it begins like JSON, and is none. The others are whole values of other things. */
  | { readonly mistake: 'json' | 'json-list' | 'every-level' | 'scopes'; readonly text: string }
  | {
      readonly mistake: 'entry'
      /** The first entry that cannot be read. */
      readonly text: string
      /** Counted from 1; undefined if there is only one line. */
      readonly line: number | undefined
      readonly reason: EntryMistake
    }

/** What is wrong with an entry of `permissions`. `several`: there is no comma between two entries. */
export type EntryMistake = 'dash' | 'comment' | 'several' | 'read-all' | 'no-colon' | 'other'

interface BesideOthers {
  /** Whether another permission is requested: without one, GitHub would grant every permission. */
  readonly hasOthers: boolean
}

/** What is wrong with the runner, or with git on it. */
export type RunnerProblem =
  /** `missing` are variables that a runner sets. */
  | {
      readonly kind: 'no-runner'
      readonly missing: readonly string[]
      readonly need: 'output' | 'git' | 'renewal'
    }
  | { readonly kind: 'runner-file-unwritable'; readonly file: string; readonly code: string }
  | {
      readonly kind: 'state-too-large'
      readonly tokens: number
      readonly length: number
      readonly most: number
    }
  | { readonly kind: 'git-missing'; readonly found: NotGit }
  | { readonly kind: 'git-too-old'; readonly version: string; readonly oldest: string }
  | { readonly kind: 'git-config-conflict'; readonly mistake: GitCountMistake }
  | { readonly kind: 'git-file-unwritable'; readonly folder: string; readonly reason: string }
  /** GitHub knows no user `SLUG[bot]`. */
  | { readonly kind: 'bot-unknown'; readonly slug: string }

/** What happens if `git --version` is run, other than that git answers. */
export type NotGit =
  | { readonly is: 'absent' }
  | { readonly is: 'not-running'; readonly reason: string }
  | { readonly is: 'something-else'; readonly answer: string }

/** What is wrong with the variables `GIT_CONFIG_*`. */
export type GitCountMistake =
  | { readonly mistake: 'not-a-count'; readonly text: string }
  | { readonly mistake: 'empty' | 'not-set'; readonly count: number; readonly variable: string }

/** What the action refuses to create a token for, although GitHub might. */
export type GrantProblem =
  /** The look-up of an account was answered with an installation on another one. */
  | { readonly kind: 'installation-found-elsewhere'; readonly account: string }
  | { readonly kind: 'installation-of-other-account'; readonly id: number; readonly owner: string }
  | { readonly kind: 'repository-moved-away'; readonly repository: string }
  /** `permissions` is `read-all`, and nothing was granted that can be read. */
  | { readonly kind: 'nothing-to-read'; readonly subject: string }

/** Why tokens are not renewed, or what went wrong with it. Times are ISO 8601, UTC. */
export type RenewalProblem =
  /** `renew` beside an input that it cannot be combined with. */
  | { readonly kind: 'renew-with-kept-token' | 'renew-with-jwt' }
  | { readonly kind: 'renew-with-static-login'; readonly service: KeyServiceName }
  | { readonly kind: 'renew-with-owners'; readonly count: number }
  | { readonly kind: 'renewal-not-started'; readonly found: NotStarted }
  /** Renewals failed, and the last one of them, too, or the files had an expired token for a while. */
  | {
      readonly kind: 'renewal-failed'
      readonly failures: number
      /** The last of them; undefined if the machine was asleep when a renewal was due. */
      readonly last: { readonly at: string; readonly reason: string } | undefined
      /** When there was no valid token; undefined if there always was one. */
      readonly gap: RenewalGap | undefined
    }
  /** The process that renews ended before the job, or did not answer. */
  | { readonly kind: 'renewal-stopped'; readonly found: Stopped; readonly until: string }
  /** Answers with a token were lost. */
  | { readonly kind: 'renewal-token-lost'; readonly count: number; readonly until: string }
  /** The record of the renewed tokens is not the one that was written. */
  | {
      readonly kind: 'renewal-record-changed'
      readonly found: 'missing' | 'not-a-file' | 'changed'
      readonly until: string
    }

/** Why the process that renews tokens did not start. */
export type NotStarted =
  /** The code is Node's, such as `ENOSPC`. */
  | { readonly is: 'folder-unwritable'; readonly code: string }
  | { readonly is: 'not-running'; readonly code: string }
  | { readonly is: 'ended'; readonly status: string }
  | { readonly is: 'no-answer'; readonly seconds: number }

/** How the process that renews tokens ended. */
export type Stopped =
  | { readonly is: 'gone' }
  | { readonly is: 'no-answer'; readonly seconds: number; readonly isKilled: boolean }
  /** It ended by itself, after so many hours or because it found no runner. */
  | { readonly is: 'too-old'; readonly hours: number }
  | { readonly is: 'no-runner' }

/** When the files had no valid token. `until` is empty if that has not ended. */
export interface RenewalGap {
  readonly since: string
  readonly until: string
}

/** Thrown if the action itself found out what is wrong. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly problems: readonly [Problem, ...Problem[]]
  /** Whether GitHub has been asked anything yet. */
  readonly nothingSent: boolean

  constructor(
    problems: readonly [Problem, ...Problem[]],
    options: { readonly nothingSent: boolean }
  ) {
    super(problems.map(({ kind }) => kind).join('; '))
    this.problems = problems
    this.nothingSent = options.nothingSent
  }
}
