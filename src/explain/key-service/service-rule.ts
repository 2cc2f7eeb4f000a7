import type { KmsKey } from '../../config/key-service/kms-key'
import type { Reply } from '../../http/reply'
import type { OidcClaims } from '../../oidc/claims'
import type { KeyServiceStage } from '../../signers/key-service/key-service-client'
import type { Explanation } from '../explanation'
import type { UnreachableServer } from '../network-rules'

/** A refusal of a key service, or of a service that logs in to it. */
export interface KeyServiceRefusal<Key extends KmsKey = KmsKey> {
  readonly key: Key
  readonly stage: KeyServiceStage
  /** Who answered, as people call it. */
  readonly serviceName: string
  readonly reply: Reply
  /** The claims of the job's OIDC token, if it was sent. */
  readonly claims: OidcClaims | undefined
  /** How often it was asked. */
  readonly attempts: number
  /** Whether only members can read the log: otherwise account numbers are left out. */
  readonly isPrivate: boolean
}

/** Explains a refusal, if it is the one that the rule is for. */
export type KeyServiceRule<Key extends KmsKey = KmsKey> = (
  refusal: KeyServiceRefusal<Key>
) => Explanation | undefined

/** What the explanations need to know of one kind of service. */
export interface KeyServiceWords<Key extends KmsKey = KmsKey> {
  /** Who answers a request of a stage, as people call it. */
  readonly serviceName: (key: Key, stage: KeyServiceStage) => string
  /** The input that names the host of a stage; undefined if the service has always the same. */
  readonly addressInput: (key: Key, stage: KeyServiceStage) => UnreachableServer['input']
  /** What the service says of a failure, without what must not be in a public log; empty if nothing. */
  readonly message: (reply: Reply, isPrivate: boolean) => string
  /** Explains a refusal, if its cause is known. */
  readonly explain: KeyServiceRule<Key>
}
