import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  inputEnvironment,
  Job,
  leaks,
  LineSplitter,
  StepLog,
  maskedForms,
  Masker,
  parseCommand,
  parseFileCommands,
  runAction,
  type Manifest
} from '../local/runner'
import { mergeVariables } from '../local/runner/environment'
import { testWithSignals } from './support/system'
import { bareLog } from './support/post-log'

describe('workflow commands', () => {
  test.each([
    ['::error::boom', 'error', {}, 'boom'],
    ['  ::error::white space first', 'error', {}, 'white space first'],
    ['::ERROR::case', 'error', {}, 'case'],
    [
      '::error title=A%3A b%2C c,file=x.ts::one%0Atwo%0D%25',
      'error',
      { title: 'A: b, c', file: 'x.ts' },
      'one\ntwo\r%'
    ],
    ['::group::A title', 'group', {}, 'A title'],
    ['::warning title=::empty title', 'warning', {}, 'empty title'],
    ['::add-mask::%250A', 'add-mask', {}, '%0A'],
    ['text ##[error]legacy', 'error', {}, 'legacy'],
    ['##[set-output name=a%5D;x=y]v%3B%0A', 'set-output', { name: 'a]', x: 'y' }, 'v;\n'],
    ['::unknown::##[notice]second form wins', 'notice', {}, 'second form wins']
  ])('%s', (line, name, properties, data) => {
    expect(parseCommand(line)).toEqual({ name, properties, data })
  })

  test.each([
    [''],
    ['plain'],
    ['text ::error::not at the start'],
    ['::error:no second mark'],
    ['::unknown::text'],
    ['##[unknown]text'],
    ['##[error'],
    ['# #[error]text']
  ])('nothing in %j', (line) => {
    expect(parseCommand(line)).toBeUndefined()
  })

  test.each<[string[], string[]]>([
    [['one\ntwo\n'], ['one', 'two']],
    [['one\rtwo'], ['one', 'two']],
    [
      ['one\r', '\ntwo\r\n'],
      ['one', 'two']
    ],
    [['one\r'], ['one']],
    [
      ['a', 'b', '\n\nc'],
      ['ab', '', 'c']
    ],
    [[], []]
  ])('a stream in pieces %j', (chunks, lines) => {
    const seen: string[] = []
    const splitter = new LineSplitter((line) => seen.push(line))
    chunks.forEach((chunk) => {
      splitter.write(chunk)
    })
    splitter.end()
    expect(seen).toEqual(lines)
  })
})

describe('masks', () => {
  function masked(text: string, ...secrets: string[]): string {
    const masker = new Masker()
    secrets.forEach((secret) => {
      masker.add(secret)
    })
    return masker.mask(text)
  }

  test.each([
    ['nothing to hide', [], 'nothing to hide'],
    ['a secret b secret', ['secret'], 'a *** b ***'],
    ['secretsecret', ['secret'], '***'],
    ['xabcdx', ['abc', 'bcd'], 'x***x'],
    ['xabcdx', ['abcd', 'bc'], 'x***x'],
    ['one|two|one two', ['one\ntwo'], '***|***|*** ***'],
    ['one\ntwo', ['one\r\ntwo'], '***\n***'],
    ['aXbX', ['X', ''], 'a***b***']
  ])('%j without %j', (text, secrets, expected) => {
    expect(masked(text, ...secrets)).toBe(expected)
  })

  const secret = `p"a\\s s&<'w>!é/+`

  test.each([
    ['base64', Buffer.from(secret).toString('base64')],
    ['base64, one byte on', Buffer.from(secret).subarray(1).toString('base64')],
    ['base64, two bytes on', Buffer.from(secret).subarray(2).toString('base64')],
    ['JSON', JSON.stringify(secret).slice(1, -1)],
    ['URI', 'p%22a%5Cs%20s%26%3C%27w%3E%21%C3%A9%2F%2B'],
    ['XML', 'p&quot;a\\s s&amp;&lt;&apos;w&gt;!é/+'],
    ['expression', secret.replace("'", "''")]
  ])('%s is hidden', (_, form) => {
    expect(masked(`[${form}]`, secret)).toBe('[***]')
  })

  test('quotes around a value are part of a secret, what is in them is hidden too', () => {
    expect(masked('in quotes', '"in quotes"')).toBe('***')
    expect(maskedForms('"short"')).not.toContain('short')
  })

  test.each([
    ['hex', Buffer.from(secret).toString('hex')],
    ['base64url', Buffer.from(`${secret}??`).toString('base64url')],
    ['reversed', Array.from(secret).reverse().join('')]
  ])('%s is not', (_, form) => {
    expect(masked(form, secret)).toBe(form)
  })

  test('half of a surrogate pair can be a secret', () => {
    expect(masked('a\ud800b', 'a\ud800b')).toBe('***')
  })
})

