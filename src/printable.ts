const LONGEST = 200

/**
 * Makes text that somebody else wrote (an input, a reply, an error, a file) fit for a log line or
 * an annotation: control characters and line ends become visible escapes, `::` and `##[` are broken
 * so that the runner finds no command in them, and at most 200 characters are kept. The runner
 * obeys `##[command]` anywhere in a line: https://github.com/actions/runner (ActionCommand.cs).
 */
export function printable(foreign: string, longest: number = LONGEST): string {
  const bare = foreign.replace(SECRET, '(not shown)')
  const cut = bare.length > longest ? `${bare.slice(0, longest - 1)}…` : bare
  return breakCommands(cut.replace(INVISIBLE, escape))
}

/**
 * What looks like a key or token, put where it does not belong: a line of PEM, PEM from its armour
 * on, its base64, the base64 of its bytes, JWTs, GitHub's tokens. The runner masks whole lines of a
 * secret, so that a piece of one would show.
 */
const SECRET =
  /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9+/]{40,}={0,2}$|-----BEGIN[^]*|LS0tLS1CRUdJTi[^]*|MI[IGJ][\w+/-]{40}[^]*|eyJ[\w-]{16}[\w.-]*|(gh[a-z]_|github_pat_)[\w.-]{16,}/gm

/** Breaks the runner's command markers (`::`, `##[`) with a space and changes nothing else. */
export function breakCommands(text: string): string {
  return text.replace(/:(?=:)/g, ': ').replace(/##(?=\[)/g, '## ')
}

/** Controls, line and paragraph separators, and the marks that reorder text on a screen. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

function escape(character: string): string {
  switch (character) {
    case '\n':
      return '\\n'
    case '\r':
      return '\\r'
    case '\t':
      return '\\t'
    default:
      return `\\u{${Number(character.codePointAt(0)).toString(16)}}`
  }
}
