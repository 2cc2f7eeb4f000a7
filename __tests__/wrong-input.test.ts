import { createPrivateKey } from 'node:crypto'
import { parseConfig } from '../src/config/config'
import type { Inputs } from '../src/config/step-inputs'
import { readPrivateKey } from '../src/config/private-key/read'
import { secretsInInputs } from '../src/config/misplaced-secrets'
import { explainProblems } from '../src/explain/explain'
import { renderAnnotation } from '../src/explain/render'
import { printable } from '../src/printable'
import { secretKindIn } from '../src/secret-text'
import { leaks } from '../local/runner'
import { makeJwt } from './support/app-jwt'
import { explained } from './support/explained'
import { damage } from './support/fuzz'
import { codesOf } from './support/problems'
import { givenKey, onlyClientId } from './support/inputs'
import { Random, sample, SEED, triesOf, withSeed } from './support/search'
import { bodyOf, testKey, wrapped } from './support/keys'
import { appKey, scenario } from './support/scenario'

const { pkcs1, pkcs8, openSsh } = testKey(createPrivateKey(appKey))
const jwk = createPrivateKey(appKey).export({ format: 'jwk' })
const base64 = (text: string): string => Buffer.from(text).toString('base64')

/** A key in the forms that people paste, whole and damaged. None of them can be a name. */
const SHAPES: readonly (readonly [shape: string, text: string])[] = [
  ['PKCS#1', pkcs1],
  ['PKCS#8', pkcs8],
  ['OpenSSH', openSsh],
  ['a JWK', JSON.stringify(jwk)],
  ['a JWK in lines', JSON.stringify(jwk, null, 2)],
  ['one number of a JWK', String(jwk.d)],
  ['base64', base64(pkcs1)],
  ['base64 in lines', wrapped(base64(pkcs1), 76)],
  ['base64 twice', base64(base64(pkcs1))],
  ['base64 of the bytes in one line', bodyOf(pkcs1)],
  ['one line', pkcs1.replaceAll('\n', ' ')],
  ['one line without blanks', pkcs1.replace(/\s/g, '')],
  ['escaped line ends', pkcs1.replaceAll('\n', '\\n')],
  ['CRLF', pkcs1.replaceAll('\n', '\r\n')],
  ['quoted', JSON.stringify(pkcs1)],
  ['indented', pkcs1.replace(/^/gm, '    ')],
  ['commas for line ends', pkcs1.replaceAll('\n', ',')],
  ['without its first line', pkcs1.replace(/^.*\n/, '')],
  ['without its last line', pkcs1.replace(/\n-----END.*\n?$/, '')],
  ['its body alone', pkcs1.replace(/-----[^-]+-----\n?/g, '')],
  ['cut in the middle of a line', pkcs1.slice(0, 400)],
  ['shifted by ten characters', pkcs1.slice(10)],
  ['its end, from the middle of a line', pkcs1.slice(-200)],
  ['its last line and END', pkcs1.slice(pkcs1.lastIndexOf('\n', pkcs1.indexOf('\n-----END') - 1))],
  ['one character changed', pkcs1.replace(/^(.{700})./s, '$1#')],
  ['one character of BEGIN changed', pkcs1.replace('BEGIN', 'BEGIM')],
  ['a dash of BEGIN missing', pkcs1.replace('-----BEGIN', '----BEGIN')],
  ['hex', createPrivateKey(appKey).export({ type: 'pkcs1', format: 'der' }).toString('hex')]
]

const INPUTS = [
  ...['owner', 'repositories', 'repository-ids', 'installation-id', 'enterprise', 'permissions'],
  ...['permission-contents', 'permission-frobnicate', 'skip-token-revoke', 'github-api-url'],
  ...['git-credentials', 'git-identity', 'private-key-file']
]

