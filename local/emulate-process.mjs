// The process in which emulate's GitHub runs: settings in on stdin (one line of JSON), its address
// out on stdout. It ends with its stdin, so it cannot outlive the process that started it.
// (emulate's own command line wants a newer Node than its library does.)
import process from 'node:process'
import { createInterface } from 'node:readline'
import { createEmulator } from 'emulate'

const lines = createInterface({ input: process.stdin })
lines.once('line', (settings) => {
  void createEmulator(JSON.parse(settings)).then(({ url }) => {
    process.stdout.write(`${url}\n`)
  })
})
lines.once('close', () => {
  process.exit()
})
