/**
 * Writes `local/key-services/google-apis.json`: the methods of Google's APIs that the action calls, as
 * Google's discovery documents have them, with their schemas as JSON Schema.
 *
 *     npx tsx scripts/generate-google-apis.ts [folder of discovery documents]
 *
 * The documents are in the package google-api-python-client (PyPI), in
 * `googleapiclient/discovery_cache/documents`. Without a folder, the package is installed into a
 * temporary one, which needs Python with pip.
 */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { object, references } from './json-schema'
import type { Json, JsonObject } from './openapi-source'

const TARGET = join(__dirname, '..', 'local', 'key-services', 'google-apis.json')
const PACKAGE = 'google-api-python-client'
const VERSION = '2.202.0'
const DOCUMENTS = join('googleapiclient', 'discovery_cache', 'documents')

const KEY_VERSIONS =
  'projects.resources.locations.resources.keyRings.resources.cryptoKeys.resources.cryptoKeyVersions'

/** From a name of ours to the document and the method in it. */
const METHODS = {
  exchangeToken: ['sts.v1', 'v1.methods.token'],
  generateAccessToken: [
    'iamcredentials.v1',
    'projects.resources.serviceAccounts.methods.generateAccessToken'
  ],
  asymmetricSign: ['cloudkms.v1', `${KEY_VERSIONS}.methods.asymmetricSign`],
  getPublicKey: ['cloudkms.v1', `${KEY_VERSIONS}.methods.getPublicKey`]
} as const

/** What JSON holds where a schema of Google's has a format. Other formats limit nothing. */
const FORMATS: Readonly<Record<string, string>> = {
  byte: '^[A-Za-z0-9+/]*={0,2}$',
  int64: '^-?\\d+$',
  'google-duration': '^\\d+(\\.\\d+)?s$',
  'google-datetime': '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$'
}

async function main(): Promise<void> {
  const temporary = await mkdtemp(join(tmpdir(), 'google-apis-'))
  try {
    const text = JSON.stringify(subset(process.argv[2] ?? (await install(temporary))))
    const style = (await resolveConfig(TARGET)) ?? {}
    await writeFile(TARGET, await format(text, { ...style, parser: 'json' }))
    console.log(`${relative(process.cwd(), TARGET)}: ${Object.keys(METHODS).length} methods`)
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

async function install(folder: string): Promise<string> {
  const options = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', folder]
  await promisify(execFile)('python3', [...options, `${PACKAGE}==${VERSION}`])
  return join(folder, DOCUMENTS)
}

function subset(folder: string): object {
  const described = Object.entries(METHODS).map(([name, [file, path]]) => {
    const document = object(JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8')) as Json)
    return { name, document, ...describe(document, path) }
  })
  return {
    source: `${PACKAGE}@${VERSION}`,
    methods: Object.fromEntries(described.map(({ name, method }) => [name, method])),
    components: { schemas: Object.assign({}, ...described.map(({ schemas }) => schemas)) as object }
  }
}

function describe(
  document: JsonObject,
  path: string
): { readonly method: JsonObject; readonly schemas: JsonObject } {
  const found = path.split('.').reduce<JsonObject>((parent, name) => object(parent[name] ?? null), {
    ...object(document['resources'] ?? null)
  })
  const request = found['request'] === undefined ? null : schema(found['request'])
  const response = schema(found['response'] ?? null)
  const name = object(found['parameters'] ?? {})['name']
  return {
    method: {
      host: document['rootUrl'] ?? null,
      httpMethod: found['httpMethod'] ?? null,
      path: found['path'] ?? null,
      // The pattern of the only parameter in the path.
      name: name === undefined ? null : (object(name)['pattern'] ?? null),
      scopes: found['scopes'] ?? null,
      request,
      response
    },
    schemas: reached([request, response], object(document['schemas'] ?? null))
  }
}

function reached(roots: Json[], all: JsonObject): JsonObject {
  const schemas: JsonObject = {}
  const remaining = references(roots)
  for (let name = remaining.pop(); name !== undefined; name = remaining.pop()) {
    if (schemas[name] !== undefined) continue
    const found = schema(all[name] ?? null)
    schemas[name] = found
    remaining.push(...references(found))
  }
  return schemas
}

/** Converts a schema of a discovery document to JSON Schema: an unknown field is an error at Google. */
function schema(value: Json): JsonObject {
  const { $ref, type, items, properties, format: kind, enum: choices } = object(value)
  if (typeof $ref === 'string') return { $ref: `#/components/schemas/${$ref}` }
  const pattern = typeof kind === 'string' ? FORMATS[kind] : undefined
  return {
    type: type ?? null,
    ...(choices === undefined ? {} : { enum: choices }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(items === undefined ? {} : { items: schema(items) }),
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(object(properties)).map(([name, each]) => [name, schema(each)])
          ),
          additionalProperties: false
        })
  }
}

void main()
