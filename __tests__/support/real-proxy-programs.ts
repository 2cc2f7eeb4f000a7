/** The proxies that people run, as far as tests use them: squid and tinyproxy. */
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { basename, join } from 'node:path'
import type { ProxyProgram, ProxyRequest, ProxySetting } from './real-proxy'
import { findIn, findProgram } from './system'

const HELPER = 'basic_ncsa_auth'
/** Where Linux shows shared memory as files. */
const SHARED_MEMORY = '/dev/shm'

const squidPath = findProgram('squid')
/** Distributions put squid's helpers into different folders. */
const helper = findIn(['/usr/lib/squid', '/usr/lib64/squid', '/usr/libexec/squid'], HELPER)

/** Squid: https://www.squid-cache.org/Doc/config/ */
export const squid: ProxyProgram = {
  name: 'squid',
  missing:
    squidPath === undefined ? 'squid' : helper === undefined ? `squid's ${HELPER}` : undefined,
  logsUsers: true,
  prepare: (setting) => {
    const file = (name: string): string => join(setting.folder, name)
    write(file('squid.conf'), squidConfiguration(setting, file))
    write(file('hosts'), setting.hosts.map((host) => `127.0.0.1 ${host}\n`).join(''))
    write(file('users'), passwordFile(setting.users ?? {}))
    if (setting.tls !== undefined) write(file('tls.pem'), setting.tls.cert + setting.tls.key)
    // Squid changes to a user of its own, who cannot create a file in this folder.
    for (const log of ['access.log', 'cache.log']) write(file(log), '', 0o666)
    const name = basename(setting.folder).replace(/[^a-z\d]/gi, '')
    return Promise.resolve({
      command: squidPath ?? 'squid',
      args: ['-N', '-d', '1', '-n', name, '-f', file('squid.conf')],
      log: file('access.log'),
      close: () => {
        removeSharedMemory(name)
        return Promise.resolve()
      }
    })
  },
  read: (log) => log.split('\n').flatMap(readSquidLine)
}

/** No cache, no DNS server, only the helper for passwords, and a log without delay. */
function squidConfiguration(setting: ProxySetting, file: (name: string) => string): string {
  const { port, users, refuse, tls } = setting
  return [
    `http_port 127.0.0.1:${port}`,
    ...(tls === undefined ? [] : [`https_port 127.0.0.1:${tls.port} tls-cert=${file('tls.pem')}`]),
    'visible_hostname proxy.test',
    'pid_filename none',
    'coredump_dir none',
    'netdb_filename none',
    'pinger_enable off',
    'cache deny all',
    'cache_mem 0',
    'max_filedescriptors 512',
    'shutdown_lifetime 0 seconds',
    `hosts_file ${file('hosts')}`,
    'dns_nameservers 127.0.0.1',
    'dns_timeout 1 second',
    `cache_log ${file('cache.log')}`,
    'logformat request %rm %ru %[un %>Hs %Ss',
    `access_log stdio:${file('access.log')} request`,
    'buffered_logs off',
    `acl refused dstdomain ${refuse.join(' ')}`,
    'http_access deny refused',
    ...(users === undefined ? [] : authentication(file('users'))),
    'http_access allow all',
    ''
  ].join('\n')
}

function authentication(file: string): string[] {
  return [
    `auth_param basic program ${helper ?? HELPER} ${file}`,
    'auth_param basic children 1 startup=1 idle=1',
    'auth_param basic realm proxy.test',
    'acl known proxy_auth REQUIRED',
    'http_access deny !known'
  ]
}

/** MD5 sums: the only form for this helper that does not need crypt(3). */
function passwordFile(users: Readonly<Record<string, string>>): string {
  return Object.entries(users)
    .map(([user, password]) => `${user}:${createHash('md5').update(password).digest('hex')}\n`)
    .join('')
}

/**
 * Removes the shared memory that is named after this squid, because a squid that is killed does not
 * remove it. Each squid has a name of its own: two with the same name would share this memory.
 */
function removeSharedMemory(name: string): void {
  if (!existsSync(SHARED_MEMORY)) return
  for (const segment of readdirSync(SHARED_MEMORY))
    if (segment.startsWith(`${name}-`)) rmSync(join(SHARED_MEMORY, segment), { force: true })
}

function readSquidLine(line: string): ProxyRequest[] {
  const [method, target, user, status, verdict] = line.split(' ')
  if (method !== 'CONNECT' || target === undefined || user === undefined) return []
  const isConnected = verdict?.startsWith('TCP_TUNNEL') === true && status === '200'
  return [
    {
      target,
      result: isConnected ? 'connected' : 'refused',
      user: user === '-' ? null : decodeURIComponent(user)
    }
  ]
}