describe('leaks', () => {
  const secret = 'ghs_0123456789abcdefghijklmnopqrstuvwxyz'
  const pem =
    '-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA1234\n-----END RSA PRIVATE KEY-----\n'

  test.each([
    ['the whole', `x${secret}y`, secret, true],
    ['sixteen characters', `x${secret.slice(7, 23)}y`, secret, true],
    ['fifteen characters', `x${secret.slice(7, 22)}y`, secret, false],
    ['nothing', '', secret, false],
    ['a short secret', 'a short b', 'short', true],
    ['part of a short secret', 'a shor b', 'short', false],
    ['an empty secret', 'text', '', false],
    ['armour alone', 'found -----BEGIN RSA PRIVATE KEY----- at line 1', pem, false],
    ['a line of a key', 'found MIIEowIBAAKCAQEA1234', pem, true]
  ])('%s', (_, text, value, expected) => {
    expect(leaks(text, value)).toBe(expected)
  })
})

describe('file commands', () => {
  test.each([
    ['', {}],
    ['a=1\nb=2\n', { a: '1', b: '2' }],
    ['a=1', { a: '1' }],
    ['a=\n\nb=x=y', { a: '', b: 'x=y' }],
    ['a=1\na=2', { a: '2' }],
    ['a<<EOF\none\ntwo\nEOF\nb=3', { a: 'one\ntwo', b: '3' }],
    ['a<<EOF\nEOF\n', { a: '' }],
    ['a<<EOF\n\nEOF', { a: '' }],
    ['a<<EOF\n\n\nEOF', { a: '\n' }],
    ['a<<x=y\nEOF\nx=y', { a: 'EOF' }],
    ['a=b<<EOF', { a: 'b<<EOF' }],
    ['__proto__=x', Object.fromEntries([['__proto__', 'x']])]
  ])('%j', (text, expected) => {
    expect(parseFileCommands(text)).toEqual(expected)
  })

  test.each([
    ['no mark', "Invalid format 'no mark'"],
    ['=value', "Invalid format '=value'. Name must not be empty"],
    ['a<<', "Invalid format 'a<<'. Name must not be empty and delimiter must not be empty"],
    [
      '<<EOF\nEOF',
      "Invalid format '<<EOF'. Name must not be empty and delimiter must not be empty"
    ],
    ['a<<EOF\nvalue', "Invalid value. Matching delimiter not found 'EOF'"]
  ])('%j is refused', (text, message) => {
    expect(() => parseFileCommands(text)).toThrow(message)
  })
})

