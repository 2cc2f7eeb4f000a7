import { fingerprintOf } from '../../config/private-key/fingerprint'
import type { KmsKey } from '../../config/key-service/kms-key'
import { ProblemError } from '../../problems/problem'
import type { SignatureMistake } from '../../problems/key-service-problem'
import type { AppClaims, KeyDetails, Signer } from '../signer'

/** A key service: it signs with a key that this process never has. */
export interface KeyService {
  /**
   * Signs a text with RSASSA-PKCS1-v1_5 and SHA-256. Raises `KeyServiceError`, `InterruptedError`, and
   * `ProblemError` with `signature-unusable`.
   */
  sign(text: string): Promise<KeyServiceSignature>
  /** The public half of the key. Raises `KeyServiceError` if it may not be read. */
  publicKey(): Promise<PublicKey>
  /** See `Signer`. */
  readonly clockSkew?: () => number | undefined
}

/** The public half of a key, as a key service shows it. */
export interface PublicKey {
  /** As the service shows it. It can be empty, or no key. */
  readonly pem: string
  /** What the key is for in the service, if that is not RSASSA-PKCS1-v1_5 with SHA-256. */
  readonly otherAlgorithm?: string | undefined
}

/** What a key service answers. */
export interface KeyServiceSignature {
  readonly bytes: Buffer
  /** Which version of the key signed, if the service chooses it; undefined if it does not say. */
  readonly version?: string | undefined
}

const HEADER = { alg: 'RS256', typ: 'JWT' }

/** The lengths of the signatures of RSA keys with 2048, 3072 and 4096 bits, in bytes. */
const SIGNATURE_LENGTHS: readonly number[] = [256, 384, 512]

/** Signs the App's JWT (RFC 7515) in a key service. */
export function keyServiceSigner(key: KmsKey, service: KeyService): Signer {
  let version: string | undefined
  return {
    expiresMs: undefined,
    clockSkew: () => service.clockSkew?.(),
    jwt: async (claims: AppClaims) => {
      const text = `${encode(HEADER)}.${encode(claims)}`
      const signature = await service.sign(text)
      const { length } = signature.bytes
      if (!SIGNATURE_LENGTHS.includes(length)) throw unusable(key, { is: 'length', bytes: length })
      version = signature.version
      return `${text}.${signature.bytes.toString('base64url')}`
    },
    lookUpKey: async (): Promise<KeyDetails> => {
      const found = await service.publicKey().catch(() => undefined)
      return {
        version,
        fingerprint: found && fingerprint(found.pem),
        otherAlgorithm: found?.otherAlgorithm
      }
    }
  }
}

/** The error for a signature that GitHub would refuse. */
export function unusable({ service }: KmsKey, found: SignatureMistake): ProblemError {
  const problem = { kind: 'signature-unusable', service, found } as const
  return new ProblemError([problem], { nothingSent: false })
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

/** As GitHub shows it in the App's settings. Undefined if the text is no public key. */
function fingerprint(pem: string): string | undefined {
  try {
    return fingerprintOf(pem)
  } catch {
    return undefined
  }
}
