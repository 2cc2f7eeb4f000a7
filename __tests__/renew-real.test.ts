import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultData } from '../local/github/github-data'
import { startGitHub, type EmbeddedGitHub } from '../local/github/server'
import { Job, removeFolder, type JobOptions, type StepResult } from '../local/runner'
import { kill, preloaded, renewalFolders, runs, until } from './support/renewal'
import { authority } from './support/real-proxy-network'
import { GITHUB_HOST } from './support/real-proxy'
import { appKey, appPublicKey, credentials } from './support/scenario'
import { describeIfInstalled, findProgram } from './support/system'
import { startProxy, startTlsRelay } from './support/test-proxy'

/** The Node of the action's steps. */
const node = process.env['ACTION_NODE'] ?? process.execPath

/** The action runs on Node 24. Older versions do not have the flags of the renewer. */
const hasFlags = spawnSync(node, ['--disable-sigusr1', '--permission', '-e', '0']).status === 0

const preload = process.env['ACTION_PRELOAD']

// Here, the steps and the renewer run in real time, exactly as a runner starts them.
beforeAll(() => {
  delete process.env['ACTION_PRELOAD']
})

afterAll(() => {
  process.env['ACTION_PRELOAD'] = preload
})

interface RealJob {
  readonly github: EmbeddedGitHub
  readonly job: Job
  readonly main: StepResult
  /** Milliseconds from the start of main until its streams were closed. */
  readonly milliseconds: number
  readonly renewer: number
  readonly post: () => Promise<StepResult>
}

interface RealSettings extends JobOptions {
  readonly apiUrl?: string
  /** Files in the folder that the steps work in, by name. */
  readonly files?: Readonly<Record<string, string>>
}

async function realJob(
  options: JobOptions & { readonly life?: number },
  use: (job: RealJob) => Promise<void>,
  settings: (github: EmbeddedGitHub) => RealSettings = () => ({})
): Promise<void> {
  const data = defaultData({ publicKey: appPublicKey })
  data.tokenLife = options.life ?? 3_600_000
  const github = await startGitHub(data)
  const { files = {}, ...more } = settings(github)
  const job = new Job({
    apiUrl: github.url,
    ...options,
    ...more,
    inputs: { ...credentials, renew: 'true', ...options.inputs }
  })
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(job.folders.workspace, name), text)
  }
  let renewer = 0
  try {
    const start = performance.now()
    const main = await job.main()
    const milliseconds = performance.now() - start
    if (main.exitCode !== 0) throw new Error(main.log + main.stderr)
    const state = JSON.parse(main.state['github-app-token'] ?? '') as {
      readonly renewal: { readonly process: { readonly pid: number } }
    }
    renewer = state.renewal.process.pid
    await use({ github, job, main, milliseconds, renewer, post: () => job.post() })
  } finally {
    // In another namespace, the number is that of somebody else here.
    if (options.node === undefined) kill(renewer, 'SIGKILL')
    job.close()
    await github.close()
  }
}

async function expectEnded({ github, job, renewer }: RealJob, post: StepResult): Promise<void> {
  expect(post.annotations).toEqual([])
  expect(post.exitCode).toBe(0)
  expect(github.liveTokens()).toEqual([])
  expect(renewalFolders(job)).toEqual([])
  // It answers post right before its end.
  await until(() => !runs(renewer))
}

