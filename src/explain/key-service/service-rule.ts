import type { ServiceKey } from '../../config/key-service/service-key'
import type { Reply } from '../../http/reply'
import type { OidcClaims } from '../../signers/key-service/oidc-claims'
import type { ServiceStage } from '../../signers/key-service/service-client'
import type { Explanation } from '../explanation'

/** A refusal of a key service, or of a service that logs in to it. */
export interface ServiceRefusal<Key extends ServiceKey = ServiceKey> {
  readonly key: Key
  readonly stage: ServiceStage
  /** Who answered, as people call it. */
  readonly place: string
  readonly reply: Reply
  /** The claims of the job's OIDC token, if it was sent. */
  readonly claims: OidcClaims | undefined
  /** How often it was asked. */
  readonly attempts: number
  /** Whether only members can read the log: otherwise account numbers are left out. */
  readonly isPrivate: boolean
}

/** Explains a refusal, if it is the one that the rule is for. */
export type ServiceRule<Key extends ServiceKey = ServiceKey> = (
  refusal: ServiceRefusal<Key>
) => Explanation | undefined
