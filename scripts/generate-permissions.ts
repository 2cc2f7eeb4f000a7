/**
 * Updates the list of permissions from GitHub's OpenAPI description and from
 * scripts/permission-titles.json. Writes scripts/permissions.json, src/config/permission-list.ts,
 * src/explain/permission-titles.ts, and the `permission-*` inputs in action.yml.
 *
 *   npm run generate:permissions [-- FOLDER]    FOLDER: an unpacked @octokit/openapi
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDescriptions, type Descriptions } from './openapi-source'
import { completeRecords, type PermissionRecord, type PermissionTitle } from './permission-records'
import { renderInputs, renderList, renderTitles, replaceInputs } from './permission-text'

const root = join(__dirname, '..')
const recordFile = join(__dirname, 'permissions.json')
const titles = JSON.parse(
  readFileSync(join(__dirname, 'permission-titles.json'), 'utf8')
) as PermissionTitle[]

/** Every permission that the API of any of GitHub's products describes today. */
function collect(descriptions: Descriptions): PermissionRecord[] {
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
  return [...found.values()]
}

async function main(): Promise<void> {
  const before = JSON.parse(readFileSync(recordFile, 'utf8')) as PermissionRecord[]
  const descriptions = await openDescriptions(process.argv[2])
  try {
    const records = completeRecords(collect(descriptions), titles, before)
    const manifest = join(root, 'action.yml')
    writeFileSync(recordFile, `${JSON.stringify(records, undefined, 2)}\n`)
    writeFileSync(join(root, 'src/config/permission-list.ts'), renderList(records))
    writeFileSync(join(root, 'src/explain/permission-titles.ts'), renderTitles(titles))
    const inputs = renderInputs(records, titles)
    writeFileSync(manifest, replaceInputs(readFileSync(manifest, 'utf8'), inputs))
    console.log(`${records.length} permissions, from @octokit/openapi ${descriptions.version}`)
  } finally {
    await descriptions.close()
  }
}

void main()
