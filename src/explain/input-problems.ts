import type { AddressMistake, InputProblem, ProxyMistake } from '../problems/input-problem'
import type { SecretKind } from '../secret-text'
import type { Texts } from './explanation'

/** What a person reads about any input, a switch, or an address. */
export const INPUT_PROBLEMS: Texts<InputProblem> = {
  'secret-in-input': ({ input, secret }) => {
    const { contains, advice, exception = '' } = describeSecret(input, secret)
    return {
      code: 'key-in-wrong-input',
      title: 'A secret is in the wrong input',
      problem: `${input} contains ${contains}. It is not shown here.`,
      fix: `${advice}, and correct \`${input}\`.${exception}`
    }
  },
  'key-in-input-name': () => ({
    code: 'key-in-wrong-input',
    title: 'A secret is in the wrong input',
    problem:
      'The name of an input for permissions contains a private key, or a part of one. It is not shown here.',
    fix: 'set the key only in `private-key`, and correct the name of that input.'
  }),
  'boolean-malformed': ({ input, text }) => ({
    code: 'boolean-malformed',
    title: `${input} is neither true nor false`,
    problem: `${input} is "${text}". It takes true or false.`,
    fix: `set \`${input}: true\` or \`${input}: false\`. Without it, it is off.`
  }),
  'api-url-malformed': ({ name, mistake }) => ({
    code: 'api-url-malformed',
    title: `${name} is not an API's address`,
    problem: `${name} ${describeAddress(mistake)}.`,
    fix: 'use an address such as https://api.github.com, https://api.acme.ghe.com or https://github.example.com/api/v3, or remove `github-api-url`.'
  }),
  'web-url-malformed': ({ name, mistake }) => ({
    code: 'api-url-malformed',
    title: `${name} is not a web address`,
    problem: `${name} ${describeAddress(mistake)}, so the action does not know the addresses of repositories.`,
    fix: 'set it to an address such as https://github.com, or set `github-api-url`.'
  }),
  'proxy-malformed': ({ variable, mistake }) => ({
    code: 'proxy-malformed',
    title: `${variable} is not a proxy's address`,
    problem: `${variable} is not the address of an http or https proxy${describeProxy(mistake)}.`,
    fix: fixProxy(variable, mistake)
  })
}

/** What an input contains instead of its value, and what to do. */
function describeSecret(
  input: string,
  secret: SecretKind
): { readonly contains: string; readonly advice: string; readonly exception?: string } {
  switch (secret) {
    case 'token':
      return { contains: 'a token', advice: 'do not set a token there' }
    case 'jwt':
      return { contains: 'a JSON web token', advice: 'set a JWT of the App only in `jwt`' }
    case 'hex':
      return {
        contains: '40 hex characters, like a client secret',
        advice: 'do not set a secret there',
        ...(input === 'repositories'
          ? { exception: ' If a repository has this name, write it with its owner: `OWNER/NAME`.' }
          : {})
      }
    case 'address-with-credentials':
      return {
        contains: 'an address with a user name or password',
        advice: 'do not set a password there'
      }
    case 'key':
      return {
        contains: 'a private key, or a part of one',
        advice:
          input === 'private-key-file'
            ? 'that input takes a path. Set the key only in `private-key`'
            : 'set the key only in `private-key`'
      }
  }
}

function describeProxy(mistake: ProxyMistake): string {
  switch (mistake.mistake) {
    case 'scheme':
      return ` (it begins with "${mistake.scheme}://")`
    case 'quotes':
      return ': it has quotes around it'
    case 'not-encoded':
      return ': it contains a "#", "?", "/" or "\\" that a host cannot have. Probably this character is part of the password'
    case 'not-an-address':
      return ''
  }
}

function fixProxy(variable: string, { mistake }: ProxyMistake): string {
  switch (mistake) {
    case 'quotes':
      return `remove the quotes from \`${variable}\`.`
    case 'not-encoded':
      return 'percent-encode special characters in the user name and the password: # is %23, / is %2F, ? is %3F, @ is %40, \\ is %5C.'
    case 'scheme':
    case 'not-an-address':
      return `set \`${variable}\` to an address such as http://proxy.example.com:3128, or unset it. Percent-encode special characters in a password.`
  }
}

function describeAddress(mistake: AddressMistake): string {
  switch (mistake.mistake) {
    case 'not-an-address':
      return `is "${mistake.text}", which is not a web address`
    case 'invalid-host':
      return `is "${mistake.text}", whose host contains an invalid character`
    case 'not-only-a-host':
      return `is "${mistake.text}", which contains more than a host and a port`
    case 'scheme':
      return `begins with "${mistake.scheme}", not with https:`
    case 'credentials':
      return 'contains a user name or password'
    case 'query':
      return 'contains a "?" or a "#"'
  }
}
