/** Where the content of a DER element lies (X.690: identifier, length, content). */
export interface DerElement {
  readonly tag: number
  readonly start: number
  /** May lie behind the last byte: the element announces more than there is. */
  readonly end: number
}

export const INTEGER = 0x02
export const BIT_STRING = 0x03
export const OCTET_STRING = 0x04
export const SEQUENCE = 0x30

/** No key that fits in 64 KiB of text needs more than three bytes to tell its length. */
const MOST_LENGTH_BYTES = 3

/** The element whose identifier stands at a place. Undefined where there is no definite length. */
export function elementAt(der: Buffer, at: number): DerElement | undefined {
  const tag = der[at]
  const first = der[at + 1]
  if (tag === undefined || first === undefined) {
    return undefined
  }
  if (first < 0x80) {
    return { tag, start: at + 2, end: at + 2 + first }
  }
  const count = first - 0x80
  const start = at + 2 + count
  if (count === 0 || count > MOST_LENGTH_BYTES || start > der.length) {
    return undefined
  }
  return { tag, start, end: start + der.readUIntBE(at + 2, count) }
}

/** The elements inside an element, which they must fill exactly. */
export function childrenOf(der: Buffer, parent: DerElement): DerElement[] | undefined {
  const children: DerElement[] = []
  let at = parent.start
  while (at < parent.end) {
    const child = elementAt(der, at)
    if (child === undefined || child.end > parent.end || child.end > der.length) {
      return undefined
    }
    children.push(child)
    at = child.end
  }
  return children
}

/** The content of an element. */
export function contentOf(der: Buffer, element: DerElement): Buffer {
  return der.subarray(element.start, element.end)
}

/**
 * Whether bytes start like a key or certificate: a SEQUENCE whose first element is an INTEGER or a
 * SEQUENCE and lies within it. Bytes of a password that happens to be base64 do not.
 */
export function looksLikeDer(bytes: Buffer): boolean {
  const outer = elementAt(bytes, 0)
  if (outer?.tag !== SEQUENCE) {
    return false
  }
  const first = elementAt(bytes, outer.start)
  return (first?.tag === INTEGER || first?.tag === SEQUENCE) && first.end <= outer.end
}
