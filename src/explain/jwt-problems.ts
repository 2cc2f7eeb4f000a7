import type {
  CredentialProblem,
  JwtLookalike,
  JwtMistake,
  JwtTimes
} from '../problems/credential-problem'
import { amountOfTime, isoTime } from '../time'
import { describeAppId } from './app-id-words'
import { counted } from './words'
import type { Explanation, ExplanationCode } from './explanation'
import { unusedFallback } from './key-problems'

/** What a person reads about a JWT that cannot be used. */
export function explainJwt({ mistake, isFallbackSet }: UnusableJwt): Explanation {
  const describe = MISTAKES[mistake.mistake] as (mistake: JwtMistake) => Words
  const { code, title, problem, fix } = describe(mistake)
  return { code, title, problem: `jwt ${problem}.${unusedFallback(isFallbackSet)}`, fix }
}

type UnusableJwt = Extract<CredentialProblem, { readonly kind: 'jwt-unusable' }>

/** The problem continues after the name of the input. */
interface Words {
  readonly code: ExplanationCode
  readonly title: string
  readonly problem: string
  readonly fix: string
}

type MistakeWords<Mistake extends JwtMistake> = {
  readonly [One in Mistake as One['mistake']]: (mistake: One) => Words
}

const MAKE_FIX =
  'check the step that makes the JWT, and its output. A JWT has three parts of base64url, with dots between them.'
const TIMES_FIX =
  'set `iat` to 60 seconds ago, and `exp` to at most 9 minutes from now. If both are right, check the clock of this runner and of the machine that makes the JWT.'
const SECONDS = 'write it as a whole number of seconds since 1970, as `date +%s` prints it.'
const ISSUER =
  'set `iss` to the Client ID or the App ID from the App\'s settings page, under "About".'
const SIGN_FIX = "sign it with the App's private key and RS256 (RSA, PKCS #1 v1.5, SHA-256)."

const MISTAKES: MistakeWords<JwtMistake> = {
  empty: () => notAJwt('contains no JWT, only quotes or the word Bearer'),
  'not-a-jwt': ({ looksLike }) => notAJwt(...LOOKALIKES[looksLike]),
  'not-three-parts': ({ parts, length }) =>
    notAJwt(
      `is not a JWT: ${counted(length, 'character')} in ${counted(parts, 'part')}, and a JWT has 3 parts`
    ),
  'too-long': ({ length }) =>
    notAJwt(`has ${length} characters. The JWT of an App has fewer than 8192`),
  several: ({ count }) => notAJwt(`contains ${count} different JWTs`, 'keep one JWT.'),
  base64: () =>
    notAJwt(
      'is written in base64, not in base64url',
      'replace + by -, and / by _, and remove each =, in each part, before you sign.'
    ),
  'stray-character': () => notAJwt('contains a character that no JWT has'),
  unreadable: ({ part }) => notAJwt(`is damaged: its ${part} is not base64url of a JSON object`),
  algorithm: ({ algorithm }) => ({
    code: 'jwt-wrong-signature',
    title: 'The JWT is signed with another algorithm',
    problem:
      algorithm === 'none'
        ? 'is not signed (its alg is none)'
        : `${algorithm === undefined ? 'does not say RS256 in its header (alg)' : `is signed with ${algorithm}`}. GitHub accepts only RS256`,
    fix: SIGN_FIX
  }),
  'signature-short': ({ bytes }) => ({
    code: 'jwt-wrong-signature',
    title: 'The signature of the JWT is too short',
    problem: `is cut short, or not signed with RS256: its signature has ${counted(bytes, 'byte')}. GitHub's keys make signatures of 256 bytes`,
    fix: `check that nothing cuts the JWT into lines (\`base64\` does, after 76 characters), and ${SIGN_FIX}`
  }),
  'claim-missing': ({ claim }) =>
    wrongClaim(`has no ${claim}. GitHub requires iss, iat and exp`, `set \`${claim}\` in the JWT.`),
  'not-a-number': ({ claim }) => wrongClaim(`has an ${claim} that is not a number`, SECONDS),
  'not-whole': ({ claim }) => wrongClaim(`has an ${claim} that is not a whole number`, SECONDS),
  milliseconds: ({ claim }) =>
    wrongClaim(`has an ${claim} in milliseconds. GitHub reads it as seconds`, SECONDS),
  'issuer-type': () => wrongClaim('has an iss that is neither text nor a whole number', ISSUER),
  issuer: ({ found }) => wrongClaim(`has an iss that ${describeAppId(found)}`, ISSUER),
  expired: ({ times }) => ({
    title: 'The JWT has expired',
    ...wrongTimes(`has expired. ${clocks(times)}`)
  }),
  'ends-soon': ({ times }) => ({
    title: 'The JWT ends too soon',
    ...wrongTimes(
      `ends in ${amountOfTime((times.expires - times.now) * 1000)}. The requests of this step may take longer. ${clocks(times)}`
    )
  }),
  'not-yet-valid': ({ times }) => ({
    title: 'The JWT is not yet valid',
    ...wrongTimes(
      `is not yet valid. GitHub refuses it now, but somebody who copies it could use it later. ${clocks(times)}`
    )
  }),
  'lives-too-long': ({ times }) => ({
    title: 'The JWT lives too long',
    ...wrongTimes(
      `lives for ${amountOfTime(lifeOf(times) * 1000)}. GitHub accepts at most 10 minutes, and somebody who copies it could use it later. ${clocks(times)}`
    )
  })
}

