import type { Fault } from '../local/github/faults'
import type { EmbeddedGitHub } from '../local/github/server'
import { coverRepositories, installationOn, type GitHubData } from '../local/github/github-data'
import { leaks } from '../local/runner'
import { ACCOUNT, explained, fingerprint, LOOKUP, CREATION } from './support/explained'
import { appKey, scenario } from './support/scenario'
import { seededRsaKey } from './support/keys'

const SETTINGS = 'https://github.com/organizations/octo-org/settings/installations/4242'
const INSTALLATION = 'GET /app/installations/{installation_id}'
const HELLO = '/repos/octo-org/hello/installation'
const NOT_FOUND = { kind: 'status', status: 404, body: { message: 'Not Found' } } as const

const strangerKey = seededRsaKey('stranger').export({ type: 'pkcs1', format: 'pem' }).toString()

describe('the App is not installed', () => {
  test('on an organization: where to install it, and no account is listed', async () => {
    const { title, lines, code, run } = await explained({ with: { owner: 'lonely-org' } })
    expect(title).toBe('The App is not installed on this account')
    expect(lines).toEqual([
      'octo-bot is not installed on lonely-org.',
      'Fix: correct `owner`, or ask an owner of lonely-org to install it: https://github.com/apps/octo-bot/installations/new'
    ])
    expect(code).toBe('app-not-installed')
    expect(run.transcript).toEqual([
      'GET /users/lonely-org/installation 404',
      'GET /app 200',
      'GET /app/installations 200'
    ])
  })

  test('on an organization that is nearly one where it is: that one is named', async () => {
    const { title, lines, code, details } = await explained({
      with: { owner: 'octo-rg', repositories: 'hello' }
    })
    expect(title).toBe('The App is not installed on this account')
    expect(lines).toEqual([
      'octo-bot is not installed on octo-rg. Did you mean octo-org?',
      'Fix: correct `owner`, or ask an owner of octo-rg to install it: https://github.com/apps/octo-bot/installations/new'
    ])
    expect(code).toBe('app-not-installed')
    expect(details[0]).toMatch(
      /^GET API\/repos\/octo-rg\/hello\/installation -> 404 Not Found \(request id 8C1A:[0-9A-F:]+\)$/
    )
    expect(details.at(-1)).toBe(`client-id Iv23liEXAMPLEoctobot; key ${fingerprint}; API API`)
  })

  test('on a user who is nearly one where it is', async () => {
    const { lines } = await explained({ with: { owner: 'monna' } })
    expect(lines[0]).toBe('octo-bot is not installed on monna. Did you mean mona?')
  })

  test('on an enterprise that is nearly one where it is', async () => {
    const { title, lines, run } = await explained({ with: { enterprise: 'octo-enterprize' } })
    expect(title).toBe('The App is not installed on this account')
    expect(lines).toEqual([
      'octo-bot is not installed on octo-enterprize. Did you mean octo-enterprise?',
      'Fix: correct `enterprise`, or ask an owner of octo-enterprize to install it: https://github.com/apps/octo-bot/installations/new'
    ])
    expect(run.transcript).toHaveLength(3)
  })

  test.each<[Record<string, string>, string, string]>([
    [
      { owner: 'octo-enterprise' },
      'octo-enterprise is an enterprise, not an account. octo-bot is installed on it.',
      'set `enterprise: octo-enterprise` instead of `owner`.'
    ],
    [
      { owner: 'Octo-Enterprise', repositories: 'hello' },
      'Octo-Enterprise is an enterprise, not an account. octo-bot is installed on it.',
      'a token for an enterprise cannot reach repositories. For repositories, set `owner` to the organization that owns them. For the enterprise, set `enterprise: Octo-Enterprise` instead of `owner` and `repositories`.'
    ],
    [
      { enterprise: 'octo-org' },
      'octo-org is an account, not an enterprise. octo-bot is installed on it.',
      'set `owner: octo-org` instead of `enterprise`.'
    ]
  ])('%j: the other input is named', async (inputs, problem, fix) => {
    const { title, lines, code, run } = await explained({ with: inputs })
    expect(title).toBe('The App is not installed on this account')
    expect(lines).toEqual([problem, `Fix: ${fix}`])
    expect(code).toBe('app-not-installed')
    expect(run.transcript.at(-1)).toBe('GET /app/installations 200')
  })

  test('on an enterprise of an Enterprise Server, which has none to install it on', async () => {
    const { lines } = await explained({ with: { enterprise: 'acme' }, prefix: '/api/v3' })
    expect(lines.at(-1)).toContain('Enterprise Server has no installations on enterprises')
  })

  test('an enterprise is not offered for an account, nor an account for an enterprise', async () => {
    const account = await explained({ with: { owner: 'octo-enterprize' } })
    expect(account.lines[0]).toBe('octo-bot is not installed on octo-enterprize.')
    const enterprise = await explained({ with: { enterprise: 'octo-orq' } })
    expect(enterprise.lines[0]).toBe('octo-bot is not installed on octo-orq.')
  })

  test("on the workflow's own account, which nobody typed: nothing to guess", async () => {
    const { lines, run } = await explained({ repository: 'lonely-org/island' })
    expect(lines).toEqual([
      'octo-bot is not installed on lonely-org.',
      'Fix: set `owner` to an account where it is installed, or ask an owner of lonely-org to install it: https://github.com/apps/octo-bot/installations/new'
    ])
    expect([...run.transcript].sort()).toEqual([
      'GET /app 200',
      'GET /repos/lonely-org/island/installation 404',
      'GET /users/lonely-org/installation 404'
    ])
  })

  test('on an account of an Enterprise Server: its own pages are named', async () => {
    const { lines, details } = await explained({
      with: { owner: 'lonely-org' },
      prefix: '/api/v3',
      data: (data) => {
        data.webUrl = 'https://github.example.com'
      }
    })
    expect(lines.at(-1)).toContain('https://github.example.com/apps/octo-bot/installations/new')
    expect(details[0]).toContain('GET API/users/lonely-org/installation -> 404 Not Found')
  })

  test('among more than a hundred accounts the near miss is found on a later page', async () => {
    const { lines, run } = await explained({
      with: { owner: 'zebra-incc' },
      data: (data) => {
        for (let id = 5000; id < 5250; id++) addInstallation(data, id, `filler-${id}`)
        addInstallation(data, 5250, 'zebra-inc')
      }
    })
    expect(lines[0]).toBe('octo-bot is not installed on zebra-incc. Did you mean zebra-inc?')
    expect(run.transcript).toHaveLength(5)
  })

  test.each<[string, Fault]>([
    ['answers with a page', { kind: 'html', status: 200 }],
    ['answers with something other than a list', { kind: 'edit', edit: () => ({}) }]
  ])('a lookup that %s leaves the explanation without what it would tell', async (_, answer) => {
    const { title, lines, code } = await explained({
      with: { owner: 'octo-rg' },
      isOffDescription: true,
      arrange: (github) => {
        github.fail('GET /app', { kind: 'status', status: 422, body: { message: 'No' } })
        github.fail('GET /app/installations', answer)
      }
    })
    expect(title).toBe('The App is not installed on this account')
    expect(lines[0]).toBe('The App is not installed on octo-rg.')
    expect(lines[1]).toContain("install it: the App's public page")
    expect(code).toBe('app-not-installed')
  })

  test('the lookup of the owner fails: neither the account nor the repository is to blame', async () => {
    const { title, lines, code, run } = await explained({
      with: { repositories: 'secret-plans' },
      arrange: (github) => {
        github.fail(ACCOUNT, { kind: 'status', status: 422, body: { message: 'No' } })
      }
    })
    expect(title).toBe('The App is not installed there')
    expect(lines[0]).toBe(
      'GitHub found no installation of octo-bot for octo-org/secret-plans ("Not Found"): the App is not installed there, or not for this repository, or a name is wrong.'
    )
    expect(code).toBe('app-not-installed')
    expect(run.transcript).toHaveLength(3)
  })

  test('GitHub contradicting itself leads to no false claim', async () => {
    const { title, lines } = await explained({
      with: { owner: 'octo-org' },
      arrange: (github) => {
        github.fail(ACCOUNT, NOT_FOUND)
      }
    })
    expect(title).toBe('The App is not installed there')
    expect(lines[0]).toContain(
      'GitHub found no installation of octo-bot for octo-org ("Not Found")'
    )
  })
})

