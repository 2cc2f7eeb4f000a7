/** Scenarios in which the App's key is in a key service, and this machine never has it. */
import { startOidc, type EmbeddedOidc } from '../../local/key-services/oidc'
import type { EmbeddedService } from '../../local/key-services/service'
import { START, type ServiceKind, type Services } from '../../local/key-services/start'
import { appPrivateKey, credentials, type ScenarioOptions } from './scenario'

/** A job that signs in a key service. */
export interface KeyServiceScenario<Kind extends ServiceKind> {
  readonly service: Services[Kind]
  readonly oidc: EmbeddedOidc
  /** The options of the scenario, changed by those of the test. */
  readonly options: ScenarioOptions
}

/**
 * Starts a key service with the App's key and an OIDC service, runs a scenario, and checks that no
 * service complains.
 *
 * @param arrange changes what exists in the services before the step starts
 */
export async function withKeyService<Kind extends ServiceKind, T>(
  kind: Kind,
  options: ScenarioOptions,
  run: (scenario: KeyServiceScenario<Kind>) => Promise<T>,
  arrange: (scenario: Omit<KeyServiceScenario<Kind>, 'options'>) => void = () => undefined
): Promise<T> {
  let hold = (): void => undefined
  const onHold = (): void => {
    hold()
  }
  const oidc = await startOidc({ onHold })
  const { service, inputs } = await START[kind]({ oidc, privateKey: appPrivateKey, onHold })
  try {
    arrange({ service, oidc })
    const withInputs = {
      'client-id': credentials['client-id'],
      'private-key': '',
      ...inputs,
      ...options.with
    }
    const result = await run({
      service,
      oidc,
      options: {
        ...options,
        with: withInputs,
        env: { ...oidc.env, ...options.env },
        job: (github, clock) => {
          ;({ hold } = clock)
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

/** What a service was asked, as `METHOD /path status`, in order. */
export function requestsTo({ exchanges }: Pick<EmbeddedService, 'exchanges'>): string[] {
  return exchanges.map(({ method, path, status }) => `${method} ${path} ${status ?? 'no answer'}`)
}
