/** A job with one step that uses the action: runs main and post as processes, as a runner does. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { COMMAND_FILES, parseFileCommands, readText, type CommandFiles } from './commands'
import {
  githubContext,
  machineVariables,
  mergeVariables,
  ownVariable,
  pushEvent,
  removedVariables,
  stepVariables,
  type Folders,
  type RunFacts
} from './environment'
import { removeFolder } from './job-files'
import { inputEnvironment, readManifest, type Manifest } from './manifest'
import { Masker } from './masker'
import { RunningProcess, type OutputLine, type ProcessEnd } from './process'
import { StepLog, type Annotation } from './step-log'
import { StepReporter, type ReportedStep } from './step-report'

/** What a workflow gives to a step. It can differ between main and post. */
export interface StepOptions {
  /** The step's `with:`. An input that is absent gets its default; an empty one stays empty. */
  readonly inputs?: Readonly<Record<string, string>>
  /** More variables; `undefined` removes one. They may replace `GITHUB_*`. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** The path of the Node to use. Default: the variable `ACTION_NODE`, or else this Node. */
  readonly node?: string
  readonly nodeArguments?: readonly string[]
  /** A step that runs longer than so many milliseconds is killed. Default: two minutes. */
  readonly timeLimit?: number
  /** Show `::debug::` lines in the log. */
  readonly debug?: boolean
  /** Another script instead of the action's, for comparisons. */
  readonly script?: string
  /** Whether its process has a group of its own, so that Ctrl-C in a terminal does not reach it. */
  readonly ownGroup?: boolean
}

/** A job with one step that uses the action. */
export interface JobOptions extends StepOptions, RunFacts {
  /** The folder with `action.yml`. Default: the variable `ACTION_FOLDER`, or else this repository. */
  readonly action?: string
  /** What the workflow takes from `secrets`: masked from the first line on. */
  readonly secrets?: readonly string[]
  /** Texts that are not secret although a secret contains them, such as words in a damaged key. */
  readonly publicTexts?: readonly string[]
}

/** What a finished step did. */
export interface StepResult extends ProcessEnd {
  /** The log as a person reads it on github.com. */
  readonly log: string
  readonly annotations: readonly Annotation[]
  /** The values that the step asked the runner to mask, in order. */
  readonly masks: readonly string[]
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  /** The variables that it set for later steps. */
  readonly exported: Readonly<Record<string, string>>
  readonly summary: string
}

/** A running step. */
export interface RunningStep {
  readonly process: RunningProcess
  readonly result: Promise<StepResult>
}

type Stage = 'main' | 'post'

/** A step that has been started. */
interface Step {
  readonly stage: Stage
  readonly files: CommandFiles
  readonly log: StepLog
  linesRead: number
}

const repositoryRoot = resolve(__dirname, '..', '..')
const defaultTimeLimit = 120_000

/**
 * A job in a temporary folder of its own. Close it after use.
 *
 * Two variables of the environment change its steps. `ACTION_COVERAGE` is the folder for the coverage
 * of each step's process (see `NODE_V8_COVERAGE` of Node). `ACTION_PRELOAD` is a script that each step's
 * process loads before the action.
 */
export class Job {
  readonly manifest: Manifest
  /** The job writes only below this folder. */
  readonly folder: string
  readonly folders: Folders

  private readonly options: JobOptions
  private readonly action: string
  private readonly masker = new Masker()
  private readonly github: Record<string, string>
  private readonly running = new Map<RunningProcess, Step>()
  private readonly reporter: StepReporter
  private state: Record<string, string> = {}
  private exported: Record<string, string> = {}
  private paths: string[] = []
  private steps = 0

