// Loaded into each process that the bench starts (`node --require`): at its end, the process writes
// what it has used to the file BENCH_USAGE.
const { writeFileSync } = require('node:fs')

const { BENCH_USAGE: file } = process.env
delete process.env.BENCH_USAGE

process.on('exit', () => {
  writeFileSync(file, JSON.stringify(process.resourceUsage()))
})
