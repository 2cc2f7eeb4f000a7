/** GitHub takes at most this many repositories in one request for a token. */
export const MOST_REPOSITORIES = 500

/** One step creates tokens for at most this many owners. */
export const MOST_OWNERS = 100

/** The repositories of one owner that a token is for. */
export interface RepositoriesTarget extends Repositories {
  readonly kind: 'repositories'
  readonly owner: string
  /** Which inputs were left out: printed, so that nobody has to guess. */
  readonly because: 'nothing-set' | 'owner-not-set' | 'both-set'
}

/** What one token is for. */
export type Target =
  | RepositoriesTarget
  | { readonly kind: 'owner'; readonly owner: string }
  | { readonly kind: 'enterprise'; readonly enterprise: string }
  | InstallationTarget

/** An installation by its id; everything it reaches where no repository is named. */
export interface InstallationTarget extends Repositories {
  readonly kind: 'installation'
  readonly id: number
  /** The account that it must be on; empty where the workflow names none. */
  readonly owner: string
}

/** Repositories by name, without their owner, and by id; none twice. */
export interface Repositories {
  readonly names: readonly string[]
  readonly ids: readonly number[]
}

/** One target for each owner. */
export type Targets = readonly [Target, ...Target[]]
