// Replaces the gh command for `setup`. It writes what each call is given to the file GH_CALLS, and
// answers from the file GH_DATA.
import console from 'node:console'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import process from 'node:process'

const args = process.argv.slice(2)
const data = JSON.parse(readFileSync(process.env.GH_DATA, 'utf8'))
const input = args[1] === 'set' && !args.includes('--body') ? readFileSync(0, 'utf8') : ''
const earlier = existsSync(process.env.GH_CALLS)
  ? readFileSync(process.env.GH_CALLS, 'utf8').trim().split('\n').map(JSON.parse)
  : []
appendFileSync(process.env.GH_CALLS, `${JSON.stringify({ args, input, env: process.env })}\n`)

const line = args.join(' ')

function fail(text) {
  console.error(`gh: ${text}`)
  process.exit(1)
}

const failure = (data.failures ?? []).find(({ command, times = Infinity }) => {
  const calls = earlier.filter((call) => call.args.join(' ').startsWith(command)).length
  return line.startsWith(command) && calls < times
})
const answer = (data.answers ?? []).find(({ command }) => line.startsWith(command))
if (failure !== undefined) fail(failure.said)
else if (answer !== undefined) console.log(answer.said)
else if (line.startsWith('api user --jq')) console.log(data.login ?? 'mona')
else if (line.startsWith('api user/memberships/orgs/')) {
  const role = data.roles?.[args[1].split('/').at(-1)]
  if (role === undefined) fail('Not Found (HTTP 404)')
  console.log(role)
} else if (line.startsWith('api users/')) {
  const type = data.types?.[args[1].split('/').at(-1)]
  if (type === undefined) fail('Not Found (HTTP 404)')
  console.log(type)
} else if (line.startsWith('api apps/')) {
  if (!(data.apps ?? []).includes(args[1].split('/').at(-1))) fail('Not Found (HTTP 404)')
  console.log(`https://github.com/${args[1]}`)
} else if (/^api (?:repos|orgs)\/.*\/variables\//.test(line)) {
  if (data.clientId === undefined) fail('Not Found (HTTP 404)')
  console.log(data.clientId)
} else if (args[1] === 'list') {
  console.log(JSON.stringify((data[args[0]] ?? []).map((name) => ({ name }))))
} else if (args[1] !== 'set') fail(`unexpected call: ${line}`)