describeIfInstalled(
  'as a runner starts it',
  hasFlags ? undefined : 'Node 24',
  'CI_NEEDS_NODE_24',
  () => {
    test('it renews, and post ends it; main is not held', async () => {
      await realJob({ life: 8_000 }, async (real) => {
        // The runner waits for five seconds for streams that are still open.
        expect(real.main.milliseconds).toBeGreaterThan(real.milliseconds - 2_000)
        await until(() => real.github.tokens().length >= 3)
        const post = await real.post()
        expect(post.log).toMatch(/^Renewed (?:once|\d+ times)/m)
        await expectEnded(real, post)
      })
    })

    if (process.platform !== 'linux') return

    test('no secret is in its arguments, environment or other files; no stream is the step', async () => {
      const env = {
        NODE_OPTIONS: `--require ${preloaded('renewer-ends.cjs')}`,
        SECRET_OF_THE_JOB: 'hunter2hunter2',
        RUNNER_TRACKING_ID: 'github_1234'
      }
      // `NODE_OPTIONS` would end main, too, so only the renewer sees it.
      const nodeArguments = ['--require', preloaded('set-node-options.cjs')]
      await realJob(
        { env: { ...env, NODE_OPTIONS: '', TEST_OPTIONS: env.NODE_OPTIONS }, nodeArguments },
        async (real) => {
          const { github, job, main, renewer } = real
          const proc = `/proc/${renewer}`
          const texts = [
            readFileSync(`${proc}/cmdline`, 'utf8'),
            readFileSync(`${proc}/environ`, 'utf8')
          ]
          const names = texts[1]
            ?.split('\0')
            .map((entry) => entry.split('=')[0])
            .filter(Boolean)
          expect(names).toEqual(['RUNNER_TRACKING_ID'])
          expect(texts[0]?.split('\0')).toContain('--disable-sigusr1')
          const secrets = [
            main.outputs['token'] ?? '',
            ...appKey.split('\n').filter((line) => line.length > 40)
          ]
          const isShown = (text: string): boolean => secrets.some((secret) => text.includes(secret))
          expect(texts.filter(isShown)).toEqual([])
          const files = execFileSync('find', [job.folder, '-type', 'f'], { encoding: 'utf8' })
            .trim()
            .split('\n')
          const key = secrets.slice(1)
          expect(
            files.filter((file) => key.some((line) => readFileSync(file, 'utf8').includes(line)))
          ).toEqual([])
          // Its streams are its own, and nobody listens at their other ends.
          expect(readlinkSync(`${proc}/fd/2`)).toBe('/dev/null')
          expect(github.tokens()).toHaveLength(1)
          await expectEnded(real, await real.post())
        }
      )
    })

    test('SIGUSR1 opens no port, and does not end it', async () => {
      await realJob({}, async (real) => {
        const isOpen = (): Promise<boolean> =>
          new Promise((resolve) => {
            const socket = connect(9229, '127.0.0.1')
            socket.on('connect', () => {
              socket.destroy()
              resolve(true)
            })
            socket.on('error', () => {
              resolve(false)
            })
          })
        const wasOpen = await isOpen()
        kill(real.renewer, 'SIGUSR1')
        const status = readFileSync(`/proc/${real.renewer}/status`, 'utf8')
        await until(() => /^(?:ShdPnd|SigPnd):\s+0+$/m.test(status))
        expect(await isOpen()).toBe(wasOpen)
        // Its standard streams are sockets as well.
        const others = readdirSync(`/proc/${real.renewer}/fd`).filter((fd) => Number(fd) > 2)
        const sockets = others.map((fd) => {
          try {
            return readlinkSync(`/proc/${real.renewer}/fd/${fd}`)
          } catch {
            return ''
          }
        })
        expect(sockets.filter((name) => name.startsWith('socket:'))).toEqual([])
        expect(runs(real.renewer)).toBe(true)
        await expectEnded(real, await real.post())
      })
    })

    test('it takes at most 70 MB', async () => {
      await realJob({ life: 4_000 }, async (real) => {
        await until(() => real.github.tokens().length >= 3)
        const rss = /^VmRSS:\s+(\d+) kB$/m.exec(
          readFileSync(`/proc/${real.renewer}/status`, 'utf8')
        )?.[1]
        expect(Number(rss)).toBeLessThan(70_000)
        await expectEnded(real, await real.post())
      })
    })

    test('the folder of the action is behind a link', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'renew-link-'))
      try {
        const action = join(folder, '_work')
        symlinkSync(process.env['ACTION_FOLDER'] ?? join(__dirname, '..'), action)
        await realJob({ action, life: 4_000 }, async (real) => {
          await until(() => real.github.tokens().length >= 2)
          await expectEnded(real, await real.post())
        })
      } finally {
        removeFolder(folder)
      }
    })

    test.each<[string, Readonly<Record<string, string>>]>([
      ['a path', { NODE_EXTRA_CA_CERTS: '' }],
      ['a path from the folder of the step', { NODE_EXTRA_CA_CERTS: 'ca.pem' }],
      ['a flag in NODE_OPTIONS', { NODE_OPTIONS: '--use-openssl-ca', SSL_CERT_FILE: '' }]
    ])(
      'through a proxy with a password, to a GitHub with a private certificate authority: %s',
      async (_, trust) => {
        const folder = mkdtempSync(join(tmpdir(), 'renew-network-'))
        const proxy = await startProxy({})
        const relay = await startTlsRelay(authority.issue(GITHUB_HOST, { from: -1, to: 30 }), {
          onHold: () => undefined
        })
        try {
          const file = join(folder, 'ca.pem')
          writeFileSync(file, authority.cert)
          await realJob(
            { life: 8_000 },
            async (real) => {
              await until(() => real.github.tokens().length >= 2)
              const post = await real.post()
              // Main, a renewal, and post.
              expect(proxy.tunnels.length).toBeGreaterThanOrEqual(3)
              expect(proxy.tunnels.map(({ credentials: sent }) => sent)).toEqual(
                proxy.tunnels.map(() => 'mona:correct-horse')
              )
              await expectEnded(real, post)
            },
            ({ port }) => {
              relay.leadTo(port)
              const paths = Object.entries(trust).map(([name, value]) => [name, value || file])
              return {
                apiUrl: `https://${GITHUB_HOST}:${relay.port}`,
                files: { 'ca.pem': authority.cert },
                env: {
                  ...(Object.fromEntries(paths) as Record<string, string>),
                  HTTPS_PROXY: `http://mona:correct-horse@127.0.0.1:${proxy.port}`
                }
              }
            }
          )
        } finally {
          await Promise.all([proxy.close(), relay.close()])
          removeFolder(folder)
        }
      }
    )

    const canUnshare =
      spawnSync('unshare', ['--pid', '--fork', '--mount-proc', 'true']).status === 0
    const namespace = canUnshare && findProgram('nsenter') !== undefined

    describeIfInstalled(
      'in a container',
      namespace ? undefined : 'unshare',
      'CI_NEEDS_UNSHARE',
      () => {
        test('with tail as its first process: no runner is seen, and a dead renewer is not waited for', async () => {
          const first = spawn('unshare', [
            '--pid',
            '--fork',
            '--kill-child',
            '--mount-proc',
            'tail',
            '-f',
            '/dev/null'
          ])
          try {
            const children = `/proc/${first.pid ?? 0}/task/${first.pid ?? 0}/children`
            await until(() => existsSync(children) && readFileSync(children, 'utf8').trim() !== '')
            const tail = readFileSync(children, 'utf8').trim()
            await until(() => readFileSync(`/proc/${tail}/cmdline`, 'utf8').startsWith('tail'))
            const inside = ['--target', tail, '--pid', '--mount', '--']
            const options = { node: 'nsenter', nodeArguments: [...inside, node], life: 6_000 }
            await realJob(options, async ({ github, job, main, renewer, post }) => {
              expect(main.log).toContain('does not see the runner, as in a job container')
              await until(() => github.tokens().length >= 2)
              const killed = spawnSync('nsenter', [...inside, 'kill', '-KILL', String(renewer)])
              expect(killed.status).toBe(0)
              const end = await post()
              expect(end.log).toContain('The process that renews the token ended before the job.')
              expect(end.milliseconds).toBeLessThan(5_000)
              expect(renewalFolders(job)).toEqual([])
              expect(github.liveTokens()).toEqual([])
            })
          } finally {
            // Everything in its namespace ends with it.
            first.kill('SIGKILL')
          }
        })
      }
    )
  }
)
