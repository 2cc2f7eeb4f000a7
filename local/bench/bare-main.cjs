// The smallest possible main: the same two requests, without anything that makes it safe to use.
const { createSign } = require('node:crypto')
const { appendFileSync } = require('node:fs')

const env = process.env
const http = require(env.GITHUB_API_URL.startsWith('https:') ? 'node:https' : 'node:http')
const agent = new http.Agent({ keepAlive: true })

function encode(value) {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function sign() {
  const now = Math.floor(Date.now() / 1000)
  const claims = { iat: now - 60, exp: now + 540, iss: env['INPUT_CLIENT-ID'] }
  const text = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}`
  const signature = createSign('RSA-SHA256').update(text).sign(env['INPUT_PRIVATE-KEY'])
  return `${text}.${signature.toString('base64url')}`
}

function send(method, path, jwt, body) {
  return new Promise((resolve, reject) => {
    const headers = {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${jwt}`,
      'user-agent': 'bare',
      'x-github-api-version': '2022-11-28'
    }
    if (body !== undefined) {
      headers['content-type'] = 'application/json'
      headers['content-length'] = Buffer.byteLength(body)
    }
    const request = http.request(env.GITHUB_API_URL + path, { method, headers, agent }, (reply) => {
      let text = ''
      reply.on('data', (chunk) => {
        text += chunk
      })
      reply.on('end', () => {
        resolve(JSON.parse(text))
      })
    })
    request.on('error', reject)
    request.end(body)
  })
}

async function main() {
  const [owner, name] = env.GITHUB_REPOSITORY.split('/')
  const jwt = sign()
  const installation = await send('GET', `/repos/${owner}/${name}/installation`, jwt)
  const path = `/app/installations/${installation.id}/access_tokens`
  const created = await send('POST', path, jwt, JSON.stringify({ repositories: [name] }))
  process.stdout.write(`::add-mask::${created.token}\n`)
  appendFileSync(env.GITHUB_STATE, `token=${created.token}\n`)
  appendFileSync(env.GITHUB_OUTPUT, `token=${created.token}\n`)
  agent.destroy()
}

main()
