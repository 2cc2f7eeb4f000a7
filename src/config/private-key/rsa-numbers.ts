/**
 * The numbers of an RSA private key with two primes, under the names of RFC 7518 (section 6.3);
 * unsigned, most significant byte first, no leading zeros.
 */
export interface RsaNumbers {
  readonly n: Buffer
  readonly e: Buffer
  readonly d: Buffer
  readonly p: Buffer
  readonly q: Buffer
  readonly dp: Buffer
  readonly dq: Buffer
  readonly qi: Buffer
}

/** An INTEGER's or mpint's content as an unsigned number. */
export function unsigned(content: Buffer): Buffer {
  const first = content.findIndex((byte) => byte !== 0)
  return first === -1 ? Buffer.alloc(0) : content.subarray(first)
}

/** A number as arithmetic needs it. */
export function toBigInt(number: Buffer): bigint {
  return BigInt(`0x0${number.toString('hex')}`)
}

/** A number as keys hold it. */
export function fromBigInt(number: bigint): Buffer {
  const hex = number.toString(16)
  return unsigned(Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex'))
}

/** How many bits the modulus has: the size people name a key by. */
export function modulusBits({ n }: RsaNumbers): number {
  return toBigInt(n).toString(2).length
}

/**
 * Whether the numbers fit together (RFC 8017, section 3.2). OpenSSL takes any numbers for a key:
 * of the single characters that a PEM file can have wrong, it notices 4 in 100. The signatures of
 * such a key are wrong, and GitHub's answer to those does not tell it from another App's key.
 */
export function fitTogether(numbers: RsaNumbers): boolean {
  const [n, e, d] = [toBigInt(numbers.n), toBigInt(numbers.e), toBigInt(numbers.d)]
  const [p, q] = [toBigInt(numbers.p), toBigInt(numbers.q)]
  // With an even number, OpenSSL refuses to sign.
  if (p < 3n || q < 3n || n % 2n === 0n || n !== p * q) {
    return false
  }
  const [dp, dq] = [toBigInt(numbers.dp), toBigInt(numbers.dq)]
  return (
    dp === d % (p - 1n) &&
    dq === d % (q - 1n) &&
    (e * dp) % (p - 1n) === 1n &&
    (e * dq) % (q - 1n) === 1n &&
    (toBigInt(numbers.qi) * q) % p === 1n
  )
}
