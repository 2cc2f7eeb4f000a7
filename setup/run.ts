import { explainProblems } from '../src/explain/explain'
import { normalizeProxy } from '../src/http/proxy'
import { parseArguments } from './arguments'
import { explainSetup, renderExplanation } from './explain'
import { SetupError, StoppedError } from './problem'
import { interruptionLines, type Progress } from './progress'
import { published, type Published } from './published'
import { setup } from './setup'
import { processTerminal, withoutControls } from './terminal'

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

/**
 * Runs the program, and ends the process.
 *
 * @param root the folder of package.json
 */
export function start(process: NodeJS.Process, root: string): void {
  const ours = published(root)
  const end = (code: number): void => {
    // The local page may still be open.
    process.exit(code)
  }
  run(process, ours)
    .catch((error: unknown) => fail(process, error, ours))
    .then(end, (error: unknown) => {
      process.stderr.write(`${describeUnexpected(error)}\n`)
      end(1)
    })
}

async function run(process: NodeJS.Process, ours: Published): Promise<number> {
  const terminal = processTerminal(process)
  const request = parseArguments(process.argv.slice(2), ours.command)
  if (request.kind === 'text') {
    terminal.print(request.text.trimEnd())
    return 0
  }
  const { options } = request
  const proxy = normalizeProxy(process.env, options.host.apiUrl)
  if (!proxy.ok) {
    const [{ problem, fix }] = explainProblems(proxy.problems)
    throw new SetupError({ kind: 'github-failed', what: problem, fix })
  }
  let progress: Progress = { stage: 'nothing-created' }
  let isAsked = false
  const sayHowToGoOn = (): void => {
    terminal.print()
    for (const line of interruptionLines(progress, options, ours.command)) terminal.print(line)
  }
  for (const [signal, code] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      // The token of the proof is revoked a moment later. A second signal does not wait for that.
      const isProof = progress.stage === 'proof' && !isAsked
      isAsked = true
      if (isProof) return
      sayHowToGoOn()
      process.exit(code)
    })
  }
  try {
    const { env, platform } = process
    const onProgress = (next: Progress): void => {
      progress = next
    }
    await setup({ options, terminal, published: ours, env, platform, onProgress })
    return 0
  } catch (error) {
    if (error instanceof SetupError && error.problem.kind === 'github-failed') {
      const goOn = interruptionLines(progress, options, ours.command).slice(1)
      return fail(process, error, ours, goOn)
    }
    // Also after a mistake in this program: the App may exist, and its key must not be lost.
    if (!(error instanceof SetupError)) sayHowToGoOn()
    if (!(error instanceof StoppedError)) throw error
    return SIGNALS.SIGINT
  }
}

/** @param goOn lines about what exists already, and how to go on */
function fail(
  process: NodeJS.Process,
  error: unknown,
  { help }: Published,
  goOn: readonly string[] = []
): number {
  if (!(error instanceof SetupError)) throw error
  const lines = renderExplanation(explainSetup(error.problem), help)
  process.stderr.write(withoutControls(`\n${[...lines, ...goOn].join('\n')}\n`))
  return error.problem.kind.startsWith('option') ? 2 : 1
}

/** The message of an unexpected error can hold anything, so only its stack is shown. */
function describeUnexpected(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return `\nError: this is a mistake in this program.\n${frames.join('\n')}`
}
