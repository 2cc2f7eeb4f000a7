import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Servers are often where the PATH of an ordinary user does not lead. */
const SERVER_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/sbin']

/** The path of an installed program; undefined where there is none. */
export function findProgram(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return findIn([...folders, ...SERVER_FOLDERS], name)
}

/** The path of a program in the first of some folders that has it. */
export function findIn(folders: readonly string[], name: string): string | undefined {
  return folders.map((folder) => join(folder, name)).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