describe('a repository is out of reach', () => {
  test('not among those selected, or misspelt: the page where it can be added', async () => {
    const { title, lines, code, details, run } = await explained({
      repository: 'octo-org/hello',
      with: { repositories: 'secret-plans' }
    })
    expect(title).toBe('The App cannot reach the repository')
    expect(lines).toEqual([
      'octo-bot is installed on octo-org, but it cannot reach the repository secret-plans. Either the installation does not include secret-plans, or the name is wrong.',
      `Fix: correct \`repositories\`, or add secret-plans under "Repository access": ${SETTINGS}`
    ])
    expect(code).toBe('repository-not-selected')
    expect([...run.transcript].sort()).toEqual([
      'GET /app 200',
      'GET /repos/octo-org/secret-plans/installation 404',
      'GET /users/octo-org/installation 200'
    ])
    expect(details).toHaveLength(4)
    expect(details[0]).toMatch(/secret-plans\/installation -> 404 Not Found \(request id 8C1A:/)
  })

  test.each<[string, string]>([
    ['101', 'If 101 is the id of a repository, set it in `repository-ids`.'],
    [
      'github.repository',
      'If github.repository is an expression, it was not evaluated: write `${{ github.repository }}`.'
    ],
    ['all', 'If all means every repository of the account, set `owner` and remove `repositories`.'],
    ['false', 'If false is the result of an expression, correct that expression.'],
    ['[null]', 'If null is the result of an expression, correct that expression.'],
    ['Array', 'If Array is the result of an expression, correct that expression.']
  ])('by a name that is often something else: %s', async (repositories, hint) => {
    const { lines } = await explained({ with: { repositories } })
    expect(lines.slice(2)).toEqual([`  ${hint}`])
  })

  test.each(['101', 'all', 'false'])('but a repository can have the name %s', async (name) => {
    const { main } = await scenario({
      with: { repositories: name },
      data: (data) => {
        const repository = { id: 990, owner: 'octo-org', name, private: true }
        data.repositories.push(repository)
        installationOn(data, 'octo-org').repositories.push(repository)
      }
    })
    expect(main.exitCode).toBe(0)
  })

  test("the workflow's own, which no input names", async () => {
    const { lines } = await explained({ repository: 'octo-org/secret-plans' })
    expect(lines[1]).toBe(`Fix: add secret-plans under "Repository access": ${SETTINGS}`)
    const covered = await explained({ repository: 'mona/nope' })
    expect(covered.lines[1]).toBe(
      'Fix: if this repository was renamed or moved just now, start a new run.'
    )
  })

  test('owner and repositories are swapped', async () => {
    const { lines, code } = await explained({ with: { owner: 'lib', repositories: 'octo-org' } })
    expect(lines).toEqual([
      'octo-bot is not installed on lib, but on octo-org. owner and repositories look swapped.',
      'Fix: set `owner: octo-org` and `repositories: lib`.'
    ])
    expect(code).toBe('app-not-installed')
  })

  test('many of them: all are looked up at the same time, without a warning of Node', async () => {
    const names = Array.from({ length: 15 }, (_, at) => `plan-${at}`)
    const { code, run } = await explained({ with: { repositories: `hello, ${names.join()}` } })
    expect(code).toBe('repositories-not-accessible')
    expect(run.main.stderr).toBe('')
  })

  test('where the App covers all of them: it does not exist', async () => {
    const { title, lines, code } = await explained({
      with: { owner: 'mona', repositories: 'nope' }
    })
    expect(title).toBe('There is no such repository')
    expect(lines).toEqual([
      'mona has no repository nope. octo-bot can reach all repositories of mona.',
      'Fix: correct `owner` or `repositories`.'
    ])
    expect(code).toBe('repository-unknown')
  })

  test('where the App covers all of them: several that do not exist', async () => {
    const { title, lines, code } = await explained({
      with: { owner: 'mona', repositories: 'nope, neither, blog' }
    })
    expect(title).toBe('Some of the repositories do not exist')
    expect(lines[0]).toBe(
      'mona has no repositories nope, neither. octo-bot can reach all repositories of mona.'
    )
    expect(code).toBe('repository-unknown')
  })

  test('several, the first among them: each is looked up once and named', async () => {
    const { title, lines, code, run } = await explained({
      with: { owner: 'octo-org', repositories: 'nope\nhello\nsecret-plans' }
    })
    expect(title).toBe('The App cannot reach some repositories')
    expect(lines).toEqual([
      'octo-bot is installed on octo-org, but it cannot reach the repositories nope, secret-plans. Either the installation does not include them, or the names are wrong.',
      `Fix: correct \`owner\` or \`repositories\`, or add nope, secret-plans under "Repository access": ${SETTINGS}`
    ])
    expect(code).toBe('repository-not-selected')
    expect([...run.transcript].sort()).toEqual([
      'GET /app 200',
      'GET /repos/octo-org/hello/installation 200',
      'GET /repos/octo-org/nope/installation 404',
      'GET /repos/octo-org/secret-plans/installation 404',
      'GET /users/octo-org/installation 200'
    ])
  })

  test('several, but not the first: GitHub does not say which, so each is looked up', async () => {
    const { title, lines, code, run } = await explained({
      with: { owner: 'octo-org', repositories: 'hello, nope, lib, secret-plans' }
    })
    expect(title).toBe('The App cannot reach some repositories')
    expect(lines).toEqual([
      'octo-bot is installed on octo-org, but it cannot reach the repositories nope, secret-plans. Either the installation does not include them, or the names are wrong.',
      `Fix: correct \`owner\` or \`repositories\`, or add nope, secret-plans under "Repository access": ${SETTINGS}`
    ])
    expect(code).toBe('repositories-not-accessible')
    expect(run.transcript.slice(0, 2)).toEqual([
      `GET ${HELLO} 200`,
      'POST /app/installations/4242/access_tokens 422'
    ])
    expect(run.transcript.slice(2).sort()).toEqual([
      'GET /repos/octo-org/lib/installation 200',
      'GET /repos/octo-org/nope/installation 404',
      'GET /repos/octo-org/secret-plans/installation 404'
    ])
  })

  test('one of several of an account that the App covers whole', async () => {
    const { title, lines } = await explained({
      with: { owner: 'mona', repositories: 'blog, dotfiles, nope' }
    })
    expect(title).toBe('There is no such repository')
    expect(lines[0]).toBe(
      'mona has no repository nope. octo-bot can reach all repositories of mona.'
    )
  })

  test('many: ten are named, the others counted, and fix and help stay whole', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `${'x'.repeat(90)}-${index}`)
    const { title, lines } = await explained({
      with: { owner: 'octo-org', repositories: `hello,${names.join()}` }
    })
    expect(title).toBe('The App cannot reach some repositories')
    expect(lines[0]).toContain(
      `${names[9] ?? ''} and 30 more. Either the installation does not include them, or the names are wrong.`
    )
    expect(lines[0]).not.toContain(names[10])
    expect(lines.at(-1)).toContain(SETTINGS)
  })

  test('beyond fifty names no more are looked up, and the error says so', async () => {
    const covered = Array.from({ length: 50 }, (_, index) => `covered-${index}`)
    const { lines, run } = await explained({
      with: { owner: 'octo-org', repositories: ['hello', ...covered, 'nope', 'neither'].join() },
      data: (data) => {
        coverRepositories(data, covered)
      }
    })
    expect(lines[0]).toContain('It did not look up the last 2.')
    expect(lines[1]).toContain('check each name in `repositories`')
    expect(run.transcript).toHaveLength(52)
  })

  test('beyond fifty names, of which one is out of reach: how many were not looked up', async () => {
    const covered = Array.from({ length: 51 }, (_, index) => `covered-${index}`)
    const { lines } = await explained({
      with: { owner: 'octo-org', repositories: ['hello', 'nope', ...covered].join() },
      data: (data) => {
        coverRepositories(data, covered)
      }
    })
    expect(lines[0]).toBe(
      'octo-bot is installed on octo-org, but it cannot reach the repository nope. Either the installation does not include nope, or the name is wrong. The action did not look up 2 more.'
    )
  })

  test.each<[string, Record<string, string>]>([
    ['that the lookups do not bear out', { repositories: 'hello, lib' }],
    ['where none was named', {}]
  ])('a refusal of repositories %s is quoted', async (_, inputs) => {
    const { title, lines, code } = await explained({
      with: { owner: 'octo-org', ...inputs },
      arrange: (github) => {
        const message =
          'There is at least one repository that does not exist or is not accessible to the parent installation.'
        github.fail(CREATION, { kind: 'status', status: 422, body: { message } })
      }
    })
    expect(title).toBe('The App cannot reach a repository')
    expect(lines[0]).toContain('"There is at least one repository that does not exist')
    expect(lines[1]).toContain(SETTINGS)
    expect(code).toBe('repositories-not-accessible')
  })
})

