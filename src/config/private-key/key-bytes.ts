import {
  BIT_STRING,
  childrenOf,
  contentOf,
  elementAt,
  INTEGER,
  OCTET_STRING,
  SEQUENCE,
  type DerElement
} from './der'
import { LONGEST_TEXT } from './limits'
import { DAMAGED, found, mistaken, type Found } from './mistake'
import { isOpenSsh, openSshNumbers } from './openssh'
import { unsigned, type RsaNumbers } from './rsa-numbers'

/** The RSA numbers in a key's bytes: PKCS#1 or PKCS#8 DER, or OpenSSH's own form. */
export function numbersIn(bytes: Buffer): Found<RsaNumbers> {
  return isOpenSsh(bytes) ? openSshNumbers(bytes) : derNumbers(bytes)
}

function derNumbers(der: Buffer): Found<RsaNumbers> {
  const outer = elementAt(der, 0)
  if (outer?.tag !== SEQUENCE || outer.end > LONGEST_TEXT) {
    return mistaken(DAMAGED)
  }
  if (outer.end > der.length) {
    const announced = outer.end
    return mistaken({ kind: 'cut-short', bytes: der.length, announced, spot: undefined })
  }
  const parts = childrenOf(der, outer)
  return parts === undefined ? mistaken(DAMAGED) : SHAPES[shapeOf(parts)](der, parts)
}

type Shape =
  | 'pkcs1'
  | 'pkcs8'
  | 'multi-prime'
  | 'encrypted'
  | 'ec'
  | 'dsa'
  | 'public-key'
  | 'certificate'
  | 'pkcs12'
  | 'none'

/**
 * What a DER structure is, told by the types of its elements: the ASN.1 of RFC 8017 (PKCS#1),
 * RFC 5958 (PKCS#8, plain and encrypted), RFC 5915 (EC), OpenSSL's DSA, RFC 5280 (public key and
 * certificate) and RFC 7292 (PKCS#12) have no shape in common.
 */
function shapeOf(parts: readonly DerElement[]): Shape {
  const tags = parts.map((part) => LETTERS.get(part.tag) ?? '?').join('')
  return SHAPES_BY_TAGS.find(([pattern]) => pattern.test(tags))?.[1] ?? 'none'
}

const LETTERS = new Map([
  [INTEGER, 'i'],
  [BIT_STRING, 'b'],
  [OCTET_STRING, 'o'],
  [SEQUENCE, 's']
])

const SHAPES_BY_TAGS: readonly (readonly [RegExp, Shape])[] = [
  [/^i{9}$/, 'pkcs1'],
  [/^iso/, 'pkcs8'],
  [/^i{9}s$/, 'multi-prime'],
  [/^so$/, 'encrypted'],
  [/^io/, 'ec'],
  [/^i{6}$/, 'dsa'],
  [/^(?:sb|ii)$/, 'public-key'],
  [/^ssb$/, 'certificate'],
  [/^iss?$/, 'pkcs12']
]

type Reader = (der: Buffer, parts: readonly DerElement[]) => Found<RsaNumbers>

const SHAPES: Readonly<Record<Shape, Reader>> = {
  pkcs1: pkcs1Numbers,
  pkcs8: pkcs8Numbers,
  'multi-prime': () => mistaken({ kind: 'not-rsa', algorithm: 'multi-prime RSA' }),
  encrypted: () => mistaken({ kind: 'encrypted' }),
  ec: () => mistaken({ kind: 'not-rsa', algorithm: 'EC' }),
  dsa: () => mistaken({ kind: 'not-rsa', algorithm: 'DSA' }),
  'public-key': () => mistaken({ kind: 'public-key' }),
  certificate: () => mistaken({ kind: 'certificate' }),
  pkcs12: () => mistaken({ kind: 'pkcs12' }),
  none: () => mistaken(DAMAGED)
}

/** RSAPrivateKey of RFC 8017, appendix A.1.2; version 0 is the one with two primes. */
function pkcs1Numbers(der: Buffer, parts: readonly DerElement[]): Found<RsaNumbers> {
  const [version, n, e, d, p, q, dp, dq, qi] = parts.map((part) => unsigned(contentOf(der, part)))
  if (!n || !e || !d || !p || !q || !dp || !dq || !qi || version?.length !== 0) {
    return mistaken(DAMAGED)
  }
  return found({ n, e, d, p, q, dp, dq, qi })
}

/** PrivateKeyInfo and OneAsymmetricKey of RFC 5958: version, algorithm, key. */
function pkcs8Numbers(der: Buffer, parts: readonly DerElement[]): Found<RsaNumbers> {
  const [, algorithm, key] = parts
  const [oid] = (algorithm && childrenOf(der, algorithm)) ?? []
  const name = oid && ALGORITHMS.get(contentOf(der, oid).toString('hex'))
  if (name === undefined || key === undefined) {
    return mistaken(DAMAGED)
  }
  return name === 'RSA'
    ? wrappedNumbers(contentOf(der, key))
    : mistaken({ kind: 'not-rsa', algorithm: name })
}

/** The PKCS#1 key inside of PKCS#8: where it does not fill its place, it was damaged, not cut. */
function wrappedNumbers(der: Buffer): Found<RsaNumbers> {
  const outer = elementAt(der, 0)
  const parts = outer?.end === der.length ? childrenOf(der, outer) : undefined
  return parts !== undefined && shapeOf(parts) === 'pkcs1'
    ? pkcs1Numbers(der, parts)
    : mistaken(DAMAGED)
}

/** The algorithms a key may name, by the bytes of their object identifiers. */
const ALGORITHMS: ReadonlyMap<string, string> = new Map([
  ['2a864886f70d010101', 'RSA'],
  ['2a864886f70d01010a', 'RSA-PSS'],
  ['2a864886f70d010301', 'DH'],
  ['2a8648ce3d0201', 'EC'],
  ['2a8648ce380401', 'DSA'],
  ['2b656e', 'X25519'],
  ['2b656f', 'X448'],
  ['2b6570', 'Ed25519'],
  ['2b6571', 'Ed448']
])
