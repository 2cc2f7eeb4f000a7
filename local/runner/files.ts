interface Line {
  readonly text: string
  readonly next: number
  /** How long the line's end is; 0 where the file stops without one. */
  readonly endLength: number
}

function readLine(text: string, from: number): Line | undefined {
  if (from >= text.length) {
    return undefined
  }
  const feed = text.indexOf('\n', from)
  if (feed < 0) {
    return { text: text.slice(from), next: text.length, endLength: 0 }
  }
  const crlf = feed > from && text[feed - 1] === '\r' && process.platform === 'win32'
  return {
    text: text.slice(from, crlf ? feed - 1 : feed),
    next: feed + 1,
    endLength: crlf ? 2 : 1
  }
}

function readHeredoc(
  text: string,
  from: number,
  delimiter: string
): { readonly value: string; readonly next: number } {
  let end = from
  for (let at = from; ;) {
    const line = readLine(text, at)
    if (line === undefined) {
      throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`)
    }
    if (line.text === delimiter) {
      return { value: text.slice(from, end), next: line.next }
    }
    at = line.next
    end = at - line.endLength
  }
}

/**
 * Reads a file of `name=value` lines and `name<<delimiter` blocks (`GITHUB_OUTPUT`, `GITHUB_STATE`,
 * `GITHUB_ENV`) with the runner's own rules and complaints. The last of two entries wins.
 */
export function parseFileCommands(text: string): Record<string, string> {
  const entries = new Map<string, string>()
  for (let at = 0; ;) {
    const line = readLine(text, at)
    if (line === undefined) {
      return Object.fromEntries(entries)
    }
    at = line.next
    if (line.text === '') {
      continue
    }
    const equals = line.text.indexOf('=')
    const block = line.text.indexOf('<<')
    if (equals >= 0 && (block < 0 || equals < block)) {
      if (equals === 0) {
        throw new Error(`Invalid format '${line.text}'. Name must not be empty`)
      }
      entries.set(line.text.slice(0, equals), line.text.slice(equals + 1))
    } else if (block >= 0) {
      const name = line.text.slice(0, block)
      const delimiter = line.text.slice(block + 2)
      if (name === '' || delimiter === '') {
        throw new Error(
          `Invalid format '${line.text}'. Name must not be empty and delimiter must not be empty`
        )
      }
      const { value, next } = readHeredoc(text, at, delimiter)
      entries.set(name, value)
      at = next
    } else {
      throw new Error(`Invalid format '${line.text}'`)
    }
  }
}
