import { dashed, type Permissions } from '../src/config/permissions'
import type { Options } from './options'

/** What the step to paste is made from. */
export interface StepParts {
  readonly options: Pick<Options, 'storage' | 'variable' | 'secret'>
  /** The action, as `uses:` takes it. */
  readonly action: string
  readonly clientId: string
  readonly permissions: Permissions
}

/** The step to paste into a workflow, as lines of YAML. */
export function stepLines({ options, action, clientId, permissions }: StepParts): string[] {
  return [
    ...jobLines(options),
    `- uses: ${action}`,
    '  id: app',
    '  with:',
    ...credentialLines(options, clientId).map((line) => `    ${line}`),
    ...Object.entries(permissions).map(
      ([name, level]) => `    permission-${dashed(name)}: ${level}`
    )
  ]
}

/** What the step needs that is not in it. */
function jobLines({ storage, secret }: StepParts['options']): string[] {
  switch (storage.kind) {
    case 'environment':
      return [`# The job needs this line: environment: ${storage.environment}`]
    case 'key-service':
      return [
        '# The job needs "id-token: write" under "permissions:".',
        '# The step needs the inputs for the login, too: see docs/KEYS.md of this action.'
      ]
    case 'file':
      return [`# First store the key in a secret with the name ${secret}.`]
    case 'repository':
    case 'organization':
      return []
  }
}

function credentialLines(
  { storage, variable, secret }: StepParts['options'],
  clientId: string
): string[] {
  const fromVariable = `client-id: \${{ vars.${variable} }}`
  switch (storage.kind) {
    case 'key-service':
      return [fromVariable, `kms-key: ${storage.key}`]
    case 'file':
      return [`client-id: ${clientId}`, `private-key: \${{ secrets.${secret} }}`]
    case 'repository':
    case 'environment':
    case 'organization':
      return [fromVariable, `private-key: \${{ secrets.${secret} }}`]
  }
}
