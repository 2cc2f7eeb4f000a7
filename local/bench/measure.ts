import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Job, type JobOptions, type StepOptions, type StepResult } from '../runner'
import type { Count, ServerOptions } from './bench-server'

/** Runs that are made before any is counted. */
export const warmUps = 3

/** What a step took, from its start to its exit. */
export interface Usage {
  /** Milliseconds. */
  readonly wall: number
  /** Milliseconds of processor time, of all threads: in the program, and in the system for it. */
  readonly user: number
  readonly system: number
  /** The most memory that it used at a time, in megabytes. */
  readonly memory: number
}

export type Stage = 'main' | 'post'

/** What a stage of one job took, and what GitHub saw of it. */
export interface Measured extends Usage {
  readonly count: Count
}

/** One job. */
export type Round = Readonly<Record<Stage, Measured>>

/** What is measured: this action, another one, or other scripts instead of it. */
export interface Variant {
  readonly name: string
  /** The folder with another action's `action.yml`. */
  readonly action?: string
  /** Another script for each stage. */
  readonly scripts?: Readonly<Record<Stage, string>>
}

/** An embedded GitHub in its own process, and jobs against it. */
export class Bench {
  readonly #server: ChildProcess
  readonly #options: JobOptions

  private constructor(server: ChildProcess, options: JobOptions) {
    this.#server = server
    this.#options = options
  }

  /** Starts the server. The job's API and App are its own. */
  static async start(
    server: ServerOptions,
    job: JobOptions & { readonly privateKey: string }
  ): Promise<Bench> {
    const child = fork(join(__dirname, 'bench-server.ts'), {
      execArgv: ['--require', require.resolve('tsx/cjs')],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc']
    })
    const ready = once(child, 'message')
    child.send(server)
    const [first] = (await ready) as [Count]
    const inputs = { 'client-id': first.clientId, 'private-key': job.privateKey, ...job.inputs }
    return new Bench(child, { ...job, apiUrl: first.url, inputs })
  }

  /** Ends the server. */
  close(): void {
    this.#server.disconnect()
  }

  /** One job: main and post, each a whole process. */
  async round(variant: Variant): Promise<Round> {
    const { action } = variant
    const job = new Job({ ...this.#options, ...(action === undefined ? {} : { action }) })
    try {
      const main = await this.#measure(job, 'main', variant)
      const post = await this.#measure(job, 'post', variant)
      if (main.count.liveTokens === 0 || post.count.liveTokens !== 0) {
        throw new Error('main did not create a token, or post did not revoke it')
      }
      return { main, post }
    } finally {
      job.close()
    }
  }

  /** The files that main and post load. V8 reports each script that ran. */
  async loaded(): Promise<Record<'main' | 'post', string[]>> {
    const job = new Job(this.#options)
    try {
      const files: Record<'main' | 'post', string[]> = { main: [], post: [] }
      for (const stage of ['main', 'post'] as const) {
        const folder = join(job.folder, `coverage-${stage}`)
        const env = { NODE_V8_COVERAGE: folder }
        succeeded(await (stage === 'main' ? job.main({ env }) : job.post({ env })), stage)
        files[stage] = scriptsIn(folder)
      }
      await this.#ask()
      return files
    } finally {
      job.close()
    }
  }

  async #measure(job: Job, stage: Stage, { name, scripts }: Variant): Promise<Measured> {
    const file = join(job.folder, `usage-${stage}.json`)
    const options: StepOptions = {
      env: { ...this.#options.env, BENCH_USAGE: file },
      nodeArguments: ['--require', join(__dirname, 'usage.cjs')],
      ...(scripts === undefined ? {} : { script: scripts[stage] })
    }
    const result = await (stage === 'main' ? job.main(options) : job.post(options))
    succeeded(result, `${stage} of ${name}`)
    const usage = JSON.parse(readFileSync(file, 'utf8')) as NodeJS.ResourceUsage
    return {
      wall: result.milliseconds,
      user: usage.userCPUTime / 1000,
      system: usage.systemCPUTime / 1000,
      memory: usage.maxRSS / 1024,
      count: await this.#ask()
    }
  }

  async #ask(): Promise<Count> {
    const answer = once(this.#server, 'message')
    this.#server.send('count')
    const [count] = (await answer) as [Count]
    return count
  }
}

/** One side of a comparison. */
export interface Side {
  readonly bench: Bench
  readonly variant: Variant
}

/**
 * Runs all sides in turn, so that other work on the machine slows down all alike. Returns the counted
 * rounds of each side.
 */
export async function compare(runs: number, sides: readonly Side[]): Promise<Round[][]> {
  const rounds: Round[][] = sides.map(() => [])
  for (let run = -warmUps; run < runs; run++) {
    for (const [index, { bench, variant }] of sides.entries()) {
      const round = await bench.round(variant)
      if (run >= 0) rounds[index]?.push(round)
    }
  }
  return rounds
}

function succeeded(result: StepResult, what: string): StepResult {
  if (result.exitCode !== 0) {
    throw new Error(`${what} failed:\n${result.log}`)
  }
  return result
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

/** The value below which a part of the values is: 0.5 for the median. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * part
  const [lower = NaN, upper = lower] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return lower + (upper - lower) * (at - Math.floor(at))
}

/** The ratios of two series in pairs: their median, and the quarter and three quarters of them. */
export function ratios(one: readonly number[], other: readonly number[]): string {
  const pairs = one.map((value, index) => value / (other[index] ?? NaN))
  const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => quantile(pairs, part).toFixed(2))
  return `${middle ?? ''} (${low ?? ''} to ${high ?? ''})`
}
