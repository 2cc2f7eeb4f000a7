import type { Random } from './search'

/** Texts with a meaning to a runner, a terminal, a browser or JavaScript. */
const PIECES: readonly string[] = [
  ...['::error::forged', '::add-mask::a', '::set-output name=token::x', '::stop-commands::x'],
  ...['##[error]forged', '##[add-mask]a', '##[set-env name=PATH]x', '::group::', '::endgroup::'],
  ...['%0A::error::forged', '%0D%0A', '%25', '%3A%3A', ':::', '::', '##', '['],
  ...['\n', '\r', '\r\n', '\t', '\0', '\b', '\u001b[31m', '\u001b]8;;https://evil.example\u0007'],
  ...['\u2028', '\u2029', '\u0085', '\u202e', '\u2066', '\u200b', '\ufeff', '\u{e0041}', '\ud83d'],
  ...['[x](https://evil.example)', '**bold**', '<img src=x onerror=alert(1)>', '`', '```', '| a |'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'NaN', '-1', '1e999'],
  ...['octo-org', 'hello', 'octo-org/hello', 'mona', '../..', '/', '\\', '.', ' ', ',', '"', "'"],
  ...[
    'contents: read',
    'contents',
    'read',
    'write',
    '{',
    '}',
    '{"a":',
    '$(id)',
    '${{ secrets.X }}'
  ],
  ...['https://github.com/', 'http://[::1]:1', 'git@github.com:', 'é', '漢', '😀', 'Iv23liAbC'],
  ...['suspended', 'permission', 'repository', "('iat')", "('iss')", 'rate limit', 'IP allow list']
]

/** Text that can do harm if it is printed. */
export function hostileText(random: Random): string {
  const count = random.chance(0.05) ? 400 : 1 + random.int(6)
  const parts = Array.from({ length: count }, () => random.pick(PIECES))
  const text = parts.join(random.pick(['', '', ' ', '\n']))
  if (random.chance(0.03)) return text.repeat(1 + random.int(200))
  return random.chance(0.03) ? 'x'.repeat(random.int(100_000)) : text
}

/** The pieces of {@link hostileText} that are long enough to look like part of a secret. */
export const LONG_PIECES: readonly string[] = PIECES.filter((piece) => piece.length >= 8)

/** JSON of any shape, with texts instead of numbers and numbers instead of texts. */
export function hostileJson(random: Random, depth = 0): unknown {
  if (depth === 0 && random.chance(0.03)) return deep(random)
  switch (random.int(depth > 3 ? 6 : 9)) {
    case 0:
      return null
    case 1:
      return random.chance(0.5)
    case 2:
      return random.pick([0, -1, 1, 4242, 1.5, 1e308, Number.MAX_SAFE_INTEGER, 2 ** 60])
    case 3:
    case 4:
    case 5:
      return hostileText(random)
    case 6:
      return Array.from({ length: random.int(4) }, () => hostileJson(random, depth + 1))
    default:
      return hostileObject(random, depth)
  }
}

const KEYS: readonly string[] = [
  ...['id', 'app_slug', 'account', 'login', 'slug', 'permissions', 'repository_selection'],
  ...['html_url', 'suspended_at', 'token', 'expires_at', 'repositories', 'full_name', 'message'],
  ...[
    'contents',
    'metadata',
    'constructor',
    'toString',
    '__proto__',
    'head',
    'repo',
    'pull_request'
  ]
]

function hostileObject(random: Random, depth: number): unknown {
  // Parsed from text, because a literal cannot give an object a field with the name __proto__.
  const fields = Array.from({ length: random.int(6) }, () => {
    const key = random.chance(0.8) ? random.pick(KEYS) : hostileText(random)
    return `${JSON.stringify(key)}:${JSON.stringify(hostileJson(random, depth + 1))}`
  })
  return JSON.parse(`{${fields.join(',')}}`)
}

function deep(random: Random): unknown {
  const levels = 500 + random.int(1000)
  const [open, close] = random.pick([
    ['[', ']'],
    ['{"account":', '}']
  ] as const)
  return JSON.parse(`${open.repeat(levels)}1${close.repeat(levels)}`)
}

type Damage = (random: Random, text: string) => string

const DAMAGES: readonly Damage[] = [
  (random, text) => text.slice(0, random.int(text.length)),
  (random, text) => text.slice(random.int(text.length)),
  (random, text) => splice(random, text, () => ''),
  (random, text) => splice(random, text, (piece) => hostileText(random) + piece),
  (random, text) => splice(random, text, (piece) => piece + piece),
  (random, text) => splice(random, text, (piece) => piece.toLowerCase()),
  (random, text) => splice(random, text, () => random.pick('Aa0+/=-_ \n'.split(''))),
  (_, text) => text.split('\n').toReversed().join('\n'),
  (random, text) => text.replace(/^/gm, () => random.pick(['', ' ', '\t', '> '])),
  (random, text) =>
    text.replaceAll('\n', random.pick(['\\n', '\\\\n', '\r\n', ' ', '', ',', '\0'])),
  (random, text) => Buffer.from(text).toString(random.pick(['base64', 'base64url', 'hex'])),
  (_, text) => JSON.stringify(text)
]

/** Damages a text in one of the usual ways. */
export function damage(random: Random, text: string): string {
  return random.pick(DAMAGES)(random, text)
}

/** Changes a piece of a text. */
function splice(random: Random, text: string, change: (piece: string) => string): string {
  const at = random.int(text.length + 1)
  const end = at + random.pick([1, 1, 2, 16, 64, 500])
  return text.slice(0, at) + change(text.slice(at, end)) + text.slice(end)
}
