import { join } from 'node:path'
import { addOrganization } from '../local/github/github-data'
import type { JobOptions } from '../local/runner'
import { explained, type Explained } from './support/explained'
import { expectLeaks } from './support/leak-check'
import { errorOf, scenario, type ScenarioOptions } from './support/scenario'
import { bareLog } from './support/post-log'
import { withTokenService } from './support/token-service'

const REVOKE = 'DELETE /installation/token'

/** The disk fills up while a file of the runner is written, at the given write to it. */
function fullDisk(file: string, at: number): JobOptions {
  const preload = join(__dirname, 'support', 'preload', 'failures.cjs')
  return {
    nodeArguments: ['--require', preload],
    env: { HALF_WRITE: file, HALF_WRITE_AT: String(at) }
  }
}

/** A step whose write fails half-way, and what is left when main has ended. */
async function halfWritten(
  file: string,
  at: number,
  options: ScenarioOptions = {}
): Promise<Explained & { readonly aliveAfterMain: number }> {
  let aliveAfterMain = -1
  const failure = await explained({
    ...fullDisk(file, at),
    ...options,
    between: (_, __, github) => {
      aliveAfterMain = github.liveTokens().length
    }
  })
  expect(failure.code).toBe('runner-file-unwritable')
  expect(failure.run.main.exported).toEqual({})
  return { ...failure, aliveAfterMain }
}

const failingRevocations: ScenarioOptions = {
  arrange: (github) => {
    github.fail(REVOKE, { kind: 'status', status: 503 }, 100)
  }
}

describe('the disk fills up while main writes', () => {
  test('the empty state: no token is created', async () => {
    const { run } = await halfWritten('save_state', 1)
    expect(run.transcript).toEqual([])
    expect(run.main.state).toEqual({})
  })

  test('the state of a token: it is revoked at once, and the state of before stays readable', async () => {
    const { lines, run, aliveAfterMain } = await halfWritten('save_state', 2)
    expect(lines.slice(0, 2)).toEqual([
      "The runner's file GITHUB_STATE cannot be written (ENOSPC), so the step cannot pass on a token.",
      'The token for octo-org/hello was revoked. No token is output.'
    ])
    expect(aliveAfterMain).toBe(0)
    expect(Object.keys(run.main.state)).toHaveLength(1)
    expect(bareLog(run.post)).toBe('Nothing to revoke: this step output no token.')
  })

  test('the state of the second of two tokens: both are revoked, and post knows the first', async () => {
    const { lines, run, aliveAfterMain } = await halfWritten('save_state', 3, {
      with: { owner: 'octo-org, mona' }
    })
    expect(aliveAfterMain).toBe(0)
    expect(lines.join('\n')).toMatch(/The tokens for (octo-org, mona|mona, octo-org) were revoked/)
    expect(run.github.tokens()).toHaveLength(2)
  })

  test('the state of a token that cannot be revoked: the error says that it lives, and until when', async () => {
    const { lines, run, aliveAfterMain } = await halfWritten('save_state', 2, failingRevocations)
    const end = run.github.tokens()[0]?.expiresAt.slice(11, 16) ?? ''
    expect(lines[1]).toBe(
      `A token for octo-org/hello was created, and could neither be saved nor revoked. It lives until ${end} UTC.`
    )
    expect(aliveAfterMain).toBe(1)
    expect(bareLog(run.post)).toBe('Nothing to revoke: this step output no token.')
  })

  test('the state of a token that is not one of a GitHub App: GitHub does not see it', async () => {
    const { lines, run } = await withTokenService(
      fullDisk('save_state', 2),
      ({ options }) => explained(options),
      ({ service }) => {
        const body = { token: 'glpat-EXAMPLE0123456789abcdef' }
        service.fail('exchange', { kind: 'status', status: 200, body })
      }
    )
    expect(lines[1]).toBe(
      'The token for octo-org/hello cannot be revoked: it is not a token of a GitHub App. It is not output.'
    )
    expect(run.transcript).toEqual([])
  })

  test('the outputs: none of them is set, and the token is revoked', async () => {
    const { lines, aliveAfterMain } = await halfWritten('set_output', 1)
    expect(lines.slice(0, 2)).toEqual([
      "The runner's file GITHUB_OUTPUT cannot be written (ENOSPC), so the step cannot pass on a token.",
      'The token for octo-org/hello was revoked. No token is output.'
    ])
    expect(aliveAfterMain).toBe(0)
  })

  test('the outputs of many tokens with long names: the error keeps its way out', async () => {
    const logins = Array.from({ length: 4 }, (_, at) => `org-${at}`)
    const names = Array.from({ length: 10 }, (_, at) => `${at}${'-long-name'.repeat(9)}`)
    const repositories = logins.flatMap((login) => names.map((name) => `${login}/${name}`))
    const { lines, run, aliveAfterMain } = await halfWritten('set_output', 1, {
      with: { owner: logins.join(), repositories: repositories.join() },
      data: (data) => {
        for (const [at, login] of logins.entries()) {
          const { repositories: covered } = addOrganization(data, login, 6000 + at)
          names.forEach((name, index) => {
            const id = 70_000 + at * 10 + index
            const repository = { id, owner: login, name, private: true }
            data.repositories.push(repository)
            covered.push(repository)
          })
        }
      }
    })
    expect(errorOf(run).message.length).toBeLessThanOrEqual(4096)
    expect(lines.at(-2)).toMatch(/…$/)
    expect(lines.at(-1)).toMatch(/^Fix: check that the runner's disk is not full/)
    expect(run.github.tokens()).toHaveLength(4)
    expect(aliveAfterMain).toBe(0)
  })

  test('the outputs, and the token cannot be revoked: post tries again', async () => {
    const { lines, run, aliveAfterMain } = await halfWritten('set_output', 1, {
      arrange: (github) => {
        github.fail(REVOKE, { kind: 'status', status: 503 }, 4)
      }
    })
    expect(lines[1]).toMatch(/^The token for octo-org\/hello is not revoked yet\. /)
    expect(aliveAfterMain).toBe(1)
    expect(bareLog(run.post)).toBe('Token for octo-org/hello revoked')
  })

  test('the variables for later steps: none of them is set, and the token is revoked', async () => {
    const { lines, aliveAfterMain } = await halfWritten('set_env', 1, {
      with: { 'git-identity': 'true' }
    })
    expect(lines.slice(0, 2)).toEqual([
      "The runner's file GITHUB_ENV cannot be written (ENOSPC), so the step cannot pass on a token.",
      'The token for octo-org/hello was revoked. No token is output.'
    ])
    expect(aliveAfterMain).toBe(0)
  })

  test('what is saved after the outputs, with skip-token-revoke: the token is revoked', async () => {
    const result = await scenario({
      ...fullDisk('save_state', 3),
      with: { 'skip-token-revoke': 'true' },
      between: (_, __, github) => {
        expect(github.liveTokens()).toEqual([])
      }
    })
    expect(errorOf(result).message).toContain('The token for octo-org/hello was revoked.')
    expectLeaks('the outputs were written before, and the token is dead', [
      'token in main: the outputs'
    ])
  })

  test('the state after a revocation: the token is said to be revoked all the same', async () => {
    const { lines } = await explained({
      ...fullDisk('save_state', 3),
      with: { owner: 'octo-org, lonely-org' },
      between: (_, __, github) => {
        expect(github.liveTokens()).toEqual([])
      }
    })
    expect(lines.join('\n')).toContain('The token for octo-org was revoked.')
  })
})