describe('inputs', () => {
  const manifest: Manifest = {
    name: 'a',
    using: 'node24',
    main: 'main.js',
    outputs: [],
    inputs: {
      'private-key': { description: '' },
      'two words': { description: '', default: 'x' },
      url: { description: '', default: '${{ github.api_url }}' },
      old: { description: '', deprecationMessage: 'use url' }
    }
  }
  const github = { api_url: 'https://api.github.com' }

  test.each([
    [{}, {}],
    [{ 'private-key': 'k' }, { 'INPUT_PRIVATE-KEY': 'k' }],
    [{ url: '' }, { INPUT_URL: '' }],
    [{ URL: 'u' }, { INPUT_URL: 'u' }],
    [{ 'two words': 'y' }, { INPUT_TWO_WORDS: 'y' }]
  ])('%j', (given, expected) => {
    const { env, warnings } = inputEnvironment(manifest, given, github)
    expect(env).toEqual({
      'INPUT_PRIVATE-KEY': '',
      INPUT_TWO_WORDS: 'x',
      INPUT_URL: 'https://api.github.com',
      INPUT_OLD: '',
      ...expected
    })
    expect(warnings).toEqual([])
  })

  test('an unknown input draws a warning and is passed on', () => {
    const { env, warnings } = inputEnvironment(manifest, { 'permission-x': 'read' }, github)
    expect(env['INPUT_PERMISSION-X']).toBe('read')
    expect(warnings).toEqual([
      "Unexpected input(s) 'permission-x', valid inputs are ['private-key', 'two words', 'url', 'old']"
    ])
  })

  test('a deprecated input draws a warning', () => {
    expect(inputEnvironment(manifest, { old: '1' }, github).warnings).toEqual([
      "Input 'old' has been deprecated with message: use url"
    ])
  })
})

describe('the log', () => {
  function read(...lines: string[]): StepLog {
    const log = new StepLog(new Masker())
    lines.forEach((line) => {
      log.write(line)
    })
    return log
  }

  test('is what a person reads', () => {
    const log = read(
      'before secret-value',
      '::add-mask::secret-value',
      'after secret-value',
      '::group::Details secret-value',
      'inside',
      '',
      '::endgroup::',
      '::debug::hidden',
      '::notice::n',
      '::warning title=T::w',
      '::error title=Title::line 1%0Aline 2 secret-value',
      '::unknown::shown'
    )
    expect(log.lines).toEqual([
      'before secret-value',
      'after ***',
      '▸ Details ***',
      '  inside',
      '',
      'Notice: n',
      'Warning: w',
      'Error: line 1',
      'line 2 ***',
      '::unknown::shown'
    ])
    expect(log.masks).toEqual(['secret-value'])
    expect(log.annotations).toEqual([
      { level: 'notice', title: '', message: 'n' },
      { level: 'warning', title: 'T', message: 'w' },
      { level: 'error', title: 'Title', message: 'line 1\nline 2 ***' }
    ])
  })

  test('stops obeying commands until the token comes', () => {
    const log = read('::stop-commands::Token', '::error::x', '::token::', '::warning::y')
    expect(log.lines).toEqual(['::stop-commands::Token', '::error::x', '::token::', 'Warning: y'])
  })

  test('cuts a message at 4,096 characters', () => {
    expect(read(`::error::${'x'.repeat(5000)}`).annotations[0]?.message).toHaveLength(4096)
  })

  test('takes no empty mask and obeys no disabled command', () => {
    const log = read('::add-mask:: ', '::set-env name=A::b', '::set-output name=o::v')
    expect(log.annotations.map(({ level }) => level)).toEqual(['warning', 'error'])
    expect(log.outputs.get('o')).toBe('v')
  })
})

describe('the environment of a step', () => {
  const planted = { A: '1', 'input_permission-issues': 'write', 'STATE_GITHUB-APP-TOKEN': 'x' }
  const own = { A: undefined, 'INPUT_PERMISSION-ISSUES': 'read', 'STATE_github-app-token': '{}' }

  test.each<[NodeJS.Platform, Record<string, string>]>([
    [
      'linux',
      {
        'input_permission-issues': 'write',
        'STATE_GITHUB-APP-TOKEN': 'x',
        'INPUT_PERMISSION-ISSUES': 'read',
        'STATE_github-app-token': '{}'
      }
    ],
    ['win32', { 'input_permission-issues': 'read', 'STATE_GITHUB-APP-TOKEN': '{}' }]
  ])('on %s', (platform, expected) => {
    expect(mergeVariables([planted, own], platform)).toEqual(expected)
  })
})

