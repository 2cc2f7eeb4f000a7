/** Replaces what differs from run to run by placeholders, so that two recordings can be compared. */

/** What is known of a recorded step beside its texts. */
export interface Known {
  /** Private keys, in the shape in which the step was given them. */
  readonly keys: readonly string[]
  /** Names for folders, by path. */
  readonly folders: ReadonlyMap<string, string>
}

/** One thing that differs from run to run. */
interface Rule {
  readonly pattern: RegExp
  /** What stands for a match: a placeholder to be numbered, or a text. Undefined keeps the match. */
  readonly replace: (match: string, number: (kind: string, value: string) => string) => string
}

/** Placeholders with a number: equal values have the same number. */
function numbered(kind: string, pattern: RegExp): Rule {
  return { pattern, replace: (match, number) => number(kind, match) }
}

/** Placeholders without a number: whether two of them are equal depends on the clock. */
function unnumbered(kind: string, pattern: RegExp): Rule {
  return { pattern, replace: () => `<${kind}>` }
}

/** Half a year in seconds: a number this close to the present is a time. */
const NEAR = 15_000_000

const RULES: readonly Rule[] = [
  // A stack trace: the frames move with the code.
  { pattern: /(?:\n *at [^\n]+:\d+(?::\d+)?\)?)+/g, replace: () => '\n<stack>' },
  {
    pattern: /\beC1hY2Nlc3MtdG9rZW46[\w+/=-]*/g,
    replace: (match, number) =>
      `<base64 of ${number('token', tokenOfGit(Buffer.from(match, 'base64').toString()))}>`
  },
  numbered('token', /\bgh[a-z]_[\w.-]{16,}/g),
  // Two JWTs of the same second are equal.
  unnumbered('JWT', /(?<![\w.-])eyJ[\w-]{16,}\.[\w-]{16,}\.[\w-]{16,}/g),
  numbered('UUID', /(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])/gi),
  numbered('fingerprint', /\bSHA256:[\w+/]{43}=?/g),
  numbered('request id', /\b[0-9A-F]{4}(?::[0-9A-F]{2,8}){3}:[0-9A-F]{8}\b/g),
  numbered('hash', /\b[0-9a-f]{64}\b/g),
  numbered(
    'folder',
    /(?:\/private)?(?:\/var\/folders(?:\/\w+){1,3}\/T|\/tmp)\/[\w-]*[A-Za-z0-9]{6}\b/g
  ),
  { pattern: /\(node:\d+\)/g, replace: () => '(node:<pid>)' },
  {
    // A port that the system picked, after whatever a test takes for a host.
    pattern: /(?:(?<=[^\s:]):0*|\bport )[1-6]\d{4}(?!\d)/g,
    replace: (match, number) => match.slice(0, -5) + number('port', match.slice(-5))
  },
  unnumbered('time', /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g),
  unnumbered('time', /\b[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT/g),
  unnumbered('clock', /\b\d\d:\d\d(?::\d\d)? UTC\b/g),
  { pattern: /\b\d+(?= seconds (?:ahead|behind))/g, replace: () => '<skew>' },
  // A wait for a rate limit has a random part.
  { pattern: /(?<=The step (?:tries again in|waited) )\d+ \w+/g, replace: () => '<wait>' },
  unnumbered('duration', /\b\d+(?:\.\d+)? ?ms\b/g),
  { pattern: /\b(?:\d{10}|\d{13})\b/g, replace: presentTime },
  { pattern: /(?<=\bAES-\d+-CBC,)[0-9A-F]+/g, replace: () => '<IV>' },
  // OpenSSL begins its errors with the thread.
  { pattern: /\b[0-9A-F]{16}(?=:error:)/g, replace: () => '<thread>' },
  // The bundle's other files have numbers for names.
  { pattern: /\b\d+\.index\.(c?js)\b/g, replace: () => '<chunk>' }
]

