/**
 * Runs workflow.yml under act against the embedded GitHub, in a copy of the checkout, and checks
 * afterwards what GitHub saw. Arguments: the act binary, and the folder of the node to use.
 */
import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { startGitHub, type EmbeddedGitHub } from '../github/server'
import { defaultWorld } from '../github/world'
import { leaks, RunningProcess, type ProcessEnd } from '../runner'

const root = resolve(__dirname, '..', '..')
const timeLimit = 120_000
const expectedRequests = [
  'GET /repos/octo-org/hello/installation',
  'POST /app/installations/4242/access_tokens',
  'GET /installation/repositories',
  'DELETE /installation/token'
]

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8' })
}

/** What a checkout holds, and what is new in it, as a repository of octo-org/hello. */
function copyCheckout(target: string): void {
  const listed = git(root, 'ls-files', '--cached', '--others', '--exclude-standard', '-z')
  for (const file of listed.split('\0').filter((name) => name && existsSync(join(root, name)))) {
    mkdirSync(join(target, dirname(file)), { recursive: true })
    cpSync(join(root, file), join(target, file))
  }
  git(target, 'init', '--quiet', '--initial-branch=main')
  git(target, 'remote', 'add', 'origin', 'https://github.com/octo-org/hello.git')
  git(target, 'add', '--all')
  const author = ['-c', 'user.name=Mona', '-c', 'user.email=mona@example.com']
  git(target, ...author, '-c', 'commit.gpgsign=false', 'commit', '--quiet', '-m', 'The checkout')
}

/** Runs act with a home of its own, so that no configuration of the machine's has a say. */
async function runAct(
  act: string,
  nodeFolder: string,
  folder: string,
  settings: { readonly github: EmbeddedGitHub; readonly key: string }
): Promise<ProcessEnd> {
  const home = join(folder, 'home')
  const checkout = join(folder, 'checkout')
  mkdirSync(home)
  const { github, key } = settings
  return new RunningProcess({
    command: act,
    args: [
      'push',
      '--workflows=local/act/workflow.yml',
      '--platform=ubuntu-latest=-self-hosted',
      '--pull=false',
      '--no-cache-server',
      '--secret=APP_PRIVATE_KEY',
      `--var=API_URL=${github.url}`,
      `--var=CLIENT_ID=${github.world.app.clientId}`
    ],
    env: {
      APP_PRIVATE_KEY: key,
      HOME: home,
      PATH: [nodeFolder, process.env['PATH'] ?? ''].join(delimiter),
      TMPDIR: home,
      XDG_CACHE_HOME: join(home, '.cache'),
      XDG_CONFIG_HOME: join(home, '.config')
    },
    cwd: checkout,
    timeLimit,
    ownGroup: false
  }).end
}

/** What GitHub saw, and what the log gave away. */
function findings(github: EmbeddedGitHub, end: ProcessEnd, key: string): string[] {
  const found: string[] = []
  const requests = github.exchanges.map(({ method, path }) => `${method} ${path}`)
  const output = end.stdout + end.stderr
  if (end.exitCode !== 0) {
    found.push(`act ended with ${end.signal ?? `exit code ${end.exitCode ?? 1}`}`)
  }
  if (requests.join('\n') !== expectedRequests.join('\n')) {
    found.push(`GitHub saw other requests:\n  ${requests.join('\n  ')}`)
  }
  if (github.tokens().length !== 1 || github.liveTokens().length !== 0) {
    found.push(`${github.tokens().length} minted, ${github.liveTokens().length} not revoked`)
  }
  if ([key, ...github.tokens().map(({ value }) => value)].some((text) => leaks(output, text))) {
    found.push('the log of the job shows a secret')
  }
  return [...found, ...github.complaints]
}

async function main(act: string, nodeFolder: string): Promise<number> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()
  const github = await startGitHub(defaultWorld({ publicKey }))
  const folder = mkdtempSync(join(tmpdir(), 'act-'))
  try {
    mkdirSync(join(folder, 'checkout'))
    copyCheckout(join(folder, 'checkout'))
    const end = await runAct(act, nodeFolder, folder, { github, key })
    const found = findings(github, end, key)
    // Should a secret have slipped through, this log must not spread it.
    console.log(
      found.some((line) => line.includes('shows a secret')) ? '' : end.stdout + end.stderr
    )
    found.forEach((line) => {
      console.log(`act: ${line}`)
    })
    if (found.length === 0) {
      console.log('act: 4 requests (2 by main, 1 by a later step, 1 by post); the token is revoked')
    }
    return found.length === 0 ? 0 : 1
  } finally {
    await github.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const [act, nodeFolder] = process.argv.slice(2)
if (act === undefined || nodeFolder === undefined) {
  console.error('Two arguments are needed: the act binary and the folder of the node to use.')
  process.exitCode = 2
} else {
  main(act, nodeFolder).then(
    (code) => {
      process.exitCode = code
    },
    (error: unknown) => {
      console.error(error)
      process.exitCode = 1
    }
  )
}
