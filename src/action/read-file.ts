import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs'

/** What became of a file that was to be read. */
export type FileReading =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'not-a-file' }
  | { readonly kind: 'too-large'; readonly bytes: number }

/**
 * Reads a regular file of at most `largest` bytes, also through a link: the person chose the path. A
 * pipe or a device is not read: it could keep the step waiting, or never end. Throws what the system says
 * about a file that cannot be opened or read.
 */
export function readGivenFile(path: string, largest: number): FileReading {
  if (!statSync(path).isFile()) return { kind: 'not-a-file' }
  // If a pipe has taken the file's place since, this flag keeps the step from waiting for it.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const { size } = fstatSync(file)
    return size > largest ? { kind: 'too-large', bytes: size } : readAll(file, size, largest)
  } finally {
    closeSync(file)
  }
}

/** A file may have grown since its size was asked for, and files of the kernel say that they are empty. */
function readAll(file: number, size: number, largest: number): FileReading {
  let bytes = Buffer.alloc(Math.max(size + 1, 4096))
  let length = 0
  for (;;) {
    const count = readSync(file, bytes, length, bytes.length - length, null)
    length += count
    if (length > largest) return { kind: 'too-large', bytes: length }
    if (count === 0) return { kind: 'read', text: bytes.toString('utf8', 0, length) }
    if (length === bytes.length) bytes = Buffer.concat([bytes], length * 2)
  }
}
