/**
 * Runs the jobs of CI that use the action (`action` and `renew` in ci.yml) under act, each in a copy of the
 * checkout, and looks for secrets in its log; the job checks the rest itself. Arguments: the act
 * binary, and the folder of the node to use.
 */
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { RECORD_VARIABLE, type GitHubRecord } from './steps'
import { leaks, RunningProcess, type ProcessEnd } from '../runner'

const root = resolve(__dirname, '..', '..')
const timeLimit = 120_000

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8' })
}

/** Copies the files of the checkout, new ones included, into a repository of octo-org/hello. */
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
  symlinkSync(join(root, 'node_modules'), join(target, 'node_modules'))
}

/** Runs act with a home folder of its own, so that the machine's configuration does not matter. */
async function runAct(
  act: string,
  nodeFolder: string,
  folder: string,
  job: string
): Promise<ProcessEnd> {
  const home = join(folder, 'home')
  mkdirSync(home)
  return new RunningProcess({
    command: act,
    args: [
      'push',
      '--workflows=.github/workflows/ci.yml',
      `--job=${job}`,
      '--matrix=os:ubuntu-latest',
      '--platform=ubuntu-latest=-self-hosted',
      // act copies the checkout once more, and node_modules must be there.
      '--use-gitignore=false',
      '--pull=false',
      '--no-cache-server',
      `--env=${RECORD_VARIABLE}=${recordPath(folder)}`
    ],
    env: {
      HOME: home,
      PATH: [nodeFolder, process.env['PATH'] ?? ''].join(delimiter),
      TMPDIR: home,
      XDG_CACHE_HOME: join(home, '.cache'),
      XDG_CONFIG_HOME: join(home, '.config')
    },
    cwd: join(folder, 'checkout'),
    timeLimit,
    ownGroup: false
  }).end
}

function recordPath(folder: string): string {
  return join(folder, 'record.json')
}

function readRecord(folder: string): GitHubRecord | undefined {
  const path = recordPath(folder)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as GitHubRecord) : undefined
}

/** What is wrong, beyond what the job itself checks. */
function findings(end: ProcessEnd, record: GitHubRecord | undefined): string[] {
  const found: string[] = []
  const output = end.stdout + end.stderr
  const secrets = [record?.privateKey ?? '', ...(record?.tokens ?? []).map(({ value }) => value)]
  if (end.exitCode !== 0) {
    found.push(`it ended with ${end.signal ?? `exit code ${end.exitCode ?? 1}`}`)
  }
  if (record === undefined) found.push('the embedded GitHub left no record')
  if (secrets.some((secret) => leaks(output, secret))) found.push('the log shows a secret')
  return found
}

async function runJob(act: string, nodeFolder: string, job: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'act-'))
  try {
    mkdirSync(join(folder, 'checkout'))
    copyCheckout(join(folder, 'checkout'))
    const end = await runAct(act, nodeFolder, folder, job)
    // This may show credentials, but the GitHub that accepted them has ended.
    console.log(end.stdout + end.stderr)
    const found = findings(end, readRecord(folder))
    found.forEach((finding) => {
      console.log(`act: ${finding}`)
    })
    return found.length === 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function main(act: string, nodeFolder: string): Promise<number> {
  const codes: number[] = []
  for (const job of ['action', 'renew']) codes.push(await runJob(act, nodeFolder, job))
  return Math.max(...codes)
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
