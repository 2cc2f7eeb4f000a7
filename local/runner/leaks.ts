/** The leak detector: finds secrets in texts, in every form in which they can be read. */
import { createPrivateKey, type KeyObject } from 'node:crypto'
import { maskedForms } from './masker'

/** The kinds of secrets, as a report names them. */
export type SecretKind =
  | 'private key'
  | 'JWT'
  | 'token'
  | 'fallback token'
  | 'login secret'
  | 'proxy password'
  | 'workflow secret'

/** A text that must not be readable. */
export interface Secret {
  readonly kind: SecretKind
  readonly value: string
}

/** A text that people can read, after the runner's masking if it masks this text. */
export interface SearchedText {
  readonly name: string
  readonly text: string
  /** The kinds of secrets that belong there. */
  readonly allows?: readonly SecretKind[]
}

/** A secret that can be read where it must not be. The secret's text is not in it. */
export interface Leak {
  readonly secret: SecretKind
  readonly place: string
}

/** So many characters of a secret in a row are a leak. A shorter form is one only as a whole. */
const RUN = 16

/** Every run of 16 characters of a form contains a block of 8 that begins at a multiple of 8. */
const BLOCK = 8

/** A run with fewer different characters occurs in ordinary text, too: then only the whole counts. */
const FEWEST_DIFFERENT = 5

/** Replaces what was cut out, so that the texts before and after it do not form a run. */
const CUT = '\u0000'

/**
 * Finds the secrets that can be read in texts: a whole secret, one of its lines, or 16 characters in a
 * row, in each form that a runner masks and in hex. Of a private key, also its bytes in base64 and its
 * numbers as in a JWK are found, in whatever shape the key was given.
 *
 * @param publicTexts texts that are not secret although a secret contains them; PEM armour and the
 * header of a JWT never are
 */
export function findLeaks(
  secrets: readonly Secret[],
  texts: readonly SearchedText[],
  publicTexts: readonly string[] = []
): Leak[] {
  const traces = secrets.flatMap(({ kind, value }) =>
    formsOf(value, publicTexts).map((form) => ({ kind, form }))
  )
  const short = traces.filter(({ form }) => form.length < RUN)
  const blocks = blocksOf(traces.filter(({ form }) => form.length >= RUN))
  return texts.flatMap(({ name, text, allows = [] }) => {
    const whole = short.filter(({ form }) => text.includes(form)).map(({ kind }) => kind)
    const found = new Set([...whole, ...kindsWithRuns(text, blocks, new Set(allows))])
    allows.forEach((kind) => found.delete(kind))
    return [...found].map((secret) => ({ secret, place: name }))
  })
}

/** Whether a text shows a secret, by the rules of {@link findLeaks}. */
export function leaks(text: string, secret: string): boolean {
  const secrets = [{ kind: 'workflow secret', value: secret }] as const
  return findLeaks(secrets, [{ name: '', text }]).length > 0
}

/** A form in which a secret may show. */
interface SecretForm {
  readonly kind: SecretKind
  readonly form: string
}

/** The forms of the last few secrets: a test file has one key, and thousands of steps that use it. */
const cache = new Map<string, readonly string[]>()
const CACHED = 8

function formsOf(secret: string, publicTexts: readonly string[]): readonly string[] {
  const id = [secret, ...publicTexts].join(CUT)
  const forms = cache.get(id) ?? makeForms(secret, publicTexts)
  // Inserted again as the last entry, so that the first one is the least recently used.
  cache.delete(id)
  cache.set(id, forms)
  const [oldest] = cache.keys()
  if (cache.size > CACHED && oldest !== undefined) cache.delete(oldest)
  return forms
}

function makeForms(secret: string, publicTexts: readonly string[]): string[] {
  const bare = withoutPublic(secret, publicTexts)
  const pieces = bare
    .split(CUT)
    .flatMap((piece) => [piece, ...piece.split(/[\r\n]+/)])
    // A damaged secret can begin or end within a public text.
    .filter((piece) => !publicTexts.some((text) => text.includes(piece)))
  const forms = [...pieces.filter(isWorthHiding).flatMap(encodings), ...keyForms(secret)]
  // A short piece of a secret, such as the last line of a key, is not a leak by itself.
  const least = pieces.every((piece) => piece === secret) ? 1 : BLOCK
  return [...new Set(forms)].filter(({ length }) => length >= least)
}

