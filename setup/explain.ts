import { printable } from '../src/printable'
import { clockTime } from '../src/time'
import type { SetupProblem } from './problem'
import { wrappingKeyCommand } from './storing'

/** What a person reads about a failure. */
export interface SetupExplanation {
  /** The anchor in docs/SETUP.md. */
  readonly code: SetupProblem['kind']
  /** What happened, and why. */
  readonly problem: string
  /** What to do. */
  readonly fix: string
}

type Texts = {
  readonly [K in SetupProblem['kind']]: (
    problem: Extract<SetupProblem, { kind: K }>
  ) => readonly [problem: string, fix: string]
}

/** Explains a failure of the setup. Pure. */
export function explainSetup(problem: SetupProblem): SetupExplanation {
  // TypeScript does not see that the entry belongs to the kind; the type of the table does.
  const text = TEXTS[problem.kind] as (one: SetupProblem) => readonly [string, string]
  const [what, fix] = text(problem)
  return { code: problem.kind, problem: what, fix }
}

const HELP_COMMAND = 'setup --help lists all options.'

const TEXTS: Texts = {
  'options-unreadable': ({ said }) => [printable(said), HELP_COMMAND],
  'option-missing': ({ option, why }) => [
    `${option} is missing: ${why}.`,
    `add ${option}. ${HELP_COMMAND}`
  ],
  'options-contradict': ({ one, other, why }) => [
    `${one} and ${other} cannot be used together: ${why}.`,
    'remove one of them.'
  ],
  'name-malformed': ({ option, text }) => [
    `${option} is "${printable(text)}". That is not a valid value.`,
    NAME_FIXES[option] ?? HELP_COMMAND
  ],
  'permissions-unusable': ({ what, fix }) => [what, fix],
  'workflows-unreadable': ({ path, code }) => [
    `${printable(path)} cannot be read (${printable(code)}).`,
    'give --from a folder with workflows, or one workflow: --from .github/workflows'
  ],
  'workflows-name-none': ({ path, uses }) => [
    uses === 0
      ? `No step in ${printable(path)} uses this action, or one that it replaces. So the permissions are not known.`
      : `${uses === 1 ? 'One step' : `${uses} steps`} in ${printable(path)} ${uses === 1 ? 'creates an App token, but names' : 'create App tokens, but name'} no permission. So the permissions are not known.`,
    'name them: --permission contents=write. The README lists what each task needs.'
  ],
  'gh-missing': () => [
    'The gh command is not installed. It stores the client ID and the key at GitHub.',
    'install it from https://cli.github.com and run gh auth login. Or add --key-file PATH, which writes the key into a file.'
  ],
  'gh-logged-out': ({ host, said }) => [
    `The gh command is not logged in to ${host}: ${quoted(said)}.`,
    `run gh auth login --hostname ${host}`
  ],
  'gh-refused': ({ command, said }) => [
    `This command failed: ${printable(command)}\ngh said: ${quoted(said)}`,
    /unknown (?:command|flag|shorthand)/.test(said)
      ? 'this gh is too old for it: update gh (https://cli.github.com). Or add --key-file PATH, which writes the key into a file.'
      : 'to store secrets and variables, you need write access to a repository, or have to be an owner of an organization. If gh lacks a scope, run gh auth refresh.'
  ],
  'secret-exists': ({ names, where }) => [
    `${names.join(' and ')} ${names.length === 1 ? 'exists' : 'exist'} already in ${where}. Other workflows may use ${names.length === 1 ? 'it' : 'them'}.`,
    'choose other names with --variable and --secret. Or replace them with --replace.'
  ],
  'account-unknown': ({ account, host }) => [
    `${host} has no account ${printable(account)}.`,
    'correct --repo or --org. If your GitHub has another address, add --host.'
  ],
  'account-type-unknown': ({ account }) => [
    `GitHub does not say whether ${printable(account)} is an organization or a user.`,
    'add --account organization or --account user.'
  ],
  'account-of-other-person': ({ account, person }) => [
    `${printable(account)} is the account of another person. You are logged in as ${printable(person)}, and only ${printable(account)} can register an App there.`,
    `run gh auth login as ${printable(account)}, or ask them to run this command.`
  ],
  'name-taken': ({ name, page }) => [
    `There is an App with the name ${printable(name)} already: ${printable(page)}. Names are unique on the whole of GitHub.`,
    'choose another one with --name. If this App is yours, go on with it: --resume.'
  ],
  'port-taken': ({ port, code }) => [
    `The local page cannot use port ${port} (${printable(code)}).`,
    'leave --port out: then a free port is used.'
  ],
  'no-consent': ({ account, isOrganization }) => [
    'GitHub did not send anybody back within ten minutes. No key was received.',
    [
      'run the command again. If GitHub showed an error, it was one of these:',
      '  the name is taken: change it on the page of GitHub, or with --name',
      isOrganization
        ? `  "404": you are not an owner of ${printable(account)}, or signed in as somebody else. Ask an owner to run this command, or to make you a GitHub App manager.`
        : `  the App would belong to somebody else: sign in as ${printable(account)}`,
      '  the browser runs on another computer: forward the port, as the terminal showed'
    ].join('\n')
  ],
  'code-refused': ({ wasSent, apps }) =>
    wasSent
      ? [
          'The App was created, but the answer with its key was lost on the way. GitHub gives the key once.',
          `open the App at ${apps}, generate a private key, and go on with --resume --client-id ID --key-file FILE. Or delete the App, and start again.`
        ]
      : [
          'GitHub does not accept the code that it sent. A code works once, and for an hour.',
          `run the command again. If ${apps} lists the App already, delete it first, or generate a key there and go on with --resume.`
        ],
  'conversion-unclear': ({ status, apps }) => [
    `GitHub answered ${status}, but without an App and a key that can be used. A proxy may have changed the answer.`,
    `look at ${apps}. If the App is there, generate a private key, and go on with --resume.`
  ],
  'app-of-other-account': ({ slug, owner, account }) => [
    `The App ${printable(slug)} belongs to ${printable(owner)}, not to ${printable(account)}. Nothing was stored.`,
    `delete the App if you created it. Sign in to GitHub as somebody who may register Apps for ${printable(account)}, and run the command again.`
  ],
  'key-not-stored': ({ slug, settings, resume }) => [
    `The App ${printable(slug)} exists, but its key is stored nowhere, and is gone with this program.`,
    `generate a new private key at ${settings}, and go on with:\n  ${resume}`
  ],
  'file-unwritable': ({ path, code }) =>
    code === 'EEXIST'
      ? [
          `${printable(path)} exists already.`,
          'choose a file that does not exist: nothing is overwritten.'
        ]
      : [`${printable(path)} cannot be written (${printable(code)}).`, 'choose another path.'],
  'file-unreadable': ({ path, code }) => [
    `${printable(path)} cannot be read (${printable(code)}).`,
    'correct the path.'
  ],
  'key-file-unusable': ({ path, what }) => [
    `${printable(path)} has no key that can be used: ${what}`,
    "name the whole .pem file that GitHub offers in the App's settings."
  ],
  'key-service-unknown': ({ key }) => [
    `--kms-key is "${printable(key)}". A key can be wrapped for awskms:///arn:… and hashivault://KEY.`,
    'for Google Cloud and Azure, write the key into a file with --key-file, and import it with their own command.'
  ],
  'wrapping-key-missing': ({ key }) => [
    'With --kms-key, the key is wrapped with a public key of the service. It is missing.',
    `get it, and name its file with --wrapping-key:\n  ${wrappingKeyCommand(key).replaceAll('\n', '\n  ')}`
  ],
  'wrapping-key-unusable': ({ path }) => [
    `${printable(path)} has no RSA public key of 2,048 bits or more.`,
    'use the public key that the service gives for an import, as PEM or DER.'
  ],
  'approval-pending': ({ slug, account, person, resume }) => [
    `${printable(person)} asked for the App ${printable(slug)} to be installed on ${printable(account)}. An owner has not approved it yet.`,
    `ask an owner of ${printable(account)} to approve it. The key is stored. Then go on with:\n  ${resume}`
  ],
  'not-installed': ({ slug, account, page, resume }) => [
    `The App ${printable(slug)} is not installed on ${printable(account)} yet. A token can be created only after that.`,
    `install it: ${page}\nThen go on with:\n  ${resume}`
  ],
  'repository-not-covered': ({ slug, repositories, settings, resume }) => [
    `The installation of ${printable(slug)} does not include ${repositories.map((name) => printable(name)).join(', ')}.`,
    `add the missing repositories under "Repository access": ${printable(settings)}\nThen go on with:\n  ${resume}`
  ],
  'nothing-to-resume': () => [
    'It is not known which App to go on with.',
    'add --app SLUG (its name in addresses), or --key-file with a private key of the App and --client-id.'
  ],
  'client-id-unknown': ({ variable }) => [
    `The client ID is not known: there is no variable ${variable} yet.`,
    "add --client-id. It is in the App's settings, and begins with Iv."
  ],
  'secret-not-stored': ({ names, where }) => [
    `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} not stored in ${where}.`,
    "generate a private key in the App's settings, and add --client-id ID --key-file FILE: then both are stored."
  ],
  'github-failed': ({ what, fix }) => [what, fix],
  'token-not-revoked': ({ until }) => [
    'GitHub did not revoke the token of the proof. The setup itself is complete.',
    `nothing. The token was shown nowhere, and ends at ${clockTime(until)}.`
  ]
}

const NAME_FIXES: Readonly<Record<string, string>> = {
  '--repo': 'write the owner and the name: --repo octo-org/hello',
  '--org': 'write the name of the organization: --org octo-org',
  '--repos': 'write names of its repositories: --repos hello,lib',
  '--name': "an App's name has at most 34 characters: letters, digits, blanks, dots and dashes.",
  '--host': 'write the host name: --host github.example.com',
  '--app': "write the App's name in addresses: --app octo-bot",
  '--client-id': 'write the client ID: --client-id Iv23liAbCdEfGhIjKlMn'
}

function quoted(said: string): string {
  return `"${said === '' ? 'nothing' : said.replace(/\.$/, '')}"`
}

/** An explanation as the terminal shows it. */
export function renderExplanation(
  { code, problem, fix }: SetupExplanation,
  help: string
): string[] {
  return [`Error: ${problem}`, `Fix: ${fix}`, `Help: ${help}#${code}`]
}
