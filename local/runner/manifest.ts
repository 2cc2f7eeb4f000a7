/** Reads `action.yml`, and turns the inputs of a step into variables as the runner does. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** One input as `action.yml` declares it. */
export interface InputDeclaration {
  /** As written there; absent if it has none. */
  readonly default?: string
  readonly description: string
  readonly deprecationMessage?: string
}

/** The parts of `action.yml` that a runner uses. */
export interface Manifest {
  readonly name: string
  readonly inputs: Readonly<Record<string, InputDeclaration>>
  readonly outputs: readonly string[]
  readonly using: string
  readonly main: string
  readonly post?: string
}

function object(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function text(value: unknown): string {
  if (typeof value === 'string') {
    return value
  }
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

function declaration(value: unknown): InputDeclaration {
  const fields = object(value)
  return {
    description: text(fields['description']),
    ...(fields['default'] === undefined ? {} : { default: text(fields['default']) }),
    ...(fields['deprecationMessage'] === undefined
      ? {}
      : { deprecationMessage: text(fields['deprecationMessage']) })
  }
}

/** Manifests by their text, because the tests create a job for nearly every test. */
const parsed = new Map<string, Manifest>()

/** Reads `action.yml` in a folder. */
export function readManifest(folder: string): Manifest {
  const yaml = readFileSync(join(folder, 'action.yml'), 'utf8')
  const manifest = parsed.get(yaml) ?? parseManifest(yaml)
  parsed.set(yaml, manifest)
  return manifest
}

function parseManifest(yaml: string): Manifest {
  const fields = object(parse(yaml))
  const runs = object(fields['runs'])
  const inputs = Object.entries(object(fields['inputs']))
  return {
    name: text(fields['name']),
    inputs: Object.fromEntries(inputs.map(([name, value]) => [name, declaration(value)])),
    outputs: Object.keys(object(fields['outputs'])),
    using: text(runs['using']),
    main: text(runs['main']),
    ...(runs['post'] === undefined ? {} : { post: text(runs['post']) })
  }
}

/** The name of the variable for an input. Dashes stay. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
}

/** Evaluates the one kind of expression that `default:` holds: `${{ github.something }}`. */
function evaluate(value: string, github: Readonly<Record<string, string>>): string {
  return value.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => {
    const name = /^\s*github\.([a-z_]+)\s*$/.exec(expression)?.[1]
    if (name === undefined) {
      throw new Error(`action.yml has a default that this runner cannot evaluate: ${value}`)
    }
    return github[name] ?? ''
  })
}

/** The variables for a step's inputs, and the runner's warnings about them. */
export function inputEnvironment(
  manifest: Manifest,
  given: Readonly<Record<string, string>>,
  github: Readonly<Record<string, string>>
): { readonly env: Record<string, string>; readonly warnings: readonly string[] } {
  const env = new Map<string, string>()
  const warnings: string[] = []
  for (const [name, { default: value }] of Object.entries(manifest.inputs)) {
    env.set(inputVariable(name), evaluate(value ?? '', github))
  }
  const valid = Object.keys(manifest.inputs)
  const declared = new Map(valid.map((name) => [name.toLowerCase(), manifest.inputs[name]]))
  const unexpected: string[] = []
  for (const [name, value] of Object.entries(given)) {
    const input = declared.get(name.toLowerCase())
    if (input === undefined) {
      unexpected.push(name)
    } else if (input.deprecationMessage !== undefined) {
      warnings.push(`Input '${name}' has been deprecated with message: ${input.deprecationMessage}`)
    }
    env.set(inputVariable(name), value)
  }
  if (unexpected.length > 0) {
    const list = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ')
    warnings.push(`Unexpected input(s) ${list(unexpected)}, valid inputs are [${list(valid)}]`)
  }
  return { env: Object.fromEntries(env), warnings }
}