/** Cuts out what is not secret. PEM armour and the header of a JWT are always the same. */
function withoutPublic(secret: string, publicTexts: readonly string[]): string {
  const bare = secret.replace(/-----(?:BEGIN|END) [A-Z0-9 ]+-----|eyJ[\w-]+\.(?=eyJ)/g, CUT)
  return publicTexts.reduce((rest, text) => rest.split(text).join(CUT), bare)
}

function isWorthHiding(text: string): boolean {
  return text.trim() !== ''
}

function encodings(text: string): string[] {
  const [plain = text, ...encoded] = maskedForms(text)
  // The encoding of a few characters occurs in ordinary text.
  return [plain, ...[...encoded, hex(text)].filter(({ length }) => length >= BLOCK)]
}

function hex(text: string): string {
  return Buffer.from(text).toString('hex')
}

/** The forms of a private key that do not look like its text. */
function keyForms(text: string): string[] {
  const key = readKey(text)
  if (key?.asymmetricKeyType !== 'rsa') return []
  const files = (['pkcs1', 'pkcs8'] as const).map((type) => key.export({ type, format: 'der' }))
  const { d, p, q, dp, dq, qi } = key.export({ format: 'jwk' })
  const numbers = [d, p, q, dp, dq, qi].map((number) => Buffer.from(number ?? '', 'base64url'))
  return [...files, ...numbers].flatMap(formsOfBytes)
}

function formsOfBytes(bytes: Buffer): string[] {
  const aligned = [0, 1, 2].map((shift) => bytes.subarray(shift))
  return aligned
    .flatMap((part) => [part.toString('base64'), part.toString('base64url')])
    .concat(bytes.toString('hex'), bytes.toString('hex').toUpperCase())
}

/** The key in a text, in the shapes that scenarios give one in. */
function readKey(text: string): KeyObject | undefined {
  const decoded = Buffer.from(text, 'base64').toString()
  for (const shape of [text, text.replaceAll('\\n', '\n'), decoded]) {
    if (!shape.includes('PRIVATE KEY')) continue
    try {
      return createPrivateKey(shape)
    } catch {
      // A damaged key has no other forms than its text.
    }
  }
  return undefined
}

/** Where a block occurs in a form. */
interface Position extends SecretForm {
  readonly at: number
}

function blocksOf(traces: readonly SecretForm[]): Map<string, Position[]> {
  const blocks = new Map<string, Position[]>()
  for (const { kind, form } of traces) {
    for (let at = 0; at + BLOCK <= form.length; at += BLOCK) {
      const block = form.slice(at, at + BLOCK)
      const places = blocks.get(block)
      if (places === undefined) blocks.set(block, [{ kind, form, at }])
      else places.push({ kind, form, at })
    }
  }
  return blocks
}

/** The kinds of secrets of which a text contains a run, without some kinds. */
function kindsWithRuns(
  text: string,
  blocks: ReadonlyMap<string, readonly Position[]>,
  without: ReadonlySet<SecretKind>
): Set<SecretKind> {
  const found = new Set<SecretKind>()
  for (let at = 0; at + BLOCK <= text.length; at++) {
    for (const place of blocks.get(text.slice(at, at + BLOCK)) ?? []) {
      const isAsked = !without.has(place.kind) && !found.has(place.kind)
      if (isAsked && isRun(text, at, place)) found.add(place.kind)
    }
  }
  return found
}

/** Whether a block that is in a text and in a form is part of a run that is long enough. */
function isRun(text: string, block: number, { form, at }: Position): boolean {
  let before = 0
  while (before < at && text[block - before - 1] === form[at - before - 1]) before++
  let end = block + BLOCK
  while (end < text.length && text[end] === form[at + end - block]) end++
  const run = text.slice(block - before, end)
  return run.length >= RUN && (new Set(run).size >= FEWEST_DIFFERENT || run.length === form.length)
}
