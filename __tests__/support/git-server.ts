import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { EmbeddedGitHub } from '../../local/github/server'
import { removeFolder } from '../../local/runner'

/** Whether git is installed, with the program that serves repositories over HTTP. */
export const hasGit = canServe()

/** Without a request, the program only prints an error. Some distributions of git lack it. */
function canServe(): boolean {
  const env = { ...process.env, LC_ALL: 'C' }
  const { error, stderr } = spawnSync('git', ['http-backend'], { env, encoding: 'utf8' })
  return error === undefined && !stderr.includes('is not a git command')
}

/** One request that the server received. */
export interface GitRequest {
  readonly method: string
  /** The repository, `owner/name` in lower case. */
  readonly repository: string
  /** The path as received. */
  readonly path: string
  /** Every `Authorization` header as received. */
  readonly authorization: readonly string[]
  /** Whether it writes: a push. */
  readonly isWrite: boolean
  status: number
}

/** A server for repositories over HTTP. Each needs a token that covers it. */
export interface GitServer {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string
  readonly hostname: string
  readonly requests: GitRequest[]
  /** Accepts the tokens of this GitHub, for what they were created for, while they are valid. */
  trust(github: EmbeddedGitHub): void
  /** Accepts a token for one repository, as the `GITHUB_TOKEN` of a job. */
  accept(token: string, repository: string): void
  /** Adds files to a repository. This needs no token. */
  commit(repository: string, files: Readonly<Record<string, string>>): void
  /** Every commit of a repository's main branch, newest first: author, committer and subject. */
  history(repository: string): string[]
  close(): Promise<void>
}

/** An environment in which git does not use this machine's configuration. */
export function bareEnvironment(home: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0'
  }
}

const AUTHOR = {
  GIT_AUTHOR_NAME: 'Mona',
  GIT_AUTHOR_EMAIL: 'mona@example.com',
  GIT_COMMITTER_NAME: 'Mona',
  GIT_COMMITTER_EMAIL: 'mona@example.com'
}

/** Starts a server on the loopback. Each repository (`owner/name`) has one commit at the start. */
export async function startGitServer(repositories: readonly string[]): Promise<GitServer> {
  const store = new Store(repositories)
  const requests: GitRequest[] = []
  const access = new Access()
  const server = createServer((request, response) => {
    void answer(request, response, { store, requests, access })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    hostname: '127.0.0.1',
    requests,
    trust: (github) => {
      access.github = github
    },
    accept: (token, repository) => {
      access.accepted.add(`${token} ${repository}`)
    },
    commit: (repository, files) => {
      store.commit(repository, files)
    },
    history: (repository) => store.history(repository),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          store.remove()
          resolve()
        })
        server.closeAllConnections()
      })
  }
}

/** The repositories on disk. */
class Store {
  readonly folder = mkdtempSync(join(tmpdir(), 'git-server-'))
  readonly root = join(this.folder, 'repositories')
  /** The objects of Git LFS, by their hash. */
  readonly objects = new Map<string, Buffer>()
  #count = 0

  constructor(repositories: readonly string[]) {
    for (const repository of repositories) {
      mkdirSync(this.path(repository), { recursive: true })
      this.#git(this.path(repository), 'init', '--quiet', '--bare', '--initial-branch=main')
      this.#git(this.path(repository), 'config', 'http.receivepack', 'true')
      this.commit(repository, { 'README.md': `# ${repository}\n` })
    }
  }

  path(repository: string): string {
    return join(this.root, `${repository}.git`)
  }

  commit(repository: string, files: Readonly<Record<string, string>>): void {
    const copy = join(this.folder, `copy-${(this.#count += 1)}`)
    this.#git(this.folder, 'clone', '--quiet', this.path(repository), copy)
    for (const [name, text] of Object.entries(files)) writeFileSync(join(copy, name), text)
    this.#git(copy, 'checkout', '--quiet', '-B', 'main')
    this.#git(copy, 'add', '--all')
    this.#addSubmodules(copy, files)
    this.#git(copy, 'commit', '--quiet', '--message', 'First')
    this.#git(copy, 'push', '--quiet', 'origin', 'main')
  }