/** Pieces of a key by which it is recognized: eight characters in a row of any of its forms. */
const PIECES = new Set(
  [pkcs1, pkcs8, openSsh]
    .flatMap((text) => pieces(bodyOf(text)))
    .concat(
      Object.values(jwk).flatMap((number) => pieces(String(number))),
      [pkcs1, base64(pkcs1)].flatMap((text) => pieces(base64(text)))
    )
)

function pieces(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 7) }, (_, at) => text.slice(at, at + 8))
}

/** Whether a text shows a piece of the key; what surrounds its body is the same in every key. */
function shows(text: string): boolean {
  return pieces(text).some((piece) => PIECES.has(piece) && !/^-*$/.test(piece))
}

const FIELDS: Readonly<Record<string, string>> = {
  ...{ owner: 'owner', repositories: 'repositories', 'repository-ids': 'repositoryIds' },
  ...{ 'installation-id': 'installationId', enterprise: 'enterprise', permissions: 'permissions' },
  ...{ 'skip-token-revoke': 'skipTokenRevoke', 'github-api-url': 'githubApiUrl', renew: 'renew' },
  ...{ 'git-credentials': 'gitCredentials', 'git-identity': 'gitIdentity', 'client-id': 'clientId' }
}

function withInput(input: string, text: string): Inputs {
  const field = FIELDS[input]
  if (field === undefined) return { ...onlyClientId, permissionInputs: new Map([[input, text]]) }
  return { ...onlyClientId, [field]: text }
}

/** What is said about inputs: the codes, and everything that a person could read. */
function said(inputs: Inputs): { codes: readonly string[]; text: string } {
  const own = { apiUrl: 'https://api.github.com', serverUrl: 'https://github.com' }
  const event = { name: 'push', actor: 'mona', repository: '', webUrl: '', payload: undefined }
  const workflow = { repository: 'octo-org/hello', repositoryOwner: 'octo-org', ...own, event }
  const key = readPrivateKey(appKey, 'private-key').result
  const decision = parseConfig(inputs, givenKey(key), workflow)
  if (decision.ok) return { codes: [], text: JSON.stringify([decision.value, decision.messages]) }
  const several = `${decision.problems.length} inputs need correcting`
  const { title, message } = renderAnnotation(explainProblems(decision.problems), {
    ...{ nothingSent: true, several, help: '' }
  })
  return { codes: codesOf(decision), text: `${title}\n${message}` }
}

/** A step for each of these in `npm test`. */
const IN_A_STEP = sample(SHAPES, 4)

describe.each(SHAPES)('a key in the wrong input: %s', (_, text) => {
  test.each(INPUTS.filter((input) => input !== 'private-key-file'))('%s', (input) => {
    const { codes, text: message } = said(withInput(input, text.trim()))
    expect(codes).toEqual(['key-in-wrong-input'])
    expect(message).toContain(
      `${input} contains a private key, or a part of one. It is not shown here.`
    )
    expect(shows(message)).toBe(false)
  })

  test('everything of it is masked', () => {
    const masks = secretsInInputs(withInput('owner', text))
    expect(masks.length).toBeGreaterThan(0)
    const lines = text.split(/\s+/).filter((line) => line.length >= 16 && !line.includes('--'))
    expect(lines.filter((line) => !masks.some((mask) => line.includes(mask)))).toEqual([])
  })
})

test.each(IN_A_STEP)(
  'a key in all inputs of a step at once, one problem for each, no piece of it shown: %s',
  async (_, text) => {
    const inputs = Object.fromEntries(INPUTS.map((input) => [input, text]))
    const { lines, code, run } = await explained({ with: { ...inputs, 'private-key': '' } })
    expect(code).toBe('key-in-wrong-input')
    expect(lines[0]).toBe(`${INPUTS.length} inputs need correcting. Nothing was sent to GitHub.`)
    for (const input of INPUTS)
      expect(lines.join('\n')).toContain(`${input} contains a private key`)
    expect(run.transcript).toEqual([])
    const left = [run.main.log, JSON.stringify(run.main.annotations), run.post.log]
    expect(left.filter(shows)).toEqual([])
    expect([run.main.outputs, run.main.exported, run.main.summary]).toEqual([{}, {}, ''])
    const masks = new Set(run.main.masks)
    expect(secretsInInputs(withInput('owner', text)).filter((mask) => !masks.has(mask))).toEqual([])
  }
)

