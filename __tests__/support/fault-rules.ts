/** The rules that hold for each cell of the fault matrix. */
import { parseCommand } from '../../local/runner'
import { MAX_ATTEMPTS } from '../../src/http/retry'
import {
  bearerOf,
  deniedTokens,
  handlingMistakes,
  lostByLog,
  notRevoked,
  readTokens,
  sentTokens
} from './token-checks'
import { EXPLANATION_CODES } from './explanation-codes'
import type { Cell, Observed } from './fault-matrix'

type Rule = (cell: Cell, run: Observed, clean: Observed) => string[]

const REVOKE = 'DELETE /installation/token'

/** What is wrong with a run; none if nothing is. `clean` is the run without a fault. */
export function violations(cell: Cell, run: Observed, clean: Observed): string[] {
  return RULES.flatMap((rule) => rule(cell, run, clean))
}

const RULES: readonly Rule[] = [
  endsByItself,
  succeedsOrExplains,
  printsNothingElse,
  masksAndSavesTokens,
  revokesAllTokens,
  reportsLostTokens,
  sendsNoMoreThanAllowed
]

function unless(holds: boolean, violation: string): string[] {
  return holds ? [] : [violation]
}

function endsByItself(_: Cell, { main, post }: Observed): string[] {
  return [main, post].flatMap((step, index) => {
    const name = index === 0 ? 'main' : 'post'
    return [
      ...unless(!step.timedOut, `${name} did not end in time`),
      ...unless(step.signal === null, `${name} was killed`),
      ...unless(step.stderr === '', `${name} wrote to stderr: ${step.stderr}`)
    ]
  })
}

function succeedsOrExplains(cell: Cell, run: Observed, clean: Observed): string[] {
  const { exitCode } = run.main
  if (exitCode === 0) return mistakesInOutputs(cell, run, clean)
  return exitCode === 1 ? explained(run) : [`main ended with ${String(exitCode)}`]
}

/** If GitHub says something other than it did, the names that main takes from it are not compared. */
function mistakesInOutputs({ named: { fault } }: Cell, run: Observed, clean: Observed): string[] {
  const { main } = run
  const given = Object.values(tokensOf(run))
  const wanted = Object.values(tokensOf(clean)).map((token) => scopeOf(clean, token))
  const names = (one: Observed): string => Object.keys(tokensOf(one)).join()
  return [
    ...unless(clean.main.exitCode === 0, 'main succeeded where it fails without a fault'),
    ...unless(main.outputs['token'] === given[0], 'the outputs token and tokens differ'),
    ...unless(
      given.every((token) => run.aliveAfterMain.includes(token)),
      'a token in the outputs does not work'
    ),
    ...unless(
      JSON.stringify(given.map((token) => scopeOf(run, token))) === JSON.stringify(wanted),
      'a token in the outputs is for something else'
    ),
    ...unless(fault.kind === 'edit' || names(run) === names(clean), 'the owners differ')
  ]
}

function tokensOf({ main }: Observed): Record<string, string> {
  return JSON.parse(main.outputs['tokens'] ?? '{}') as Record<string, string>
}

/** What a token is for, according to GitHub. */
function scopeOf({ github }: Observed, token: string): unknown {
  const issued = github.tokens().find(({ value }) => value === token)
  return [
    issued?.installationId,
    issued?.permissions,
    issued?.repositorySelection,
    issued?.repositories.map(({ id }) => id)
  ]
}

const EXPLAINED = EXPLANATION_CODES.filter((code) => code !== 'unexpected')

function explained({ main, gitFilesAfterMain }: Observed): string[] {
  const errors = main.annotations.filter(({ level }) => level === 'error')
  const lines = errors[0]?.message.split('\n') ?? []
  const code = /^ *Help: https:\/\/\S+#([a-z-]+)$/m.exec(lines.join('\n'))?.[1] ?? ''
  return [
    ...unless(errors.length === 1, `main says ${errors.length} errors`),
    ...unless(EXPLAINED.includes(code), `the failure is not explained: ${lines.join(' / ')}`),
    ...unless(
      lines.some((line) => /^ *Fix: ./.test(line)),
      'no fix is named'
    ),
    ...unless(Object.keys(main.outputs).length === 0, 'outputs are set all the same'),
    ...unless(Object.keys(main.exported).length === 0, 'variables are set all the same'),
    ...unless(gitFilesAfterMain.length === 0, "git's file is left")
  ]
}

