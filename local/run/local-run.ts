import { setTimeout as sleep } from 'node:timers/promises'
import { Job, Masker, type RunningStep, type StepResult } from '../runner'
import { describe, listRepositories, revoke, type Answer } from './token-requests'
import type { Setting } from './servers'

/** What a rehearsal needs from the outside. */
export interface Stage {
  readonly print: (line: string) => void
  /** Aborted when the person wants it to end; the token is revoked all the same. */
  readonly stop: AbortSignal
}

const shownOutputs = ['app-slug', 'installation-id', 'expires-at']
const titles = {
  step: '1. The step runs (dist/main)',
  use: '2. The token is used',
  end: '3. The job ends (dist/post)',
  dead: '4. The token is dead',
  kept: '4. The token lives on, as skip-token-revoke asks'
}

/** The four acts: the step runs, its token is used, the job ends, the token is dead. */
export class LocalRun {
  private readonly setting: Setting
  private readonly stage: Stage
  private readonly masker = new Masker()
  private readonly differences: string[] = []
  private readonly kept: boolean
  private token = ''
  private expiresAt = ''
  private alive = false
  private ended = false

  constructor(setting: Setting, stage: Stage) {
    this.setting = setting
    this.stage = stage
    this.kept = setting.job.inputs?.['skip-token-revoke']?.trim().toLowerCase() === 'true'
    setting.job.secrets?.forEach((secret) => {
      this.masker.add(secret)
    })
  }

  private stopped(): boolean {
    return this.stage.stop.aborted
  }

  /** True when everything went as it should. */
  async run(): Promise<boolean> {
    this.print(this.setting.title)
    this.print('')
    const job = new Job({ ...this.setting.job, ownGroup: true })
    try {
      await this.acts(job)
    } finally {
      job.close()
      await this.takeBack()
    }
    return this.summary()
  }

  private async acts(job: Job): Promise<void> {
    let problem: Error | undefined
    try {
      await this.step(job.startMain())
      await this.use()
    } catch (error) {
      problem = error instanceof Error ? error : new Error(String(error))
    }
    // Post comes even after a failure: a token may have been minted all the same.
    await this.end(job)
    if (problem !== undefined && !this.stopped()) {
      throw problem
    }
    await this.dead()
  }

  private async step(running: RunningStep): Promise<void> {
    this.print(titles.step)
    const cancel = (): void => {
      running.process.kill('SIGINT')
    }
    this.stage.stop.addEventListener('abort', cancel)
    if (this.stopped()) {
      cancel()
    }
    const result = await running.result
    this.stage.stop.removeEventListener('abort', cancel)
    this.keep(result)
    this.printLog(result)
    if (this.token === '') {
      const how = result.signal ?? `exit code ${result.exitCode ?? 1}`
      this.print(`   The step failed (${how}): there is no token to use.`)
      this.differences.push(titles.step)
      return
    }
    const outputs = shownOutputs.map((name) => `${name}=${result.outputs[name] ?? ''}`)
    this.print(`   outputs: ${['token=***', ...outputs].join('  ')}`)
    if (result.exitCode !== 0) {
      this.print(
        `   The step failed (exit code ${result.exitCode ?? 1}) and yet handed over a token.`
      )
      this.differences.push(titles.step)
    }
  }

  private keep(result: StepResult): void {
    this.token = result.outputs['token'] ?? ''
    this.expiresAt = result.outputs['expires-at'] ?? ''
    this.alive = this.token !== ''
    this.masker.add(this.token)
  }

  private async use(): Promise<void> {
    if (this.token === '' || this.stopped()) {
      this.print(`${titles.use}: left out`)
      return
    }
    this.print(titles.use)
    // The token of an enterprise reaches no repository, and GitHub may say so with a 403.
    const expected = 'enterprise' in (this.setting.job.inputs ?? {}) ? [200, 403] : [200]
    // At the real GitHub it can take some seconds until a fresh token is known everywhere.
    let tries = this.setting.real ? 4 : 1
    let answer = await this.call(this.stage.stop)
    while (--tries > 0 && answer.status === 401 && !this.stopped()) {
      await sleep(1000)
      answer = await this.call(this.stage.stop)
    }
    if (!expected.includes(answer.status)) {
      this.differs(titles.use, 'a token that works')
    }
  }

  private async end(job: Job): Promise<void> {
    this.print(titles.end)
    const result = await job.post()
    this.printLog(result)
    if (result.exitCode === 0 && result.annotations.length === 0) {
      this.ended = true
    } else {
      this.differs(titles.end, 'a post step that ends well, without a warning')
    }
  }

  private async dead(): Promise<void> {
    // Who wants to stop does not want to wait: what post said is enough then.
    if (this.stopped() && this.ended && !this.kept) {
      this.alive = false
      return
    }
    const title = this.kept ? titles.kept : titles.dead
    if (this.token === '') {
      this.print(`${title}: left out`)
      return
    }
    this.print(title)
    const expected = this.kept ? 200 : 401
    const answer = await this.call()
    this.alive = answer.status !== 401
    if (answer.status !== expected) {
      this.differs(title, this.kept ? 'a token that works' : '401 Bad credentials')
    }
  }

  private async call(stop?: AbortSignal): Promise<Answer> {
    const answer = await listRepositories(this.setting.apiUrl, this.token, stop)
    this.print(`   GET /installation/repositories   ${answer.status}   ${describe(answer)}`)
    return answer
  }

  /** Whatever happened before: no token of a real GitHub is left behind. */
  private async takeBack(): Promise<void> {
    if (!this.setting.real || !this.alive) {
      return
    }
    try {
      if ((await revoke(this.setting.apiUrl, this.token)) === 'revoked') {
        this.print('The rehearsal revoked the token itself.')
      }
      this.alive = false
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      const until = this.expiresAt === '' ? 'within an hour' : `at ${this.expiresAt}`
      this.print(`The token could not be revoked (${why}). It expires by itself ${until}.`)
    }
  }

  private summary(): boolean {
    this.print('')
    if (this.stopped()) {
      this.print(this.alive ? 'Stopped early.' : 'Stopped early; no token is left behind.')
      return false
    }
    if (this.token === '') {
      this.print('The step failed: no token was handed over.')
      return false
    }
    if (this.differences.length > 0) {
      this.print(`Not as it should be: ${this.differences.join('; ')}.`)
      return false
    }
    const requests = this.setting.requests()
    const count = requests === undefined ? '' : `: ${requests} requests`
    this.print(`Minted, used, ${this.kept ? 'kept' : 'revoked'}${count}.`)
    return true
  }

  private differs(title: string, expected: string): void {
    this.print(`   Expected ${expected}.`)
    this.differences.push(title)
  }

  private printLog(result: StepResult): void {
    for (const line of result.log === '' ? [] : result.log.split('\n')) {
      this.print(`   | ${line}`.trimEnd())
    }
  }

  private print(line: string): void {
    this.stage.print(this.masker.mask(line))
  }
}
