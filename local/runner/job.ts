import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { githubContext, machineVariables, pushEvent, stepVariables } from './environment'
import type { Folders, RunFacts } from './environment'
import { isWatched, reportStep, surfacesOf, type StepTraces } from './step-report'
import { parseFileCommands } from './commands'
import { removeFolder } from './job-files'
import type { Secret } from './leaks'
import { LeftFiles } from './job-files'
import { Log, type Annotation } from './step-log'
import { inputEnvironment, readManifest, type Manifest } from './manifest'
import { Masker } from './masker'
import { RunningProcess, type OutputLine, type ProcessEnd } from './process'
import { credentialsIn, secretsGiven } from './known-secrets'
import { mergeVariables } from './environment'

/** What a workflow gives a step, which may differ between main and post. */
export interface StepOptions {
  /** The step's `with:`. A key that is absent takes its default; an empty string stays empty. */
  readonly inputs?: Readonly<Record<string, string>>
  /** More environment; `undefined` takes a variable away. It may override `GITHUB_*`. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** The node to run; default: `ACTION_NODE` of the environment, else the current one. */
  readonly node?: string
  readonly nodeArguments?: readonly string[]
  /** Milliseconds before a step that hangs is killed. Default: two minutes. */
  readonly timeLimit?: number
  /** Show `::debug::` lines in the log. */
  readonly debug?: boolean
  /** Another script in place of the action's own, for comparisons. */
  readonly script?: string
  /** A process group of its own, which Ctrl-C in a terminal does not reach. */
  readonly ownGroup?: boolean
}

/** A job with one step that uses the action. */
export interface JobOptions extends StepOptions, RunFacts {
  /** The folder with `action.yml`; default: `ACTION_FOLDER` of the environment, else this repository. */
  readonly action?: string
  /** What the workflow takes from `secrets`: hidden from the first line on. */
  readonly secrets?: readonly string[]
  /** Texts that give nothing away although a secret holds them, such as words in a damaged key. */
  readonly publicTexts?: readonly string[]
}

/** What a finished step did. */
export interface StepResult extends ProcessEnd {
  /** What a person reads on github.com. */
  readonly log: string
  readonly annotations: readonly Annotation[]
  /** The values the step asked to be hidden, in order. */
  readonly masks: readonly string[]
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  /** What it added to the environment of later steps. */
  readonly exported: Readonly<Record<string, string>>
  readonly summary: string
}

/** A step under way. */
export interface RunningStep {
  readonly process: RunningProcess
  readonly result: Promise<StepResult>
}

type Stage = 'main' | 'post'

const fileNames = {
  GITHUB_ENV: 'set_env',
  GITHUB_OUTPUT: 'set_output',
  GITHUB_PATH: 'add_path',
  GITHUB_STATE: 'save_state',
  GITHUB_STEP_SUMMARY: 'step_summary'
} as const
type FileName = keyof typeof fileNames

/** A step that has been started. */
interface Step {
  readonly stage: Stage
  readonly files: Readonly<Record<FileName, string>>
  readonly log: Log
  linesRead: number
}

/** What is known of how a step ended. */
type Ending = Pick<ProcessEnd, 'exitCode' | 'signal' | 'lines'>

const repositoryRoot = resolve(__dirname, '..', '..')
const defaultTimeLimit = 120_000

/**
 * A job in a temporary folder of its own. Close it when it is done.
 *
 * `ACTION_COVERAGE` of the environment is a folder in which each step's process leaves what of its
 * code ran, as Node writes it for `NODE_V8_COVERAGE`. `ACTION_PRELOAD` is a script that each step's
 * process loads before the action.
 */
export class Job {
  readonly manifest: Manifest
  /** Everything the job writes is below this. */
  readonly folder: string
  readonly folders: Folders

  private readonly options: JobOptions
  private readonly action: string
  private readonly masker = new Masker()
  private readonly github: Record<string, string>
  private readonly running = new Map<RunningProcess, Step>()
  private readonly secrets: Secret[] = []
  private readonly left: LeftFiles
  private readonly commandFilePaths = new Set<string>()
  private state: Record<string, string> = {}
  private exported: Record<string, string> = {}
  private paths: string[] = []
  private steps = 0

