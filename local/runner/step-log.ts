import { parseCommand, registeredCommands, type Command } from './commands'
import type { Masker } from './masker'

/** What a run shows at the top of its page, beside the log. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  /** As the step wrote it: the runner does not mask titles, so neither does this. */
  readonly title: string
  /** Masked, and cut at 4,096 characters. */
  readonly message: string
}

const messageLimit = 4096
const labels = { error: 'Error', warning: 'Warning', notice: 'Notice' } as const

/** Turns a step's lines of output into what a person reads on github.com. */
export class Log {
  /** The lines a person sees; what is in a folded group is indented. */
  readonly lines: string[] = []
  readonly annotations: Annotation[] = []
  /** Every value the step asked to be hidden. */
  readonly masks: string[] = []
  /** Outputs set the old way, by a command in the output. */
  readonly outputs = new Map<string, string>()
  /** State saved the old way. */
  readonly state = new Map<string, string>()
  /** The lines of `::debug::`, masked, which a person sees after asking for them. */
  readonly debugLines: string[] = []
  /** The properties of annotations (title, file), which the runner shows as the step wrote them. */
  readonly properties: string[] = []

  private readonly masker: Masker
  private readonly showDebug: boolean
  private readonly known = new Set(registeredCommands)
  private stopToken: string | undefined
  private inGroup = false

  /** The masker is the job's: what main hides stays hidden in post. */
  constructor(masker: Masker, showDebug = false) {
    this.masker = masker
    this.showDebug = showDebug
  }

  /** Takes the next line of the step's output. */
  write(line: string): void {
    const command = parseCommand(line, this.known)
    if (command === undefined) {
      this.print(line)
    } else if (this.stopToken !== undefined) {
      this.resume(line, command)
    } else {
      this.obey(line, command)
    }
  }

  /** An annotation of the runner's own or of the step, with its line in the log. */
  annotate(level: Annotation['level'], message: string, title = ''): void {
    const shown = this.masker.mask(message).slice(0, messageLimit)
    this.annotations.push({ level, title, message: shown })
    this.print(`${labels[level]}: ${shown}`)
  }

  /** The log as one text. */
  toString(): string {
    return this.lines.join('\n')
  }

  private print(text: string): void {
    for (const line of this.masker.mask(text).split(/\r\n|\n|\r/)) {
      this.lines.push(this.inGroup && line !== '' ? `  ${line}` : line)
    }
  }

  private resume(line: string, command: Command): void {
    this.print(line)
    if (command.name === this.stopToken) {
      this.known.delete(this.stopToken)
      this.stopToken = undefined
    }
  }

  private obey(line: string, command: Command): void {
    switch (command.name) {
      case 'error':
      case 'warning':
      case 'notice':
        this.properties.push(...Object.values(command.properties))
        this.annotate(command.name, command.data, command.properties['title'])
        break
      case 'group':
        this.inGroup = false
        this.print(`▸ ${command.data}`)
        this.inGroup = true
        break
      case 'endgroup':
        this.inGroup = false
        break
      case 'debug':
        this.debugLines.push(this.masker.mask(command.data))
        if (this.showDebug) {
          this.print(`Debug: ${command.data}`)
        }
        break
      case 'stop-commands':
        this.print(line)
        this.stopToken = command.data.toLowerCase()
        this.known.add(this.stopToken)
        break
      default:
        this.obeyQuiet(command)
    }
  }

  /** The commands that leave no line of their own. */
  private obeyQuiet(command: Command): void {
    const name = command.properties['name'] ?? ''
    switch (command.name) {
      case 'add-mask':
        if (command.data.trim() === '') {
          this.annotate(
            'warning',
            "Can't add secret mask for empty string in ##[add-mask] command."
          )
        } else {
          this.masks.push(command.data)
          this.masker.add(command.data)
        }
        break
      case 'set-output':
        this.outputs.set(name, command.data)
        break
      case 'save-state':
        this.state.set(name, command.data)
        break
      case 'set-env':
      case 'add-path':
        this.annotate('error', `The \`${command.name}\` command is disabled.`)
        break
    }
  }
}
