import { spawn, type ChildProcess } from 'node:child_process'
import { LineSplitter } from './commands'

/** One line of a step's output. */
export interface OutputLine {
  readonly stream: 'stdout' | 'stderr'
  readonly text: string
}

/** How a process ended and what it wrote. */
export interface ProcessEnd {
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
  /** The lines of both streams, in order of arrival. */
  readonly lines: readonly OutputLine[]
  /** Milliseconds from its start to its exit. */
  readonly milliseconds: number
  /** Whether it ran longer than the limit and was killed. */
  readonly timedOut: boolean
}

/** How to start a process. */
export interface ProcessOptions {
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly cwd: string
  /** Milliseconds after which a process that hangs is killed. */
  readonly timeLimit: number
  /** Whether it has a process group of its own, so that Ctrl-C in a terminal does not reach it. */
  readonly ownGroup: boolean
  /** Whether its standard input is open: see {@link RunningProcess.write}. */
  readonly hasInput?: boolean
}

/** A child process, with everything that it writes. */
export class RunningProcess {
  /** Settles when the process has ended and its streams are closed. */
  readonly end: Promise<ProcessEnd>

  /** The lines of both streams so far, in order of arrival. */
  readonly lines: OutputLine[] = []

  private readonly child: ChildProcess
  private readonly streams = { stdout: '', stderr: '' }
  private ended = false
  private timedOut = false

  constructor(options: ProcessOptions) {
    const started = performance.now()
    let exited = started
    this.child = spawn(options.command, options.args, {
      env: options.env,
      cwd: options.cwd,
      stdio: [options.hasInput === true ? 'pipe' : 'ignore', 'pipe', 'pipe'],
      detached: options.ownGroup,
      windowsHide: true
    })
    const splitters = (['stdout', 'stderr'] as const).map((stream) => this.collect(stream))
    this.end = new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.timedOut = true
        this.child.kill('SIGKILL')
      }, options.timeLimit)
      this.child.on('exit', () => {
        exited = performance.now()
      })
      this.child.on('error', (error) => {
        clearTimeout(timer)
        this.ended = true
        reject(error)
      })
      this.child.on('close', (exitCode, signal) => {
        clearTimeout(timer)
        this.ended = true
        splitters.forEach((splitter) => {
          splitter.end()
        })
        resolve({
          exitCode,
          signal,
          ...this.streams,
          lines: this.lines,
          milliseconds: exited - started,
          timedOut: this.timedOut
        })
      })
    })
    // A caller that does not wait for the end does not handle a rejection.
    this.end.catch(() => undefined)
  }

  get pid(): number | undefined {
    return this.child.pid
  }

  /** What it has written so far, both streams together. */
  get output(): string {
    return this.lines.map((line) => line.text).join('\n')
  }

  /** Sends a signal. After the end of the process, this does nothing. */
  kill(signal: NodeJS.Signals = 'SIGTERM'): void {
    if (!this.ended) {
      this.child.kill(signal)
    }
  }

  /** Writes to its standard input, if that is open. */
  write(text: string): void {
    this.child.stdin?.write(text)
  }

  /** Waits until a condition holds. Returns false if the process ends before. */
  async until(condition: () => boolean): Promise<boolean> {
    while (!condition()) {
      if (this.ended) {
        return false
      }
      await new Promise((resolve) => setTimeout(resolve, 3))
    }
    return true
  }

  private collect(stream: 'stdout' | 'stderr'): LineSplitter {
    const splitter = new LineSplitter((text) => {
      this.lines.push({ stream, text })
    })
    this.child[stream]?.setEncoding('utf8').on('data', (chunk: string) => {
      this.streams[stream] += chunk
      splitter.write(chunk)
    })
    return splitter
  }
}
