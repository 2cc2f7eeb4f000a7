/** Scenarios in which the App's key is in a key service, and this machine never has it. */
import {
  GOOGLE_KEY,
  GOOGLE_PROVIDER,
  startGoogle,
  type EmbeddedGoogle
} from '../../local/key-services/google'
import { startOidc, type EmbeddedOidc } from '../../local/key-services/oidc'
import type { EmbeddedService } from '../../local/key-services/service'
import { startVault, type EmbeddedVault } from '../../local/key-services/vault'
import { appPrivateKey, credentials, type ScenarioOptions } from './scenario'

/** The embedded services by kind. */
interface Services {
  readonly google: EmbeddedGoogle
  readonly vault: EmbeddedVault
}

/** A kind of key service. */
export type ServiceKind = keyof Services

/** What a service is started with. */
interface Start {
  readonly oidc: EmbeddedOidc
  readonly onHold: () => void
}

/** A running service, and the inputs of a step that signs there. */
interface Started<Kind extends ServiceKind> {
  readonly service: Services[Kind]
  readonly inputs: Readonly<Record<string, string>>
}

const START: { readonly [Kind in ServiceKind]: (start: Start) => Promise<Started<Kind>> } = {
  google: async ({ oidc, onHold }) => {
    const service = await startGoogle({ oidc, privateKey: appPrivateKey, onHold })
    const inputs = {
      'kms-key': `gcpkms://${service.url.replace('http://', '')}/${GOOGLE_KEY}`,
      'gcp-workload-identity-provider': GOOGLE_PROVIDER
    }
    return { service, inputs }
  },
  vault: async ({ oidc, onHold }) => {
    const service = await startVault({ oidc, privateKey: appPrivateKey, onHold })
    const inputs = {
      'kms-key': 'hashivault://transit/github-app',
      'vault-address': service.url,
      'vault-role': 'github-app'
    }
    return { service, inputs }
  }
}

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
  const { service, inputs } = await START[kind]({ oidc, onHold })
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
