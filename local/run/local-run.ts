/** `npm start`: main, a use of the token, post, and a check that the token no longer works. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Job, Masker, type RunningStep, type StepResult } from '../runner'
import type { RunServer } from './servers'
import { describe, listRepositories, revoke, type Answer } from './token-requests'

/** How the terminal and the local run work together. */
export interface Terminal {
  readonly print: (line: string) => void
  /** Aborted if the person stops the run. The token is revoked even then. */
  readonly stop: AbortSignal
}

const shownOutputs = ['app-slug', 'installation-id', 'expires-at']
const titles = {
  step: '1. The step runs (dist/main)',
  use: '2. The token is used',
  end: '3. The job ends (dist/post)',
  dead: '4. The token is used again',
  kept: '4. The token still works, because skip-token-revoke is true'
}

/** The runner's warning about an input lists all inputs there are: thousands of characters. */
function shortened(line: string): string {
  return line.replace(/^(Warning: Unexpected input\(s\) .*, valid inputs are \[).*\]$/, '$1…]')
}

/** Four parts: the step runs, its token is used, the job ends, the token is used again. */
export class LocalRun {
  private readonly server: RunServer
  private readonly terminal: Terminal
  private readonly masker = new Masker()
  private readonly differences: string[] = []
  private readonly isKept: boolean
  private token = ''
  private expiresAt = ''
  private isAlive = false
  private isFallback = false
  /** The messages of main's annotations. */
  private warned = new Set<string>()
  private hasEnded = false

  constructor(server: RunServer, terminal: Terminal) {
    this.server = server
    this.terminal = terminal
    this.isKept = server.job.inputs?.['skip-token-revoke']?.trim().toLowerCase() === 'true'
    server.job.secrets?.forEach((secret) => {
      this.masker.add(secret)
    })
  }

  private isStopped(): boolean {
    return this.terminal.stop.aborted
  }

  /** Returns true if every part went as expected. */
  async run(): Promise<boolean> {
    this.print(this.server.title)
    this.print('')
    const job = new Job({ ...this.server.job, ownGroup: true })
    try {
      await this.runParts(job)
    } finally {
      job.close()
      await this.revokeLeftToken()
    }
    return this.summary()
  }

  private async runParts(job: Job): Promise<void> {
    let problem: Error | undefined
    try {
      await this.runMain(job.startMain())
      await this.useToken()
    } catch (error) {
      problem = error instanceof Error ? error : new Error(String(error))
    }
    // Post runs even after a failure, because main may have created a token before.
    await this.runPost(job)
    if (problem !== undefined && !this.isStopped()) {
      throw problem
    }
    await this.checkRevoked()
  }

  private async runMain(running: RunningStep): Promise<void> {
    this.print(titles.step)
    const cancel = (): void => {
      running.process.kill('SIGINT')
    }
    this.terminal.stop.addEventListener('abort', cancel)
    if (this.isStopped()) {
      cancel()
    }
    const result = await running.result
    this.terminal.stop.removeEventListener('abort', cancel)
    this.readOutputs(result)
    this.printLog(result)
    if (this.token === '') {
      const how = result.signal ?? `exit code ${result.exitCode ?? 1}`
      const why = result.timedOut
        ? 'The local run stopped the step after two minutes'
        : `The step failed (${how})`
      this.print(`   ${why}: there is no token to use.`)
      this.differences.push(titles.step)
      return
    }
    const outputs = shownOutputs
      .filter((name) => name in result.outputs)
      .map((name) => `${name}=${result.outputs[name] ?? ''}`)
    this.print(`   outputs: ${['token=***', ...outputs].join('  ')}`)
    if (result.exitCode !== 0) {
      this.print(
        `   The step failed (exit code ${result.exitCode ?? 1}), but it set the output token.`
      )
      this.differences.push(titles.step)
    }
  }

  private readOutputs(result: StepResult): void {
    this.token = result.outputs['token'] ?? ''
    this.expiresAt = result.outputs['expires-at'] ?? ''
    this.isFallback = result.outputs['token-source'] === 'fallback'
    this.isAlive = this.token !== '' && !this.isFallback
    this.warned = new Set(result.annotations.map(({ message }) => message))
    this.masker.add(this.token)
  }

