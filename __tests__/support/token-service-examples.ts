import { explain, explainProblems } from '../../src/explain/explain'
import type { TokenServiceCredential } from '../../src/config/token-service'
import { RefusedError } from '../../src/http/errors'
import { readReply } from '../../src/http/reply'
import { TokenServiceError } from '../../src/sources/token-service-client'
import { ReachError } from '../../src/sources/token-service-source'
import type { TokenServiceProblem } from '../../src/problems/token-service-problem'
import type { Example } from './key-service-examples/common'
import { messageLines } from './messages'

const service: TokenServiceCredential = {
  kind: 'token-service',
  url: 'https://octo-sts.dev',
  trustPolicy: 'release',
  oidc: { url: 'https://pipelines.example.com/token', token: '', audience: 'octo-sts.dev' }
}

const asked = { scope: 'octo-org/hello', owner: 'octo-org', repository: 'hello' }

function inputExample(code: string, problem: TokenServiceProblem): Example {
  return [code, messageLines(explainProblems([problem]), true)]
}

function refusalExample(code: string, status: number, text: string, count = 1): Example {
  const url = 'https://octo-sts.dev/sts/exchange'
  const reply = readReply(url, { status, statusText: '', headers: {}, text }, [])
  const attempt = {
    kind: 'answered',
    method: 'GET',
    effect: 'creates-token',
    url,
    status,
    message: '',
    requestId: undefined,
    isUsable: false
  } as const
  const cause = new RefusedError(
    reply,
    Array.from({ length: count }, () => attempt)
  )
  const error = new TokenServiceError(cause, {
    service,
    stage: 'exchange',
    asked,
    claims: undefined
  })
  return [code, messageLines(explain({ error }), false)]
}

/** What a token service says, as JSON. */
function said(message: string): string {
  return JSON.stringify({ code: 7, message, details: [] })
}

/** The messages of docs/TROUBLESHOOTING.md about token services. */
export function tokenServiceExamples(): Example[] {
  const reached = {
    grant: {
      permissions: undefined,
      repositorySelection: 'selected',
      repositories: ['octo-org/hello', 'octo-org/lib'],
      repositoryIds: [1, 2]
    },
    count: 2,
    owners: ['octo-org']
  } as const
  const reach = new ReachError(service, asked, reached)
  return [
    inputExample('token-service-malformed', {
      kind: 'token-service-malformed',
      mistake: { mistake: 'not-only-a-host', text: 'https://octo-sts.dev/sts/exchange' }
    }),
    inputExample('token-service-malformed', {
      kind: 'trust-policy-malformed',
      text: 'release.sts.yaml',
      meant: 'release'
    }),
    inputExample('token-service-incomplete', {
      kind: 'token-service-incomplete',
      missing: 'token-service'
    }),
    inputExample('token-service-audience', {
      kind: 'token-service-audience-refused',
      audience: 'sts.amazonaws.com',
      cloud: 'AWS',
      isInput: true
    }),
    refusalExample(
      'token-service-audience',
      403,
      said('trust policy: audience "sts.example.com" did not match any of ["octo-sts.dev"]')
    ),
    inputExample('token-service-conflict', {
      kind: 'token-service-with-others',
      inputs: ['client-id', 'permission-contents']
    }),
    inputExample('token-service-conflict', {
      kind: 'token-service-with-repositories',
      owner: 'octo-org',
      count: 2
    }),
    refusalExample(
      'token-service-no-policy',
      404,
      said('unable to find trust policy for "release"')
    ),
    refusalExample(
      'token-service-bad-policy',
      404,
      said('unable to parse trust policy found for "release"')
    ),
    refusalExample(
      'token-service-claims',
      403,
      said(
        'trust policy: subject "repo:octo-org@9919/hello@1296269:ref:refs/heads/main" did not match "repo:octo-org/hello:ref:refs/heads/main"'
      )
    ),
    refusalExample(
      'token-service-claims',
      403,
      said('trust policy: expected claim "environment" not found in token')
    ),
    refusalExample('token-service-claims', 401, said('unable to verify bearer token')),
    refusalExample(
      'token-service-not-installed',
      404,
      said('no installation found for "octo-org"')
    ),
    refusalExample(
      'token-service-not-granted',
      403,
      said('token exchange failure (StatusUnprocessableEntity)')
    ),
    refusalExample('token-service-refused', 400, said('multiple scopes not supported')),
    refusalExample('token-service-unavailable', 500, said('failed to get token'), 4),
    refusalExample('token-service-other-server', 200, '<!DOCTYPE html><html></html>'),
    ['token-service-reach', messageLines(explain({ error: reach }), false)]
  ]
}