function write(path: string, content: string, mode = 0o644): void {
  writeFileSync(path, content)
  // The umask must not matter: squid's user reads these files.
  chmodSync(path, mode)
}

const tinyproxyPath = findProgram('tinyproxy')

/**
 * Tinyproxy: https://tinyproxy.github.io. It has no hosts file, so it asks a SOCKS server for every
 * name under `.test`. In user names and passwords it accepts only letters, digits and `-._`.
 */
export const tinyproxy: ProxyProgram = {
  name: 'tinyproxy',
  missing: tinyproxyPath === undefined ? 'tinyproxy' : undefined,
  logsUsers: false,
  prepare: async (setting) => {
    const file = (name: string): string => join(setting.folder, name)
    const names = await startNameServer(setting.hosts)
    writeFileSync(file('tinyproxy.conf'), tinyproxyConfiguration(setting, file, names.port))
    writeFileSync(file('refused'), setting.refuse.map(exactly).join(''))
    writeFileSync(file('log'), '')
    return {
      command: tinyproxyPath ?? 'tinyproxy',
      args: ['-d', '-c', file('tinyproxy.conf')],
      log: file('log'),
      close: () => names.close()
    }
  },
  read: (log) => {
    const requests: ProxyRequest[] = []
    for (const line of log.split('\n')) readTinyproxyLine(line, requests)
    return requests
  }
}

function tinyproxyConfiguration(
  { port, users = {} }: ProxySetting,
  file: (name: string) => string,
  namesPort: number
): string {
  return [
    `Port ${port}`,
    'Listen 127.0.0.1',
    'Timeout 60',
    'MaxClients 50',
    'LogLevel Info',
    `LogFile "${file('log')}"`,
    `Filter "${file('refused')}"`,
    `Upstream socks5 127.0.0.1:${namesPort} ".test"`,
    ...Object.entries(users).map(([user, password]) => `BasicAuth ${user} ${password}`),
    ''
  ].join('\n')
}

/** A line of its filter: a basic regular expression (POSIX). */
function exactly(host: string): string {
  return `^${host.replaceAll('.', '\\.')}$\n`
}

/** A request is refused unless a later line says that there is a connection for it. */
function readTinyproxyLine(line: string, requests: ProxyRequest[]): void {
  const target = /Request \(file descriptor \d+\): CONNECT (\S+)/.exec(line)?.[1]
  if (target !== undefined) requests.push({ target, result: 'refused', user: null })
  const last = requests.at(-1)
  if (last !== undefined && line.includes('Established connection to '))
    requests.splice(-1, 1, { ...last, result: 'connected' })
}

/** Resolves names for a proxy that has no hosts file of its own. */
interface NameServer {
  readonly port: number
  close(): Promise<void>
}

const VERSION = 5
const NO_AUTHENTICATION = 0
const DOMAIN_NAME = 3
const SUCCEEDED = 0
const HOST_UNREACHABLE = 4

/** Starts a SOCKS server (RFC 1928) that knows some host names, and connects each to this machine. */
async function startNameServer(hosts: readonly string[]): Promise<NameServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    void serve(socket, hosts, sockets)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => {
          resolve()
        })
      })
  }
}

async function serve(
  client: Socket,
  hosts: readonly string[],
  sockets: Set<Socket>
): Promise<void> {
  // Each message comes in one piece: it is a few bytes, and the client waits for the answer.
  await nextChunk(client)
  client.write(Buffer.from([VERSION, NO_AUTHENTICATION]))
  const request = await nextChunk(client)
  const length = request[4] ?? 0
  const host = request.toString('latin1', 5, 5 + length)
  if (request[3] !== DOMAIN_NAME || !hosts.includes(host)) {
    client.end(answer(HOST_UNREACHABLE))
    return
  }
  const server = connect(request.readUInt16BE(5 + length), '127.0.0.1')
  sockets.add(server)
  server.on('error', () => client.destroy())
  server.once('connect', () => {
    client.write(answer(SUCCEEDED))
    client.pipe(server).pipe(client)
  })
}

/** The address in the answer is all zeroes, because no client reads it. */
function answer(status: number): Buffer {
  return Buffer.from([VERSION, status, 0, 1, 0, 0, 0, 0, 0, 0])
}

async function nextChunk(socket: Socket): Promise<Buffer> {
  return new Promise((resolve) => socket.once('data', resolve))
}