test('a key that is damaged at random shows in no input, however it is damaged', async () => {
  for (let seed = 1; seed <= triesOf(400, 40); seed++) {
    await withSeed(seed, (random) => {
      let text = random.pick(SHAPES)[1]
      for (let times = random.int(3); times >= 0; times--) text = damage(random, text)
      // What is short enough to be a name, or has no character of a key left, is none.
      if (secretKindIn(text) !== 'key') return
      for (const input of [...Object.keys(FIELDS), 'permission-contents']) {
        const { text: message } = said(withInput(input, text.trim()))
        if (shows(message)) throw new Error(`a piece of the key shows in ${input}`)
      }
    })
  }
})

test('most random damages leave a text that is taken for a key', () => {
  const random = new Random(7)
  const texts = Array.from({ length: 500 }, () => damage(random, random.pick(SHAPES)[1]))
  const long = texts.filter(({ length }) => length > 400)
  expect(long.filter((text) => secretKindIn(text) !== 'key').length).toBeLessThan(long.length / 20)
})

describe('an id', () => {
  test.each(sample(SHAPES, 4, new Random(SEED + 1)))(
    'that is %s keeps its own explanation, and is masked',
    async (_, text) => {
      const { lines, code, run } = await explained({ with: { 'client-id': text } })
      expect(code).toBe('app-id-malformed')
      expect(shows(lines.join('\n') + run.main.log)).toBe(false)
      const masks = new Set(run.main.masks)
      const wanted = secretsInInputs(withInput('client-id', text))
      expect(wanted.length).toBeGreaterThan(0)
      expect(wanted.filter((mask) => !masks.has(mask))).toEqual([])
    }
  )
})

describe('a token in the wrong input', () => {
  test.each([
    ['a personal access token', `ghp_${'aB3'.repeat(12)}`],
    ['a fine-grained one', `github_pat_${'aB3_'.repeat(20)}`],
    ['a Slack token', `xoxb-${'123456789012-'.repeat(2)}aB3dE5fG7hJ9kL1mN3pQ5rS7`],
    ['a GitLab token', `glpat-${'aB3_'.repeat(5)}`],
    ['a token of Vault', `hvs.CAESI${'aB3_-'.repeat(18)}`],
    ['an old token of Vault', `s.${'aB3x'.repeat(6)}`],
    ['a client secret of Azure', `abc8Q~${'aB3._'.repeat(7)}`.slice(0, 40)],
    ['an npm token', `npm_${'aB3'.repeat(12)}`],
    ['a JSON web token', `eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJJdjIzIn0.${'aB3'.repeat(20)}`]
  ])('%s', async (_, token) => {
    const { title, lines, code, run } = await explained({ with: { repositories: token } })
    expect(title).toBe('A secret is in the wrong input')
    expect(lines[0]).toMatch(/^repositories contains a /)
    expect(code).toBe('key-in-wrong-input')
    expect(run.main.log).not.toContain(token.slice(0, 16))
    expect(run.main.masks).toContain(token)
  })
})