  history(repository: string): string[] {
    const format = '--format=%an <%ae> | %cn <%ce> | %s'
    return this.#git(this.path(repository), 'log', format, 'main').trim().split('\n')
  }

  remove(): void {
    removeFolder(this.folder)
  }

  /** Records the newest commit of each submodule in `.gitmodules`, whose addresses end in its name. */
  #addSubmodules(copy: string, files: Readonly<Record<string, string>>): void {
    const text = files['.gitmodules'] ?? ''
    for (const match of text.matchAll(/path = (\S+)\s+url = \S*?([\w-]+\/[\w-]+?)(?:\.git)?$/gm)) {
      const [, path = '', repository = ''] = match
      const bare = this.path(repository.toLowerCase())
      const commit = this.#git(bare, 'rev-parse', 'main').trim()
      this.#git(copy, 'update-index', '--add', '--cacheinfo', `160000,${commit},${path}`)
    }
  }

  #git(cwd: string, ...args: string[]): string {
    const env = { ...bareEnvironment(this.folder), ...AUTHOR }
    return execFileSync('git', args, { cwd, env, encoding: 'utf8', stdio: 'pipe' })
  }
}

/** Which token may do what. */
class Access {
  github: EmbeddedGitHub | undefined
  readonly accepted = new Set<string>()

  allows(token: string, repository: string, isWrite: boolean): boolean {
    if (this.accepted.has(`${token} ${repository}`)) return true
    const found = this.github?.liveTokens().find(({ value }) => value === token)
    const level = found?.permissions['contents']
    const isReached = found?.repositories.some(
      ({ owner, name }) => `${owner}/${name}`.toLowerCase() === repository
    )
    return isReached === true && (isWrite ? level === 'write' : level !== undefined)
  }
}

interface Service {
  readonly store: Store
  readonly requests: GitRequest[]
  readonly access: Access
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { store, requests, access }: Service
): Promise<void> {
  const body = await buffer(request)
  const { pathname, search } = new URL(request.url ?? '/', 'http://127.0.0.1')
  const [, owner = '', name = '', ...rest] = pathname.split('/')
  const repository = `${owner}/${name.replace(/\.git$/, '')}`.toLowerCase()
  const authorization = request.rawHeaders.filter(
    (_, at) => at % 2 === 1 && request.rawHeaders[at - 1]?.toLowerCase() === 'authorization'
  )
  const lfs = lfsRequest(rest, body)
  const isPush = pathname.includes('receive-pack') || search.includes('receive-pack')
  const isWrite = lfs?.isWrite ?? isPush
  const record = { method: request.method ?? '', repository, path: pathname, authorization }
  const entry: GitRequest = { ...record, isWrite, status: 0 }
  requests.push(entry)
  const refusal = refusalOf(entry, `${owner}/${name}`, { store, access })
  if (refusal !== undefined) {
    entry.status = refusal.status
    // Git prints a plain text, and asks for a password after 401.
    const challenge = refusal.status === 401 ? { 'www-authenticate': 'Basic realm="GitHub"' } : {}
    response.writeHead(refusal.status, { 'content-type': 'text/plain', ...challenge })
    response.end(refusal.text)
  } else if (lfs !== undefined) {
    const base = `http://${request.headers.host ?? ''}/${owner}/${name}`
    entry.status = 200
    response.setHeader('content-type', 'application/vnd.git-lfs+json')
    response.end(answerLfs(lfs, base, store.objects))
  } else {
    entry.status = await serve(request, response, body, {
      GIT_PROJECT_ROOT: store.root,
      PATH_INFO: `/${repository}.git/${rest.join('/')}`,
      QUERY_STRING: search.slice(1)
    })
  }
}

