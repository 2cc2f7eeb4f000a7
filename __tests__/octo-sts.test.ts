/**
 * A second opinion on `local/token-service`: the server of octo-sts itself. Runs only if `OCTO_STS` is the
 * path of its program: see CONTRIBUTING.md.
 */
import { installationOn } from '../local/github/github-data'
import { startOidc, type EmbeddedOidc } from '../local/key-services/oidc'
import { explained } from './support/explained'
import { OCTO_STS, startOctoSts, type OctoSts } from './support/octo-sts'
import { scenario, type ScenarioOptions } from './support/scenario'

const describeIfThere = OCTO_STS === '' ? describe.skip : describe

describeIfThere('octo-sts itself', () => {
  let sts: OctoSts
  let oidc: EmbeddedOidc

  beforeAll(async () => {
    oidc = await startOidc()
    sts = await startOctoSts()
  }, 60_000)

  afterAll(async () => {
    await sts.close()
    await oidc.close()
  })

  /** The service remembers policies for minutes, so each test has a name of its own. */
  function options(name: string, inputs: Readonly<Record<string, string>> = {}): ScenarioOptions {
    return {
      env: oidc.env,
      with: {
        'client-id': '',
        'private-key': '',
        'token-service': sts.url,
        'trust-policy': name,
        ...inputs
      },
      job: (github) => {
        sts.use(github)
        return {}
      }
    }
  }

  function policy(lines: readonly string[], subject = 'repo:octo-org/hello:.*'): string {
    const permissions = ['permissions:', '  contents: read', '  issues: write']
    const first = [`issuer: ${oidc.url}`, `subject_pattern: "${subject}"`]
    return [...first, ...(lines.includes('permissions:') ? [] : permissions), ...lines, ''].join(
      '\n'
    )
  }

  test('gives a token for a repository', async () => {
    sts.policies.set('octo-org/hello/release', policy([]))
    const { main, post, github } = await scenario(options('release'))
    expect(main.exitCode).toBe(0)
    expect(main.outputs['repositories']).toBe('["octo-org/hello"]')
    expect(post.log).toContain('Token for octo-org/hello revoked')
    expect(github.liveTokens()).toEqual([])
  })

  test('gives a token for an owner', async () => {
    sts.policies.set('octo-org/.github/all', policy([]))
    const { main } = await scenario({
      ...options('all', { owner: 'octo-org' }),
      data: (data) => {
        const policies = { id: 77, owner: 'octo-org', name: '.github', private: false }
        data.repositories.push(policies)
        installationOn(data, 'octo-org').repositories.push(policies)
      }
    })
    expect(main.exitCode).toBe(0)
    expect(main.outputs['repositories']).toBe(
      '["octo-org/hello","octo-org/lib","octo-org/.github"]'
    )
  })

  test.each<[string, string | undefined, Readonly<Record<string, string>>, string]>([
    ['absent', undefined, {}, 'token-service-no-policy'],
    ['damaged', 'issuer: [', {}, 'token-service-bad-policy'],
    ['both', 'issuer: a\nissuer_pattern: b\n', {}, 'token-service-bad-policy'],
    ['subject', 'SUBJECT', {}, 'token-service-claims'],
    ['claim', 'CLAIM', {}, 'token-service-claims'],
    ['no-claim', 'NO CLAIM', {}, 'token-service-claims'],
    ['other-audience', 'AUDIENCE', {}, 'token-service-audience'],
    ['issuer', 'ISSUER', {}, 'token-service-claims'],
    ['permissions', 'PERMISSIONS', {}, 'token-service-not-granted'],
    ['not-installed', 'FINE', { owner: 'lonely-org' }, 'token-service-not-installed'],
    ['wrong-audience', 'FINE', { audience: 'octo-sts.dev' }, 'token-service-audience']
  ])('refuses: %s', async (name, text, inputs, code) => {
    const texts: Readonly<Record<string, string>> = {
      FINE: policy([]),
      SUBJECT: policy([], 'repo:octo-org/hello:environment:production'),
      CLAIM: policy(['claim_pattern:', '  ref: refs/heads/release']),
      'NO CLAIM': policy(['claim_pattern:', '  environment: production']),
      AUDIENCE: policy(['audience: octo-sts.dev']),
      ISSUER: policy([]).replace(oidc.url, 'https://token.actions.githubusercontent.com'),
      PERMISSIONS: policy(['permissions:', '  administration: write'])
    }
    if (text !== undefined) sts.policies.set(`octo-org/hello/${name}`, texts[text] ?? text)
    const found = await explained(options(name, inputs))
    expect(found.code).toBe(code)
    expect(found.lines[0]).toMatch(/refused a token for \S+ with 40[34]: "/)
  })
})
