// Runs instead of the action, and leaks what a test wants: LEAKS is a list of `[place, text]`.
const { appendFileSync, chmodSync, rmSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { Buffer, console, process, setInterval } = globalThis

const { env } = process
const UUID = '00000000-0000-4000-8000-000000000000'
const gitFile = join(env.RUNNER_TEMP, `git-credentials-${UUID}.gitconfig`)
const basic = (text) => Buffer.from(`x-access-token:${text}`).toString('base64')

const places = {
  stdout: (text) => console.log(text),
  stderr: (text) => console.error(text),
  mask: (text) => text.split('\n').forEach((line) => console.log(`::add-mask::${line}`)),
  debug: (text) => console.log(`::debug::${text}`),
  group: (text) => console.log(`::group::${text}`),
  notice: (text) => console.log(`::notice::${text}`),
  title: (text) => console.log(`::error title=${text}::failed`),
  property: (text) => console.log(`::warning file=${text}::failed`),
  'old output': (text) => console.log(`::set-output name=a::${text}`),
  summary: (text) => appendFileSync(env.GITHUB_STEP_SUMMARY, text),
  environment: (text) => appendFileSync(env.GITHUB_ENV, `A<<END\n${text}\nEND\n`),
  path: (text) => appendFileSync(env.GITHUB_PATH, text),
  output: (text) => appendFileSync(env.GITHUB_OUTPUT, `a<<END\n${text}\nEND\n`),
  state: (text) => appendFileSync(env.GITHUB_STATE, `a<<END\n${text}\nEND\n`),
  temp: (text) => writeFileSync(join(env.RUNNER_TEMP, 'left'), text),
  'beside the command files': (text) => writeFileSync(`${env.GITHUB_STATE}.left`, text),
  home: (text) => writeFileSync(join(env.HOME, '.left'), text),
  workspace: (text) => writeFileSync('left', text),
  'name of a file': (text) => writeFileSync(join(env.RUNNER_TEMP, text), ''),
  'git file': (text) => writeFileSync(gitFile, basic(text), { mode: 0o600 }),
  'open git file': (text) => {
    writeFileSync(gitFile, basic(text))
    chmodSync(gitFile, 0o644)
  },
  'remove the git file': () => rmSync(gitFile),
  fail: () => {
    process.exitCode = 1
  },
  hang: () => setInterval(() => undefined, 1e6)
}

for (const [place, text] of JSON.parse(env.LEAKS ?? '[]')) places[place](text)
