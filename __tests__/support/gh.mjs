// Replaces the gh command: answers only the calls of scripts/list-uses.mjs, from the repositories in
// the file GH_DATA. It writes the arguments of each call to the file GH_CALLS.
import console from 'node:console'
import { appendFileSync, readFileSync } from 'node:fs'
import process from 'node:process'

const args = process.argv.slice(2)
const data = JSON.parse(readFileSync(process.env.GH_DATA, 'utf8'))
const earlier = readFileSync(process.env.GH_CALLS, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map(JSON.parse)
appendFileSync(process.env.GH_CALLS, `${JSON.stringify(args)}\n`)

/** The fields of a call, from `-f NAME=VALUE` and `-F NAME=VALUE`. */
const fields = Object.fromEntries(
  args.flatMap((arg, at) => {
    if (!/^-[fF]$/.test(args[at - 1] ?? '')) return []
    const equals = arg.indexOf('=')
    return [[arg.slice(0, equals), arg.slice(equals + 1)]]
  })
)

function fail(text) {
  console.error(`gh: ${text}`)
  process.exit(1)
}

function blob(text) {
  return text === undefined
    ? null
    : { text: text === 'too long' ? 'cut o' : text, isTruncated: text === 'too long' }
}

function entriesBelow(files, folder) {
  const direct = Object.keys(files).filter(
    (path) => path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/')
  )
  return direct.map((path) => ({ path, object: blob(files[path]) }))
}

function node({ name, isArchived = false, files }) {
  const below = Object.keys(files).flatMap(
    (path) => /^\.github\/actions\/[^/]+/.exec(path)?.[0] ?? []
  )
  const actions = [...new Set(below)].map((folder) => ({
    object: { entries: entriesBelow(files, folder) }
  }))
  const workflows = entriesBelow(files, '.github/workflows')
  return {
    nameWithOwner: name,
    isArchived,
    workflows: workflows.length === 0 ? null : { entries: workflows },
    actions: { entries: actions },
    yml: blob(files['action.yml']),
    yaml: blob(files['action.yaml'])
  }
}

function repositories() {
  if (!/^\s*query /.test(fields.query)) fail('only queries are answered')
  if (Number(fields.size) > (data.mostAtATime ?? 100)) fail('HTTP 502')
  const start = fields.after === 'null' ? 0 : Number(fields.after.slice('after-'.length))
  const end = start + Number(fields.size)
  const nodes = data.repositories.slice(start, end).map(node)
  const pageInfo = { hasNextPage: end < data.repositories.length, endCursor: `after-${end}` }
  const known = { repositories: { pageInfo, nodes: [...nodes, ...(data.hidden ? [null] : [])] } }
  const repositoryOwner = fields.account === 'octo-org' ? known : null
  console.log(JSON.stringify({ data: { repositoryOwner } }))
  if (data.hidden) fail('Resource protected by organization SAML enforcement.')
}

function search() {
  if (!args.join(' ').includes('--method GET')) fail('only GET is answered')
  const refused = earlier.filter((call) => call.includes('search/code')).length
  if (refused < (data.searchesRefused ?? 0))
    fail('API rate limit exceeded for user ID 1. (HTTP 403)')
  const word = /"([^"]+)"/.exec(fields.q)[1]
  const found = (data.found ?? []).filter(([, , words]) => words === word)
  const [page, size] = [Number(fields.page), Number(fields.per_page)]
  const items = found
    .slice((page - 1) * size, page * size)
    .map(([name, path]) => ({ path, repository: { full_name: name } }))
  const more = { total_count: found.length, incomplete_results: data.isIncomplete ?? false }
  console.log(JSON.stringify({ ...more, items }))
}

function contents([, owner, name, path]) {
  const repository = data.repositories.find((one) => one.name === `${owner}/${name}`)
  const text = repository?.whole?.[path] ?? repository?.files[path]
  if (text === undefined) fail('Not Found (HTTP 404)')
  process.stdout.write(text)
}

const file = /^repos\/([^/]+)\/([^/]+)\/contents\/(.+)$/.exec(decodeURIComponent(args.at(-1)))
if (data.isLoggedOut) fail('To get started with GitHub CLI, please run:  gh auth login')
else if (args[1] === 'graphql') repositories()
else if (args.includes('search/code')) search()
else if (file !== null && Object.keys(fields).length === 0) contents(file)
else fail(`unexpected call: ${args.join(' ')}`)
