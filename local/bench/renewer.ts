/** What the process that renews a token takes: on Linux, from what the kernel says of it. */
import { execFileSync } from 'node:child_process'
import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { defaultData } from '../github/github-data'
import { startGitHub } from '../github/server'
import { Job, type JobOptions, type StepResult } from '../runner'

/** How long the process is watched while it has nothing to do, in seconds. */
const IDLE_SECONDS = 20

/** How many renewals are counted, with tokens that live so many milliseconds. */
const RENEWALS = 5
const SHORT_LIFE = 8_000

type Keyed = JobOptions & { readonly privateKey: string; readonly publicKey: string }

/** The lines to print. */
export async function renewerTable(job: Keyed): Promise<string[]> {
  if (process.platform !== 'linux') return ['The renewer is measured on Linux only.']
  const idle = await withRenewer(job, 3_600_000, async (pid) => {
    const before = processorTime(pid)
    await sleep(IDLE_SECONDS * 1000)
    return { time: processorTime(pid) - before, ...memory(pid) }
  })
  const busy = await withRenewer(job, SHORT_LIFE, async (pid, tokens) => {
    const before = processorTime(pid)
    while (tokens() <= RENEWALS) await sleep(100)
    return { time: processorTime(pid) - before, ...memory(pid) }
  })
  return [
    'The renewer',
    `  main with renew ${idle.main.milliseconds.toFixed(0)} ms, without ${idle.plain.milliseconds.toFixed(0)} ms`,
    `  idle, ${IDLE_SECONDS} s       ${idle.found.time} ms of processor time, ${idle.found.rss} MB RSS, ${idle.found.own} MB of its own`,
    `  ${RENEWALS} renewals      ${busy.found.time} ms of processor time, ${busy.found.rss} MB RSS, ${busy.found.own} MB of its own`
  ]
}

interface Watched<T> {
  readonly main: StepResult
  readonly plain: StepResult
  readonly found: T
}

async function withRenewer<T>(
  { privateKey, publicKey, ...options }: Keyed,
  life: number,
  watch: (pid: number, tokens: () => number) => Promise<T>
): Promise<Watched<T>> {
  const data = defaultData({ publicKey: createPublicKey(publicKey) })
  data.tokenLife = life
  const github = await startGitHub(data)
  const inputs = { 'client-id': data.app.clientId, 'private-key': privateKey }
  const all = { ...options, apiUrl: github.url }
  const without = new Job({ ...all, inputs })
  const job = new Job({ ...all, inputs: { ...inputs, renew: 'true' } })
  try {
    const plain = await without.main()
    await without.post()
    const main = await job.main()
    if (main.exitCode !== 0) throw new Error(`main failed:\n${main.log}`)
    const first = github.tokens().length - 1
    const { renewal } = JSON.parse(main.state['github-app-token'] ?? '') as {
      readonly renewal: { readonly process: { readonly pid: number } }
    }
    const found = await watch(renewal.process.pid, () => github.tokens().length - first)
    await job.post()
    if (github.liveTokens().length > 0) throw new Error('post did not revoke all tokens')
    return { main, plain, found }
  } finally {
    without.close()
    job.close()
    await github.close()
  }
}

/** The kernel counts in ticks. */
const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** Milliseconds of processor time, of all threads. */
function processorTime(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return Math.round(((Number(fields[11]) + Number(fields[12])) / TICKS) * 1000)
}

/** Megabytes: all that it uses, and what it shares with no other process. */
function memory(pid: number): { readonly rss: number; readonly own: number } {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  const sum = (pattern: RegExp): number =>
    Math.round([...text.matchAll(pattern)].reduce((all, [, kB]) => all + Number(kB), 0) / 1000)
  return { rss: sum(/^Rss:\s+(\d+)/gm), own: sum(/^Private_(?:Clean|Dirty):\s+(\d+)/gm) }
}
