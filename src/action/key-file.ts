import { readFileSync, statSync } from 'node:fs'
import { invalid, valid, type Parsed } from '../config/parsed'
import { textField } from '../shape'
import { printable } from '../printable'

/** No private key is anywhere near as large. */
const LARGEST = 64 * 1024

/** Reads the file that `private-key-file` names. Problem: `private-key-file`. */
export function readKeyFile(path: string): Parsed<string> {
  try {
    const file = statSync(path)
    if (!file.isFile()) return unusable(path, 'is not a file')
    if (file.size > LARGEST)
      return unusable(path, `has ${file.size} bytes, which no private key has`)
    const text = readFileSync(path, 'utf8')
    return text.trim() === '' ? unusable(path, 'is empty') : valid(text)
  } catch (error) {
    return unusable(path, `cannot be read (${textField(error, 'code')})`)
  }
}

function unusable(path: string, what: string): Parsed<string> {
  return invalid({
    code: 'private-key-file',
    title: 'private-key-file cannot be used',
    problem: `private-key-file is "${printable(path)}", which ${what}.`,
    fix: 'name the .pem file as this runner sees it; in a container job, as the container sees it.'
  })
}
