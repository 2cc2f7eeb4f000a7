/** The log of a step, as a person reads it on github.com. */
import { parseCommand, registeredCommands, type Command } from './commands'
import type { Masker } from './masker'

/** What a run's page shows above the log. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  /** As the step wrote it, because the runner does not mask titles. */
  readonly title: string
  /** Masked, and cut after 4,096 characters. */
  readonly message: string
}

const messageLimit = 4096
const labels = { error: 'Error', warning: 'Warning', notice: 'Notice' } as const

/** Reads the lines that a step prints. */
export class StepLog {
  /** The lines that a person sees. Lines of a folded group are indented. */
  readonly lines: string[] = []
  readonly annotations: Annotation[] = []
  /** Every value that the step asked the runner to mask. */
  readonly masks: string[] = []
  /** Outputs that were set with a command, the old way. */
  readonly outputs = new Map<string, string>()
  /** State that was saved with a command, the old way. */
  readonly state = new Map<string, string>()
  /** The lines of `::debug::`, masked. A person sees them only if debug logging is on. */
  readonly debugLines: string[] = []
  /** The properties of annotations (title, file), which the runner shows as the step wrote them. */
  readonly properties: string[] = []

  private readonly masker: Masker
  private readonly showDebug: boolean
  private readonly known = new Set(registeredCommands)
  private stopToken: string | undefined
  private inGroup = false

  /** The masker belongs to the job: what main masks stays masked in post. */
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

  /** Adds an annotation of the runner or the step, with its line in the log. */
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

  /** The commands that print no line. */
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
