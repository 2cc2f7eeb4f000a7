import type { GoogleKey, GoogleKeyName, GoogleProvider } from './google'

/** The services of Google that a step calls. */
export type GoogleApi = 'sts' | 'iamcredentials' | 'cloudkms'

/** The name of a key version, as Google's API has it. */
export function googleKeyPath({ project, location, ring, name, version }: GoogleKeyName): string {
  return `projects/${project}/locations/${location}/keyRings/${ring}/cryptoKeys/${name}/cryptoKeyVersions/${version}`
}

/** The name of a provider's pool, as Google's API has it. */
export function googlePoolPath({ project, pool }: GoogleProvider): string {
  return `projects/${project}/locations/global/workloadIdentityPools/${pool}`
}

/** The name of a provider, as Google's API has it. */
export function googleProviderPath(provider: GoogleProvider): string {
  return `${googlePoolPath(provider)}/providers/${provider.name}`
}

/** The address of one of Google's services, without a trailing slash. */
export function googleAddress({ server }: Pick<GoogleKey, 'server'>, api: GoogleApi): string {
  return server === '' ? `https://${api}.googleapis.com` : server
}
