import type { ServiceKey } from '../../config/key-service/service-key'
import type { Reply } from '../../http/reply'
import type { OidcClaims } from '../../oidc/claims'
import type { ServiceStage } from '../../signers/key-service/key-service-client'
import type { Explanation } from '../explanation'
import type { Place } from '../network-rules'

/** A refusal of a key service, or of a service that logs in to it. */
export interface KeyServiceRefusal<Key extends ServiceKey = ServiceKey> {
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
  refusal: KeyServiceRefusal<Key>
) => Explanation | undefined

/** What the explanations need to know of one kind of service. */
export interface ServiceWords<Key extends ServiceKey = ServiceKey> {
  /** Who answers a request of a stage, as people call it. */
  readonly place: (key: Key, stage: ServiceStage) => string
  /** The input that names the host of a stage; undefined if the service has always the same. */
  readonly addressInput: (key: Key, stage: ServiceStage) => Place['input']
  /** What the service says of a failure, without what must not be in a public log; empty if nothing. */
  readonly message: (reply: Reply, isPrivate: boolean) => string
  /** Explains a refusal, if its cause is known. */
  readonly explain: ServiceRule<Key>
}
