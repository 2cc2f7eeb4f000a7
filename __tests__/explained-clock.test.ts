import type { EmbeddedGitHub } from '../local/github/server'
import { explained, LOOKUP, CREATION } from './support/explained'
import { scenario } from './support/scenario'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const LOOKED_UP = 'GET /repos/octo-org/hello/installation'
const CREATED = 'POST /app/installations/4242/access_tokens'

const IAT =
  "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued"
const EXP =
  "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires"
const EXP_TOO_FAR = "'Expiration time' claim ('exp') is too far in the future"

/** What the runner's clock shows beyond GitHub's. */
function runnerAhead(milliseconds: number): (github: EmbeddedGitHub) => void {
  return ({ data }) => {
    data.now = () => Date.now() - milliseconds
  }
}

describe('a clock that is off by up to a day is corrected, and tried once more', () => {
  test.each([
    ['ahead by two minutes', 2.5 * MINUTE, '3 minutes ahead of'],
    ['ahead by two hours', 2 * HOUR, '120 minutes ahead of'],
    ['behind by two hours', -2 * HOUR, '120 minutes behind'],
    ['ahead by nearly a day', 23.9 * HOUR, '24 hours ahead of'],
    ['behind by nearly a day', -23.9 * HOUR, '24 hours behind']
  ])('%s', async (_, ahead, amount) => {
    const { main, transcript } = await scenario({ arrange: runnerAhead(ahead) })
    expect(main.exitCode).toBe(0)
    expect(transcript).toEqual([
      `${LOOKED_UP} 401`,
      `${LOOKED_UP} 200`,
      `${CREATED} 201`,
      'DELETE /installation/token 204'
    ])
    expect(main.annotations).toEqual([
      {
        level: 'warning',
        title: '',
        message: `This runner's clock is ${amount} GitHub's. The step used GitHub's time. Set the runner's clock.`
      }
    ])
    expect(main.log).toContain('(in 60 minutes)')
  })

  test('ahead by a minute and a half, which is told in seconds', async () => {
    const { main } = await scenario({ arrange: runnerAhead(1.5 * MINUTE) })
    expect(main.exitCode).toBe(0)
    // GitHub tells its time in whole seconds.
    expect(main.annotations[0]?.message).toMatch(/^This runner's clock is 9[0-2] seconds ahead of/)
  })

  test('where it shows only at the creation', async () => {
    const { main, transcript } = await scenario({
      arrange: ({ data, exchanges }) => {
        const isCreating = (): boolean => exchanges.some(({ method }) => method === 'POST')
        data.now = () => Date.now() + (isCreating() ? 3 * HOUR : 0)
      }
    })
    expect(main.exitCode).toBe(0)
    expect(transcript.slice(0, 3)).toEqual([`${LOOKED_UP} 200`, `${CREATED} 401`, `${CREATED} 201`])
    expect(main.annotations[0]?.message).toContain('180 minutes behind GitHub')
  })

  test('where GitHub says that the expiration is too far in the future', async () => {
    const { main, transcript } = await scenario({
      arrange: (github) => {
        runnerAhead(30 * MINUTE)(github)
        github.fail(LOOKUP, { kind: 'status', status: 401, body: { message: EXP_TOO_FAR } })
      }
    })
    expect(main.exitCode).toBe(0)
    expect(transcript.slice(0, 2)).toEqual([`${LOOKED_UP} 401`, `${LOOKED_UP} 200`])
  })
})

describe('a clock that is not corrected', () => {
  test.each([
    ['ahead', 25 * HOUR, IAT, '25 hours ahead of'],
    ['behind', -25 * HOUR, EXP, '25 hours behind'],
    ['ahead by a month', 30 * 24 * HOUR, IAT, '30 days ahead of']
  ])('%s by more than a day', async (_, ahead, words, amount) => {
    const { title, lines, code, run, details } = await explained({ arrange: runnerAhead(ahead) })
    expect(title).toBe("This runner's clock is wrong")
    expect(lines[0]).toContain(`GitHub refused the times in the App's JWT: "${words}".`)
    expect(lines[0]).toContain(`This runner's clock is ${amount} GitHub's. GitHub's time is 20`)
    expect(lines[1]).toBe("Fix: set the runner's clock (NTP), then run the job again.")
    expect(code).toBe('clock-off')
    expect(run.transcript).toEqual([`${LOOKED_UP} 401`])
    expect(details[0]).toContain(`-> 401 ${words.slice(0, 40)}`)
  })

  test('since the answer does not tell the time', async () => {
    const { lines, code, run } = await explained({
      arrange: (github) => {
        const headers = { date: 'yesterday' }
        github.fail(LOOKUP, { kind: 'status', status: 401, body: { message: IAT }, headers })
      }
    })
    expect(lines[0]).toContain("GitHub's answer does not contain its time.")
    expect(code).toBe('clock-off')
    expect(run.transcript).toHaveLength(1)
  })

  test('a second time: what was corrected and is refused again', async () => {
    const { code, run } = await explained({
      arrange: (github) => {
        runnerAhead(2 * HOUR)(github)
        github.fail(CREATION, { kind: 'status', status: 401, body: { message: IAT } })
      }
    })
    expect(code).toBe('clock-off')
    expect(run.transcript).toEqual([`${LOOKED_UP} 401`, `${LOOKED_UP} 200`, `${CREATED} 401`])
  })
})