  constructor(options: JobOptions = {}) {
    this.options = options
    this.action = options.action ?? environment('ACTION_FOLDER') ?? repositoryRoot
    this.manifest = readManifest(this.action)
    this.folder = mkdtempSync(join(tmpdir(), 'actions-runner-'))
    this.folders = {
      temp: join(this.folder, '_temp'),
      home: join(this.folder, 'home'),
      workspace: join(this.folder, 'workspace'),
      toolCache: join(this.folder, '_tool')
    }
    for (const folder of ['_temp', 'home', 'workspace', '_tool']) {
      mkdirSync(join(this.folder, folder))
    }
    mkdirSync(join(this.folders.temp, '_runner_file_commands'))
    this.left = new LeftFiles(this.folder)
    const eventPath = join(this.folders.temp, 'event.json')
    this.github = githubContext(options, this.folders, eventPath)
    const event = options.event ?? pushEvent(this.github['repository'] ?? '')
    writeFileSync(eventPath, JSON.stringify(event))
    options.secrets?.forEach((secret) => {
      this.masker.add(secret)
    })
  }

  /** Starts main and leaves it running. */
  startMain(options: StepOptions = {}): RunningStep {
    return this.start('main', this.manifest.main, options)
  }

  /** Starts post, with what main saved, and leaves it running. */
  startPost(options: StepOptions = {}): RunningStep {
    return this.start('post', this.manifest.post ?? '', options)
  }

  /** Runs main to its end. */
  async main(options: StepOptions = {}): Promise<StepResult> {
    return this.startMain(options).result
  }

  /** Runs post to its end. */
  async post(options: StepOptions = {}): Promise<StepResult> {
    return this.startPost(options).result
  }

  /** What a step in between does when it writes to `GITHUB_ENV`. */
  exportVariable(name: string, value: string): void {
    this.exported = { ...this.exported, [name]: value }
  }

  /** Ends what still runs and removes the job's folder. */
  close(): void {
    this.running.forEach((step, process) => {
      process.kill('SIGKILL')
      this.read(step, process.lines)
      this.report(step, { exitCode: null, signal: 'SIGKILL', lines: process.lines })
    })
    this.running.clear()
    removeFolder(this.folder)
  }

  private start(stage: Stage, file: string, options: StepOptions): RunningStep {
    const settings = { ...this.options, ...options }
    const inputs = inputEnvironment(this.manifest, settings.inputs ?? {}, this.github)
    const files = this.commandFiles()
    const log = new Log(this.masker, settings.debug)
    inputs.warnings.forEach((warning) => {
      log.annotate('warning', warning)
    })
    const env = this.environment(stage, inputs.env, files, options.env)
    const step: Step = { stage, files, log, linesRead: 0 }
    this.expect(settings, env)
    const preload = environment('ACTION_PRELOAD')
    const process = new RunningProcess({
      command: settings.node ?? environment('ACTION_NODE') ?? globalThis.process.execPath,
      args: [
        ...(preload === undefined ? [] : ['--require', preload]),
        ...(settings.nodeArguments ?? []),
        settings.script ?? join(this.action, file)
      ],
      env,
      cwd: this.folders.workspace,
      timeLimit: settings.timeLimit ?? defaultTimeLimit,
      ownGroup: settings.ownGroup ?? false
    })
    this.running.set(process, step)
    const result = process.end.then(
      (end) => this.finish(step, end, process),
      (error: unknown) => {
        this.running.delete(process)
        throw error
      }
    )
    // The caller may look at the process alone.
    result.catch(() => undefined)
    return { process, result }
  }

  /** Notes what must not leak, and what is there before the step, where somebody watches. */
  private expect({ inputs = {} }: StepOptions, env: Readonly<Record<string, string>>): void {
    if (!isWatched()) return
    const workflowSecrets = this.options.secrets ?? []
    this.secrets.push(...secretsGiven({ inputs, env, workflowSecrets }))
    this.left.begin()
  }

  /** Fresh files for each stage, as the runner makes them. */
  private commandFiles(): Record<FileName, string> {
    const step = ++this.steps
    const entries = Object.entries(fileNames).map(([variable, name]) => {
      const path = join(this.folders.temp, '_runner_file_commands', `${name}_${step}`)
      writeFileSync(path, '')
      return [variable, path]
    })
    return Object.fromEntries(entries) as Record<FileName, string>
  }

