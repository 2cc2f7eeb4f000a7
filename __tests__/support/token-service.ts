/** Scenarios in which a token service has the App's key, and this machine never has it. */
import { startOidc, type EmbeddedOidc } from '../../local/key-services/oidc'
import {
  startTokenService,
  type EmbeddedTokenService
} from '../../local/token-service/token-service'
import type { RenewalOptions } from './renewal'
import type { ScenarioOptions } from './scenario'

/** A job that gets its token from a service. */
export interface TokenServiceScenario {
  readonly service: EmbeddedTokenService
  readonly oidc: EmbeddedOidc
  /** The options of the scenario, changed by those of the test. */
  readonly options: ScenarioOptions
}

/** What a test changes before the step starts. */
export type Arrange = (scenario: Omit<TokenServiceScenario, 'options'>) => void

/**
 * Starts a token service and an OIDC service, runs a scenario, and checks that no service complains.
 *
 * @param arrange changes what exists in the services before the step starts
 */
export async function withTokenService<T>(
  options: ScenarioOptions,
  run: (scenario: TokenServiceScenario) => Promise<T>,
  arrange: Arrange = () => undefined
): Promise<T> {
  let hold = (): void => undefined
  const onHold = (): void => {
    hold()
  }
  const oidc = await startOidc({ onHold })
  const service = await startTokenService({ oidc, onHold })
  try {
    arrange({ service, oidc })
    const inputs = {
      'client-id': '',
      'private-key': '',
      'token-service': service.url,
      'trust-policy': 'release',
      ...options.with
    }
    const result = await run({
      service,
      oidc,
      options: {
        ...options,
        with: inputs,
        env: { ...oidc.env, ...options.env },
        job: (github, clock) => {
          ;({ hold } = clock)
          service.data.github = github
          return options.job?.(github, clock) ?? {}
        }
      }
    })
    expect([...oidc.complaints, ...service.complaints]).toEqual([])
    return result
  } finally {
    await Promise.all([oidc.close(), service.close()])
  }
}

/** The options of a job that renews its token. The service does not say when it ends: after an hour. */
export function renewable({ options, service }: TokenServiceScenario): RenewalOptions {
  const { with: inputs = {}, env = {} } = options
  return {
    with: inputs,
    env,
    data: (data) => {
      data.tokenLife = 60 * 60_000
    },
    job: (github) => {
      service.data.github = github
      return {}
    }
  }
}