describe('a repository has been renamed', () => {
  test.each<[string, unknown]>([
    ['no repository', undefined],
    ['its id only', [{ id: 101 }]]
  ])('and GitHub answers with %s: the notice has no new name', async (_, repositories) => {
    const { main } = await scenario({
      isOffDescription: true,
      with: { repositories: 'hallo' },
      arrange: (github) => {
        const edit = (body: Record<string, unknown>): unknown => ({
          ...body,
          repositories
        })
        github.fail(CREATION, { kind: 'edit', edit })
      }
    })
    expect(main.annotations[0]?.message).toContain('octo-org/hallo was renamed. The token')
  })

  test('it gets its token by its id, and a notice', async () => {
    const { main, transcript, github } = await scenario({ with: { repositories: 'hallo' } })
    expect(main.exitCode).toBe(0)
    expect(transcript.slice(0, 3)).toEqual([
      'GET /repos/octo-org/hallo/installation 301',
      'GET /repositories/101/installation 200',
      'POST /app/installations/4242/access_tokens 201'
    ])
    expect(github.exchanges[2]?.requestBody).toMatchObject({ repository_ids: [101] })
    expect(main.outputs['repositories']).toBe('["octo-org/hello"]')
    expect(main.annotations).toEqual([
      {
        level: 'notice',
        title: '',
        message:
          'octo-org/hallo was renamed to octo-org/hello. The token covers it. Use its new name in the workflow.'
      }
    ])
  })

  test('to another owner with the App on it: no token for an owner that nobody named', async () => {
    const { title, lines, code, run } = await explained({
      with: { repositories: 'notes' },
      data: (data) => {
        data.formerNames.push({ owner: 'octo-org', name: 'notes', repositoryId: 202 })
      }
    })
    expect(title).toBe('The repository has moved to another owner')
    expect(lines[0]).toBe(
      'octo-org/notes has moved to another owner. The action creates no token for an owner that the workflow does not name.'
    )
    expect(code).toBe('repository-moved')
    expect(run.github.tokens()).toEqual([])
    expect(run.transcript).toHaveLength(2)
  })

  test('to where the App is not: that it moved is said, and nothing more claimed', async () => {
    const { title, lines, code } = await explained({
      with: { repositories: 'isle' },
      data: (data) => {
        data.formerNames.push({ owner: 'octo-org', name: 'isle', repositoryId: 401 })
      }
    })
    expect(title).toBe('The repository has a new name or owner')
    expect(lines[0]).toBe(
      'octo-org/isle has a new name or owner, and octo-bot cannot reach it there.'
    )
    expect(code).toBe('repository-moved')
  })

  test('among several names, which GitHub takes by their names of today only', async () => {
    const { title, lines } = await explained({
      with: { owner: 'octo-org', repositories: 'lib, hallo' }
    })
    expect(title).toBe('The repository has a new name or owner')
    expect(lines).toEqual([
      'octo-org/hallo has a new name or owner. If several repositories are named, GitHub accepts only their current names.',
      'Fix: use the new names in `repositories`.'
    ])
  })

  test('several of them', async () => {
    const { title, lines } = await explained({
      with: { owner: 'octo-org', repositories: 'lib, hallo, library' },
      data: (data) => {
        data.formerNames.push({ owner: 'octo-org', name: 'library', repositoryId: 102 })
      }
    })
    expect(title).toBe('Some repositories have a new name or owner')
    expect(lines[0]).toBe(
      'octo-org/hallo, octo-org/library have a new name or owner. If several repositories are named, GitHub accepts only their current names.'
    )
  })

  test('beside one that is out of reach', async () => {
    const { lines } = await explained({
      with: { owner: 'octo-org', repositories: 'lib, hallo, nope' }
    })
    expect(lines[0]).toContain(
      'but it cannot reach the repository nope. Either the installation does not include nope, or the name is wrong.'
    )
    expect(lines[1]).toContain('octo-org/hallo has a new name or owner.')
  })
})

