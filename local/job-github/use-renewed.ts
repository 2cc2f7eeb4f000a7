/**
 * One long step of the job: uses the token from `token-file` and git's credential for longer than
 * several tokens live, and fails if one of them is not accepted. The environment is the one that the
 * step began with.
 */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** How many different tokens the step wants to see. */
const TOKENS = 4

async function main(): Promise<void> {
  const { API_URL: apiUrl = '', TOKEN_FILE: file = '', FIRST_TOKEN: first = '' } = process.env
  const seen = new Set<string>()
  while (seen.size < TOKENS) {
    const token = readFileSync(file, 'utf8')
    if (!seen.has(token)) console.log(`::add-mask::${token}`)
    seen.add(token)
    assert.equal(await statusFor(apiUrl, token), 200, 'the token in the file is not accepted')
    const args = ['config', '--get-urlmatch', 'http.extraHeader', `${apiUrl}/octo-org/hello`]
    const header = execFileSync('git', args, { encoding: 'utf8' }).trim().replace(/^.* /, '')
    const forGit = Buffer.from(header, 'base64')
      .toString()
      .replace(/^x-access-token:/, '')
    assert.equal(await statusFor(apiUrl, forGit), 200, "git's token is not accepted")
    // The log must show this masked: run-act.ts searches it for secrets.
    console.log(`token ${token}`)
    await sleep(500)
  }
  assert.equal(await statusFor(apiUrl, first), 401, 'the first token outlived its time')
}

async function statusFor(apiUrl: string, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` }
  const { status } = await fetch(`${apiUrl}/installation/repositories`, { headers })
  return status
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
