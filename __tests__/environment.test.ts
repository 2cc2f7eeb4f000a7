import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { addOrganization } from '../local/github/github-data'
import type { Job } from '../local/runner'
import { explained, LOOKUP } from './support/explained'
import { deferred } from './support/timing'
import { unrecorded } from './support/recorder'
import { errorOf, scenario } from './support/scenario'

/** Where the runner keeps the files that a step writes its state and outputs to. */
function commandFiles({ folders }: Job): string[] {
  const folder = join(folders.temp, '_runner_file_commands')
  return readdirSync(folder).map((name) => join(folder, name))
}

describe('no runner is listening', () => {
  test.each<[readonly string[], string]>([
    [['GITHUB_OUTPUT'], 'GITHUB_OUTPUT is not set'],
    [['GITHUB_STATE'], 'GITHUB_STATE is not set'],
    [['GITHUB_OUTPUT', 'GITHUB_STATE'], 'GITHUB_OUTPUT and GITHUB_STATE are not set']
  ])(
    '%j: nothing is printed that a runner would take, and nothing is sent',
    async (names, text) => {
      const { title, lines, code, run } = await explained({
        env: Object.fromEntries(names.map((name) => [name, undefined]))
      })
      expect(title).toBe('The action does not run in a workflow')
      expect(lines).toEqual([
        `${text}, so the action cannot output a token. Nothing was sent to GitHub.`,
        'Fix: run the action as a step of a workflow. To try it in a terminal, use `npm start`.'
      ])
      expect(code).toBe('no-runner')
      expect([run.transcript, run.main.state]).toEqual([[], {}])
    }
  )
})

test('a runner that says nothing of the workflow: what is missing is named', async () => {
  const names = ['REPOSITORY', 'REPOSITORY_OWNER', 'EVENT_NAME', 'EVENT_PATH', 'ACTOR']
  const { run } = await explained({
    env: Object.fromEntries(names.map((name) => [`GITHUB_${name}`, undefined]))
  })
  expect(run.transcript).toEqual([])
})

test('outputs that cannot be written, on a full disk: the token is revoked at once', async () => {
  const { title, lines, code, run } = await explained({
    nodeArguments: ['--require', join(__dirname, 'support', 'preload', 'failures.cjs')],
    env: {
      FAILING_CALL: 'appendFileSync',
      FAILING_PATH: 'set_output',
      FAILING_CODE: 'ENOSPC'
    }
  })
  expect(title).toBe('GITHUB_OUTPUT cannot be written')
  expect(lines[0]).toBe(
    "The runner's file GITHUB_OUTPUT cannot be written (ENOSPC), so the step cannot pass on a token."
  )
  expect(code).toBe('runner-file-unwritable')
  expect(run.post.log).toBe('Nothing to revoke: this step output no token.')
  expect(run.github.liveTokens()).toEqual([])
})

test.each([
  ['ENOMEM', 'Error (ENOMEM)'],
  ['', 'Error']
])('what nobody foresaw is a bug of this action, and says where: code "%s"', async (code, name) => {
  const {
    lines,
    code: anchor,
    details,
    run
  } = await explained({
    nodeArguments: ['--require', join(__dirname, 'support', 'preload', 'failures.cjs')],
    env: {
      FAILING_MODULE: 'node:crypto',
      FAILING_CALL: 'createSign',
      FAILING_PATH: 'RSA',
      FAILING_CODE: code
    }
  })
  expect(lines).toEqual([
    `Something went wrong inside this action: ${name}.`,
    'Fix: please report it with the details above.'
  ])
  expect(anchor).toBe('unexpected')
  expect(details.at(-1)).toMatch(/^at /)
  expect(run.transcript).toEqual([])
})

test('a token that cannot be saved for post is revoked at once', async () => {
  const released = deferred()
  const result = await scenario({
    arrange: (github) => {
      github.fail(LOOKUP, { kind: 'delay', until: released.promise })
    },
    during: async (main, github, job) => {
      await main.until(() => github.exchanges.length > 0)
      commandFiles(job).forEach((file) => {
        rmSync(file)
      })
      released.resolve()
    }
  })
  expect(errorOf(result).message).toMatch(
    /^The runner's file GITHUB_STATE is gone, so the step cannot pass on a token\.\nThe token for octo-org\/hello was revoked\. No token is output\.\nFix: .+#runner-file-unwritable$/s
  )
  expect(result.github.tokens()).toHaveLength(1)
  expect(result.github.liveTokens()).toEqual([])
})

test('more tokens than fit into what post can be handed: none is output, none lives on', async () => {
  const owners = Array.from({ length: 60 }, (_, index) => `organization-${index}`)
  // For which owners there is no room left depends on which answers come first.
  const { title, lines, code, run } = await unrecorded(() =>
    explained({
      nodeArguments: ['--require', join(__dirname, 'support', 'preload', 'on-windows.cjs')],
      with: { owner: owners.join() },
      data: (data) => {
        data.tokenFormat = 'stateless'
        owners.forEach((owner, index) => {
          addOrganization(data, owner, 7000 + index)
        })
      }
    })
  )
  expect(code).toBe('state-too-large')
  expect([title, ...lines].join('\n')).toMatch(
    /To revoke \d+ tokens, the post step needs 3\d{4} characters of state\. This runner can pass on 30000\./
  )
  expect(run.github.tokens().length).toBeGreaterThan(40)
  expect(run.github.liveTokens()).toEqual([])
})

test('a token that fits into nothing post can be handed is revoked as far as it can be', async () => {
  const { lines, code } = await explained({
    arrange: (github) => {
      const edit = (body: object): object => ({ ...body, token: 'x'.repeat(130_000) })
      github.fail('POST /app/installations/{installation_id}/access_tokens', { kind: 'edit', edit })
    }
  })
  expect(code).toBe('state-too-large')
  expect(lines[0]).toMatch(/^To revoke the token, the post step needs 13\d{4} characters/)
})

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['repository-ids', { owner: 'octo-org' }, 'repository-malformed'],
  ['permissions', {}, 'permission-malformed']
])('blanks for %s are a list that came out empty, not everything', async (name, others, code) => {
  for (const blanks of ['\n', ' ']) {
    const failure = await explained({ with: { ...others, [name]: blanks } })
    expect(failure.code).toBe(code)
    expect(failure.run.transcript).toEqual([])
  }
})