  /**
   * Later entries win. `GITHUB_ENV` comes before the inputs and the state, as in the runner: a step
   * cannot replace a saved state, but it can plant a `STATE_` name that main never saved. What the
   * runner itself sets it cannot change.
   */
  private environment(
    stage: Stage,
    inputs: Readonly<Record<string, string>>,
    files: Readonly<Record<FileName, string>>,
    stepEnv: StepOptions['env']
  ): Record<string, string> {
    const path = [...this.paths, environment('PATH') ?? ''].join(delimiter)
    const state = Object.entries(stage === 'post' ? this.state : {})
    return mergeVariables([
      { PATH: path, NODE_V8_COVERAGE: environment('ACTION_COVERAGE') },
      machineVariables(this.folders),
      stepVariables(this.github, this.folders),
      this.options.env ?? {},
      this.exportedVariables(),
      stepEnv ?? {},
      inputs,
      Object.fromEntries(state.map(([name, value]) => [`STATE_${name}`, value])),
      files,
      // A step that is started without what a runner gives, as from a terminal.
      withoutValue({ ...this.options.env, ...stepEnv })
    ])
  }

  private exportedVariables(): Record<string, string> {
    const entries = Object.entries(this.exported)
    return Object.fromEntries(entries.filter(([name]) => !/^(?:GITHUB|RUNNER)_/i.test(name)))
  }

  private finish(step: Step, end: ProcessEnd, process: RunningProcess): StepResult {
    const { stage, files, log } = step
    this.read(step, end.lines)
    const isOpen = this.running.delete(process)
    if (isOpen) this.report(step, end)
    const read = (name: FileName): Record<string, string> => readCommands(name, files[name], log)
    const state = { ...Object.fromEntries(log.state), ...read('GITHUB_STATE') }
    const exported = read('GITHUB_ENV')
    if (stage === 'main') {
      this.state = { ...this.state, ...state }
    }
    this.exported = { ...this.exported, ...exported }
    this.paths = [...readText(files.GITHUB_PATH).split('\n').filter(Boolean), ...this.paths]
    return {
      ...end,
      log: log.toString(),
      annotations: log.annotations,
      masks: log.masks,
      outputs: { ...Object.fromEntries(log.outputs), ...read('GITHUB_OUTPUT') },
      state,
      exported,
      summary: readText(files.GITHUB_STEP_SUMMARY)
    }
  }

  /** Reads what a step has printed since the last time. */
  private read(step: Step, lines: readonly OutputLine[]): void {
    lines.slice(step.linesRead).forEach((line) => {
      step.log.write(line.text)
    })
    step.linesRead = lines.length
  }

  /** Lets whoever watches see what a step left. */
  private report({ stage, files, log }: Step, end: Ending): void {
    if (!isWatched()) return
    Object.values(files).forEach((path) => this.commandFilePaths.add(path))
    const output = readText(files.GITHUB_OUTPUT)
    const state = readText(files.GITHUB_STATE)
    this.secrets.push(...[output, state, log.masks.join('\n')].flatMap(credentialsIn))
    const traces: StepTraces = {
      stage,
      exitCode: end.exitCode,
      log,
      output,
      state,
      environment: readText(files.GITHUB_ENV),
      path: readText(files.GITHUB_PATH),
      summary: readText(files.GITHUB_STEP_SUMMARY),
      files: this.left.end(this.commandFilePaths)
    }
    const publicTexts = this.options.publicTexts ?? []
    const isAction = this.options.script === undefined
    const titles = isAction ? log.annotations.map(({ title }) => title) : []
    reportStep(
      { secrets: [...this.secrets], surfaces: surfacesOf(traces), publicTexts, titles },
      { traces, lines: end.lines, signal: end.signal, folder: this.folder }
    )
  }
}

/** The variables that are to be taken away. */
function withoutValue(
  env: Readonly<Record<string, string | undefined>>
): Record<string, undefined> {
  const names = Object.keys(env).filter((name) => env[name] === undefined)
  return Object.fromEntries(names.map((name) => [name, undefined]))
}

function environment(name: string): string | undefined {
  const value = globalThis.process.env[name]
  return value === '' ? undefined : value
}

/** A step may have deleted its file, or its folder; the runner then takes it for empty. */
function readText(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

function readCommands(name: FileName, path: string, log: Log): Record<string, string> {
  try {
    return parseFileCommands(readText(path))
  } catch (error) {
    const context = name.replace('GITHUB_', '').toLowerCase()
    log.annotate('error', `Unable to process file command '${context}' successfully.`)
    log.annotate('error', error instanceof Error ? error.message : String(error))
    return {}
  }
}

/**
 * A whole job: main, what happens in between, post, even where main failed. Its folder is gone
 * afterwards.
 */
export async function runAction(
  options: JobOptions,
  between?: (main: StepResult, job: Job) => Promise<void> | void
): Promise<{ readonly main: StepResult; readonly post: StepResult }> {
  const job = new Job(options)
  try {
    const main = await job.main()
    await between?.(main, job)
    return { main, post: await job.post() }
  } finally {
    job.close()
  }
}
