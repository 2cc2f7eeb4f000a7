// The smallest possible post: only the request that revokes the token.

const env = process.env
const http = require(env.GITHUB_API_URL.startsWith('https:') ? 'node:https' : 'node:http')
const request = http.request(`${env.GITHUB_API_URL}/installation/token`, {
  method: 'DELETE',
  agent: new http.Agent({ keepAlive: false }),
  headers: {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${env.STATE_token}`,
    'user-agent': 'bare',
    'x-github-api-version': '2022-11-28'
  }
})
request.on('response', (reply) => {
  if (reply.statusCode !== 204) {
    throw new Error(`status ${reply.statusCode}`)
  }
  reply.resume()
})
request.end()
