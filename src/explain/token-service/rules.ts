import { tokenServiceName, type TokenServiceCredential } from '../../config/token-service'
import type { RefusedError } from '../../http/errors'
import { isWebPage, type Reply } from '../../http/reply'
import { printable } from '../../printable'
import { tokenServiceMessage, type TokenServiceScope } from '../../sources/token-service-client'
import { quote, times } from '../words'
import type { Explanation } from '../explanation'

/** A refusal of a token service, with what it was asked for. */
export interface TokenServiceRefusal {
  readonly service: TokenServiceCredential
  readonly asked: TokenServiceScope
  readonly error: RefusedError
}

/** What the service says, and where it looks for the policy. */
interface RefusalFacts {
  readonly host: string
  readonly policy: string
  readonly scope: string
  /** The file of the policy, and its repository. */
  readonly file: string
  readonly repository: string
  readonly audience: string
  readonly message: string
  readonly reply: Reply
  readonly attempts: number
}

type Rule = (facts: RefusalFacts) => Explanation | undefined

/** Explains why a token service gave no token. Pure. */
export function explainTokenServiceRefusal({
  service,
  asked,
  error
}: TokenServiceRefusal): Explanation {
  const { reply, attempts } = error
  const facts: RefusalFacts = {
    host: tokenServiceName(service),
    policy: printable(service.trustPolicy),
    scope: printable(asked.scope),
    file: `.github/chainguard/${printable(service.trustPolicy)}.sts.yaml`,
    repository: printable(`${asked.owner}/${asked.repository ?? '.github'}`),
    audience: service.oidc.audience,
    message: tokenServiceMessage(reply),
    reply,
    attempts: attempts.length
  }
  for (const rule of RULES) {
    const explanation = rule(facts)
    if (explanation !== undefined) return explanation
  }
  return refused(facts)
}

function refused(facts: RefusalFacts): Explanation {
  return {
    code: 'token-service-refused',
    title: 'The token service refused the request',
    problem: `${refusalText(facts)}.`,
    fix: `ask those who run ${facts.host}. The details above show the claims that were sent.`
  }
}

/** What was refused, and in which words. */
function refusalText({ host, scope, message, reply }: RefusalFacts): string {
  const words = message === '' ? '' : `: ${quote(message)}`
  return `${host} refused a token for ${scope} with ${reply.status}${words}`
}

/** In order: the first that applies. The words are those of octo-sts, which other servers copy. */
const RULES: readonly Rule[] = [
  redirected,
  otherServer,
  unavailable,
  notInstalled,
  badPolicy,
  noPolicy,
  wrongAudience,
  wrongClaim,
  notGranted,
  notTrusted
]

function redirected({ host, reply }: RefusalFacts): Explanation | undefined {
  if (reply.status < 300 || reply.status > 399) return undefined
  const to = reply.location === undefined ? '' : ` to ${printable(reply.location)}`
  return {
    code: 'token-service-other-server',
    title: 'Something other than a token service answered',
    problem: `${host} answered ${reply.status}, a redirect${to}. A token service sends none, so nothing was sent there.`,
    fix: CHECK_ADDRESS
  }
}

const CHECK_ADDRESS =
  "check `token-service` and the runner's proxy. It is the host that answers at /sts/exchange."

function otherServer({ host, reply }: RefusalFacts): Explanation | undefined {
  const isSuccess = reply.status < 300
  const isPage = isWebPage(reply)
  if (!isSuccess && !isPage) return undefined
  return {
    code: 'token-service-other-server',
    title: 'Something other than a token service answered',
    problem: `${host} answered ${reply.status}, but ${isPage ? 'with a web page' : 'without a token (one word of 20 to 4,096 visible characters)'}. Nothing of the answer is used.`,
    fix: CHECK_ADDRESS
  }
}

function unavailable({ host, message, reply, attempts }: RefusalFacts): Explanation | undefined {
  if (reply.status < 500 && reply.status !== 408 && reply.status !== 429) return undefined
  const words = message === '' ? '' : `: ${quote(message)}`
  return {
    code: 'token-service-unavailable',
    title: 'The token service is not available',
    problem: `${host} answered ${reply.status} ${times(attempts)}${words}.`,
    fix: `run the job again later. If it fails again, ask those who run ${host}.`
  }
}