/** Main's commands only mask, explain and group. Post never reports an error. */
function printsNothingElse(_: Cell, { main, post }: Observed): string[] {
  const commands = [...main.lines, ...post.lines].flatMap(
    ({ text }) => parseCommand(text)?.name ?? []
  )
  const known = ['add-mask', 'error', 'warning', 'notice', 'group', 'endgroup']
  return [
    ...unless(
      commands.every((name) => known.includes(name)),
      `unknown commands: ${commands.join()}`
    ),
    ...unless(!post.annotations.some(({ level }) => level === 'error'), 'post says an error')
  ]
}

function masksAndSavesTokens(cell: Cell, run: Observed): string[] {
  const read = readTokens(run.github, run.main)
  return [
    ...unless(
      cell.isBehindProxy === true || sentTokens(run.github).every((token) => read.includes(token)),
      'a token that GitHub sent was not hidden'
    ),
    ...read.flatMap((token) => handlingMistakes(token, run.main, run.savedText))
  ]
}

function revokesAllTokens({ position }: Cell, run: Observed): string[] {
  const { github, main, post } = run
  const alive = github.liveTokens().map(({ value }) => value)
  const read = readTokens(github, main)
  // GitHub may not know a new token everywhere yet. If it tells post so, post believes it.
  const denied = deniedTokens(github.exchanges.slice(run.mainRequests))
  const left = read.filter((token) => alive.includes(token) && !denied.includes(token))
  const warnings = notRevoked(post)
  const others = post.annotations.length - warnings.length
  return [
    ...unless(left.length === 0 || position.route === REVOKE, 'a token is alive after post'),
    ...unless(left.length <= warnings.length, 'post does not say that a token is alive'),
    ...unless(warnings.length === 0 || position.route === REVOKE, 'post warns without a cause'),
    ...unless(warnings.length <= read.length, 'post warns more than once of a token'),
    ...unless(others === 0, `post says something else: ${post.log}`)
  ]
}

function reportsLostTokens(cell: Cell, { github, main }: Observed): string[] {
  const unknown = github.tokens().length - readTokens(github, main).length
  const said = lostByLog(main)
  const creations = github.exchanges.filter(({ method }) => method === 'POST')
  const failed = creations.filter(({ fault }) => fault !== null && fault !== 'delay')
  return [
    ...unless(said >= unknown, `${unknown} unknown tokens still work, the log says ${said}`),
    ...unless(
      said <= failed.length || cell.isBehindProxy === true,
      `${failed.length} creations failed, the log says that ${said} tokens may live on`
    )
  ]
}

/** If GitHub asks for no wait, main's ten minutes are enough for so many tries: after 1, 2, 4, … s. */
const MOST_LIMITED = 15

/** A lookup can be made twice: once for the token, and once to explain a failure. */
const CALLS = { GET: 2, POST: 1, DELETE: 1 } as const

function sendsNoMoreThanAllowed({ named }: Cell, { github, mainRequests }: Observed): string[] {
  const isLimit = /^(429|403 with)/.test(named.name)
  const most = isLimit ? MOST_LIMITED : MAX_ATTEMPTS
  const counts = new Map<string, number>()
  github.exchanges.forEach(({ method, path, requestHeaders }, index) => {
    const step = index < mainRequests ? 'main' : 'post'
    const whose = method === 'DELETE' ? ` ${bearerOf(requestHeaders.authorization)}` : ''
    const request = `${step}: ${method} ${path}${whose}`
    counts.set(request, (counts.get(request) ?? 0) + 1)
  })
  return [...counts].flatMap(([request, count]) => {
    const method = / ([A-Z]+) /.exec(request)?.[1] as keyof typeof CALLS
    return unless(count <= most * CALLS[method], `${request} was sent ${count} times`)
  })
}
