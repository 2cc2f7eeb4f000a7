import { combine, invalidIfAny, valid, type Parsed } from '../parsed'
import { parseApiUrl, type Api } from './api-url'
import { chooseCredential, type Credential, type GivenCredential } from './credential'
import { parseFallbackToken } from './fallback-token'
import { findMisplacedSecrets, refuseMisplacedSecrets } from './misplaced-secrets'
import { parseRequestedPermissions } from './parse-permissions'
import type { RequestedPermissions } from './permissions'
import { renewalProblems } from './renewal'
import type { Inputs, Workflow } from './step-inputs'
import { parseBoolean, parseGit, type GitSettings } from './switches'
import { parseTargets, type Targets } from './targets'

/** Everything the workflow wants. Plain JSON. */
export interface Config {
  readonly credential: Credential
  readonly targets: Targets
  readonly requestedPermissions: RequestedPermissions
  readonly api: Api
  /** Whether the tokens outlive the job. */
  readonly keepToken: boolean
  /** Whether the token is renewed until the job ends. */
  readonly renew: boolean
  readonly git: GitSettings
}

/**
 * Reads what the workflow wants, or collects every problem with its inputs.
 *
 * @param given the App's key or the token service, as it was read
 */
export function parseConfig(
  inputs: Inputs,
  given: GivenCredential,
  workflow: Workflow
): Parsed<Config> {
  const wrong = findMisplacedSecrets(inputs)
  const unless = <T>(names: readonly string[], parse: () => Parsed<T>): Parsed<T> =>
    refuseMisplacedSecrets<T>(wrong, names) ?? parse()
  const api = unless(['github-api-url'], () => parseApiUrl(inputs.githubApiUrl, workflow))
  const webHosts = api.ok ? api.value.webHosts : []
  const targets = unless(TARGET_INPUTS, () => parseTargets(inputs, { ...workflow, webHosts }))
  const settings = {
    credential: chooseCredential(given, { inputs, workflow, api, targets }),
    targets,
    requestedPermissions: unless(['permissions', ...inputs.permissionInputs.keys()], () =>
      parseRequestedPermissions(inputs.permissions, inputs.permissionInputs)
    ),
    api,
    keepToken: unless(['skip-token-revoke'], () =>
      parseBoolean('skip-token-revoke', inputs.skipTokenRevoke)
    ),
    renew: unless(['renew'], () => parseBoolean('renew', inputs.renew)),
    git: unless(['git-credentials', 'git-identity'], () => parseGit(inputs))
  }
  const parsed = combine<{ config: Config; fallback: string }>({
    config: combine<Config>(settings),
    fallback: parseFallbackToken(inputs.fallbackToken)
  })
  if (!parsed.ok) return parsed
  const { config } = parsed.value
  return invalidIfAny<Config>(renewalProblems(config)) ?? valid(config, parsed.messages)
}

/** The inputs that say together what the token is for. */
const TARGET_INPUTS = ['owner', 'repositories', 'repository-ids', 'installation-id', 'enterprise']
