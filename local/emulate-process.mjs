// The process in which emulate's GitHub runs. It reads its settings from stdin (one line of JSON), and
// writes its address to stdout. It ends when stdin ends, so it never outlives the process that started
// it. (emulate's own command line needs a newer Node than its library.)
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
