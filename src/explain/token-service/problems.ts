import type { TokenServiceMistake, TokenServiceProblem } from '../../problems/token-service-problem'
import type { Texts } from '../explanation'

/** What a person reads about the inputs for a token service. */
export const TOKEN_SERVICE_PROBLEMS: Texts<TokenServiceProblem> = {
  'token-service-malformed': ({ mistake }) => ({
    code: 'token-service-malformed',
    title: 'token-service is not the address of a service',
    problem: `token-service ${describeAddress(mistake)}.`,
    fix: 'write the host of the service, such as `token-service: octo-sts.dev`, or an address with https: and nothing behind the host.'
  }),
  'token-service-incomplete': ({ missing }) => {
    const set = missing === 'token-service' ? 'trust-policy' : 'token-service'
    return {
      code: 'token-service-incomplete',
      title: 'An input for the token service is empty',
      problem: `${set} is set, but ${missing} is empty.`,
      fix: `set \`${missing}\`, or remove \`${set}\`. If it comes from a variable, check the name and the context: \`vars.NAME\`.`
    }
  },
  'trust-policy-malformed': ({ text, meant }) => ({
    code: 'token-service-malformed',
    title: 'trust-policy is not the name of a policy',
    problem: `trust-policy is "${text}"${meant === '' ? ', which is not a valid value' : '. That is the name of a file. Write the name of the policy'}.`,
    fix:
      meant === ''
        ? 'write the name of the file `.github/chainguard/NAME.sts.yaml`, such as `trust-policy: release`.'
        : `write \`trust-policy: ${meant}\`.`
  }),
  'token-service-audience-refused': ({ audience, cloud, isInput }) => ({
    code: 'token-service-audience',
    title: 'This audience is not allowed for a token service',
    problem: `${isInput ? 'audience' : 'The host of token-service'} is "${audience}". With an OIDC token for it, the token service could log in to ${cloud} as this job.`,
    fix: isInput
      ? 'remove `audience`. Then it is the host of the token service.'
      : 'correct `token-service`.'
  }),
  'token-service-with-others': ({ inputs }) => ({
    code: 'token-service-conflict',
    title: 'Some inputs have no effect with token-service',
    problem: [
      `token-service is set, and ${inputs.length === 1 ? 'this input has' : 'these inputs have'} no effect on its tokens:`,
      ...inputs.map((input) => `  ${input}: ${REASONS[input] ?? POLICY_DECIDES}.`)
    ].join('\n'),
    fix: `remove ${inputs.length === 1 ? 'it' : 'them'}, or remove \`token-service\` and use the App's key.`
  }),
  'token-service-with-repositories': ({ owner, count }) => ({
    code: 'token-service-conflict',
    title: 'A token service takes one repository for each owner',
    problem: `repositories names ${count} repositories of ${owner}, but a token service creates a token for one repository, or for an owner.`,
    fix: `use one step for each repository, or set \`owner: ${owner}\` without \`repositories\`. Then the trust policy in ${owner}/.github decides which repositories.`
  })
}

const POLICY_DECIDES = 'the trust policy decides what the token can do'
const OWN_APP = 'the service has an App of its own'

/** Why an input has no effect. */
const REASONS: Readonly<Record<string, string>> = {
  'client-id': OWN_APP,
  'app-id': OWN_APP,
  'repository-ids': 'the service takes the name of a repository',
  'installation-id': 'the service finds the installation',
  enterprise: 'the service takes an organization or a user'
}

function describeAddress(mistake: TokenServiceMistake): string {
  switch (mistake.mistake) {
    case 'not-an-address':
      return `is "${mistake.text}", which is neither a host nor a web address`
    case 'not-only-a-host':
      return `is "${mistake.text}", which contains more than a host and a port`
    case 'scheme':
      return `begins with "${mistake.scheme}", not with https:`
    case 'credentials':
      return 'contains a user name or password'
    case 'not-encrypted':
      return 'begins with http:. Anyone on the network could read the token'
  }
}