  private async useToken(): Promise<void> {
    if (this.token === '' || this.isFallback || this.isStopped()) {
      this.printLeftOut(titles.use)
      return
    }
    this.print(titles.use)
    // The token of an enterprise covers no repository, and GitHub may answer with 403.
    const expected = 'enterprise' in (this.server.job.inputs ?? {}) ? [200, 403] : [200]
    // At the real GitHub, it can take some seconds until a new token works everywhere.
    let tries = this.server.isReal ? 4 : 1
    let answer = await this.call(this.terminal.stop)
    while (--tries > 0 && answer.status === 401 && !this.isStopped()) {
      await sleep(1000)
      answer = await this.call(this.terminal.stop)
    }
    if (!expected.includes(answer.status)) {
      this.differs(titles.use, 'a token that works')
    }
  }

  private async runPost(job: Job): Promise<void> {
    this.print(titles.end)
    const result = await job.post()
    this.printLog(result)
    // The runner repeats its warnings about inputs.
    const warnings = result.annotations.filter(({ message }) => !this.warned.has(message))
    if (result.exitCode === 0 && warnings.length === 0) {
      this.hasEnded = true
    } else {
      this.differs(titles.end, 'a post step that ends well, without a warning')
    }
  }

  private async checkRevoked(): Promise<void> {
    // A person who stops the run does not want to wait: what post said is enough.
    if (this.isStopped() && this.hasEnded && !this.isKept) {
      this.isAlive = false
      return
    }
    const title = this.isKept ? titles.kept : titles.dead
    if (this.token === '' || this.isFallback) {
      this.printLeftOut(title)
      return
    }
    this.print(title)
    const expected = this.isKept ? 200 : 401
    const answer = await this.call()
    this.isAlive = answer.status !== 401
    if (answer.status !== expected) {
      this.differs(title, this.isKept ? 'a token that works' : '401 Bad credentials')
    }
  }

  private async call(stop?: AbortSignal): Promise<Answer> {
    const answer = await listRepositories(this.server.apiUrl, this.token, stop)
    this.print(`   GET /installation/repositories   ${answer.status}   ${describe(answer)}`)
    return answer
  }

  /** Revokes the token at a real GitHub, if post did not. */
  private async revokeLeftToken(): Promise<void> {
    if (!this.server.isReal || !this.isAlive) {
      return
    }
    try {
      if ((await revoke(this.server.apiUrl, this.token)) === 'revoked') {
        this.print('The local run revoked the token itself.')
      }
      this.isAlive = false
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      const until = this.expiresAt === '' ? 'within an hour' : `at ${this.expiresAt}`
      this.print(`The token could not be revoked (${why}). It expires by itself ${until}.`)
    }
  }

  private summary(): boolean {
    this.print('')
    if (this.isStopped()) {
      this.print(this.isAlive ? 'Stopped early.' : 'Stopped early. No token is left.')
      return false
    }
    if (this.token === '') {
      this.print('The step failed, so there was no token.')
      return false
    }
    if (this.differences.length > 0) {
      const parts = this.differences.join('; ')
      this.print(
        this.server.failure === undefined
          ? `Not as expected: ${parts}.`
          : `Failed, as --fail ${this.server.failure} arranges it: ${parts}.`
      )
      return false
    }
    if (this.isFallback) {
      this.print('The step output the fallback token.')
      return true
    }
    const requests = this.server.requests()
    const count = requests === undefined ? '' : `: ${requests} requests`
    this.print(`Created, used, ${this.isKept ? 'kept' : 'revoked'}${count}.`)
    return true
  }

  private printLeftOut(title: string): void {
    this.print(`${title}: left out${this.isFallback ? ', because it is the fallback token' : ''}`)
  }

  private differs(title: string, expected: string): void {
    this.print(`   Expected ${expected}.`)
    this.differences.push(title)
  }

  private printLog(result: StepResult): void {
    for (const line of result.log === '' ? [] : result.log.split('\n')) {
      this.print(`   | ${shortened(line)}`.trimEnd())
    }
  }

  private print(line: string): void {
    this.terminal.print(this.masker.mask(line))
  }
}
