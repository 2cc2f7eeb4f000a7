import { invalid, valid, type Parsed } from '../config/parsed'
import { textField } from '../json'
import { printable } from '../printable'
import { readSmallFile } from './read-file'

/** No private key is anywhere near as large. */
const LARGEST = 64 * 1024

/** Reads the file that `private-key-file` names. Problem: `private-key-file`. */
export function readKeyFile(path: string): Parsed<string> {
  try {
    const file = readSmallFile(path, LARGEST)
    switch (file.kind) {
      case 'not-a-file':
        return unusable(path, 'is not a file')
      case 'too-large':
        return unusable(path, `has ${file.bytes} bytes, which no private key has`)
      case 'read':
        return file.text.trim() === '' ? unusable(path, 'is empty') : valid(file.text)
    }
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
