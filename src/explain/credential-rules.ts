import { amountOfTime, isoTime } from '../time'
import type { Explanation } from './explanation'
import type { RefusedError } from '../http/errors'
import type { Reply } from '../http/reply'
import { printable } from '../printable'
import { isClockRefusal } from '../github/jwt'
import { replaceKey } from './key-problems'
import { googleKeyCommands } from './key-service/google-rules'
import {
  credentials,
  givenJwt,
  type Evidence,
  type FailureContext,
  type RefusalRule
} from './context'
import { quote } from './words'

/** Why GitHub did not accept the App's JWT. */
export const CREDENTIAL_RULES: readonly RefusalRule[] = [
  jwtClock,
  clockOff,
  jwtRefused,
  serviceKeyRefused,
  keyRefused,
  noKey,
  malformedIssuer
]

/** The action cannot sign again by GitHub's clock, so both times are told. */
function jwtClock(context: FailureContext<RefusedError>): Explanation | undefined {
  const { reply, attempts, rateLimitWaited } = context.error
  const jwt = givenJwt(context)
  if (jwt === undefined || !isClockRefusal(reply)) return undefined
  const methods = attempts.slice(-1).map(({ method }) => method)
  const request = [...methods, printable(reply.url)].join(' ')
  const hasEnded = (clocksOf(context)?.runner ?? 0) >= jwt.expires * 1000
  return {
    code: 'jwt-clock',
    ...(hasEnded
      ? { title: 'The JWT ended while the step ran', fix: MAKE_LATER }
      : { title: 'GitHub refused the times of the JWT', fix: COMPARE_CLOCKS }),
    problem: [
      `GitHub refused the times in the JWT of jwt: ${quote(reply.message)}. The request was ${request}.`,
      `The JWT is valid from ${isoTime(jwt.issuedAt * 1000)} (iat) to ${isoTime(jwt.expires * 1000)} (exp). ${describeClocks(context)}`,
      `${rateLimitWaited > 0 ? `The step waited ${amountOfTime(rateLimitWaited)} for GitHub's rate limit. ` : ''}The action cannot make this JWT again.`
    ].join('\n')
  }
}

const MAKE_LATER =
  'make the JWT in the step before this one, with 9 minutes of life. For many owners, use several steps, each with its own JWT.'
const COMPARE_CLOCKS =
  "set the clock of the machine that makes the JWT, and this runner's (NTP). Set `iat` to 60 seconds ago, and `exp` to at most 9 minutes from now."

function clocksOf({
  evidence
}: FailureContext): Extract<Evidence, { readonly kind: 'clocks' }> | undefined {
  return evidence?.kind === 'clocks' ? evidence : undefined
}

function describeClocks(context: FailureContext): string {
  const clocks = clocksOf(context)
  return clocks === undefined
    ? "GitHub's answer does not contain its time."
    : `GitHub's time is ${isoTime(clocks.github)}, and this runner's is ${isoTime(clocks.runner)}.`
}

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

function compareClocks(context: FailureContext): string {
  const clocks = clocksOf(context)
  if (clocks === undefined) return "GitHub's answer does not contain its time."
  const ahead = clocks.runner - clocks.github
  const direction = ahead > 0 ? 'ahead of' : 'behind'
  const theirs = new Date(clocks.github).toISOString()
  return `This runner's clock is ${amountOfTime(ahead)} ${direction} GitHub's. GitHub's time is ${theirs}.`
}

function jwtRefused(context: FailureContext<RefusedError>): Explanation | undefined {
  const { message } = context.error.reply
  if (givenJwt(context) === undefined || !UNDECODABLE.test(message)) return undefined
  return {
    code: 'jwt-refused',
    title: 'No key of this App signed the JWT',
    problem: [
      `GitHub refused the JWT of jwt: ${quote(message)}.`,
      `Either the key that signed it does not belong to the App with ${credentials(context).id}, or it was deleted, or the JWT was changed after it was signed.`
    ].join('\n'),
    fix: 'sign with a key that is listed under "Private keys" in the App\'s settings. A key that was created in a key service does not work: GitHub accepts only keys that it generated. Import one of those.'
  }
}

const UNDECODABLE = /JSON web token could not be decoded/i

/** Whether GitHub refused a JWT because none of the App's keys made its signature. */
export function isKeyRefusal({ message }: Reply): boolean {
  return UNDECODABLE.test(message)
}

function serviceKeyRefused(context: FailureContext<RefusedError>): Explanation | undefined {
  const { error, evidence } = context
  if (evidence?.kind !== 'service-key') return undefined
  const { id, key } = credentials(context)
  const { fingerprint, version, otherAlgorithm } = evidence.key
  const which = version === undefined ? key : `version ${printable(version)} of ${key}`
  const said = `GitHub refused the JWT that was signed with ${which}: ${quote(error.reply.message)}.`
  if (otherAlgorithm !== undefined) return otherPurpose(said, otherAlgorithm)
  return {
    code: 'kms-key-not-of-app',
    title: "The key in the key service is not the App's",
    problem: [
      said,
      `The App with ${id} does not have this key. Most often the key was made in the key service. GitHub accepts only keys that it generated itself, so such a key must be imported.${fingerprint === undefined ? '' : `\nThe fingerprint of the key in the key service is ${fingerprint}.`}`
    ].join('\n'),
    fix:
      fingerprint === undefined
        ? 'generate a private key in the settings of the App, import it as docs/KEYS.md of this action says, and name it in `kms-key`.' +
          commandsFor(context)
        : 'look for this fingerprint under "Private keys" in the settings of the App. If it is not there, generate a key, import it as docs/KEYS.md of this action says, and name it in `kms-key`.'
  }
}

/** How to see which key it is, if the step may not read its public half. */
function commandsFor({ credential }: FailureContext): string {
  const key = credential?.key
  const isGoogle = key?.kind === 'key-service' && key.service === 'google'
  const commands = isGoogle ? googleKeyCommands(key) : []
  return commands.length === 0
    ? ''
    : ['\nThese commands show the algorithm and the fingerprint of the key:', ...commands].join(
        '\n  '
      )
}

function otherPurpose(said: string, algorithm: string): Explanation {
  return {
    code: 'kms-key-unsuitable',
    title: 'This key cannot sign for a GitHub App',
    problem: `${said}\nIn the key service, the key is for ${printable(algorithm)}. GitHub accepts only RSASSA-PKCS1-v1_5 with SHA-256 (RS256).`,
    fix: "import the App's private key again, for RSASSA-PKCS1-v1_5 with SHA-256, as docs/KEYS.md of this action says, and name that key in `kms-key`."
  }
}

function keyRefused(context: FailureContext<RefusedError>): Explanation | undefined {
  const { message } = context.error.reply
  if (!UNDECODABLE.test(message)) return undefined
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
