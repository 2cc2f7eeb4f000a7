/** The embedded key services by kind, and the inputs of a step that signs there. */
import type { KeyObject } from 'node:crypto'
import { KEY_ID, ROLE, startAws, type EmbeddedAws } from './aws'
import {
  AZURE_CLIENT_ID,
  AZURE_KEY_VERSION,
  AZURE_TENANT_ID,
  startAzure,
  type EmbeddedAzure
} from './azure'
import { GOOGLE_KEY, GOOGLE_PROVIDER, startGoogle, type EmbeddedGoogle } from './google'
import type { EmbeddedOidc } from './oidc'
import { startVault, type EmbeddedVault } from './vault'

/** The embedded services. */
export interface Services {
  readonly aws: EmbeddedAws
  readonly azure: EmbeddedAzure
  readonly google: EmbeddedGoogle
  readonly vault: EmbeddedVault
}

/** A kind of key service. */
export type ServiceKind = keyof Services

/** What a service is started with. */
export interface StartOptions {
  /** Whose tokens it accepts. */
  readonly oidc: EmbeddedOidc
  /** The App's private key, which the service has. */
  readonly privateKey: KeyObject
  readonly onHold?: (() => void) | undefined
}

/** A running service. */
export interface StartedService<Kind extends ServiceKind = ServiceKind> {
  readonly service: Services[Kind]
  /** What a workflow sets to sign there. */
  readonly inputs: Readonly<Record<string, string>>
}

/** Starts each service. */
export const START: {
  readonly [Kind in ServiceKind]: (options: StartOptions) => Promise<StartedService<Kind>>
} = {
  aws: async (options) => {
    const service = await startAws(options)
    const inputs = {
      'kms-key': `awskms://${new URL(service.url).host}/${service.arn(`key/${KEY_ID}`)}`,
      'aws-role-to-assume': ROLE
    }
    return { service, inputs }
  },
  azure: async (options) => {
    const service = await startAzure(options)
    const inputs = {
      'kms-key': `azurekms://${new URL(service.url).host}/github-app/${AZURE_KEY_VERSION}`,
      'azure-client-id': AZURE_CLIENT_ID,
      'azure-tenant-id': AZURE_TENANT_ID
    }
    return { service, inputs }
  },
  google: async (options) => {
    const service = await startGoogle(options)
    const inputs = {
      'kms-key': `gcpkms://${new URL(service.url).host}/${GOOGLE_KEY}`,
      'gcp-workload-identity-provider': GOOGLE_PROVIDER
    }
    return { service, inputs }
  },
  vault: async (options) => {
    const service = await startVault(options)
    const inputs = {
      'kms-key': 'hashivault://transit/github-app',
      'vault-address': service.url,
      'vault-role': 'github-app'
    }
    return { service, inputs }
  }
}

/** Whether there is an embedded service of this kind. */
export function isServiceKind(name: string): name is ServiceKind {
  return Object.hasOwn(START, name)
}
