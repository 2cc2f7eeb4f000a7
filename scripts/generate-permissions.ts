/**
 * Updates the list of permissions from GitHub's OpenAPI description. Writes scripts/permissions.json,
 * src/config/permission-list.ts, and the `permission-*` inputs in action.yml.
 *
 *   npm run generate:permissions [-- FOLDER]    FOLDER: an unpacked @octokit/openapi
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDescriptions, type Descriptions } from './openapi-source'
import { renderInputs, renderList, replaceInputs, type PermissionRecord } from './permission-text'

const root = join(__dirname, '..')
const recordFile = join(__dirname, 'permissions.json')

/** Every permission that any of GitHub's products knows today, by name. */
function collect(descriptions: Descriptions): Map<string, PermissionRecord> {
  const found = new Map<string, PermissionRecord>()
  // github.com and Enterprise Cloud come first, because their texts are the newest.
  const names = [...descriptions.names].sort(
    (a, b) => Number(a.includes('ghes')) - Number(b.includes('ghes'))
  )
  for (const name of names) {
    const schema = descriptions.load(name).components['schemas']?.['app-permissions']
    const properties = schema?.['properties'] as Record<
      string,
      { enum: string[]; description: string }
    >
    for (const [permission, { enum: levels, description }] of Object.entries(properties)) {
      const earlier = found.get(permission)
      found.set(permission, {
        name: permission,
        levels: [...new Set([...(earlier?.levels ?? []), ...levels])],
        description: earlier?.description ?? description,
        retired: false
      })
    }
  }
  return found
}

async function main(): Promise<void> {
  const before = JSON.parse(readFileSync(recordFile, 'utf8')) as PermissionRecord[]
  const descriptions = await openDescriptions(process.argv[2])
  try {
    const found = collect(descriptions)
    // An input is never removed, so that no workflow breaks that sets it.
    for (const old of before) {
      if (!found.has(old.name)) found.set(old.name, { ...old, retired: true })
    }
    const records = [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
    const manifest = join(root, 'action.yml')
    writeFileSync(recordFile, `${JSON.stringify(records, undefined, 2)}\n`)
    writeFileSync(join(root, 'src/config/permission-list.ts'), renderList(records))
    writeFileSync(manifest, replaceInputs(readFileSync(manifest, 'utf8'), renderInputs(records)))
    console.log(`${records.length} permissions, from @octokit/openapi ${descriptions.version}`)
  } finally {
    await descriptions.close()
  }
}

void main()
