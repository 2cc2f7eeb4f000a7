import { amountOfTime } from '../time'
import type { Explanation } from './explanation'
import type { RefusedError } from '../http/errors'
import { isClockRefusal } from '../github/jwt'
import { credentials, quote, type FailureContext, type RefusalRule } from './context'

/** Why GitHub did not accept the App's JWT. */
export const CREDENTIAL_RULES: readonly RefusalRule[] = [
  clockOff,
  keyRefused,
  noKey,
  malformedIssuer
]

function clockOff(context: FailureContext<RefusedError>): Explanation | undefined {
  const { reply } = context.error
  if (!isClockRefusal(reply)) return undefined
  return {
    code: 'clock-off',
    title: "This runner's clock is wrong",
    problem: [
      `GitHub refused the times in the App's JWT: ${quote(reply.message)}.`,
      compareClocks(context),
      'A clock that is off by up to a day is corrected; this one is not.'
    ].join(' '),
    fix: "set the runner's clock (NTP), then run the job again."
  }
}

function compareClocks({ evidence: { clocks } }: FailureContext<RefusedError>): string {
  if (clocks === undefined) return 'The answer does not tell the time of GitHub.'
  const ahead = clocks.runner - clocks.github
  const direction = ahead > 0 ? 'ahead of' : 'behind'
  const theirs = new Date(clocks.github).toISOString()
  return `This runner's clock is ${amountOfTime(ahead)} ${direction} GitHub's: GitHub's says ${theirs}.`
}

function keyRefused(context: FailureContext<RefusedError>): Explanation | undefined {
  const { message } = context.error.reply
  if (!/JSON web token could not be decoded/i.test(message)) return undefined
  const { id, key } = credentials(context)
  return {
    code: 'key-refused',
    title: 'The private key does not belong to this App',
    problem: [
      `GitHub refused the key: ${quote(message)}.`,
      `${id} and ${key} are not a pair, or the key was deleted.`
    ].join('\n'),
    fix: [
      'look for this fingerprint under "Private keys" in the App\'s settings. Not there? Generate a key, then:',
      '  gh secret set APP_PRIVATE_KEY < octo-bot.private-key.pem'
    ].join('\n')
  }
}

function noKey(context: FailureContext<RefusedError>): Explanation | undefined {
  const { message } = context.error.reply
  if (!message.includes('must generate a public key')) return undefined
  const { id, key } = credentials(context)
  return {
    code: 'key-none-registered',
    title: 'The App has no private key',
    problem: `GitHub has no key of ${id}, so ${key} cannot be right: ${quote(message)}.`,
    fix: [
      'App settings > Private keys > Generate a private key. Store the whole .pem file:',
      '  gh secret set APP_PRIVATE_KEY < octo-bot.private-key.pem'
    ].join('\n')
  }
}

function malformedIssuer(context: FailureContext<RefusedError>): Explanation | undefined {
  const { message } = context.error.reply
  if (!message.includes("('iss')")) return undefined
  const { id, key } = credentials(context)
  return {
    code: 'app-id-malformed',
    title: "The App's id is malformed",
    problem: `GitHub cannot read ${id}, given with ${key}: ${quote(message)}.`,
    fix: / \d+$/.test(id)
      ? 'use the App ID (a number) from the App\'s settings page, under "About".'
      : 'use the App ID (a number) from the App\'s settings page, under "About": an old GitHub Enterprise Server takes no Client ID. On github.com, check the Client ID for stray characters.'
  }
}
