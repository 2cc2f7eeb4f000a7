import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { textField, field } from '../src/json'

/** How this program names itself, and where its documents are. */
export interface Published {
  /** The action, as `uses:` takes it: `octo-org/github-app-token@v1`. */
  readonly action: string
  /** How this program is started: `npx github:octo-org/github-app-token`. */
  readonly command: string
  /** The address of docs/SETUP.md. */
  readonly help: string
}

const NAME = 'github-app-token'

/**
 * Finds out who publishes this copy. npm notes where it got a package from in a file beside it; in a
 * clone there is none, and the name of the examples is used.
 *
 * @param root the folder of package.json
 */
export function published(root: string): Published {
  const owner = ownerIn(lockOf(join(root, '..', '.package-lock.json'))) ?? 'OWNER'
  const [major = '1'] = textField(readJson(join(root, 'package.json')), 'version').split('.')
  const action = `${owner}/${NAME}`
  return {
    action: `${action}@v${major}`,
    command: `npx github:${action}`,
    help: `https://github.com/${action}/blob/v${major}/docs/SETUP.md`
  }
}

function lockOf(path: string): string {
  const packages = field(readJson(path), 'packages')
  return textField(field(packages, `node_modules/${NAME}`), 'resolved')
}

/** The owner in an address such as `git+ssh://git@github.com/octo-org/github-app-token.git#…`. */
function ownerIn(resolved: string): string | undefined {
  return /github\.com[/:]([\w.-]{1,39})\/github-app-token(?:\.git)?(?:#|$)/.exec(resolved)?.[1]
}

function readJson(path: string): unknown {
  try {
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
  } catch {
    return undefined
  }
}
