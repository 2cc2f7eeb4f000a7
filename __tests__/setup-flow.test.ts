import {
  createDecipheriv,
  createPrivateKey,
  createHash,
  createPublicKey,
  generateKeyPairSync,
  privateDecrypt
} from 'node:crypto'
import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EmbeddedGitHub } from '../local/github/server'
import type { ProcessEnd } from '../local/runner'
import { triesAll } from './support/search'
import {
  consent,
  deepTest,
  filesBelow,
  installApp,
  visit,
  withSetup,
  type GhData,
  type RunningSetup,
  type SetupMachine,
  type SetupOptions
} from './support/setup'
import { describeWithSignals } from './support/system'

const REPO = ['--repo', 'octo-org/hello', '--permission', 'contents=write', '--no-browser']
const CONVERSION = 'POST /app-manifests/{code}/conversions'
const OWNER = { 'octo-org': 'admin' }
/** An RSA key that is too short to wrap another one. */
const SHORT_KEY = generateKeyPairSync('rsa', {
  modulusLength: 512,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' }
}).publicKey

/** From the page to the code, without a browser. */
async function consentTo(setup: RunningSetup, github: EmbeddedGitHub): Promise<void> {
  const back = await consent(github, await setup.address())
  expect((await visit(back)).status).toBe(303)
}

/** A whole setup, with the App installed on octo-org/hello. */
async function complete(machine: SetupMachine, ...args: readonly string[]): Promise<ProcessEnd> {
  const setup = machine.start(...REPO, ...args)
  await consentTo(setup, machine.github)
  await setup.says('4. The installation')
  await installApp(machine.github, 'hello')
  const end = await setup.end
  expect({ code: end.exitCode, stderr: end.stderr }).toEqual({ code: 0, stderr: '' })
  return end
}

/** The code, the text and the fix of a setup that failed. */
function errorOf({ stderr, exitCode }: ProcessEnd): {
  code: string
  text: string
  exit: number | null
} {
  const code = /^Help: \S+#([\w-]+)$/m.exec(stderr)?.[1] ?? stderr
  return { code, text: stderr, exit: exitCode }
}

/** A key without its armour: what must be nowhere. */
function bodyLines(pem: string): string[] {
  return pem.split('\n').filter((line) => line.length > 30)
}

