// A later step of the workflow: a call with the token, then the token where it must be masked.
const http = require('node:http')

const { API_URL, EXPIRES_AT, TOKEN } = process.env
const headers = {
  accept: 'application/vnd.github+json',
  authorization: `Bearer ${TOKEN}`,
  'user-agent': 'act',
  'x-github-api-version': '2022-11-28'
}

http.get(`${API_URL}/installation/repositories`, { headers }, (reply) => {
  let body = ''
  reply.on('data', (chunk) => {
    body += chunk
  })
  reply.on('end', () => {
    const { repositories = [], message } = JSON.parse(body)
    const names = repositories.map((repository) => repository.full_name).join(', ')
    process.stdout.write(`node ${process.version}, token ${TOKEN}, until ${EXPIRES_AT}\n`)
    process.stdout.write(`reaches: ${names || message}\n`)
    process.exitCode = reply.statusCode === 200 && TOKEN ? 0 : 1
  })
})
