import { scenario } from './support/scenario'

test('nothing set: this repository', async () => {
  const { main, post, transcript, github } = await scenario()
  expect(main.exitCode).toBe(0)
  expect(transcript).toEqual([
    'GET /repos/octo-org/hello/installation 200',
    'POST /app/installations/4242/access_tokens 201',
    'DELETE /installation/token 204'
  ])
  expect(main.outputs['repositories']).toBe('["octo-org/hello"]')
  expect(post.log).toContain('Token for octo-org/hello revoked')
  expect(github.liveTokens()).toEqual([])
})