describe('the App and its key', () => {
  test('the App is unknown: the id, the key, the API, and no further lookup', async () => {
    const { title, lines, code, run } = await explained({
      with: { 'client-id': 'Iv23liSomebodyElse' }
    })
    expect(title).toBe('GitHub does not know this App')
    expect(lines).toEqual([
      `${run.github.url} does not know the App with client-id Iv23liSomebodyElse: "Integration not found". It was used with the key ${fingerprint}.`,
      'Fix: use the Client ID or App ID from the App\'s settings page, under "About". If the App is registered on another GitHub host, set `github-api-url` to that host\'s API.'
    ])
    expect(code).toBe('app-unknown')
    expect(run.transcript).toEqual([`GET ${HELLO} 404`])
  })

  test.each<[string, Record<string, string>, Parameters<EmbeddedGitHub['fail']>[0][]]>([
    ['an owner', { owner: 'octo-org' }, [ACCOUNT]],
    ['a repository', {}, [LOOKUP, ACCOUNT]],
    ['an installation', { 'installation-id': '4242' }, [INSTALLATION, CREATION]]
  ])('an address where everything is 404 is no API: %s', async (_, inputs, routes) => {
    const { code, title, lines, run } = await explained({
      with: inputs,
      arrange: (github) => {
        for (const route of routes) github.fail(route, NOT_FOUND)
        github.fail('GET /app', NOT_FOUND)
      }
    })
    expect([code, title]).toEqual(['api-not-found', 'There is no GitHub API at this address'])
    expect(lines[0]).toBe(
      `There is no GitHub API at ${run.github.url}: it answered 404 to every request, even to GET /app, which every GitHub has.`
    )
    expect(lines[1]).toContain('correct `github-api-url`')
    expect(lines.join('\n')).toContain('https://HOSTNAME/api/v3 (Enterprise Server)')
    expect(lines.join('\n')).not.toContain('Client ID')
  })

  test('an App that only GET /app does not know is unknown', async () => {
    const { code, lines } = await explained({
      with: { owner: 'octo-org' },
      arrange: (github) => {
        github.fail(ACCOUNT, NOT_FOUND)
        const message = 'Integration not found'
        github.fail('GET /app', { kind: 'status', status: 404, body: { message } })
      }
    })
    expect(code).toBe('app-unknown')
    expect(lines[0]).toContain('does not know the App with client-id Iv23liEXAMPLEoctobot')
  })

  test('nothing is claimed of the address if another lookup was answered', async () => {
    const { code } = await explained({
      with: { repositories: 'nope' },
      arrange: (github) => {
        github.fail('GET /app', NOT_FOUND)
      }
    })
    expect(code).not.toBe('api-not-found')
  })

  test("a key that is not this App's: the fingerprint to look for", async () => {
    const { title, lines, code, run, details } = await explained({
      with: { 'private-key': strangerKey }
    })
    const theirs = /key (SHA256:[\w+/=]+) does not belong/.exec(lines[1] ?? '')?.[1] ?? ''
    expect(title).toBe('The private key does not belong to this App')
    expect(lines).toEqual([
      'GitHub refused the key: "A JSON web token could not be decoded".',
      `Either the key ${theirs} does not belong to the App with client-id Iv23liEXAMPLEoctobot, or it was deleted.`,
      'Fix: look for this fingerprint under "Private keys" in the settings of the App. If it belongs to another App of yours, correct `client-id`. If no App has it, generate a key, and store the whole .pem file:',
      '  gh secret set APP_PRIVATE_KEY < octo-bot.private-key.pem'
    ])
    expect(theirs).not.toBe(fingerprint)
    expect(code).toBe('key-refused')
    expect(run.transcript).toEqual([`GET ${HELLO} 401`])
    expect(details.at(-1)).toContain(`key ${theirs}`)
  })

  test('an App without any key', async () => {
    const { title, lines, code, run } = await explained({
      data: (data) => {
        data.app.publicKeys = []
      }
    })
    expect(title).toBe('The App has no private key')
    expect(lines[0]).toBe(
      `The App with client-id Iv23liEXAMPLEoctobot has no key at GitHub, so GitHub cannot accept the key ${fingerprint}: "Integration must generate a public key".`
    )
    expect(lines[1]).toContain('Generate a private key), and store the whole .pem file:')
    expect(code).toBe('key-none-registered')
    expect(run.transcript).toHaveLength(1)
  })

  test('an id that GitHub cannot read', async () => {
    const { title, lines, code, run } = await explained({ with: { 'client-id': 'octo-bot' } })
    expect(title).toBe("The App's id is malformed")
    expect(lines[0]).toBe(
      `GitHub cannot read client-id octo-bot: "'Issuer' claim ('iss') must be an Integer". It was used with the key ${fingerprint}.`
    )
    expect(lines[1]).toContain('use the Client ID (such as Iv23liAbCdEfGhIjKlMn) or the App ID')
    expect(lines[1]).toContain("not the App's name")
    expect(code).toBe('app-id-malformed')
    expect(run.transcript).toHaveLength(1)
  })

  test('a number that GitHub cannot read', async () => {
    const { lines, code } = await explained({
      with: { 'client-id': '', 'app-id': '12345' },
      arrange: (github) => {
        const message = "'Issuer' claim ('iss') must be an Integer"
        github.fail(LOOKUP, { kind: 'status', status: 401, body: { message } })
      }
    })
    expect(lines[0]).toContain('GitHub cannot read app-id 12345: ')
    expect(lines[1]).toBe(
      'Fix: use the App ID (a number) from the App\'s settings page, under "About".'
    )
    expect(code).toBe('app-id-malformed')
  })

  test('an old Enterprise Server that takes the number only', async () => {
    const { lines } = await explained({
      prefix: '/api/v3',
      data: (data) => {
        data.issuers = 'number'
      }
    })
    expect(lines.at(-1)).toContain('an old GitHub Enterprise Server does not accept Client IDs')
  })
})

