import { printable } from '../src/printable'
import { StoppedError } from './problem'

/** One of several answers. */
export interface Choice<T extends string> {
  readonly value: T
  readonly label: string
}

/** What the setup says and asks, and the browser that it opens. */
export interface Terminal {
  /** Whether somebody can answer questions. */
  readonly isInteractive: boolean
  readonly print: (line?: string) => void
  /** Shows a line that the next one replaces; without a screen, now and then a line of its own. */
  readonly showWaiting: (line: string) => void
  /** Asks for one of several answers. Raises {@link StoppedError} if the person ends it. */
  choose<T extends string>(question: string, choices: readonly Choice<T>[]): Promise<T>
  /** Asks for some of several answers, at least one. */
  chooseSome<T extends string>(
    question: string,
    choices: readonly Choice<T>[]
  ): Promise<readonly T[]>
  /** Asks for a text. */
  ask(question: string, suggestion: string): Promise<string>
  /** Opens an address in a browser. Resolves to false if there is none. */
  open(url: string): Promise<boolean>
}

/** Shows control characters instead of obeying them: a line can quote GitHub, gh or a file. */
export function withoutControls(text: string): string {
  return text.replace(
    /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u{${Number(character.codePointAt(0)).toString(16)}}`
  )
}

/** The terminal that the process was started in. */
export function processTerminal(process: NodeJS.Process): Terminal {
  const { stdin, stdout } = process
  const isScreen = stdout.isTTY
  let isWaitingShown = false
  let shownAt = 0
  const clear = (): void => {
    if (isWaitingShown) stdout.write('\r\x1b[2K')
    isWaitingShown = false
  }
  return {
    isInteractive: stdin.isTTY && isScreen,
    print: (line = '') => {
      clear()
      stdout.write(`${withoutControls(line)}\n`)
    },
    showWaiting: (line) => {
      if (isScreen) {
        clear()
        stdout.write(line)
        isWaitingShown = true
      } else if (Date.now() - shownAt >= QUIET_MS) {
        stdout.write(`${line}\n`)
        shownAt = Date.now()
      }
    },
    choose: async (question, choices) => {
      clear()
      const { select } = await import('@clack/prompts')
      return answered(await select({ message: question, options: options(choices) }))
    },
    chooseSome: async (question, choices) => {
      clear()
      const { multiselect } = await import('@clack/prompts')
      return answered(await multiselect({ message: question, options: options(choices) }))
    },
    ask: async (question, suggestion) => {
      clear()
      const { text } = await import('@clack/prompts')
      const given = await text({
        message: question,
        placeholder: suggestion,
        defaultValue: suggestion
      })
      return answered(given)
    },
    open: async (url) => {
      const { default: open } = await import('open')
      try {
        const child = await open(url)
        return await hasStarted(child)
      } catch {
        return false
      }
    }
  }
}

/** Without a screen, a line of waiting is written at most this often, in milliseconds. */
const QUIET_MS = 30_000

/** The library's type of an option depends on the type of its value in a way that a parameter cannot meet. */
function options<T extends string>(choices: readonly Choice<T>[]): never[] {
  return choices.map(({ value, label }) => ({ value, label })) as never[]
}

/** The library answers with a symbol if the person ends the question. */
function answered<T>(given: T): Exclude<T, symbol> {
  if (typeof given === 'symbol') throw new StoppedError()
  return given as Exclude<T, symbol>
}

interface Child {
  once(event: 'error' | 'spawn' | 'exit', listener: (code?: unknown) => void): unknown
}

/** How long a browser's starter has to fail, in milliseconds. */
const START_MS = 500

/** Whether the program that opens a browser has started, and did not fail at once. */
function hasStarted(child: Child): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(true)
    }, START_MS)
    const end = (isOk: boolean): void => {
      clearTimeout(timer)
      resolve(isOk)
    }
    child.once('error', () => {
      end(false)
    })
    child.once('exit', (code) => {
      end(code === 0)
    })
  })
}

/** Variables of a terminal that tell where its browser is. */
export type TerminalEnv = Readonly<Record<string, string | undefined>>

/** Whether a browser on this machine can show a page to the person. */
export function hasBrowser(env: TerminalEnv, platform: NodeJS.Platform): boolean {
  const has = (name: string): boolean => (env[name] ?? '') !== ''
  if (has('SSH_CONNECTION') || has('SSH_TTY')) return false
  if (platform !== 'linux') return true
  return has('DISPLAY') || has('WAYLAND_DISPLAY') || has('WSL_DISTRO_NAME')
}

/** The command that makes the local page of this machine reachable for the browser on another one. */
export function forwardCommand(port: number, env: TerminalEnv, hostname: string): string {
  const user = env['USER'] ?? env['LOGNAME'] ?? ''
  // The address that the person connected to, as seen from here.
  const server = env['SSH_CONNECTION']?.split(' ')[2] ?? hostname
  const target = printable(user === '' ? server : `${user}@${server}`)
  return `ssh -N -L ${port}:127.0.0.1:${port} ${target}`
}