/** Why a request is refused, in GitHub's words, if it is. */
function refusalOf(
  { repository, authorization, isWrite }: GitRequest,
  spelled: string,
  { store, access }: Pick<Service, 'store' | 'access'>
): { readonly status: number; readonly text: string } | undefined {
  // https://github.com/git-lfs/git-lfs/issues/4031
  if (authorization.length > 1) return { status: 400, text: 'Duplicate header: "Authorization"' }
  const token = tokenOf(authorization[0] ?? '')
  const isKnown = existsSync(store.path(repository)) && access.allows(token, repository, false)
  if (!isKnown) return { status: 401, text: '' }
  if (access.allows(token, repository, isWrite)) return undefined
  const name = spelled.replace(/(\.git)?$/, '.git')
  return { status: 403, text: `Permission to ${name} denied to octo-bot[bot].` }
}

/** A request of Git LFS: https://github.com/git-lfs/git-lfs/tree/main/docs/api */
interface LfsRequest {
  readonly kind: 'batch' | 'locks' | 'object'
  readonly oid: string
  readonly body: Buffer
  readonly isWrite: boolean
}

function lfsRequest(path: readonly string[], body: Buffer): LfsRequest | undefined {
  const isBatch = path.join('/') === 'info/lfs/objects/batch'
  if (isBatch) {
    const { operation } = JSON.parse(body.toString()) as { operation: string }
    return { kind: 'batch', oid: '', body, isWrite: operation === 'upload' }
  }
  if (path.join('/') === 'info/lfs/locks/verify') {
    return { kind: 'locks', oid: '', body, isWrite: false }
  }
  const [folder, oid = ''] = path
  if (folder !== 'lfs-objects') return undefined
  return { kind: 'object', oid, body, isWrite: body.length > 0 }
}

function answerLfs(
  { kind, oid, body, isWrite }: LfsRequest,
  base: string,
  objects: Map<string, Buffer>
): string | Buffer {
  switch (kind) {
    case 'locks':
      return JSON.stringify({ ours: [], theirs: [] })
    case 'object':
      if (isWrite) objects.set(oid, body)
      return isWrite ? '' : (objects.get(oid) ?? '')
    case 'batch': {
      const asked = JSON.parse(body.toString()) as { objects: { oid: string; size: number }[] }
      const action = isWrite ? 'upload' : 'download'
      const answers = asked.objects.map((one) => ({
        ...one,
        actions: { [action]: { href: `${base}/lfs-objects/${one.oid}` } }
      }))
      return JSON.stringify({ transfer: 'basic', objects: answers })
    }
  }
}

function tokenOf(authorization: string): string {
  const encoded = /^basic (\S+)$/i.exec(authorization)?.[1] ?? ''
  return Buffer.from(encoded, 'base64').toString().replace('x-access-token:', '')
}

/** Runs `git http-backend` as CGI: https://git-scm.com/docs/git-http-backend */
async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  place: Readonly<Record<string, string>>
): Promise<number> {
  const child = spawn('git', ['http-backend'], {
    env: {
      ...bareEnvironment(place['GIT_PROJECT_ROOT'] ?? ''),
      ...place,
      GIT_HTTP_EXPORT_ALL: '1',
      // The reader need not be the owner of the files: the folder belongs to this test.
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '*',
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      CONTENT_LENGTH: String(body.length),
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? '')
    },
    stdio: ['pipe', 'pipe', 'ignore']
  })
  child.stdin.on('error', () => undefined)
  child.stdin.end(body)
  const output = await buffer(child.stdout)
  const end = output.indexOf('\r\n\r\n')
  const head = output.subarray(0, end).toString()
  const fields = head.split('\r\n').map((line): [string, string] => {
    const [name = '', ...value] = line.split(': ')
    return [name.toLowerCase(), value.join(': ')]
  })
  const { status = '200', ...headers } = Object.fromEntries(fields)
  response.writeHead(Number.parseInt(status, 10), headers).end(output.subarray(end + 4))
  return Number.parseInt(status, 10)
}
