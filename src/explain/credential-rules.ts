import { amountOfTime } from '../time'
import type { Explanation } from './explanation'
import type { RefusedError } from '../http/errors'
import { isClockRefusal } from '../github/jwt'
import { replaceKey } from './key-problems'
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
      'The action corrects a clock by up to one day, but not this one.'
    ].join(' '),
    fix: "set the runner's clock (NTP), then run the job again."
  }
}

function compareClocks({ evidence: { clocks } }: FailureContext<RefusedError>): string {
  if (clocks === undefined) return "GitHub's answer does not contain its time."
  const ahead = clocks.runner - clocks.github
  const direction = ahead > 0 ? 'ahead of' : 'behind'
  const theirs = new Date(clocks.github).toISOString()
  return `This runner's clock is ${amountOfTime(ahead)} ${direction} GitHub's. GitHub's time is ${theirs}.`
}

function keyRefused(context: FailureContext<RefusedError>): Explanation | undefined {
  const { message } = context.error.reply
  if (!/JSON web token could not be decoded/i.test(message)) return undefined
  const { id, idInput, key, keyInput } = credentials(context)
  return {
    code: 'key-refused',
    title: 'The private key does not belong to this App',
    problem: [
      `GitHub refused the key: ${quote(message)}.`,
      `Either ${key} does not belong to the App with ${id}, or it was deleted.`
    ].join('\n'),
    fix: [
      'look for this fingerprint under "Private keys" in the settings of the App.',
      `If it belongs to another App of yours, correct \`${idInput}\`. If no App has it, generate a key, and ${replaceKey(keyInput)}`
    ].join(' ')
  }
}

function noKey(context: FailureContext<RefusedError>): Explanation | undefined {
  const { message } = context.error.reply
  if (!message.includes('must generate a public key')) return undefined
  const { id, key, keyInput } = credentials(context)
  return {
    code: 'key-none-registered',
    title: 'The App has no private key',
    problem: `The App with ${id} has no key at GitHub, so GitHub cannot accept ${key}: ${quote(message)}.`,
    fix: `generate a key (App settings > Private keys > Generate a private key), and ${replaceKey(keyInput)}`
  }
}

function malformedIssuer(context: FailureContext<RefusedError>): Explanation | undefined {
  const { message } = context.error.reply
  if (!message.includes("('iss')")) return undefined
  const { id, key } = credentials(context)
  return {
    code: 'app-id-malformed',
    title: "The App's id is malformed",
    problem: `GitHub cannot read ${id}: ${quote(message)}. It was used with ${key}.`,
    fix: fixIssuer(id)
  }
}

/** What is often wrong with an id that looks like one; empty if nothing is known. */
export function hintOnId(id: string): string {
  const value = id.slice(id.indexOf(' ') + 1)
  if (/^ov\d/i.test(value))
    return ' An id that begins with Ov is of an OAuth App, not of a GitHub App.'
  if (/^\d+$/.test(value)) return ' The id of an installation is another number.'
  const isOneCase = /^(?:iv|IV)/.test(value) || /^Iv2\d[^A-Z]*$/.test(value)
  return isOneCase ? ' Upper and lower case differ: copy the Client ID as it is there.' : ''
}

function fixIssuer(id: string): string {
  const about = 'from the App\'s settings page, under "About"'
  if (/ [io]v\d/i.test(id) && hintOnId(id) !== '') {
    return `use the Client ID (such as Iv23liAbCdEfGhIjKlMn) or the App ID (a number) ${about}.${hintOnId(id)}`
  }
  if (/ \d+$/.test(id)) return `use the App ID (a number) ${about}.`
  // A slug or a name, for example.
  if (!/ Iv\d/i.test(id))
    return `use the Client ID (such as Iv23liAbCdEfGhIjKlMn) or the App ID (a number) ${about}, not the App's name.`
  return `use the App ID (a number) ${about}: an old GitHub Enterprise Server does not accept Client IDs. On github.com, check the Client ID for extra characters.`
}