// A stand-in for gh needs a shell.
describeWithSignals('npx github-app-token setup', () => {
  test('from nothing to a working step; only the standard input of gh gets the key', async () => {
    await withSetup({}, async (machine) => {
      const { github, folder } = machine
      const setup = machine.start(...REPO)
      await consentTo(setup, github)
      await setup.says('4. The installation')
      const { pid = 0 } = setup.process
      const seen = existsSync(`/proc/${pid}`)
        ? readFileSync(`/proc/${pid}/environ`, 'latin1') +
          readFileSync(`/proc/${pid}/cmdline`, 'latin1')
        : ''
      await installApp(github, 'hello')
      const end = await setup.end
      expect({ code: end.exitCode, stderr: end.stderr }).toEqual({ code: 0, stderr: '' })
      const calls = machine.ghCalls()
      const { clientId } = github.data.app
      const host = new URL(github.url).host
      expect(calls.slice(-2).map(({ args }) => args.join(' '))).toEqual([
        `variable set APP_CLIENT_ID --repo ${host}/octo-org/hello --body ${clientId}`,
        `secret set APP_PRIVATE_KEY --repo ${host}/octo-org/hello`
      ])
      const pem = calls.at(-1)?.input ?? ''
      expect(pem).toContain('-----BEGIN RSA PRIVATE KEY-----')
      expect(spki(pem)).toEqual(
        github.data.app.publicKeys[0]?.export({ type: 'spki', format: 'pem' })
      )
      const conversion = github.exchanges.find(({ route }) => route === CONVERSION)
      const { client_secret: secret } = conversion?.responseBody as { client_secret: string }
      const files = filesBelow(folder).filter(({ path }) => !path.endsWith('gh-calls'))
      const places = [
        seen,
        end.stdout,
        end.stderr,
        ...calls.map(({ args, env }) => JSON.stringify([args, env])),
        ...files.map(({ content }) => content)
      ]
      for (const line of [...bodyLines(pem), secret])
        expect(places.filter((place) => place.includes(line))).toEqual([])
      expect(calls.map(({ input }) => input).join('')).not.toContain(secret)
      expect(end.stdout).toContain(`client ID ${clientId}`)
      expect(end.stdout).toContain(
        'A token was created for octo-org/hello: metadata: read, contents: write.'
      )
      expect(end.stdout.split('6. The step for your workflow')[1]).toBe(`
   - uses: OWNER/github-app-token@v1
     id: app
     with:
       client-id: \${{ vars.APP_CLIENT_ID }}
       private-key: \${{ secrets.APP_PRIVATE_KEY }}
       permission-contents: write
`)
      expect(github.tokens()).toHaveLength(1)
    })
  })

  test('what the App needs comes from the workflows', async () => {
    const workflow = `on: push
jobs:
  one:
    steps:
      - uses: actions/create-github-app-token@v2
        with: { permission-pull-requests: write, repositories: 'hello, lib' }
`
    const files = { '.github/workflows/a.yml': workflow }
    await withSetup({ files }, async (machine) => {
      const end = await machine.start('--repo', 'octo-org/hello', '--dry-run').end
      expect(end.exitCode).toBe(0)
      expect(end.stdout).toContain('pull-requests: write   .github/workflows/a.yml:5')
      expect(end.stdout).toContain('Repositories: octo-org/hello, octo-org/lib')
      expect(end.stdout).toContain('"pull_requests": "write"')
      expect(end.stdout).toContain(
        '6. The step for your workflow\n   - uses: OWNER/github-app-token@v1\n'
      )
      expect(end.stdout).toContain('       permission-pull-requests: write\n')
      expect(end.stdout).toContain('Dry run: nothing was asked, and nothing was changed.')
      expect(machine.ghCalls()).toEqual([])
      expect(machine.github.exchanges).toEqual([])
    })
  })

  test('--resume --dry-run shows no registration, because the App exists', async () => {
    await withSetup({}, async (machine) => {
      const args = ['--resume', '--app', 'octo-bot', '--client-id', 'Iv23', '--key-file', 'a.pem']
      const end = await machine.start(...REPO, ...args, '--dry-run').end
      expect(end.exitCode).toBe(0)
      expect(end.stdout).toContain('2. Your consent: not needed, because the App exists (--resume)')
      expect(end.stdout).not.toContain('hook_attributes')
      expect(end.stdout).toContain('/apps/octo-bot/installations/new')
    })
  })

  test('a browser on this machine is opened', async () => {
    await withSetup({ env: { DISPLAY: ':99' } }, async (machine) => {
      const opened = join(machine.folder, 'opened')
      const opener = join(machine.folder, 'bin', 'xdg-open')
      writeFileSync(opener, `#!/bin/sh\necho "$1" >> '${opened}'\n`)
      chmodSync(opener, 0o755)
      const setup = machine.start('--repo', 'octo-org/hello', '--permission', 'contents=write')
      const address = await setup.address()
      expect(setup.process.output).toContain('This page is open in your browser')
      expect(readFileSync(opened, 'utf8').trim()).toBe(address)
    })
  })

  test('a proxy whose address cannot be read is not gone around, and not shown', async () => {
    const env = { https_proxy: 'http://user:hunter2#xyz@proxy:8080' }
    await withSetup({ env }, async (machine) => {
      const args = ['--host', 'github.test', '--key-file', 'a.pem']
      const { code, text } = errorOf(await machine.start(...REPO, ...args).end)
      expect(code).toBe('github-failed')
      expect(text).toContain('https_proxy')
      expect(text).not.toMatch(/hunter2|xyz/)
    })
  })

  describe('before anything is created', () => {
    const rows: [code: string, gh: GhData | 'missing', words: string, args?: string[]][] = [
      ['gh-missing', 'missing', 'The gh command is not installed'],
      [
        'gh-logged-out',
        { failures: [{ command: 'api user', said: 'To get started, please run: gh auth login' }] },
        'gh auth login --hostname 127.0.0.1:'
      ],
      [
        'secret-exists',
        { roles: OWNER, secret: ['APP_PRIVATE_KEY'] },
        'APP_PRIVATE_KEY exists already in octo-org/hello'
      ],
      [
        'name-taken',
        { roles: OWNER, apps: ['octo-org-hello'] },
        'https://github.com/apps/octo-org-hello'
      ],
      ['account-unknown', {}, 'has no account octo-org'],
      ['account-of-other-person', { types: { 'octo-org': 'User' } }, 'logged in as mona'],
      [
        'gh-refused',
        {
          roles: OWNER,
          failures: [{ command: 'secret list', said: 'HTTP 403: Resource not accessible' }]
        },
        'HTTP 403: Resource not accessible'
      ],
      ['option-missing', {}, '--permission is missing', ['--repo', 'octo-org/hello']],
      ['option-missing', {}, '--repo is missing', ['--permission', 'contents=read']],
      ['permissions-unusable', {}, 'contents', ['--repo', 'a/b', '--permission', 'contens=read']],
      ['workflows-unreadable', {}, 'nowhere', ['--repo', 'a/b', '--from', 'nowhere']],
      [
        'gh-refused',
        { roles: OWNER, failures: [{ command: 'secret list', said: 'unknown flag: --json' }] },
        'update gh'
      ],
      [
        'gh-refused',
        { roles: OWNER, answers: [{ command: 'variable list', said: 'a wrapper\u001b[2J' }] },
        'gh said: "a wrapper\\u{1b}[2J"'
      ],
      ['file-unwritable', {}, 'exists already', [...REPO, '--key-file', '../gh-data']],
      ['file-unwritable', {}, 'new/ cannot be written', [...REPO, '--key-file', 'new/']],
      ['file-unwritable', {}, 'ENAMETOOLONG', [...REPO, '--key-file', 'a'.repeat(300)]],
      [
        'wrapping-key-unusable',
        {},
        'has no RSA public key of 2,048 bits or more',
        [...REPO, '--kms-key', 'hashivault://app', '--wrapping-key', 'short.pem']
      ]
    ]
    test.each(rows)('%s', async (code, gh, words, args = REPO) => {
      await withSetup({ gh, files: { 'short.pem': SHORT_KEY } }, async (machine) => {
        const error = errorOf(await machine.start(...args).end)
        expect(error).toMatchObject({ code, text: expect.stringContaining(words) as string })
        expect(error.exit).toBe(code.startsWith('option') ? 2 : 1)
        expect(machine.github.visits).toEqual([])
      })
    })

    deepTest('a member of the organization is told, and can go on', async () => {
      await withSetup({ gh: { roles: { 'octo-org': 'member' } } }, async (machine) => {
        const setup = machine.start(...REPO)
        await setup.address()
        expect(setup.process.output).toContain('You are a member of octo-org, not an owner.')
        setup.process.kill('SIGINT')
        const { exitCode, stdout } = await setup.end
        expect(exitCode).toBe(130)
        expect(stdout).toContain('Stopped. If GitHub has created the App already')
      })
    })
  })

  describe('the code', () => {
    /** Up to the conversion, which fails as arranged. */
    async function convertWith(
      arrange: (github: EmbeddedGitHub) => void,
      options: SetupOptions = {}
    ): Promise<{ code: string; text: string }> {
      let error = { code: '', text: '' }
      await withSetup({ ...options, isOffDescription: true }, async (machine) => {
        arrange(machine.github)
        const setup = machine.start(...REPO)
        await consentTo(setup, machine.github)
        error = errorOf(await setup.end)
        expect(machine.ghCalls().filter(({ args }) => args[1] === 'set')).toEqual([])
      })
      return error
    }

    deepTest('is expired', async () => {
      const start = Date.now()
      let passed = 0
      const error = await convertWith((github) => {
        github.fail(CONVERSION, { kind: 'status', status: 503 })
        // An hour passes while the program waits for its second try.
        const now = github.data.now.bind(github.data)
        github.data.now = () => now() + (github.exchanges.length > 0 ? (passed = 3_700_000) : 0)
      })
      expect(error.code).toBe('code-refused')
      expect(passed).toBeGreaterThan(Date.now() - start)
    })

    test('was used by a request whose answer was lost', async () => {
      const error = await convertWith((github) => {
        github.fail(CONVERSION, { kind: 'cut', after: true })
      })
      expect(error.code).toBe('code-refused')
      expect(error.text).toContain('the answer with its key was lost')
      expect(error.text).toContain('/organizations/octo-org/settings/apps')
    })

    deepTest('belongs to an App of another account: nothing is stored', async () => {
      const owner = { login: 'mallory' }
      const error = await convertWith((github) => {
        github.fail(CONVERSION, { kind: 'edit', edit: (body) => ({ ...body, owner }) })
      })
      expect(error.code).toBe('app-of-other-account')
      expect(error.text).toContain('belongs to mallory, not to octo-org')
    })

    deepTest('gives no key', async () => {
      const error = await convertWith((github) => {
        github.fail(CONVERSION, { kind: 'edit', edit: (body) => ({ ...body, pem: '' }) })
      })
      expect(error.code).toBe('conversion-unclear')
    })

    test('gives a name that a terminal would obey', async () => {
      const error = await convertWith((github) => {
        const slug = 'octo\u001b[2J'
        github.fail(CONVERSION, { kind: 'edit', edit: (body) => ({ ...body, slug }) })
      })
      expect(error.code).toBe('conversion-unclear')
    })

    deepTest('is sent again after an error of GitHub', async () => {
      await withSetup({ isOffDescription: true }, async (machine) => {
        machine.github.fail(CONVERSION, { kind: 'status', status: 503 })
        await complete(machine)
      })
    })
  })

  describe('the key', () => {
    const failures = [{ command: 'secret set', said: 'HTTP 502', times: 1 }]

    deepTest('is offered to gh again if storing fails', async () => {
      await withSetup({ gh: { roles: OWNER, failures } }, async (machine) => {
        const { stdout } = await complete(machine)
        expect(stdout).toContain('The key is not stored yet.')
        expect(machine.ghCalls().at(-1)?.input).toContain('PRIVATE KEY')
      })
    })

    deepTest(
      'is lost without a person who can answer, and the setup can go on with a new one',
      async () => {
        const gh = { roles: OWNER, failures: [{ command: 'secret set', said: 'HTTP 403' }] }
        await withSetup({ gh }, async (machine) => {
          const { github, folder } = machine
          const setup = machine.start(...REPO)
          await consentTo(setup, github)
          const error = errorOf(await setup.end)
          expect(error.code).toBe('key-not-stored')
          const resume = /setup (--resume .*) --key-file FILE$/m.exec(error.text)?.[1] ?? ''
          expect(resume).toContain(`--app octo-org-hello --client-id ${github.data.app.clientId}`)
          const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
          github.data.app.publicKeys.push(publicKey)
          const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()
          writeFileSync(join(folder, 'work', 'new.pem'), pem)
          writeFileSync(join(folder, 'gh-data'), JSON.stringify({ roles: OWNER }))
          const again = machine.start(...resume.split(' '), '--key-file', 'new.pem', '--no-browser')
          await again.says('4. The installation')
          await installApp(github, 'hello')
          expect((await again.end).exitCode).toBe(0)
          expect(spki(machine.ghCalls().at(-1)?.input ?? '')).toBe(spki(pem))
        })
      }
    )

    deepTest('is asked about in a terminal: again, a file, or give up', async () => {
      const gh = { roles: OWNER, failures: [{ command: 'secret set', said: 'HTTP 403' }] }
      const env = { PATH: process.env['PATH'] ?? '', TERM: 'xterm' }
      await withSetup({ gh, env, isTerminal: true }, async (machine) => {
        const { github, folder } = machine
        const setup = machine.start('--repo', 'octo-org/hello', '--no-browser')
        await setup.says('What will your jobs do?')
        setup.process.write(' ')
        setup.process.write('\r')
        await consentTo(setup, github)
        await setup.says('What next?')
        setup.process.write('\x1b[B')
        setup.process.write('\r')
        await setup.says('Which file?')
        setup.process.write('\r')
        await setup.says('/installations/new')
        await installApp(github, 'hello')
        const { stdout } = await setup.end
        expect(stdout).toContain('It was used for one call, and revoked.')
        expect(stdout).toContain('contents: read   check out a private repository')
        expect(github.data.app.permissions).toEqual({ metadata: 'read', contents: 'read' })
        const path = join(folder, 'work', 'octo-org-hello.private-key.pem')
        expect(statSync(path).mode & 0o777).toBe(0o600)
      })
    })

    deepTest('is not lost if its file cannot be written after all', async () => {
      const env = { PATH: process.env['PATH'] ?? '', TERM: 'xterm' }
      await withSetup({ env, isTerminal: true }, async (machine) => {
        const { github, folder } = machine
        const file = join(folder, 'work', 'app.pem')
        const setup = machine.start(...REPO, '--key-file', 'app.pem')
        const back = await consent(github, await setup.address())
        writeFileSync(file, 'of somebody else')
        expect((await visit(back)).status).toBe(303)
        await setup.says('What next?')
        rmSync(file)
        setup.process.write('\r')
        await setup.says('/installations/new')
        expect(readFileSync(file, 'utf8')).toContain('PRIVATE KEY')
        setup.process.kill('SIGTERM')
      })
    })

    test('goes to a file that only this user can read, and gh is not needed', async () => {
      await withSetup({ gh: 'missing' }, async (machine) => {
        const { stdout } = await complete(machine, '--key-file', 'app.pem')
        const path = join(machine.folder, 'work', 'app.pem')
        expect(statSync(path).mode & 0o777).toBe(0o600)
        expect(readFileSync(path, 'utf8')).toContain('PRIVATE KEY')
        const { clientId } = machine.github.data.app
        expect(stdout).toContain(`client-id: ${clientId}`)
        const resume = ['--resume', '--client-id', clientId, '--key-file', 'app.pem', '--no-store']
        const again = await machine.start(...REPO, ...resume).end
        expect(again.stdout).toContain('It was used for one call, and revoked.')
        expect(again.exitCode).toBe(0)
      })
    })

    deepTest('is wrapped for a key service, which alone can unwrap it', async () => {
      const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 4096 })
      const wrapping = publicKey.export({ type: 'spki', format: 'pem' }).toString()
      const options: SetupOptions = { gh: 'missing', files: { 'wrapping.pem': wrapping } }
      await withSetup(options, async (machine) => {
        const uri = 'awskms:///arn:aws:kms:eu-central-1:123456789012:key/abc'
        const args = ['--kms-key', uri, '--wrapping-key', 'wrapping.pem']
        const { stdout } = await complete(machine, ...args)
        const blob = readFileSync(join(machine.folder, 'work', 'app-key.wrapped'))
        const aes = privateDecrypt({ key: privateKey, oaepHash: 'sha256' }, blob.subarray(0, 512))
        const iv = Buffer.from('a65959a6', 'hex')
        const decipher = createDecipheriv('id-aes256-wrap-pad', aes, iv)
        const der = Buffer.concat([decipher.update(blob.subarray(512)), decipher.final()])
        const key = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }))
        const [own] = machine.github.data.app.publicKeys
        expect(digest(key.export({ type: 'spki', format: 'der' }))).toBe(
          digest(own?.export({ type: 'spki', format: 'der' }) ?? Buffer.alloc(0))
        )
        expect(stdout).toContain('aws kms import-key-material --region eu-central-1')
        expect(stdout).toContain('gh variable set APP_CLIENT_ID')
        expect(stdout).toContain(`kms-key: ${uri}`)
      })
    })
  })

  describe('the installation', () => {
    const rows: [
      code: string,
      words: string,
      install: (machine: SetupMachine) => Promise<void> | void
    ][] = [
      ['not-installed', 'is not installed on octo-org yet', () => undefined],
      [
        'approval-pending',
        'mona asked for the App octo-org-hello',
        ({ github: { data } }) => {
          data.installationRequests.push({
            account: data.app.owner,
            requester: { type: 'User', login: 'mona', id: 2 }
          })
        }
      ],
      [
        'repository-not-covered',
        'does not include octo-org/hello',
        (machine) => installApp(machine.github, 'lib')
      ]
    ]
    test.each(triesAll ? rows : rows.slice(2))(
      '%s: what to do, and how to go on',
      async (code, words, install) => {
        await withSetup({}, async (machine) => {
          const { github } = machine
          const setup = machine.start(...REPO, '--wait', '1')
          await consentTo(setup, github)
          await setup.says('4. The installation')
          await install(machine)
          const error = errorOf(await setup.end)
          expect(error).toMatchObject({ code, text: expect.stringContaining(words) as string })
          expect(error.text).toContain('setup --resume --app octo-org-hello')
        })
      }
    )

    deepTest('a refusal of GitHub says how to go on', async () => {
      await withSetup({ isOffDescription: true }, async (machine) => {
        const { github } = machine
        const body = { message: 'This installation has been suspended' }
        github.fail('GET /users/{username}/installation', { kind: 'status', status: 403, body })
        const setup = machine.start(...REPO)
        await consentTo(setup, github)
        const error = errorOf(await setup.end)
        expect(error).toMatchObject({ code: 'github-failed', exit: 1 })
        expect(error.text).toContain('suspended')
        expect(error.text).toContain('setup --resume --app octo-org-hello')
      })
    })

    test('Ctrl-C while it is waited for says how to go on; the key cannot be read then', async () => {
      await withSetup({}, async (machine) => {
        const setup = machine.start(...REPO)
        await consentTo(setup, machine.github)
        await setup.says('Waiting for the installation')
        setup.process.kill('SIGINT')
        const { exitCode, stdout } = await setup.end
        expect(exitCode).toBe(130)
        const resume = /setup (--resume .*)$/m.exec(stdout)?.[1] ?? ''
        const stored = { variable: ['APP_CLIENT_ID'], secret: ['APP_PRIVATE_KEY'], roles: OWNER }
        writeFileSync(join(machine.folder, 'gh-data'), JSON.stringify(stored))
        const again = await machine.start(...resume.split(' '), '--no-browser').end
        expect(again.exitCode).toBe(0)
        expect(again.stdout).toContain('/apps/octo-org-hello/installations/new')
        expect(again.stdout).toContain('the first run of your workflow is the proof')
      })
    })
  })
})

function spki(pem: string): string {
  return createPublicKey(pem).export({ type: 'spki', format: 'pem' }).toString()
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
