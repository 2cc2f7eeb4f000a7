/** Failures of real life that the embedded GitHub can show: `npm start -- --fail NAME`. */
import { generateKeyPairSync } from 'node:crypto'
import type { Fault } from '../github/faults'
import type { EmbeddedGitHub } from '../github/server'
import type { JobOptions } from '../runner'

/** The name of a failure. */
export type FailureName = keyof typeof FAILURES

/** How the embedded GitHub, or the job, differs from one in which the step succeeds. */
interface Failure {
  /** What happened, for `--help`. */
  readonly meaning: string
  readonly arrange?: (github: EmbeddedGitHub) => void
  /** Replaces parts of the job. */
  readonly job?: Pick<JobOptions, 'eventName' | 'event' | 'actor'>
  /** Inputs for the failure. Those of the person take precedence. */
  readonly inputs?: Readonly<Record<string, string>>
  /** Inputs that are left out if the person names permissions. */
  readonly permissions?: Readonly<Record<string, string>>
}

/** More than any step sends. */
const ALWAYS = 100
const CREATE = 'POST /app/installations/{installation_id}/access_tokens'

const UNAVAILABLE: Fault = {
  kind: 'status',
  status: 503,
  body: { message: 'Service Unavailable' }
}

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
const RATE_LIMITED: Fault = {
  kind: 'status',
  status: 403,
  // More than a step waits.
  headers: { 'retry-after': '3600' },
  body: {
    message:
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    documentation_url:
      'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits'
  }
}

/** A pull request from a fork, in the fields that the action reads. */
const FORK_EVENT = {
  pull_request: { head: { repo: { full_name: 'mona/hello' } } },
  repository: { full_name: 'octo-org/hello', private: false }
}

/** Each failure by its name, in the order of `--help`. */
export const FAILURES = {
  'wrong-key': {
    meaning: 'the private key belongs to another App, or was deleted',
    arrange: ({ data }) => {
      data.app.publicKeys = [generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey]
    }
  },
  'not-installed': {
    meaning: 'the App is not installed on the account',
    arrange: ({ data }) => {
      data.app.installations = []
    }
  },
  'repository-missing': {
    meaning: 'the App is installed, but not on this repository',
    arrange: ({ data }) => {
      for (const installation of data.app.installations) installation.repositories = []
    }
  },
  'permission-missing': {
    meaning: 'the step asks for more than the App was granted',
    arrange: ({ data }) => {
      for (const installation of data.app.installations) {
        installation.permissions = { metadata: 'read', contents: 'read' }
      }
    },
    permissions: { 'permission-contents': 'write', 'permission-pull-requests': 'write' }
  },
  suspended: {
    meaning: 'an owner of the account suspended the installation',
    arrange: ({ data }) => {
      for (const installation of data.app.installations) {
        installation.suspendedAt = '2026-01-02T03:04:05Z'
      }
    }
  },
  'rate-limit': {
    meaning: 'GitHub asks for a longer wait than the step allows',
    arrange: (github) => {
      github.fail(CREATE, RATE_LIMITED, ALWAYS)
    }
  },
  unavailable: {
    meaning: 'GitHub answers 503 (the step tries four times)',
    arrange: (github) => {
      github.fail(CREATE, UNAVAILABLE, ALWAYS)
    }
  },
  fork: {
    meaning: 'a pull request from a fork gets no secrets',
    job: { eventName: 'pull_request', event: FORK_EVENT, actor: 'mona' },
    inputs: { 'private-key': '' }
  },
  'not-revoked': {
    meaning: 'the token is created, but GitHub does not revoke it',
    arrange: (github) => {
      github.fail('DELETE /installation/token', UNAVAILABLE, ALWAYS)
    }
  }
} as const satisfies Readonly<Record<string, Failure>>

/** The failure with this name. */
export function failureNamed(name: FailureName): Failure {
  return FAILURES[name]
}

/** Whether there is a failure with this name. */
export function isFailureName(name: string): name is FailureName {
  return Object.hasOwn(FAILURES, name)
}
