import { nearMiss } from '../src/config/names'
import { KNOWN_PERMISSIONS } from '../src/config/permission-list'
import { doubtName, sameTitle, type NameDoubt } from '../src/explain/permission-names'
import { PERMISSION_TITLES } from '../src/explain/permission-titles'

describe('doubtName', () => {
  const meaning = (name: string): string => {
    const doubt = doubtName(name.replace(/-/g, '_'))
    return doubt?.kind === 'other-name' ? doubt.meant.join() : String(doubt?.kind)
  }

  test.each([
    ['dependabot-alerts', 'vulnerability_alerts'],
    ['commit-statuses', 'statuses'],
    ['code-scanning-alerts', 'security_events'],
    ['webhooks', 'organization_hooks,repository_hooks'],
    ['variables', 'actions_variables,organization_actions_variables'],
    ['code', 'contents'],
    ['projects', 'organization_projects,repository_projects'],
    ['self-hosted-runners', 'organization_self_hosted_runners,administration'],
    ['organization-members', 'members'],
    ['deploy-keys', 'administration'],
    ['organization-variables', 'organization_actions_variables'],
    ['repository-webhooks', 'repository_hooks'],
    ['org-secrets', 'organization_secrets'],
    ['repo-variables', 'actions_variables'],
    ['webhook', 'organization_hooks,repository_hooks'],
    ['personal-access-tokens', 'organization_personal_access_tokens'],
    [
      'custom-properties',
      'enterprise_custom_properties,organization_custom_properties,repository_custom_properties'
    ],
    ['id-token', 'github-token'],
    ['models', 'github-token'],
    ['copilot-requests', 'github-token'],
    ['gists', 'account'],
    ['emails', 'account'],
    ['email-addresses', 'account'],
    ['starring', 'account'],
    ['frobnicate', 'unlisted'],
    ['constructor', 'unlisted'],
    ['contents', 'undefined'],
    ['actions-variables', 'undefined'],
    ['organization-private-registries', 'undefined'],
    ['repository-advisories', 'undefined']
  ])('%s: %s', (name, expected) => {
    expect(meaning(name)).toBe(expected)
  })

  test('every title leads to its permission, or says that only a user can grant it', () => {
    for (const [name, scope, title] of PERMISSION_TITLES) {
      const typed = title.toLowerCase().replace(/[ -]/g, '_')
      const doubt: NameDoubt | undefined = doubtName(typed)
      if (scope === 'account') expect([title, doubt]).toEqual([title, { kind: 'account' }])
      else if (doubt?.kind === 'other-name') {
        expect(doubt.meant).toContain(name)
      } else expect(KNOWN_PERMISSIONS.has(typed) || typed === 'team_discussions').toBe(true)
    }
  })

  test('no title and no name is refused as a misspelling of another permission', () => {
    const typed = PERMISSION_TITLES.flatMap(([name, , title]) => [
      name,
      title.toLowerCase().replace(/[ -]/g, '_')
    ])
    const refused = typed.filter(
      (name) =>
        !KNOWN_PERMISSIONS.has(name) && nearMiss(name, KNOWN_PERMISSIONS.keys()) !== undefined
    )
    expect(refused).toEqual([])
  })
})

test.each([
  ['secrets', ['organization_secrets']],
  ['contents', []],
  ['constructor', []]
])('permissions of the same title as %s', (name, others) => {
  expect(sameTitle(name).map((one) => one.name)).toEqual(others)
})
