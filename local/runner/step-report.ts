/** What a step leaves behind, and the listeners that get to know it: the leak check and the recorder. */
import { readText, type CommandFiles } from './commands'
import { LeftFiles, type LeftFile } from './job-files'
import { credentialsIn, secretsGiven, type Given } from './known-secrets'
import { findLeaks, type Leak, type SearchedText, type Secret, type SecretKind } from './leaks'
import type { OutputLine, ProcessEnd } from './process'
import type { StepLog } from './step-log'

/** Everything that a step leaves behind. */
export interface StepTraces {
  readonly stage: 'main' | 'post'
  /** Null if it was killed. */
  readonly exitCode: number | null
  readonly log: StepLog
  /** The texts of its command files. */
  readonly output: string
  readonly state: string
  readonly environment: string
  readonly path: string
  readonly summary: string
  /** Other files that this step or an earlier one created. */
  readonly files: readonly LeftFile[]
}

/** The secrets of a step, and the texts that must not contain them. */
export interface SearchedStep {
  readonly secrets: readonly Secret[]
  readonly texts: readonly SearchedText[]
  /** See {@link findLeaks}. */
  readonly publicTexts: readonly string[]
  /** The titles of its annotations; none if another script ran. */
  readonly titles: readonly string[]
}

/** A step that has ended. */
export interface EndedStep {
  readonly traces: StepTraces
  /** What it printed, both streams, in order of arrival. */
  readonly lines: readonly OutputLine[]
  /** The signal that ended it. */
  readonly signal: NodeJS.Signals | null
  /** The job's folder. */
  readonly folder: string
}

type Listener = (searched: SearchedStep, step: EndedStep) => void

const listeners = new Set<Listener>()

/** Calls a listener for each step of each job, as soon as the step has ended. */
export function watchSteps(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What is needed to report a step. */
export interface ReportedStep {
  readonly stage: 'main' | 'post'
  readonly log: StepLog
  readonly files: CommandFiles
  readonly end: Pick<ProcessEnd, 'exitCode' | 'signal' | 'lines'>
  /** See {@link findLeaks}. */
  readonly publicTexts: readonly string[]
  /** False if another script ran instead of the action. */
  readonly isAction: boolean
}

/** Reports the steps of one job to the listeners. Without a listener it does nothing: this takes time. */
export class StepReporter {
  private readonly folder: string
  private readonly left: LeftFiles
  private readonly secrets: Secret[] = []
  private readonly commandFiles = new Set<string>()

  /** @param folder the job's folder */
  constructor(folder: string) {
    this.folder = folder
    this.left = new LeftFiles(folder)
  }

  /** A step starts: records its secrets, and the files that are there before it. */
  begin(given: Given): void {
    if (listeners.size === 0) return
    this.secrets.push(...secretsGiven(given))
    this.left.begin()
  }

  /** A step has ended: reports what it left. */
  end({ stage, log, files, end, publicTexts, isAction }: ReportedStep): void {
    if (listeners.size === 0) return
    Object.values(files).forEach((path) => this.commandFiles.add(path))
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
      files: this.left.end(this.commandFiles)
    }
    const titles = isAction ? log.annotations.map(({ title }) => title) : []
    const searched = {
      secrets: [...this.secrets],
      texts: searchedTexts(traces),
      publicTexts,
      titles
    }
    const step = { traces, lines: end.lines, signal: end.signal, folder: this.folder }
    for (const listener of listeners) listener(searched, step)
  }
}

/**
 * Finds leaks in steps: no text of a step may contain a secret of its job, or one of `more`. What is
 * secret in one job can be an ordinary word in another.
 */
export function leaksIn(steps: readonly SearchedStep[], more: readonly Secret[]): Leak[] {
  return steps.flatMap(({ secrets, texts, publicTexts }) => {
    const all = [...secrets, ...more]
    const distinct = new Map(all.map((secret) => [`${secret.kind} ${secret.value}`, secret]))
    return findLeaks([...distinct.values()], texts, publicTexts)
  })
}

const TOKENS: readonly SecretKind[] = ['token', 'fallback token']

/**
 * The texts that can be read after a step, and the secrets that belong there: tokens in the outputs of
 * a main step that did not fail, in its state, and in the file from which git reads them.
 */
export function searchedTexts(traces: StepTraces): SearchedText[] {
  const { stage, log, exitCode } = traces
  const named = (name: string, text: string, allows: readonly SecretKind[] = []): SearchedText => ({
    name: `${stage}: ${name}`,
    text,
    allows
  })
  const isMain = stage === 'main'
  // A step that is killed fails, but it may have set its outputs before.
  const hasOutputs = isMain && (exitCode === 0 || exitCode === null)
  return [
    named('the log', log.toString()),
    named('debug lines', log.debugLines.join('\n')),
    named('annotations', log.annotations.map(({ message }) => message).join('\n')),
    named('properties of annotations', log.properties.join('\n')),
    named('the summary', traces.summary),
    named('the environment file', traces.environment),
    named('the path file', traces.path),
    named('the outputs', traces.output + commands(log.outputs), hasOutputs ? TOKENS : []),
    named('the state', traces.state + commands(log.state), isMain ? ['token'] : []),
    ...traces.files.map((file) =>
      named(
        `the file ${nameOf(file)}`,
        `${file.path}\n${file.text}`,
        hasOutputs && isTokenFile(file) ? TOKENS : []
      )
    )
  ]
}

/** Values that were set with commands, the old way. */
function commands(values: ReadonlyMap<string, string>): string {
  return [...values].map(([name, value]) => `\n${name}=${value}`).join('')
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** The file's path without its random part. */
function nameOf({ path }: LeftFile): string {
  return path.replaceAll('\\', '/').replace(UUID, 'UUID')
}

/** The files of `git-credentials` and of `renew` that have a token. */
const TOKEN_FILES: ReadonlySet<string> = new Set([
  '_temp/git-credentials-UUID.gitconfig',
  '_temp/github-app-token-UUID/token',
  '_temp/github-app-token-UUID/ledger.json'
])

/** Whether tokens belong into this file, and only its owner can read it. */
function isTokenFile(file: LeftFile): boolean {
  const isPrivate = process.platform === 'win32' || (file.mode & 0o077) === 0
  return TOKEN_FILES.has(nameOf(file)) && isPrivate
}
