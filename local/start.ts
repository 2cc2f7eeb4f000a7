/** `npm start`, which start.cjs starts: see CONTRIBUTING.md. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { helpText, parseRequest, type Options } from './run/options'
import { LocalRun } from './run/local-run'
import { embeddedServer, realServer, type RunServer } from './run/servers'
import { readManifest, type Manifest } from './runner'

const root = resolve(__dirname, '..')
const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

function print(line: string): void {
  console.log(line)
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Signals end the local run early, but not before the token is revoked. */
function listen(stop: AbortController): () => number | undefined {
  let code: number | undefined
  for (const [signal, number] of Object.entries(signals)) {
    process.on(signal, () => {
      if (!stop.signal.aborted) {
        print('Stopping. The job ends first, so that no token is left.')
      }
      code ??= number
      stop.abort()
    })
  }
  return () => code
}

async function serverFor(options: Options, manifest: Manifest): Promise<RunServer> {
  return options.real === undefined
    ? embeddedServer(options)
    : realServer(options, options.real, manifest)
}

async function run(options: Options, manifest: Manifest): Promise<number> {
  if (!existsSync(join(root, manifest.main))) {
    print(`${manifest.main} is missing. Run: npm run dist`)
    return 1
  }
  const stop = new AbortController()
  const interrupted = listen(stop)
  let server: RunServer
  try {
    server = await serverFor(options, manifest)
  } catch (error) {
    print(`The local run cannot start: ${reason(error)}`)
    return 2
  }
  try {
    const good = await new LocalRun(server, { print, stop: stop.signal }).run()
    if (good && !server.isReal) {
      print('See a failure:      npm start -- --fail wrong-key')
      print(
        'Try your own App:   npm start -- --client-id Iv23… --private-key-file app.pem --repository octo-org/hello --permission-metadata read'
      )
      print('All options:        npm start -- --help')
    }
    return interrupted() ?? (good ? 0 : 1)
  } catch (error) {
    print(`The local run failed: ${reason(error)}`)
    return interrupted() ?? 1
  } finally {
    await server.close()
  }
}

async function main(): Promise<number> {
  const manifest = readManifest(root)
  const request = parseRequest(process.argv.slice(2), manifest)
  switch (request.kind) {
    case 'help':
      print(helpText(manifest))
      return 0
    case 'mistake':
      console.error(request.message)
      return 2
    case 'run':
      return run(request.options, manifest)
  }
}

// The token must be revoked even if nothing reads the output any more (a closed terminal, `| head`).
process.stdout.on('error', () => undefined)
process.stderr.on('error', () => undefined)

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(reason(error))
    process.exitCode = 1
  }
)