function tokenOfGit(userAndPassword: string): string {
  return userAndPassword.slice(userAndPassword.indexOf(':') + 1)
}

/** Seconds or milliseconds since 1970, if they are of the present. */
function presentTime(digits: string): string {
  const seconds = Number(digits) / (digits.length === 13 ? 1000 : 1)
  return Math.abs(seconds - Date.now() / 1000) < NEAR ? '<time>' : digits
}

/** What may be base64 of random bytes. */
const BASE64 = /(?<![\w+/-])[\w+/-]{16,}={0,2}/g

/** Shorter texts count only in a mask: what is masked is often only a piece of a damaged key. */
const SHORTEST_BASE64 = 24
const MASK = '::add-mask::'

/** Unlike a path or a name with dashes, a part of it mixes letters of both cases and digits. */
function looksRandom(text: string): boolean {
  const parts = text.split(/[-_/]/).filter(({ length }) => length >= 8)
  return parts.some((part) => /\d/.test(part) && /[a-z]/.test(part) && /[A-Z]/.test(part))
}

/** Line by line, because a pattern that looks back for the mask takes very long for a long line. */
function replaceBase64(line: string, replace: (match: string) => string): string {
  const mask = line.indexOf(MASK)
  return line.replace(BASE64, (match, at: number) => {
    const isMasked = mask !== -1 && at >= mask + MASK.length
    const isLongEnough = isMasked || match.replaceAll('=', '').length >= SHORTEST_BASE64
    return isLongEnough && looksRandom(match) ? replace(match) : match
  })
}

/** Normalises the texts of one record. Numbers go by the order of first appearance. */
export class Normaliser {
  readonly #numbers = new Map<string, Map<string, number>>()
  readonly #folders: readonly (readonly [string, string])[]
  readonly #keyLines: RegExp | undefined

  constructor({ keys, folders }: Known) {
    // The longest first, since one folder can be inside another.
    this.#folders = [...folders].toSorted(([one], [other]) => other.length - one.length)
    this.#keyLines = anyOf(keys.flatMap(linesOf))
  }

  /** The text with a placeholder for everything that differs from run to run. */
  text(text: string): string {
    const number = (kind: string, value: string): string => this.#number(kind, value)
    let result = text
    for (const [path, name] of this.#folders) result = result.replaceAll(path, name)
    for (const { pattern, replace } of RULES) {
      result = result.replace(pattern, (match) => replace(match, number))
    }
    if (this.#keyLines !== undefined) {
      result = result.replace(this.#keyLines, (line) => number('key text', line))
    }
    return result
      .split('\n')
      .map((line) => replaceBase64(line, (match) => number('key text', match)))
      .join('\n')
  }

  /** The same in a value of JSON, names of fields included. */
  value(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value)
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map((each) => this.value(each))
    const entries = Object.entries(value)
    return Object.fromEntries(entries.map(([name, each]) => [this.text(name), this.value(each)]))
  }

  #number(kind: string, value: string): string {
    const known = this.#numbers.get(kind) ?? new Map<string, number>()
    this.#numbers.set(kind, known)
    const number = known.get(value) ?? known.size + 1
    known.set(value, number)
    return `<${kind} ${number}>`
  }
}

/** A line that is longer is no key, and too long for a pattern. */
const LONGEST_LINE = 4000

/** The lines of a key that say something of it, whether its line ends are real or written `\n`. */
function linesOf(key: string): string[] {
  return key
    .split(/(?:\\[nr]|\s)+/)
    .filter((line) => line.length >= 8 && line.length <= LONGEST_LINE && !/^-|-$/.test(line))
}

/** Finds any of the texts, the longest that fits. */
function anyOf(texts: readonly string[]): RegExp | undefined {
  const sorted = [...new Set(texts)].toSorted((one, other) => other.length - one.length)
  const escaped = sorted.map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return escaped.length === 0 ? undefined : new RegExp(escaped.join('|'), 'g')
}
