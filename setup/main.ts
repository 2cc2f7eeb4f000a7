#!/usr/bin/env node
/** `npx github:OWNER/github-app-token setup`: see docs/SETUP.md. */
import { join } from 'node:path'
import { parseArguments } from './arguments'
import { explainSetup, renderExplanation } from './explain'
import type { Options } from './options'
import { SetupError, StoppedError } from './problem'
import { interruptionLines, type Progress } from './progress'
import { published } from './published'
import { setup } from './setup'
import { processTerminal } from './terminal'

const ours = published(join(__dirname, '..', '..'))
const terminal = processTerminal(process)
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

async function main(): Promise<number> {
  const request = parseArguments(process.argv.slice(2), ours.command)
  if (request.kind === 'text') {
    terminal.print(request.text.trimEnd())
    return 0
  }
  return run(request.options)
}

async function run(options: Options): Promise<number> {
  let progress: Progress = { stage: 'nothing-created' }
  const sayHowToGoOn = (): void => {
    terminal.print()
    for (const line of interruptionLines(progress, options, ours.command)) terminal.print(line)
  }
  for (const [signal, code] of Object.entries(SIGNALS)) {
    process.once(signal, () => {
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
    if (!(error instanceof StoppedError)) throw error
    sayHowToGoOn()
    return SIGNALS.SIGINT
  }
}

function fail(error: unknown): number {
  if (!(error instanceof SetupError)) throw error
  const lines = renderExplanation(explainSetup(error.problem), ours.help)
  process.stderr.write(`\n${lines.join('\n')}\n`)
  return error.problem.kind.startsWith('option') ? 2 : 1
}

main()
  .catch(fail)
  .then(
    (code) => {
      // The local page may still be open.
      process.exit(code)
    },
    (error: unknown) => {
      const stack = error instanceof Error ? (error.stack ?? '') : ''
      const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
      // The message of an unexpected error can hold anything.
      process.stderr.write(`\nError: this is a mistake in this program.\n${frames.join('\n')}\n`)
      process.exit(1)
    }
  )
