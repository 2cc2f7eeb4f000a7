import { createHash } from 'node:crypto'
import { chmodSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { ProxyProgram, ProxyRequest, ProxySetting } from './real-proxy'
import { findIn, findProgram } from './real-proxy-find'

const HELPER = 'basic_ncsa_auth'
/** Where Linux shows it as files. */
const SHARED_MEMORY = '/dev/shm'

const program = findProgram('squid')
/** Distributions do not agree on where squid's helpers are. */
const helper = findIn(['/usr/lib/squid', '/usr/lib64/squid', '/usr/libexec/squid'], HELPER)

/** Squid: https://www.squid-cache.org/Doc/config/ */
export const squid: ProxyProgram = {
  name: 'squid',
  missing: program === undefined ? 'squid' : helper === undefined ? `squid's ${HELPER}` : undefined,
  logsUsers: true,
  prepare: (setting) => {
    const file = (name: string): string => join(setting.folder, name)
    write(file('squid.conf'), configuration(setting, file))
    write(file('hosts'), setting.hosts.map((host) => `127.0.0.1 ${host}\n`).join(''))
    write(file('users'), passwordFile(setting.users ?? {}))
    if (setting.tls !== undefined) write(file('tls.pem'), setting.tls.cert + setting.tls.key)
    // It goes on as a user of its own, who could make no file in this folder.
    for (const log of ['access.log', 'cache.log']) write(file(log), '', 0o666)
    const name = basename(setting.folder).replace(/[^a-z\d]/gi, '')
    return Promise.resolve({
      command: program ?? 'squid',
      args: ['-N', '-d', '1', '-n', name, '-f', file('squid.conf')],
      log: file('access.log'),
      close: () => {
        removeSharedMemory(name)
        return Promise.resolve()
      }
    })
  },
  read: (log) => log.split('\n').flatMap(readLine)
}

/** No cache, no DNS server, no helper but the one for passwords, and a log without any delay. */
function configuration(setting: ProxySetting, file: (name: string) => string): string {
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

/** Of the forms that the helper takes, the one which needs no crypt(3): the MD5 sum. */
function passwordFile(users: Readonly<Record<string, string>>): string {
  return Object.entries(users)
    .map(([user, password]) => `${user}:${createHash('md5').update(password).digest('hex')}\n`)
    .join('')
}

/**
 * The segments of shared memory that are named after this squid. With its usual name, two squids
 * would take them from each other; one that is killed leaves them behind.
 */
function removeSharedMemory(name: string): void {
  if (!existsSync(SHARED_MEMORY)) return
  for (const segment of readdirSync(SHARED_MEMORY))
    if (segment.startsWith(`${name}-`)) rmSync(join(SHARED_MEMORY, segment), { force: true })
}

function readLine(line: string): ProxyRequest[] {
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
  // Whatever the umask says: squid's user reads these files.
  chmodSync(path, mode)
}
