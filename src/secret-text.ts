/**
 * What kind of secret a text holds, whole or in part. `hex`: 40 hex characters, as in a client secret or
 * an old token. `login`: an address with a user name or password.
 */
export type SecretKind = 'key' | 'token' | 'jwt' | 'hex' | 'address-with-credentials'

const NOT_SHOWN = '(not shown)'

/** Words and beginnings of private keys in the formats that people have them in, damaged or not. */
const KEY_WORDS: readonly RegExp[] = [
  // The BEGIN and END lines of PEM, also without blanks, or with some of their dashes missing.
  /-{2,9}\s{0,9}(?:BEGIN|END)[A-Z0-9\s]{1,80}-{2,5}/,
  /(?:BEGIN|END)\s{0,9}[A-Z0-9\s]{0,40}PRIVATE\s{0,9}KEY/,
  /PuTTY-User-Key-File-|Private-Lines:/,
  // A JWK (RFC 7517), as JSON with or without escaped quotes, or as YAML.
  /\bkty["'\\\s]{0,9}:/,
  // Base64 of PEM, base64 of that, base64 of what OpenSSH's keys begin with, base64 of DER.
  /LS0tLS1CRUdJTi|TFMwdExTMUNSVWRKVG|b3BlbnNzaC1rZXkt|(?<![A-Za-z0-9])MI[IGJ][\w+/-]{40}/,
  // DER in hex.
  /3082[0-9a-f]{4}0201[0-9a-f]{60}/i
]

/**
 * GitHub's tokens, and those of GitLab, npm, Slack, Stripe, Vault and OpenBao, and client secrets of
 * Azure, in full length: no name of an account or repository is like it. Newer tokens of GitHub contain
 * a JWT.
 */
const WHOLE_TOKEN =
  /(?<![A-Za-z0-9])(?:gh[a-z]_(?:[A-Za-z0-9]{36}|\d{1,20}_eyJ)|github_pat_\w{60}|glpat-[\w-]{20}|npm_[A-Za-z0-9]{36}|xox[a-z]-(?=[\w-]{0,20}\d{6})[\w-]{20}|[rs]k_live_[A-Za-z0-9]{24}|hv[sbr]\.[\w-]{24}|s\.(?=[a-z0-9]*[A-Z])(?=[A-Za-z]*\d)[A-Za-z0-9]{24}(?![A-Za-z0-9])|[\w.~-]{3}\dQ~[\w.~-]{31})/

/** The first two parts of a JSON web token. */
const WHOLE_JWT = /(?<![A-Za-z0-9])eyJ[\w-]{16,512}\.[\w-]{16}/

/** The same where anything that begins like one is better not shown. */
const ANY_TOKEN =
  /eyJ[\w-]{16}[\w.-]*|(?<![A-Za-z0-9])(?:gh[a-z]_|github_pat_|glpat-|npm_|xox[a-z]-(?=[\w-]{0,20}\d{4})|[rs]k_live_|hv[sbr]\.)[\w.-]{16,}|[\w.~-]{3}\dQ~[\w.~-]{31,34}/g

/** Many characters of base64 or base64url in a row, or a key's fingerprint, which is public. */
const LONG_BASE64 = /SHA256:\s{0,9}[A-Za-z0-9+/]{43}=?|[A-Za-z0-9+/_-]{40,}/g

/** The lines of a key have 64 characters and more, but a piece of one may have lost some. */
const MIN_KEY_LINE_LENGTH = 60

/** GitHub takes no longer names. */
const MAX_NAME_LENGTH = 100

/**
 * Finds out by its looks whether an input holds a secret that belongs elsewhere. A text that can be a
 * name does not count as a secret: names change between upper case, lower case and digits less than keys.
 */
export function secretKindIn(text: string): 'key' | 'token' | 'jwt' | undefined {
  if (holdsKeyWords(text)) return 'key'
  // Before the lines of a key, because the parts of a JWT look like them.
  if (WHOLE_TOKEN.test(text)) return 'token'
  if (WHOLE_JWT.test(text)) return 'jwt'
  return (text.match(LONG_BASE64) ?? []).some(isKeyLine) ? 'key' : undefined
}

/** The text without what looks like a secret; nothing is left of a text with words of a key in it. */
export function withoutSecrets(text: string): string {
  if (holdsKeyWords(text)) return NOT_SHOWN
  return text
    .replace(LONG_BASE64, (run) => (isRandom(run) ? NOT_SHOWN : run))
    .replace(ANY_TOKEN, NOT_SHOWN)
}

/** Whether a text contains words or beginnings of a private key. */
export function holdsKeyWords(text: string): boolean {
  return KEY_WORDS.some((words) => words.test(text))
}

/** A shorter one is taken for part of a key only if it holds what no name does. */
function isKeyLine(run: string): boolean {
  return (run.length >= MIN_KEY_LINE_LENGTH || run.includes('+')) && isRandom(run)
}

/** Whether the characters of a run change as randomly as those of a key. */
function isRandom(run: string): boolean {
  if (run.startsWith('SHA256:')) return false
  const count: Record<Kind, number> = { upper: 0, lower: 0, digit: 0, mark: 0 }
  let [pairs, changes] = [0, 0]
  let before: Kind = 'mark'
  for (const character of run) {
    const kind = kindOf(character)
    count[kind]++
    if (kind !== 'mark' && before !== 'mark') {
      pairs++
      if (kind !== before) changes++
    }
    before = kind
  }
  const isMixed = count.upper > 2 && count.lower > 2 && count.digit > 1
  // In a key, one in 32 characters is a mark; in names, marks stand between words.
  if (!isMixed || count.mark * 8 > run.length) return false
  return run.length > MAX_NAME_LENGTH || changes >= pairs * 0.45
}

type Kind = 'upper' | 'lower' | 'digit' | 'mark'

function kindOf(character: string): Kind {
  if (character >= '0' && character <= '9') return 'digit'
  if (character >= 'a' && character <= 'z') return 'lower'
  return character >= 'A' && character <= 'Z' ? 'upper' : 'mark'
}
