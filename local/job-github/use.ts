/**
 * A later step of the job: uses the action's outputs, and fails if one is wrong. `OUTPUTS` and
 * `REFUSED` are the outputs of two steps as JSON. The second step was expected to fail.
 */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'

type Outputs = Readonly<Record<string, string>>

function outputsOf(name: string): Outputs {
  return JSON.parse(process.env[name] ?? '') as Outputs
}

function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8' }).trim()
}

async function repositoriesOf(apiUrl: string, token: string): Promise<string[]> {
  const response = await fetch(`${apiUrl}/installation/repositories`, {
    headers: { authorization: `Bearer ${token}` }
  })
  assert.equal(response.status, 200, 'the token is not accepted')
  const { repositories } = (await response.json()) as {
    readonly repositories: readonly { readonly full_name: string }[]
  }
  return repositories.map(({ full_name }) => full_name)
}

async function main(): Promise<void> {
  const apiUrl = process.env['API_URL'] ?? ''
  const outputs = outputsOf('OUTPUTS')
  const { token = '' } = outputs
  assert.deepEqual(await repositoriesOf(apiUrl, token), ['octo-org/hello'])
  assert.equal(outputs['app-slug'], 'octo-bot')
  assert.equal(outputs['installation-id'], '4242')
  assert.equal(outputs['repositories'], '["octo-org/hello"]')
  const left = Date.parse(outputs['expires-at'] ?? '') - Date.now()
  assert.ok(left > 0 && left <= 3_600_000, 'expires-at is not within the next hour')
  const { 'git-user-name': name = '', 'git-user-email': email = '' } = outputs
  assert.equal(name, 'octo-bot[bot]')
  assert.match(email, /^987654\+octo-bot\[bot\]@users\.noreply\./)
  assert.ok(
    git('var', 'GIT_AUTHOR_IDENT').startsWith(`${name} <${email}> `),
    'commits have another author'
  )
  const header = git('config', '--get-urlmatch', 'http.extraHeader', `${apiUrl}/octo-org/hello`)
  assert.ok(header !== '', 'git has no credential')
  assert.equal(process.env['REFUSED_OUTCOME'], 'failure')
  assert.deepEqual(outputsOf('REFUSED'), {}, 'a failed step has outputs')
  // The log must show these masked: run-act.ts searches it for secrets.
  console.log(`token ${token}, until ${outputs['expires-at'] ?? ''}`)
  console.log(header)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