  constructor(options: JobOptions = {}) {
    this.options = options
    this.action = options.action ?? ownVariable('ACTION_FOLDER') ?? repositoryRoot
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
    this.reporter = new StepReporter(this.folder)
    const eventPath = join(this.folders.temp, 'event.json')
    this.github = githubContext(options, this.folders, eventPath)
    const event = options.event ?? pushEvent(this.github['repository'] ?? '')
    writeFileSync(eventPath, JSON.stringify(event))
    options.secrets?.forEach((secret) => {
      this.masker.add(secret)
    })
  }

  /** Starts main, and does not wait for its end. */
  startMain(options: StepOptions = {}): RunningStep {
    return this.start('main', this.manifest.main, options)
  }

  /** Starts post, with the state that main saved, and does not wait for its end. */
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

  /** Sets a variable for later steps, as another step does with `GITHUB_ENV`. */
  exportVariable(name: string, value: string): void {
    this.exported = { ...this.exported, [name]: value }
  }

  /** Kills what still runs, and removes the job's folder. */
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
    const log = new StepLog(this.masker, settings.debug)
    inputs.warnings.forEach((warning) => {
      log.annotate('warning', warning)
    })
    const env = this.environment(stage, inputs.env, files, options.env)
    const step: Step = { stage, files, log, linesRead: 0 }
    const workflowSecrets = this.options.secrets ?? []
    this.reporter.begin({ inputs: settings.inputs ?? {}, env, workflowSecrets })
    const preload = ownVariable('ACTION_PRELOAD')
    const process = new RunningProcess({
      command: settings.node ?? ownVariable('ACTION_NODE') ?? globalThis.process.execPath,
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
    // A caller that uses only the process does not handle a rejection.
    result.catch(() => undefined)
    return { process, result }
  }

  /** Creates new files for each stage, as the runner does. */
  private commandFiles(): CommandFiles {
    const step = ++this.steps
    const entries = Object.entries(COMMAND_FILES).map(([variable, name]) => {
      const path = join(this.folders.temp, '_runner_file_commands', `${name}_${step}`)
      writeFileSync(path, '')
      return [variable, path]
    })
    return Object.fromEntries(entries) as Record<keyof CommandFiles, string>
  }

  /**
   * Later entries win. As in the runner, `GITHUB_ENV` is before the inputs and the state: with it, a
   * step cannot change a saved state or what the runner sets, but it can set the `STATE_` variable of a
   * state that main never saved.
   */
  private environment(
    stage: Stage,
    inputs: Readonly<Record<string, string>>,
    files: CommandFiles,
    stepEnv: StepOptions['env']
  ): Record<string, string> {
    const path = [...this.paths, ownVariable('PATH') ?? ''].join(delimiter)
    const state = Object.entries(stage === 'post' ? this.state : {})
    return mergeVariables([
      { PATH: path, NODE_V8_COVERAGE: ownVariable('ACTION_COVERAGE') },
      machineVariables(this.folders),
      stepVariables(this.github, this.folders),
      this.options.env ?? {},
      this.exportedVariables(),
      stepEnv ?? {},
      inputs,
      Object.fromEntries(state.map(([name, value]) => [`STATE_${name}`, value])),
      files,
      // For a step without variables of the runner, as in a terminal.
      removedVariables({ ...this.options.env, ...stepEnv })
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
    const read = (name: keyof CommandFiles): Record<string, string> =>
      readCommands(name, files[name], log)
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

  /** Reads what a step has printed since the last call. */
  private read(step: Step, lines: readonly OutputLine[]): void {
    lines.slice(step.linesRead).forEach((line) => {
      step.log.write(line.text)
    })
    step.linesRead = lines.length
  }

  private report({ stage, files, log }: Step, end: ReportedStep['end']): void {
    const { publicTexts = [], script } = this.options
    this.reporter.end({ stage, files, log, end, publicTexts, isAction: script === undefined })
  }
}

function readCommands(
  name: keyof CommandFiles,
  path: string,
  log: StepLog
): Record<string, string> {
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
 * Runs a whole job: main, then `between`, then post, even if main fails. Afterwards its folder is
 * removed.
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
