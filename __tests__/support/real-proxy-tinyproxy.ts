import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProxyProgram, ProxyRequest, ProxySetting } from './real-proxy'
import { findProgram } from './real-proxy-find'
import { startNames } from './real-proxy-names'

const program = findProgram('tinyproxy')

/**
 * Tinyproxy: https://tinyproxy.github.io. It has no hosts file of its own, so it asks a SOCKS server
 * for every name under `.test`. In names and passwords it takes letters, digits and `-._` only.
 */
export const tinyproxy: ProxyProgram = {
  name: 'tinyproxy',
  missing: program === undefined ? 'tinyproxy' : undefined,
  logsUsers: false,
  prepare: async (setting) => {
    const file = (name: string): string => join(setting.folder, name)
    const names = await startNames(setting.hosts)
    writeFileSync(file('tinyproxy.conf'), configuration(setting, file, names.port))
    writeFileSync(file('refused'), setting.refuse.map(exactly).join(''))
    writeFileSync(file('log'), '')
    return {
      command: program ?? 'tinyproxy',
      args: ['-d', '-c', file('tinyproxy.conf')],
      log: file('log'),
      close: () => names.close()
    }
  },
  read: (log) => {
    const requests: ProxyRequest[] = []
    for (const line of log.split('\n')) readLine(line, requests)
    return requests
  }
}

function configuration(
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
function readLine(line: string, requests: ProxyRequest[]): void {
  const target = /Request \(file descriptor \d+\): CONNECT (\S+)/.exec(line)?.[1]
  if (target !== undefined) requests.push({ target, result: 'refused', user: null })
  const last = requests.at(-1)
  if (last !== undefined && line.includes('Established connection to '))
    requests.splice(-1, 1, { ...last, result: 'connected' })
}