const LOOKALIKES: Readonly<Record<JwtLookalike, readonly [problem: string, fix?: string]>> = {
  'private-key': [
    'contains a private key, or a part of one, not a JWT',
    'set the key in `private-key`, and remove `jwt`.'
  ],
  'oidc-token': [
    "is the job's OIDC token. GitHub accepts only a JWT that the App's key signed",
    SIGN_FIX
  ],
  token: ['is a token of GitHub. The action needs a JWT of the App, and creates a token with it'],
  'public-key': ['is a public key, not a JWT'],
  certificate: ['is a certificate, not a JWT'],
  pgp: ['is a PGP key, not a JWT'],
  pkcs12: ['is a PKCS#12 (.pfx) file, not a JWT'],
  putty: ['is a PuTTY key, not a JWT'],
  asterisks: ['contains only asterisks, as a log shows a secret'],
  expression: ['looks like an expression that GitHub did not evaluate'],
  variable: ['looks like a variable or command that no shell expanded'],
  name: ['looks like the name of a secret or a variable, not like its value'],
  'client-secret': ['looks like a client secret (40 hex characters), not like a JWT'],
  fingerprint: ['looks like the fingerprint of a key, not like a JWT'],
  'client-id': ['looks like a client ID. Use client-id for it'],
  'app-id': ['looks like an App ID (digits only). Use app-id for it'],
  json: ['looks like JSON, not like a JWT'],
  path: ['looks like a path. The action reads no JWT from a file'],
  binary: ['contains binary data, not text']
}

function notAJwt(problem: string, fix: string = MAKE_FIX): Words {
  return { code: 'jwt-not-a-jwt', title: 'jwt is not a JWT', problem, fix }
}

function wrongClaim(problem: string, fix: string): Words {
  return { code: 'jwt-claims', title: 'A claim of the JWT is wrong', problem, fix }
}

function wrongTimes(problem: string): Omit<Words, 'title'> {
  return { code: 'jwt-times', problem, fix: TIMES_FIX }
}

/** From whichever is earlier, `iat` or now. */
function lifeOf({ issuedAt, expires, now }: JwtTimes): number {
  return expires - Math.min(issuedAt, now)
}

function clocks({ issuedAt, expires, now }: JwtTimes): string {
  const [iat, exp, runner] = [issuedAt, expires, now].map((time) => isoTime(time * 1000))
  return `Its iat is ${iat}, its exp is ${exp}, and this runner's time is ${runner}`
}
