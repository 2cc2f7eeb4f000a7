import {
  checkPrimeSync,
  createHash,
  createPrivateKey,
  type JsonWebKey,
  type KeyObject
} from 'node:crypto'

const EXPONENT = 65537n

/**
 * An RSA key that is the same in every run, so that a test that damages a key always damages the
 * same one. It protects nothing. It takes no longer than a random key.
 */
export function seededRsaKey(seed: string, bits = 2048): KeyObject {
  const p = primeFrom(`${seed} p`, bits / 2)
  const q = primeFrom(`${seed} q`, bits / 2)
  const d = inverse(EXPONENT, (p - 1n) * (q - 1n))
  const numbers = {
    n: p * q,
    e: EXPONENT,
    d,
    p,
    q,
    dp: d % (p - 1n),
    dq: d % (q - 1n),
    qi: inverse(q, p)
  }
  const fields = Object.entries(numbers).map(([name, value]) => [name, base64Url(value)] as const)
  const key: JsonWebKey = { kty: 'RSA', ...Object.fromEntries(fields) }
  return createPrivateKey({ format: 'jwk', key })
}

/** The first prime that fits, from a starting point that the seed decides. */
function primeFrom(seed: string, bits: number): bigint {
  const start = seededBytes(seed, bits / 8)
  // The two highest bits are set, so that the product of two primes has the full length.
  start.writeUInt8(start.readUInt8(0) | 0xc0, 0)
  let candidate = BigInt(`0x${start.toString('hex')}`) | 1n
  while (candidate % EXPONENT === 1n || !checkPrimeSync(candidate)) candidate += 2n
  return candidate
}

/** Bytes that look random and are the same in every run. */
export function seededBytes(seed: string, length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 64) }, (_, index) =>
    createHash('sha512').update(`${seed} ${index}`).digest()
  )
  return Buffer.concat(blocks).subarray(0, length)
}

/** The number that gives 1 when multiplied by `value`, modulo `modulus` (extended Euclid). */
function inverse(value: bigint, modulus: bigint): bigint {
  let [high, low] = [modulus, value % modulus]
  let [before, now] = [0n, 1n]
  while (low !== 0n) {
    const quotient = high / low
    ;[high, low] = [low, high - quotient * low]
    ;[before, now] = [now, before - quotient * now]
  }
  return ((before % modulus) + modulus) % modulus
}

function base64Url(value: bigint): string {
  const digits = value.toString(16)
  return Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex').toString(
    'base64url'
  )
}
