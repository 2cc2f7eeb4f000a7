import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { splitList } from '../src/config/names'
import { readFlags, type Flags, type Options } from './options'
import { SetupError } from './problem'

/** What the arguments ask for. */
export type Request =
  | { readonly kind: 'setup'; readonly options: Options }
  /** Help, which is printed. */
  | { readonly kind: 'text'; readonly text: string }

/**
 * Reads the arguments. Raises {@link SetupError} for those that cannot be used.
 *
 * @param args without node and the script
 * @param command how this program is started, for the help
 */
export function parseArguments(args: readonly string[], command: string): Request {
  let text = ''
  let flags: Flags | undefined
  const program = describe(command, (line) => {
    text += line
  })
  setupCommand(program).action((given: Flags) => {
    flags = given
  })
  try {
    program.parse(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return { kind: 'text', text }
    // Without a command, commander asks for the help as if it were an error.
    if (error.code === 'commander.help') return { kind: 'text', text: program.helpInformation() }
    const said = error.message.replace(/^error: /, '').replaceAll('\n', ' ')
    throw new SetupError({ kind: 'options-unreadable', said })
  }
  if (flags === undefined) return { kind: 'text', text: program.helpInformation() }
  return { kind: 'setup', options: readFlags(flags) }
}

function describe(command: string, write: (text: string) => void): Command {
  return new Command(command)
    .description('Registers a GitHub App for the action github-app-token, and stores its key.')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: () => undefined })
}

function setupCommand(program: Command): Command {
  return program
    .command('setup')
    .description('From nothing to a working step: App, key, installation, proof.')
    .option('--repo <owner/name>', 'the repository whose workflows use the App')
    .option('--env <name>', "store both values in this environment of the repository's settings")
    .option('--org <organization>', 'store both values in this organization')
    .option('--repos <names>', 'with --org: the repositories that may use them, as hello,lib')
    .option(
      '--permission <name=level>',
      'what the App needs, such as contents=write; can be repeated',
      (value: string, before: readonly string[]) => [...before, ...splitList(value)],
      []
    )
    .option('--from <path>', 'read what the App needs from workflows: a folder or a file')
    .option('--name <name>', "the App's name, at most 34 characters")
    .option('--host <host>', 'Enterprise Server or data residency', 'github.com')
    .addOption(
      new Option('--account <type>', 'what the owner is, if it cannot be looked up').choices([
        'organization',
        'user'
      ])
    )
    .option('--variable <name>', 'the variable for the client ID', variableName, 'APP_CLIENT_ID')
    .option('--secret <name>', 'the secret for the key', variableName, 'APP_PRIVATE_KEY')
    .option('--replace', 'replace a secret or variable that has this name')
    .option('--key-file <path>', 'write the key into a file; with --resume: read it from there')
    .option('--kms-key <uri>', 'wrap the key for this key service: awskms:///… or hashivault://…')
    .option('--wrapping-key <path>', 'with --kms-key: the public key that the service gave')
    .option('--port <number>', 'the port of the local page', port, 0)
    .option('--wait <seconds>', 'how long to wait for the installation', seconds, 1800)
    .option('--no-browser', 'open no browser, only print the addresses')
    .option('--dry-run', 'show what would be done; ask and change nothing')
    .option('--resume', 'go on with an App that exists')
    .option('--no-store', 'with --resume and --key-file: leave the key in its file')
    .option('--app <slug>', "with --resume: the App's name in addresses")
    .option('--client-id <id>', "with --resume: the App's client ID")
    .exitOverride()
    .configureOutput(program.configureOutput())
}

function port(text: string): number {
  const number = Number(text)
  if (/^\d{1,5}$/.test(text) && number > 0 && number < 65_536) return number
  throw new InvalidArgumentError('A port is a number from 1 to 65535.')
}

function seconds(text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Write a number of seconds.')
}

/** https://docs.github.com/en/actions/reference/security/secrets#naming-your-secrets */
function variableName(text: string): string {
  if (/^(?!GITHUB_)[A-Z_][A-Z0-9_]{0,99}$/i.test(text)) return text.toUpperCase()
  throw new InvalidArgumentError(
    'A name has letters, digits and underscores, and does not begin with a digit or GITHUB_.'
  )
}
