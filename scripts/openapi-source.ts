/** Reads GitHub's OpenAPI descriptions from the npm package `@octokit/openapi`. */
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

// Not a dependency, because it has 385 MB: it is installed into a temporary folder if it is needed.
const PACKAGE = '@octokit/openapi'
const VERSION = '23.0.2'

/** Any JSON value, as read from a description. */
export type Json = string | number | boolean | null | Json[] | JsonObject

/** A JSON object, as read from a description. */
export interface JsonObject {
  [key: string]: Json
}

/** The parts of an OpenAPI 3.0 document that the generators read. */
export interface OpenApiDocument {
  readonly openapi: string
  readonly info: JsonObject
  /** From a path template such as `/app/installations/{installation_id}` to its methods. */
  readonly paths: Record<string, JsonObject>
  /** From a kind (`schemas`, `responses`, `parameters`) to its components by name. */
  readonly components: Record<string, Record<string, JsonObject>>
}

/** GitHub's descriptions: one for each product, and for Enterprise Server each version. */
export interface Descriptions {
  /** For instance `api.github.com`, `ghec` (Enterprise Cloud), `ghes-3.19` (Enterprise Server). */
  readonly names: string[]
  /** Reads one description by its name. */
  load(name: string): OpenApiDocument
  /** The version of the package that the descriptions come from. */
  readonly version: string
  /** Removes the temporary folder, if there is one. */
  close(): Promise<void>
}

/**
 * Opens GitHub's OpenAPI descriptions: from the unpacked package in `folder`, or from a temporary
 * folder that `close()` removes.
 */
export async function openDescriptions(folder?: string): Promise<Descriptions> {
  if (folder !== undefined) return readPackage(folder, () => Promise.resolve())
  const temporary = await mkdtemp(join(tmpdir(), 'openapi-'))
  const close = (): Promise<void> => rm(temporary, { recursive: true, force: true })
  try {
    return readPackage(await install(temporary), close)
  } catch (error) {
    await close()
    throw error
  }
}

async function install(folder: string): Promise<string> {
  // Without a package.json here, npm would use the one of a folder above.
  await writeFile(join(folder, 'package.json'), '{"private":true}\n')
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock']
  await promisify(execFile)('npm', ['install', ...options, `${PACKAGE}@${VERSION}`], {
    cwd: folder,
    shell: process.platform === 'win32'
  })
  return join(folder, 'node_modules', ...PACKAGE.split('/'))
}

function readPackage(folder: string, close: () => Promise<void>): Descriptions {
  const manifest = readJson(join(folder, 'package.json')) as { name?: string; version?: string }
  if (manifest.name !== PACKAGE || manifest.version !== VERSION) {
    throw new Error(`${folder} is not the package ${PACKAGE}@${VERSION}.`)
  }
  const generated = join(folder, 'generated')
  const names = readdirSync(generated)
    .filter((file) => file.endsWith('.json') && !file.endsWith('.deref.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort()
  return {
    names,
    version: manifest.version,
    load: (name) => {
      if (!names.includes(name)) throw new Error(`${name} is not among ${names.join(', ')}.`)
      return readJson(join(generated, `${name}.json`)) as OpenApiDocument
    },
    close
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