function notInstalled(facts: RefusalFacts): Explanation | undefined {
  const isInstallation = /installation (?:\d+ )?(?:not )?found|no installation/i.test(facts.message)
  if (!isInstallation && !/no GitHub App configured/i.test(facts.message)) return undefined
  const [owner = ''] = facts.scope.split('/')
  return {
    code: 'token-service-not-installed',
    title: 'The App of the token service is not installed',
    problem: `${refusalText(facts)}.\nIts App is not installed on ${owner}, or ${owner} is misspelt. Some services compare upper and lower case.`,
    fix: `ask an owner of ${owner} to install the App of ${facts.host}, or correct the owner. The service can need five minutes to see a new installation.`
  }
}

function badPolicy(facts: RefusalFacts): Explanation | undefined {
  if (!/unable to (?:parse|compile|read) trust policy/i.test(facts.message)) return undefined
  return {
    code: 'token-service-bad-policy',
    title: 'The trust policy cannot be read',
    problem: `${refusalText(facts)}.\nThe file ${facts.file} in ${facts.repository} is not a valid policy.`,
    fix: 'correct the file: one of `issuer` and `issuer_pattern`, one of `subject` and `subject_pattern`, only names that the service knows, and patterns in the syntax of Go (RE2). The service can need five minutes to see the change.'
  }
}

function noPolicy(facts: RefusalFacts): Explanation | undefined {
  if (facts.reply.status !== 404 && !/unable to find trust policy/i.test(facts.message)) {
    return undefined
  }
  return {
    code: 'token-service-no-policy',
    title: 'The token service found no trust policy',
    problem: `${refusalText(facts)}.\nIt looks for ${facts.file} in ${facts.repository}, on the default branch.`,
    fix: `create this file there, or correct \`trust-policy\`. If it exists, the App of ${facts.host} must be able to read ${facts.repository}. The service can need five minutes to see a new file.`
  }
}

function wrongAudience(facts: RefusalFacts): Explanation | undefined {
  if (!/\baudience(?:_pattern)? ".*?" did not match|\baud(?:ience)?\b/i.test(facts.message)) {
    return undefined
  }
  return {
    code: 'token-service-audience',
    title: 'The token service expects another audience',
    problem: `${refusalText(facts)}.\nThe audience that was sent is ${printable(facts.audience)}.`,
    fix: `set \`audience\` to the one in the trust policy, or correct \`audience\` in ${facts.file} of ${facts.repository}.`
  }
}

function wrongClaim(facts: RefusalFacts): Explanation | undefined {
  const { message } = facts
  const claim =
    /\b(issuer|subject) ".*?" did not match/i.exec(message)?.[1] ??
    /claim "?([\w-]+)"? (?:did not match|not found|not a string)/i.exec(message)?.[1]
  if (claim === undefined) return undefined
  const isSubject = claim === 'subject'
  return {
    code: 'token-service-claims',
    title: 'The trust policy does not match this job',
    problem: [
      `${refusalText(facts)}.`,
      `The details above show what this job sent (${isSubject ? 'sub' : printable(claim)}).`,
      ...(isSubject
        ? [
            'New, renamed and moved repositories have their ids in sub since July 2026: the details have both spellings.'
          ]
        : [])
    ].join('\n'),
    fix: `correct the policy in ${facts.file} of ${facts.repository}, or run the job where it matches (branch, environment, event).`
  }
}

function notGranted(facts: RefusalFacts): Explanation | undefined {
  if (!/token exchange failure|StatusUnprocessableEntity/i.test(facts.message)) return undefined
  return {
    code: 'token-service-not-granted',
    title: 'The trust policy allows more than the App has',
    problem: `${refusalText(facts)}.\nGitHub refused what the policy asks for: a permission that the App was not granted, or a repository that it cannot reach.`,
    fix: `compare \`permissions\` in ${facts.file} of ${facts.repository} with what the App of ${facts.host} was granted, and add ${facts.scope} to the installation.`
  }
}

function notTrusted(facts: RefusalFacts): Explanation | undefined {
  const { message, reply, host } = facts
  const isIssuer = /issuer|provider/i.test(message)
  if (reply.status !== 401 && !isIssuer) return undefined
  return {
    code: 'token-service-claims',
    title: "The token service does not trust the job's OIDC token",
    problem: `${refusalText(facts)}.\n${isIssuer ? 'It does not accept tokens of this GitHub: the details above show its address (iss).' : 'It could not verify the OIDC token of this job. The details above show who issued it (iss).'}`,
    fix: `ask those who run ${host} whether it trusts this issuer, and can reach it. Then run the job again.`
  }
}
