import { isLookingUp } from '../http/name-lookup'

/** How long to wait until the runner has read the output. */
const FLUSH_TIMEOUT_MS = 2_000

/** Ends the process when its output is written: no open connection or timer can keep it alive. */
export async function endProcess(exitCode: number): Promise<void> {
  const isWritten = Promise.all([process.stdout, process.stderr].map(flush))
  await Promise.race([isWritten, new Promise((resolve) => setTimeout(resolve, FLUSH_TIMEOUT_MS))])
  endProcessNow(exitCode)
}

async function flush(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => {
      resolve()
    })
  })
}

/** Ends the process at once. */
export function endProcessNow(exitCode: number): void {
  // `process.exit` waits for a name lookup, which cannot be stopped and may take a minute. A new
  // program in the same process does not wait.
  if (isLookingUp()) replaceProgram(`process.exit(${exitCode})`)
  process.exit(exitCode)
}

function replaceProgram(script: string): void {
  try {
    process.execve?.(process.execPath, [process.execPath, '-e', script], {})
  } catch {
    // Windows cannot do this: the process then ends when the lookup does.
  }
}
