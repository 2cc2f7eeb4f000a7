import type { Installation, IssuedToken, Scope } from '../github/api'
import type { AppClient } from '../github/app-client'
import type { GitHubClient } from '../github/github-client'
import type { TokenRequest } from '../tokens/plan'

/** Something that creates tokens: an App with its key, or a service that holds the key. */
export interface TokenSource {
  /** A short name of what it creates tokens with, for the log. Not secret. */
  readonly name: string
  /** What calls GitHub as the App. Undefined if the step does not have the App's key. */
  readonly app: AppClient | undefined
  /**
   * Creates the token for a request. Raises {@link SourceError} if the App's installation was found
   * and the token could not be created, `InterruptedError` if the job is cancelled, and the cause
   * itself in any other case.
   *
   * @param save called with the token as soon as it is there, before anything else can fail
   */
  create(request: TokenRequest, save: SaveToken): Promise<NewToken>
}

/** What a source needs beside its credential. */
export interface SourceOptions {
  readonly github: GitHubClient
  /** Aborted when the job is cancelled. */
  readonly cancelled: AbortSignal
  /** Hides a secret in the log. Called before the secret is first sent. */
  readonly mask: (secret: string) => void
}

/** Hides a token and saves it for post. Raises an error if that fails. */
export type SaveToken = (token: IssuedToken, request: TokenRequest) => void | Promise<void>

/** A token as its source created it, not yet compared with what was asked for. */
export interface NewToken extends IssuedToken {
  readonly request: TokenRequest
  /** The account whose repositories it reaches: its login, or the slug of an enterprise. */
  readonly owner: string
  /** Undefined if the source does not tell it. */
  readonly installation: Installation | undefined
  /** What was asked for. */
  readonly scope: Scope
}

/** A token could not be created for an installation that was found. The cause says why. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
  readonly installation: Installation

  constructor(cause: unknown, installation: Installation) {
    super('no token could be created', { cause })
    this.installation = installation
  }
}
