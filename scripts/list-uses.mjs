#!/usr/bin/env node
/**
 * Lists every use of an action that creates App tokens in the repositories of one account, as CSV.
 * It only reads. It needs Node 20 or newer and the gh command, logged in; no packages.
 * docs/MIGRATING.md says how to use it.
 */
import console from 'node:console'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { changesFor, kindOf } from './list-uses/changes.mjs'
import { csvRow } from './list-uses/csv.mjs'
import { GitHub } from './list-uses/github.mjs'
import { ACTIONS, usesIn } from './list-uses/uses.mjs'

const usage = `Usage: node scripts/list-uses.mjs ACCOUNT > uses.csv

Lists every use of these actions in the repositories of an organization or user, as CSV:
${ACTIONS.map((action) => `  ${action}`).join('\n')}
It reads with the gh command, as the person who is logged in there (gh auth login).

  --wait SECONDS   how long to wait when GitHub's code search allows no more requests (default: 60)

It ends with 1 if something could not be read. Lines that begin with "Warning:" say what.`

const columns = [
  'repository',
  'archived',
  'file',
  'line',
  'kind',
  'action',
  'version',
  'inputs',
  'what will change'
]

/** Keys can be written into a workflow by mistake, so values are shown only for these inputs. */
const SHOWN = /^(?:owner|organization|scope|repositor.*|permission.*|installation.*|enterprise)$/

/** The inputs of a use, with the values that say what the token is for. */
function shownInputs({ inputs, isUnclear }) {
  const shown = [...inputs].map(([name, value]) => (SHOWN.test(name) ? `${name}: ${value}` : name))
  if (isUnclear) shown.push('(some could not be read)')
  return shown.join('; ')
}

/** The rows of one file. */
function rowsOf(repository, { path, text }) {
  return usesIn(text).map((use) => [
    repository.name,
    repository.isArchived ? 'yes' : 'no',
    path,
    String(use.line),
    kindOf(path, text),
    use.action,
    use.version,
    shownInputs(use),
    changesFor(use, repository.isArchived).join('; ')
  ])
}

function print(rows) {
  for (const row of rows) console.log(csvRow(row))
}

/** Prints every use, and returns the number of uses and of repositories. */
async function list(account, github) {
  const repositories = new Map()
  const read = new Set()
  let count = 0
  print([columns])
  for await (const { files, ...repository } of github.repositories(account)) {
    repositories.set(repository.name, repository)
    for (const file of files) {
      read.add(`${repository.name}/${file.path}`)
      const rows = rowsOf(repository, file)
      count += rows.length
      print(rows)
    }
  }
  // Composite actions can be in any folder. Only the search finds those.
  for await (const { name, path } of github.search(account, ACTIONS)) {
    const repository = repositories.get(name)
    if (repository === undefined || read.has(`${name}/${path}`)) continue
    read.add(`${name}/${path}`)
    const text = github.file(name, path)
    if (text === undefined) continue
    const rows = rowsOf(repository, { path, text })
    count += rows.length
    print(rows)
  }
  return { count, repositories: repositories.size }
}

/** The arguments; undefined if they are not valid. */
function readArguments(args) {
  try {
    const options = { wait: { type: 'string', default: '60' } }
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true })
    const [account = '', ...others] = positionals
    const isValid = /^[\w-]+$/.test(account) && /^\d{1,4}$/.test(values.wait) && others.length === 0
    return isValid ? { account, seconds: Number(values.wait) } : undefined
  } catch {
    return undefined
  }
}

async function main(args) {
  const options = readArguments(args)
  if (options === undefined) {
    console.error(usage)
    return 2
  }
  const { account, seconds } = options
  const github = new GitHub({
    wait: () => setTimeout(seconds * 1000),
    warn: (text) => {
      console.error(`Warning: ${text}`)
    }
  })
  const { count, repositories } = await list(account, github)
  console.error(
    `${count} uses in the ${repositories} repositories of ${account} that you can read (default branches only)`
  )
  return github.warnings === 0 ? 0 : 1
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error) => {
    console.error(`Error: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
)
