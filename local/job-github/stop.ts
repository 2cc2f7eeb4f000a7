/** Post of the local action: ends the server and judges what it saw. */
import { readdirSync, writeFileSync } from 'node:fs'
import { findings, RECORD_VARIABLE, type GitHubRecord } from './record'

/** What `git-credentials` wrote, and its post step was to remove. */
function leftFiles(): string[] {
  const names = readdirSync(process.env['RUNNER_TEMP'] ?? '.')
  return names.filter((name) => name.startsWith('git-credentials-'))
}

async function stop(recordUrl: string): Promise<void> {
  const record = (await (await fetch(recordUrl)).json()) as GitHubRecord
  record.requests.forEach((request) => {
    console.log(request)
  })
  const path = process.env[RECORD_VARIABLE]
  if (path !== undefined && path !== '') writeFileSync(path, JSON.stringify(record))
  const found = [
    ...findings(record, Number(process.env['INPUT_TOKENS'])),
    ...leftFiles().map((name) => `${name} was not removed.`)
  ]
  found.forEach((finding) => {
    console.log(`::error::${finding}`)
  })
  if (found.length > 0) process.exitCode = 1
  else console.log(`${record.tokens.length} minted, used and revoked.`)
}

const recordUrl = process.env['STATE_record-url'] ?? ''
if (recordUrl === '') {
  console.log('The server did not start: there is nothing to end.')
} else {
  stop(recordUrl).catch((error: unknown) => {
    console.log(`::error::The embedded GitHub gave no record: ${String(error)}`)
    process.exitCode = 1
  })
}