describe('a JWT in the wrong input', () => {
  const jwt = makeJwt()
  const shapes: readonly (readonly [shape: string, text: string])[] = [
    ['as it is', jwt],
    ['Bearer', `Bearer ${jwt}`],
    ['quoted', JSON.stringify(jwt)],
    ['in lines', wrapped(jwt, 76)],
    ['base64', base64(jwt)],
    ['one with another algorithm', makeJwt({ header: { alg: 'HS256' } })]
  ]

  describe.each(shapes)('%s', (_, text) => {
    test.each(INPUTS.filter((input) => input !== 'private-key-file'))('%s', (input) => {
      const { codes, text: message } = said(withInput(input, text))
      expect(codes).toEqual(['key-in-wrong-input'])
      expect(message).toContain(`${input} contains a JSON web token. It is not shown here.`)
      expect(message).toContain(`set a JWT of the App only in \`jwt\`, and correct \`${input}\`.`)
      expect(leaks(message, jwt)).toBe(false)
    })

    test('everything of it is masked', () => {
      const masks = secretsInInputs(withInput('owner', text))
      const lines = text.split(/\s+/).filter((line) => line.length >= 16)
      expect(lines.filter((line) => !masks.some((mask) => line.includes(mask)))).toEqual([])
    })
  })
})

describe('40 hex characters, like a client secret', () => {
  const secret = '0123456789abcdef0123456789abcdef01234567'

  test.each(INPUTS.filter((input) => input !== 'private-key-file'))('in %s', (input) => {
    const { codes, text } = said(withInput(input, secret))
    expect(codes).toEqual(['key-in-wrong-input'])
    expect(text).toContain(`${input} contains 40 hex characters, like a client secret.`)
    expect(text).not.toContain(secret.slice(0, 8))
    expect(secretsInInputs(withInput(input, secret))).toContain(secret)
  })

  test('in a list, in a step', async () => {
    const { title, run } = await explained({ with: { repositories: `hello, ${secret}` } })
    expect(title).toBe('A secret is in the wrong input')
    expect(run.transcript).toEqual([])
    expect(run.main.log).not.toContain(secret.slice(0, 8))
  })

  test('a repository can have such a name, if its owner is named', () => {
    expect(said(withInput('repositories', `octo-org/${secret}`)).codes).toEqual([])
  })
})

describe('an address with a password', () => {
  const password = 'S3cretPassw0rd'

  test.each([
    `https://mona:${password}@github.com/octo-org/lib`,
    `https://${password}@github.com/octo-org/lib`,
    `git+https://mona:${password}@github.com/octo-org/lib.git`,
    `ssh://mona:${password}@github.com/octo-org/lib`,
    `mona:${password}@github.com/octo-org/lib`,
    `https://mona:${password}/and,more#@github.com/octo-org/lib`,
    `hello, https://mona:${password}@github.com/octo-org/lib`,
    `["https://mona:${password}@github.com/octo-org/lib"]`
  ])('%s', (text) => {
    for (const input of ['owner', 'repositories', 'enterprise', 'permissions']) {
      const { codes, text: message } = said(withInput(input, text))
      expect(codes).toEqual(['key-in-wrong-input'])
      expect(message).toContain(`${input} contains an address with a user name or password.`)
      expect(message).not.toContain(password)
    }
    const masks = secretsInInputs(withInput('owner', text))
    expect(masks.some((mask) => mask.startsWith(password))).toBe(true)
  })

  test('in a step: it is not shown, and is masked', async () => {
    const repositories = `https://mona:${password}@github.com/octo-org/lib`
    const { lines, run } = await explained({ with: { repositories } })
    expect(lines).toEqual([
      'repositories contains an address with a user name or password. It is not shown here. Nothing was sent to GitHub.',
      'Fix: do not set a password there, and correct `repositories`.'
    ])
    expect(run.main.log).not.toContain(password)
    expect(run.main.masks).toContain(password)
  })

  test('github-api-url keeps its own explanation, and the password is masked', () => {
    const inputs = withInput('github-api-url', `https://mona:${password}@github.example.com`)
    expect(said(inputs).codes).toEqual(['api-url-malformed'])
    expect(secretsInInputs(inputs)).toContain(password)
  })

  test.each([
    'git@github.com:octo-org/hello.git',
    'https://git@github.com/octo-org/hello.git',
    'ssh://git@github.com:22/octo-org/hello.git',
    'ssh://octo_1@github.com/octo-org/hello.git',
    'octo-org/hello, https://github.com/octo-org/lib'
  ])('is not one that is accepted: %s', (text) => {
    expect(said(withInput('repositories', text)).codes).toEqual([])
  })
})

