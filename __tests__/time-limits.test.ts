import { join } from 'node:path'
import { addOrganization } from '../local/github/github-data'
import type { StepOptions } from '../local/runner'
import { errorOf, scenario } from './support/scenario'

const LOOKUP = 'GET /repos/{owner}/{repo}/installation'
const ACCOUNT = 'GET /users/{username}/installation'
const REVOKE = 'DELETE /installation/token'

/** A step whose time is over at once. */
const timeIsOver: StepOptions = {
  nodeArguments: ['--require', join(__dirname, 'support', 'preload', 'time-over.cjs')]
}

describe('a step that is still at work after a minute', () => {
  test('main ends with an error', async () => {
    const { main, post } = await scenario({
      ...timeIsOver,
      isClockStopped: true,
      arrange: (github) => {
        github.fail(LOOKUP, { kind: 'hang' })
      }
    })
    expect(main.timedOut).toBe(false)
    const { title, message } = errorOf({ main })
    expect(title).toBe('The step took too long')
    expect(message).toBe('The step was not done after a minute of work, and was stopped.')
    expect(post.log).toMatch(/^Nothing to revoke/)
  })

  test('post ends with a warning, and does not fail the job', async () => {
    const { post } = await scenario({
      isClockStopped: true,
      forPost: timeIsOver,
      arrange: (github) => {
        github.fail(REVOKE, { kind: 'hang' })
      }
    })
    expect(post.timedOut).toBe(false)
    expect(post.log).toBe(
      'Warning: The post step was not done after a minute of work, and was stopped. Tokens that it did not revoke are valid until they expire.'
    )
  })
})

test('after 50 seconds, nothing is looked up any more to explain a failure', async () => {
  const { main, github } = await scenario({
    with: { owner: 'octo-rg' },
    arrange: (server) => {
      server.fail(ACCOUNT, { kind: 'hang' }, 3)
      server.fail('GET /app', { kind: 'hang' }, 4)
    }
  })
  expect(errorOf({ main }).message).toContain('is not installed on octo-rg')
  expect(github.exchanges.map(({ path }) => path)).not.toContain(
    expect.stringMatching(/^\/app\/installations/)
  )
})

test('an expired token of many owners: three are named, the others counted', async () => {
  const owners = ['one-org', 'two-org', 'three-org', 'four-org', 'five-org']
  const { post } = await scenario({
    with: { owner: owners.join() },
    data: (data) => {
      owners.forEach((owner, index) => {
        addOrganization(data, owner, 7000 + index)
      })
    },
    between: (_, __, github) => {
      const { now } = github.data
      github.data.now = () => now() + 97 * 60_000
    }
  })
  expect(post.annotations).toHaveLength(1)
  expect(post.log).toMatch(
    /^Notice: The tokens for [a-z-]+, [a-z-]+, [a-z-]+ and 2 more expired at /
  )
})