describe('the creation is refused', () => {
  test('the installation is suspended', async () => {
    const { title, lines, code, run } = await explained({ with: { owner: 'sleepy-org' } })
    expect(title).toBe('The App is suspended on this account')
    expect(lines).toEqual([
      'octo-bot is installed on sleepy-org, but the installation is suspended: "This installation has been suspended".',
      'Fix: an owner of sleepy-org unsuspends it: https://github.com/organizations/sleepy-org/settings/installations/4245'
    ])
    expect(code).toBe('installation-suspended')
    expect(run.transcript).toHaveLength(2)
  })

  test('permissions: asked for against granted, as people write them', async () => {
    const { title, lines, code, run } = await explained({
      data: (data) => {
        installationOn(data, 'octo-org').permissions = { contents: 'read', metadata: 'read' }
      },
      with: { permissions: 'contents: write\npull-requests: write\nmetadata: read' }
    })
    expect(title).toBe('The App lacks permissions')
    expect(lines).toEqual([
      'octo-bot lacks 2 permissions on octo-org.',
      '  contents: write        granted: read',
      '  pull-requests: write   granted: none',
      'Fix: 1. add or raise what is missing in the App\'s settings, under "Permissions & events"',
      `     2. an owner of octo-org accepts: ${SETTINGS}`
    ])
    expect(code).toBe('permissions-not-granted')
    expect(run.transcript).toHaveLength(2)
  })

  test('one permission, whose name every object in JavaScript has: the name is doubted first', async () => {
    const { title, lines, code } = await explained({ with: { permissions: 'constructor: read' } })
    expect(title).toBe('The token cannot have a permission of this name')
    expect(lines).toEqual([
      "constructor is in no list of GitHub's permissions. Probably the name is wrong.",
      'octo-bot lacks 1 permission on octo-org.',
      '  constructor: read   granted: none',
      'Fix: 1. check the name: https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps',
      '     2. add or raise what is missing in the App\'s settings, under "Permissions & events"',
      `     3. an owner of octo-org accepts: ${SETTINGS}`
    ])
    expect(code).toBe('permission-unknown')
  })

  test('a permission by its title: its name in the API, in place of the way to raise it', async () => {
    const { title, lines, code } = await explained({
      with: { 'permission-dependabot-alerts': 'read' }
    })
    expect(title).toBe('The token cannot have a permission of this name')
    expect(lines).toEqual([
      "GitHub's API has no permission dependabot-alerts. It uses the name vulnerability-alerts.",
      'Fix: write `vulnerability-alerts` instead of `dependabot-alerts`.'
    ])
    expect(code).toBe('permission-unknown')
  })

  test.each<[string, Record<string, string>, string[]]>([
    [
      'for repositories, and the token is for an enterprise',
      { enterprise: 'octo-enterprise', permissions: 'contents: read, members: read' },
      [
        'contents, members are permissions for repositories or organizations. The token for an enterprise cannot have them.',
        'Fix: remove contents, members here, or use another step with `owner`.'
      ]
    ],
    [
      'for an enterprise, and the token is for an account',
      { 'permission-enterprise-custom-properties': 'read' },
      [
        'enterprise-custom-properties is a permission for an enterprise. The token for an account cannot have it.',
        'Fix: remove enterprise-custom-properties here, or use another step with `enterprise`.'
      ]
    ]
  ])('a permission %s: nobody is sent to raise it', async (_, inputs, text) => {
    const { title, lines, code } = await explained({ with: inputs })
    expect(title).toBe('The token cannot have a permission of this name')
    expect(lines).toEqual(text)
    expect(code).toBe('permission-unknown')
  })

  test('a title of two permissions, one of GITHUB_TOKEN, one of a user, and one that is lacking', async () => {
    const { lines } = await explained({
      with: { permissions: 'webhooks: write, id-token: write, gists: write, administration: read' }
    })
    expect(lines).toEqual([
      "GitHub's API has no permission webhooks. It uses these names: organization-hooks (organization), repository-hooks (repository).",
      "Only GITHUB_TOKEN can have id-token. An App's token cannot.",
      "gists is a permission for a user's own account. The token of an installation cannot have it.",
      'octo-bot lacks 1 permission on octo-org.',
      '  administration: read   granted: none',
      'Fix: 1. instead of `webhooks`, write the one that you mean: `organization-hooks` or `repository-hooks`',
      '     2. remove id-token here. For GITHUB_TOKEN, set it under `permissions:` of the job',
      '     3. remove gists',
      '     4. add or raise what is missing in the App\'s settings, under "Permissions & events"',
      `     5. an owner of octo-org accepts: ${SETTINGS}`
    ])
  })

  test.each([
    [
      'contents: admin',
      'contents has only the levels read and write. There is no contents: admin.',
      '`contents: read` or `contents: write`'
    ],
    [
      'metadata: write',
      'metadata has only the level read. There is no metadata: write.',
      '`metadata: read`'
    ]
  ])('a level that does not exist: %s', async (permission, problem, fix) => {
    const { title, lines, code } = await explained({
      isOffDescription: true,
      with: { permissions: permission }
    })
    expect(title).toBe('A permission has no such level')
    expect(lines).toEqual([problem, `Fix: write ${fix}.`])
    expect(code).toBe('permission-malformed')
  })

  test('more names than fit: ten of them, the others counted', async () => {
    const names = ['branch-protection', 'code', 'commits', 'branches', 'releases', 'tags']
    const more = ['deploy-keys', 'rulesets', 'teams', 'pulls', 'prs', 'collaborators']
    const { lines } = await explained({
      with: { permissions: [...names, ...more].map((name) => `${name}: read`).join() }
    })
    expect(lines.slice(9, 12)).toEqual([
      "GitHub's API has no permission pulls. It uses the name pull-requests.",
      '2 more are wrong in the same way.',
      'Fix: 1. write `administration` instead of `branch-protection`'
    ])
    expect(lines.at(-1)).toBe('     11. correct the other 2 in the same way')
  })

  test('another permission of the same title is granted', async () => {
    const { title, lines } = await explained({
      data: (data) => {
        installationOn(data, 'octo-org').permissions['organization_secrets'] = 'write'
      },
      with: { 'permission-secrets': 'read' }
    })
    expect(title).toBe('The App lacks permissions')
    expect(lines).toEqual([
      'octo-bot lacks 1 permission on octo-org.',
      '  secrets: read   granted: none',
      'organization-secrets: write is granted. GitHub\'s pages show both as "Secrets".',
      'Fix: 1. if you mean that one, write `organization-secrets` instead of `secrets`. Otherwise:',
      '     2. add or raise what is missing in the App\'s settings, under "Permissions & events"',
      `     3. an owner of octo-org accepts: ${SETTINGS}`
    ])
  })

  test('in words that are not known, and nothing is known of the installation', async () => {
    const { lines, code } = await explained({
      with: { permissions: 'variables: read, contents: read', 'installation-id': '4242' },
      arrange: (github) => {
        const message = 'Invalid request. "variables" is not a permitted key.'
        github.fail(CREATION, { kind: 'status', status: 422, body: { message } })
        github.fail('GET /app/installations/{installation_id}', { kind: 'status', status: 404 })
      }
    })
    expect(lines.slice(0, 2)).toEqual([
      "GitHub's API has no permission variables. It uses these names: actions-variables (repository), organization-actions-variables (organization).",
      'GitHub refused the permissions that the App requested on the account of installation 4242: "Invalid request. "variables" is not a permitted key".'
    ])
    expect(code).toBe('permission-unknown')
  })

  test('a permission that GitHub leaves out because it does not know it', async () => {
    const { lines, code } = await explained({
      with: { permissions: 'contents: read, commit-statuses: read' },
      data: (data) => {
        installationOn(data, 'octo-org').permissions['commit_statuses'] = 'read'
      },
      arrange: (github) => {
        grantInstead(github, { contents: 'read', metadata: 'read' })
      }
    })
    expect(lines).toEqual([
      'GitHub granted something else than was requested. The token was revoked.',
      '  commit-statuses   requested: read   granted: none',
      "GitHub's API has no permission commit-statuses. It uses the name statuses.",
      'Fix: 1. write `statuses` instead of `commit-statuses`',
      '     2. add or raise what is missing in the App\'s settings, under "Permissions & events"',
      `     3. an owner of octo-org accepts: ${SETTINGS}`
    ])
    expect(code).toBe('grant-differs')
  })

  test('more permissions than fit: twenty rows, the others counted', async () => {
    const names = Array.from({ length: 26 }, (_, index) =>
      `unheard-of-${String.fromCharCode(97 + index)}`.repeat(3)
    )
    const { lines } = await explained({
      with: { permissions: names.map((name) => `${name}: read`).join() }
    })
    expect(lines[0]).toMatch(/ and 16 more are in no list of GitHub's permissions\. /)
    expect(lines[1]).toBe('octo-bot lacks 26 permissions on octo-org.')
    expect(lines[22]).toBe('  and 6 more')
    expect(lines.at(-1)).toContain(SETTINGS)
  })

  test.each<[string, Record<string, string>]>([
    ['that the grant does not explain', { 'permission-contents': 'read' }],
    ['where none was named', {}]
  ])('a refusal of permissions %s is quoted', async (_, inputs) => {
    const { lines, code } = await explained({
      with: inputs,
      arrange: (github) => {
        const message = 'The permissions requested are not granted to this installation.'
        github.fail(CREATION, { kind: 'status', status: 422, body: { message } })
      }
    })
    expect(lines[0]).toBe(
      'GitHub refused the permissions that octo-bot requested on octo-org: "The permissions requested are not granted to this installation".'
    )
    expect(code).toBe('permissions-not-granted')
  })

  test('more than 500 repositories: nothing is sent', async () => {
    const names = Array.from({ length: 501 }, (_, index) => `r${index}`)
    const { title, lines, code, run, details } = await explained({
      with: { owner: 'octo-org', repositories: names.join() }
    })
    expect(title).toBe('Too many repositories for one token')
    expect(lines[0]).toBe(
      '501 repositories of octo-org are named. GitHub accepts at most 500 for one token. Nothing was sent to GitHub.'
    )
    expect(code).toBe('scope-too-large')
    expect(run.transcript).toEqual([])
    expect(details).toEqual([])
  })

  test("too complex a token: GitHub's own limit, and what to do", async () => {
    const { title, lines, code, run } = await explained({
      with: { owner: 'octo-org', repositories: 'hello, lib' },
      data: (data) => {
        data.scopeLimit = 14
      }
    })
    expect(title).toBe('The token would cover too much')
    expect(lines[0]).toContain('it can cover at most 1 repositories"')
    expect(lines[1]).toBe(
      'Fix: request fewer permissions or repositories, or use several steps. Or install the App on all repositories of octo-org, and remove `repositories`.'
    )
    expect(code).toBe('scope-too-large')
    expect(run.transcript).toHaveLength(2)
  })

  test('404: the installation disappeared after it was found', async () => {
    const { title, lines, code } = await explained({
      arrange: (github) => {
        github.fail(CREATION, NOT_FOUND)
        github.fail(ACCOUNT, NOT_FOUND)
      }
    })
    expect(title).toBe('The App is not installed on this account')
    expect(lines[1]).toContain('https://github.com/apps/octo-bot/installations/new')
    expect(code).toBe('app-not-installed')
  })

  test('404, and yet there is an installation', async () => {
    const { title, lines, code, run } = await explained({
      with: { owner: 'octo-org' },
      arrange: (github) => {
        github.fail(CREATION, NOT_FOUND)
      }
    })
    expect(title).toBe('The installation of the App is gone')
    expect(lines[0]).toBe(
      'GitHub found installation 4242 of octo-bot on octo-org. When the action then requested a token, GitHub did not find it any more ("Not Found"). Probably it was removed or replaced.'
    )
    expect(lines[1]).toContain('run the job again')
    expect(code).toBe('app-not-installed')
    expect(run.transcript).toHaveLength(4)
  })

  test('404 with the words for an unknown App', async () => {
    const { code, run } = await explained({
      arrange: (github) => {
        const body = { message: 'Integration not found' }
        github.fail(CREATION, { kind: 'status', status: 404, body })
      }
    })
    expect(code).toBe('app-unknown')
    expect(run.transcript).toHaveLength(2)
  })

  test('400 twice: once it may pass, then it is quoted', async () => {
    const { title, lines, code } = await explained({
      arrange: (github) => {
        const body = { message: 'Problems parsing JSON' }
        github.fail(CREATION, { kind: 'status', status: 400, body }, 2)
      }
    })
    expect(title).toBe('GitHub answered 400')
    expect(lines[0]).toBe('GitHub refused the request with 400: "Problems parsing JSON".')
    expect(code).toBe('github-refused')
  })
})

/** What GitHub says is foreign text: it is shown without secrets and without commands. */
describe('what GitHub says is shown', () => {
  test.each([
    ['an IPv6 address', 'use [::] or ::1 or fe80::1%eth0', 'use [::] or ::1 or fe80::1%eth0'],
    ['a zone with a colon', 'use fe80::1%a:b', 'use fe80: :1%a:b'],
    [
      'the ARN of a role',
      'no arn:aws:iam::123456789012:role/x',
      'no arn:aws:iam::123456789012:role/x'
    ],
    ['colons behind an ARN', 'arn:aws:iam::123456789012:a::b', 'arn:aws:iam: :123456789012:a: :b'],
    ['colons alone', 'use :: here', 'use : : here'],
    ['an IPv6 address at the start', '::1 is refused', ': :1 is refused'],
    ['a private key', `no ${strangerKey}`, '(not shown)'],
    ['a fingerprint', `no key ${fingerprint}`, `no key ${fingerprint}`]
  ])('%s', async (_, message, shown) => {
    const { lines } = await explained({
      arrange: (github) => {
        github.fail(CREATION, { kind: 'status', status: 410, body: { message } }, 9)
      }
    })
    expect(lines[0]).toContain(`: "${shown}"`)
  })
})

describe('what post could not revoke', () => {
  test.each([
    [
      'since the runner is not allowed to',
      403,
      'The `octo-org` organization has an IP allow list enabled, and your IP address is not permitted.',
      'the account has an IP allow list, and this runner\'s address is not on it: "The `octo-org` organization has an IP allow list enabled, and your IP address is not permitted".'
    ],
    [
      'since the API does not know the App',
      404,
      'Integration not found',
      'the API does not know the App with this id: "Integration not found". It was used with the key.'
    ]
  ])('%s', async (_, status, message, reason) => {
    const { post } = await scenario({
      isOffDescription: true,
      between: (_main, _job, github) => {
        github.fail('DELETE /installation/token', { kind: 'status', status, body: { message } })
      }
    })
    expect(post.log).toMatch(/ It expires by itself at \d\d:\d\d UTC\.$/)
    expect(post.log).toContain(`The token for octo-org/hello was not revoked: ${reason} It expires`)
  })
})

describe('what stands around the explanation', () => {
  test('the link to the help follows the version in use', async () => {
    const { main } = await scenario({
      with: { owner: 'lonely-org' },
      actionRepository: 'acme/app-token',
      actionRef: 'v1.2.3'
    })
    expect(main.annotations[0]?.message).toContain(
      'Help: https://github.com/acme/app-token/blob/v1.2.3/docs/TROUBLESHOOTING.md#app-not-installed'
    )
  })

  test.each([
    ['acme/app-token', ''],
    ['acme/app-token', 'main?x=%0A::error::'],
    ['', 'v1']
  ])('for the action %j at %j the link is that of the published one', async (repository, ref) => {
    const { main } = await scenario({
      with: { owner: 'lonely-org' },
      actionRepository: repository,
      actionRef: ref
    })
    expect(main.annotations[0]?.message).toContain(
      'Help: https://github.com/OWNER/github-app-token/blob/v1/docs/TROUBLESHOOTING.md#'
    )
  })

  test('without GITHUB_ACTION_REF, the link is that of the published one, too', async () => {
    const { main } = await scenario({
      with: { owner: 'lonely-org' },
      actionRepository: 'acme/app-token',
      env: { GITHUB_ACTION_REF: undefined }
    })
    expect(main.annotations[0]?.message).toContain(
      'Help: https://github.com/OWNER/github-app-token/blob/v1/docs/TROUBLESHOOTING.md#'
    )
  })

  test('an id kept as a secret leaves the slug, or the fingerprint, to read', async () => {
    const secrets = ['Iv23liEXAMPLEoctobot']
    const known = await scenario({ secrets, with: { owner: 'lonely-org' } })
    expect(known.main.log).toContain('octo-bot is not installed')
    const refused = await scenario({ secrets, with: { 'private-key': strangerKey } })
    expect(refused.main.log).toMatch(
      /the key SHA256:\S+ does not belong to the App with client-id \*\*\*/
    )
  })

  test('a token is not output if the grant differs, and permissions are dashed', async () => {
    const { title, lines, code } = await explained({
      isOffDescription: true,
      with: { 'permission-pull-requests': 'write' },
      arrange: (github) => {
        grantInstead(github, { pull_requests: 'read', metadata: 'read' })
      }
    })
    expect(title).toBe('GitHub granted something else than was requested')
    expect(lines).toContain('  pull-requests   requested: write   granted: read')
    expect(code).toBe('grant-differs')
  })

  test('all input errors come in one annotation, and nothing is sent', async () => {
    const { title, lines, codes, run } = await explained({
      with: {
        'client-id': '',
        'private-key': 'octo',
        repositories: 'a/b/c',
        'permission-contents': 'all',
        'skip-token-revoke': 'perhaps'
      }
    })
    expect(title).toBe('5 inputs need correcting')
    expect(codes).toEqual([
      'app-id-missing',
      'private-key-not-a-key',
      'repository-malformed',
      'permission-malformed',
      'boolean-malformed'
    ])
    expect(lines[0]).toBe('5 inputs need correcting. Nothing was sent to GitHub.')
    expect(lines.join('\n').match(/Nothing was sent/g)).toHaveLength(1)
    expect(lines.filter((line) => /^\d\. /.test(line))).toHaveLength(5)
    expect(run.transcript).toEqual([])
  })

  test('hundreds of input errors are counted where they no longer fit', async () => {
    const repositories = Array.from({ length: 300 }, (_, index) => `lib-${index}`).join()
    const { title, lines, codes } = await explained({
      with: { owner: 'octo-org, mona', repositories }
    })
    expect(title).toBe('300 inputs need correcting')
    // All have the same help, so it is there once.
    expect(codes).toEqual(['scope-conflict'])
    expect(lines.at(-1)).toMatch(/^and \d+ more$/)
    expect(lines.join('\n').length).toBeLessThan(4096)
  })
})

function addInstallation(data: GitHubData, id: number, login: string): void {
  const account = { type: 'Organization', login, id } as const
  data.accounts.push(account)
  data.app.installations.push({ ...installationOn(data, 'octo-org'), id, account })
}

function grantInstead(github: EmbeddedGitHub, permissions: Readonly<Record<string, string>>): void {
  github.fail(CREATION, { kind: 'edit', edit: (body) => ({ ...body, permissions }) })
}

test("the App's own key is the one whose fingerprint a success shows", async () => {
  const { main } = await scenario({ with: { 'private-key': appKey } })
  expect(main.log).toContain(`App octo-bot, installation 4242, key ${fingerprint}`)
})

test.each<[string, (token: string) => unknown]>([
  ['as it is', (token) => ({ message: `${'x'.repeat(60)} authorization=${token}` })],
  ['in the escapes of JSON', (token) => `{"message":"authorization=${escaped(token)}"}`],
  ['as the name of a field', (token) => `{"message":"no","${escaped(token)}":"read"}`]
])('an answer that repeats the credential %s shows no piece of it', async (_, body) => {
  const { main, post, github } = await scenario({
    isOffDescription: true,
    between: (__, ___, server) => {
      const token = server.tokens()[0]?.value ?? ''
      server.fail('DELETE /installation/token', { kind: 'status', status: 403, body: body(token) })
    }
  })
  expect(main.exitCode).toBe(0)
  expect(post.log).toContain('GitHub refused the request with 403')
  const token = github.tokens()[0]?.value ?? ''
  expect(leaks(post.stdout.replace(`::add-mask::${token}`, ''), token)).toBe(false)
})

/** A text in the escapes that JSON allows for every character: `A` is `\u0041`. */
function escaped(text: string): string {
  return Array.from(text, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
}

test('an installation on another account than the one named gets no token', async () => {
  const { main, github } = await scenario({
    with: { owner: 'octo-org' },
    arrange: (server) => {
      server.fail('GET /users/{username}/installation', {
        kind: 'edit',
        edit: (body) => ({
          ...(body as object),
          account: { login: 'evil-org', id: 666, type: 'User' }
        })
      })
    }
  })
  expect(main.exitCode).toBe(1)
  expect(main.log).toContain('an installation on another account')
  expect(main.log).not.toContain('evil-org')
  expect(github.tokens()).toEqual([])
})