describe("an account's name that is too long for one", () => {
  test.each([
    ['owner', 'o'.repeat(40)],
    ['owner', `https://github.com/${'o'.repeat(40)}`],
    ['repositories', `${'o'.repeat(40)}/hello`]
  ])('in %s: %s', (input, text) => {
    const { codes, text: message } = said(withInput(input, text))
    expect(codes).toEqual(['owner-malformed'])
    expect(message).toContain(`${input} contains the name of an account that is 40 characters long`)
    expect(message).not.toContain('oooooooo')
  })

  test('39 characters are not too many', () => {
    expect(said(withInput('owner', 'o'.repeat(39))).codes).toEqual([])
  })
})

test('a key as the name of a permission', async () => {
  const name = bodyOf(pkcs1).slice(0, 90)
  // As the runner sets it; its own warning about an unknown input would name it first.
  const env = { [`INPUT_PERMISSION-${name.toUpperCase()}`]: 'read' }
  const { lines, code, run } = await explained({ env })
  expect(lines[0]).toMatch(/^The name of an input for permissions contains/)
  expect(code).toBe('key-in-wrong-input')
  expect(run.main.log.toLowerCase()).not.toContain(name.slice(0, 8).toLowerCase())
})

test.each([
  'a'.repeat(100),
  'A-Very-Long-Name-Of-A-Repository-That-Somebody-Made-In-2024-With-Many-Words-In-Camel-Case-And-More12',
  'MyCompanyVeryLongRepositoryNameForThe2024ProjectOfMigrationToCloud2',
  'release.2024.Version.12.Of.The.Product.With.A.Long.Name.In.It.And.Some.Numbers.1234567890',
  '0123456789abcdef'.repeat(4),
  '0123456789'.repeat(10),
  'ghosts_and_goblins_of_the_2024_repository_with_many_words',
  'BEGIN-PRIVATE-KEY',
  'xoxo-the-love-letter-generator-of-2024',
  'private-key'
])('a long name is no secret: %s', async (name) => {
  expect(secretKindIn(name)).toBeUndefined()
  const { main } = await scenario({ with: { repositories: name } })
  expect(main.annotations.at(-1)?.message).toContain(name)
})

describe('text that nobody meant to quote', () => {
  const body = bodyOf(pkcs1)

  test.each([
    ...['GITHUB_REPOSITORY', 'GITHUB_REPOSITORY_OWNER', 'GITHUB_API_URL', 'GITHUB_SERVER_URL'],
    ...['GITHUB_EVENT_NAME', 'GITHUB_ACTION_REPOSITORY', 'GITHUB_ACTION_REF', 'HTTPS_PROXY']
  ])('%s holds a key', async (variable) => {
    const texts = [pkcs1, body, pkcs1.slice(300), body.slice(200, 300)]
    for (const text of sample(texts, 1, new Random(SEED + variable.length))) {
      const { main, post } = await scenario({
        with: { repositories: 'nope', 'private-key': '', 'git-credentials': 'true' },
        env: { [variable]: text }
      })
      expect([main.log, JSON.stringify(main.annotations), post.log].filter(shows)).toEqual([])
    }
  })

  test('an answer of GitHub, an error or a file is shown without it', () => {
    for (const [, text] of SHAPES) expect(shows(printable(text))).toBe(false)
    expect(printable(`at https://x.example/?a=${body.slice(200, 290)}&b=1`)).toBe(
      'at https://x.example/?a=(not shown)&b=1'
    )
  })

  test('the fingerprint of a key is no secret', () => {
    const { result } = readPrivateKey(appKey, 'private-key')
    const fingerprint = result.ok ? result.value.fingerprint : ''
    expect(printable(`key ${fingerprint} of the App`)).toBe(`key ${fingerprint} of the App`)
    expect(secretKindIn(fingerprint)).toBeUndefined()
  })
})
