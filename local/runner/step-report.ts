import type { Leak, Secret, SecretKind, Surface } from './leaks'
import { findLeaks } from './leaks'
import type { LeftFile } from './job-files'
import type { Log } from './step-log'
import type { OutputLine } from './process'

/** Everything that a step left to see. */
export interface StepTraces {
  readonly stage: 'main' | 'post'
  /** Null where it was killed. */
  readonly exitCode: number | null
  readonly log: Log
  /** The texts of its command files. */
  readonly output: string
  readonly state: string
  readonly environment: string
  readonly path: string
  readonly summary: string
  /** Other files that it, or a step before it, made and left. */
  readonly files: readonly LeftFile[]
}

/** What is known of a step's secrets, and where they might show. */
export interface Evidence {
  readonly secrets: readonly Secret[]
  readonly surfaces: readonly Surface[]
  /** See {@link findLeaks}. */
  readonly publicTexts: readonly string[]
  /** The titles of its annotations; none of a step that ran another script. */
  readonly titles: readonly string[]
}

/** A step that has ended, for those who look at what it did and not only for secrets. */
export interface EndedStep {
  readonly traces: StepTraces
  /** What it printed, both streams, in order of arrival. */
  readonly lines: readonly OutputLine[]
  /** The signal that ended it. */
  readonly signal: NodeJS.Signals | null
  /** The job's folder. */
  readonly folder: string
}

type Listener = (evidence: Evidence, step: EndedStep) => void

const listeners = new Set<Listener>()

/** Has the evidence of every step of every job reported as soon as the step has ended. */
export function watchSteps(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether anybody wants evidence: gathering it takes time. */
export function isWatched(): boolean {
  return listeners.size > 0
}

/** Reports what a step left. */
export function reportStep(evidence: Evidence, step: EndedStep): void {
  for (const listener of listeners) listener(evidence, step)
}

/** Finds what leaked in steps: no secret of any of them, or known from elsewhere, may show in any. */
export function leaksIn(steps: readonly Evidence[], more: readonly Secret[]): Leak[] {
  const all = [...steps.flatMap(({ secrets }) => secrets), ...more]
  const distinct = new Map(all.map((secret) => [`${secret.kind} ${secret.value}`, secret]))
  const publicTexts = new Set(steps.flatMap((step) => step.publicTexts))
  const surfaces = steps.flatMap((step) => step.surfaces)
  return findLeaks([...distinct.values()], surfaces, [...publicTexts])
}

const TOKENS: readonly SecretKind[] = ['token', 'fallback token']

/**
 * Where somebody may look after a step, and which secrets belong there: tokens in the outputs of a
 * main step that did not fail, in its state, and in the file from which git reads them.
 */
export function surfacesOf(traces: StepTraces): Surface[] {
  const { stage, log, exitCode } = traces
  const named = (name: string, text: string, allows: readonly SecretKind[] = []): Surface => ({
    name: `${stage}: ${name}`,
    text,
    allows
  })
  const isMain = stage === 'main'
  // A step that is killed fails, but it may have handed over its tokens by then.
  const isHandedOver = isMain && (exitCode === 0 || exitCode === null)
  return [
    named('the log', log.toString()),
    named('debug lines', log.debugLines.join('\n')),
    named('annotations', log.annotations.map(({ message }) => message).join('\n')),
    named('properties of annotations', log.properties.join('\n')),
    named('the summary', traces.summary),
    named('the environment file', traces.environment),
    named('the path file', traces.path),
    named('the outputs', traces.output + commands(log.outputs), isHandedOver ? TOKENS : []),
    named('the state', traces.state + commands(log.state), isMain ? ['token'] : []),
    ...traces.files.map((file) =>
      named(
        `the file ${nameOf(file)}`,
        `${file.path}\n${file.text}`,
        isHandedOver && isGitFile(file) ? TOKENS : []
      )
    )
  ]
}

/** Values that were set the old way, by commands. */
function commands(values: ReadonlyMap<string, string>): string {
  return [...values].map(([name, value]) => `\n${name}=${value}`).join('')
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** The file's path with the part that nobody can guess left out. */
function nameOf({ path }: LeftFile): string {
  return path.replaceAll('\\', '/').replace(UUID, 'UUID')
}

/** The file of `git-credentials`, which is its owner's alone (on Windows, the folder decides). */
function isGitFile(file: LeftFile): boolean {
  const isPrivate = process.platform === 'win32' || (file.mode & 0o077) === 0
  return nameOf(file) === '_temp/git-credentials-UUID.gitconfig' && isPrivate
}
