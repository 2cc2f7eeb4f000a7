import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Job, type JobOptions, type StepOptions, type StepResult } from '../runner'
import type { Count, ServerOptions } from './bench-server'

/** Runs that are made before any is counted. */
export const warmUps = 3

/** The times of main and post, in milliseconds, one for each counted run. */
export interface Timing {
  readonly main: number[]
  readonly post: number[]
}

/** One job: how long main and post took, and what GitHub saw of each. */
export interface Round {
  readonly main: { readonly time: number; readonly count: Count }
  readonly post: { readonly time: number; readonly count: Count }
}

/** What is timed: the action, or another script instead of it. */
export type Variant = (stage: 'main' | 'post') => StepOptions

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

  /** One job: main and post, each a whole process, from its start to its exit. */
  async round(variant: Variant): Promise<Round> {
    const job = new Job(this.#options)
    try {
      const main = succeeded(await job.main(variant('main')), 'main')
      const mainCount = await this.#ask()
      const post = succeeded(await job.post(variant('post')), 'post')
      const postCount = await this.#ask()
      if (mainCount.liveTokens === 0 || postCount.liveTokens !== 0) {
        throw new Error('main did not create a token, or post did not revoke it')
      }
      return {
        main: { time: main.milliseconds, count: mainCount },
        post: { time: post.milliseconds, count: postCount }
      }
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

/** Runs both sides in turn, so that other work on the machine slows down both alike. */
export async function compare(
  runs: number,
  sides: readonly [Side, Side]
): Promise<{ readonly timings: readonly [Timing, Timing]; readonly last: readonly Round[] }> {
  const timings: [Timing, Timing] = [
    { main: [], post: [] },
    { main: [], post: [] }
  ]
  let last: Round[] = []
  for (let run = -warmUps; run < runs; run++) {
    last = [
      await sides[0].bench.round(sides[0].variant),
      await sides[1].bench.round(sides[1].variant)
    ]
    if (run < 0) continue
    for (const [index, timing] of timings.entries()) {
      timing.main.push(last[index]?.main.time ?? NaN)
      timing.post.push(last[index]?.post.time ?? NaN)
    }
  }
  return { timings, last }
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

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2
}

/** One line of a comparison: both medians, their ratio, and the median of the ratios in pairs. */
export function compareRow(name: string, one: readonly number[], other: readonly number[]): string {
  const pairs = one.map((time, index) => time / (other[index] ?? NaN))
  const cells = [
    `${median(one).toFixed(1)} ms`,
    `${median(other).toFixed(1)} ms`,
    (median(one) / median(other)).toFixed(2),
    median(pairs).toFixed(2)
  ]
  return `  ${name.padEnd(14)}${cells.map((cell) => cell.padStart(18)).join('')}`
}
