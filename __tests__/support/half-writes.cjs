// Loaded into the action's process (`node --require`): the disk fills up while a file is written whose
// path contains HALF_WRITE. HALF_WRITE_AT says which of the writes to it fails, counted from 1; the
// others work. The first half of the text is then in the file.
const fs = require('node:fs')

const { HALF_WRITE: part, HALF_WRITE_AT: failing = '1' } = globalThis.process.env
const { appendFileSync } = fs

let writes = 0

fs.appendFileSync = (path, text, ...rest) => {
  if (!String(path).includes(part) || ++writes !== Number(failing)) {
    return appendFileSync(path, text, ...rest)
  }
  appendFileSync(path, text.slice(0, text.length / 2), ...rest)
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
}