describe('a job', () => {
  let folder: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'toy-action-'))
    writeFileSync(
      join(folder, 'action.yml'),
      'name: toy\ninputs:\n  name:\n    default: Mona\nruns:\n  using: node24\n  main: main.js\n  post: post.js\n'
    )
    writeFileSync(
      join(folder, 'main.js'),
      `const { appendFileSync } = require('node:fs')
       const e = process.env
       console.log('Hello ' + e.INPUT_NAME + ' of ' + e.GITHUB_REPOSITORY)
       console.log('variables ' + Object.keys(e).filter((k) => /^(?:SECRET|npm_)/.test(k)).length)
       appendFileSync(e.GITHUB_OUTPUT, 'token<<X\\none\\ntwo\\nX\\n')
       appendFileSync(e.GITHUB_STATE, 'kept=1\\n')
       appendFileSync(e.GITHUB_ENV, 'LATER=from main\\nSTATE_kept=planted\\nSTATE_other=planted\\nGITHUB_API_URL=planted\\n')
       appendFileSync(e.GITHUB_STEP_SUMMARY, '# done')
       if (e.HANG) { process.on('SIGTERM', () => process.exit(7)); setInterval(() => {}, 1e6); console.log('hanging') }
       if (e.FAIL) process.exitCode = 3`
    )
    writeFileSync(
      join(folder, 'post.js'),
      `const e = process.env
       for (const k of ['STATE_kept', 'STATE_other', 'LATER', 'GITHUB_API_URL', 'INPUT_NAME']) console.log(k + '=' + e[k])`
    )
  })

  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  test('runs main and post as a runner does and leaves nothing behind', async () => {
    let jobFolder = ''
    const { main, post } = await runAction({ action: folder }, (_, job) => {
      jobFolder = job.folder
      expect(existsSync(jobFolder)).toBe(true)
    })
    expect(main).toMatchObject({
      exitCode: 0,
      log: 'Hello Mona of octo-org/hello\nvariables 0',
      outputs: { token: 'one\ntwo' },
      state: { kept: '1' },
      summary: '# done'
    })
    expect(bareLog(post).split('\n')).toEqual([
      'STATE_kept=1',
      'STATE_other=planted',
      'LATER=from main',
      'GITHUB_API_URL=https://api.github.com',
      'INPUT_NAME=Mona'
    ])
    expect(existsSync(jobFolder)).toBe(false)
  })

  test('main may fail; post sees other inputs and other variables', async () => {
    const job = new Job({ action: folder, inputs: { name: '' }, env: { FAIL: '1', LATER: 'no' } })
    try {
      expect((await job.main()).exitCode).toBe(3)
      job.exportVariable('LATER', 'from a step')
      const post = await job.post({ inputs: { name: 'Lisa' } })
      expect(post.log).toContain('LATER=from a step\n')
      expect(post.log).toContain('INPUT_NAME=Lisa')
    } finally {
      job.close()
    }
  })

  testWithSignals('a signal can be sent once the output holds something', async () => {
    const job = new Job({ action: folder, env: { HANG: '1' } })
    try {
      const { process, result } = job.startMain()
      expect(await process.until(() => process.output.includes('hanging'))).toBe(true)
      process.kill('SIGTERM')
      expect(await result).toMatchObject({ exitCode: 7, signal: null, timedOut: false })
      expect(await process.until(() => false)).toBe(false)
    } finally {
      job.close()
    }
  })

  test('a step that hangs is killed', async () => {
    const job = new Job({ action: folder, env: { HANG: '1' }, timeLimit: 500 })
    try {
      expect(await job.main()).toMatchObject({ exitCode: null, signal: 'SIGKILL', timedOut: true })
    } finally {
      job.close()
    }
  })
})
