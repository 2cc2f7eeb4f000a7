import { isMap, isScalar, LineCounter, parseAllDocuments, visit, type YAMLMap } from 'yaml'
import ACTIONS from '../scripts/list-uses/actions.json'

/** A step that creates an App token, with the inputs that say what the token is for. */
export interface Use {
  /** Where it is: `.github/workflows/ci.yml:12`. */
  readonly place: string
  /** Text inputs by their names in lower case; expressions included. */
  readonly inputs: ReadonlyMap<string, string>
}

/**
 * Every step of a workflow or a composite action that uses this action, or one of those that it
 * replaces. A file that is no YAML has none.
 */
export function usesIn(path: string, text: string): readonly Use[] {
  const lines = new LineCounter()
  const found: Use[] = []
  for (const document of parseAllDocuments(text, { lineCounter: lines, merge: true })) {
    if ('empty' in document) continue
    visit(document, {
      Map: (_, step) => {
        const uses = step.get('uses')
        if (typeof uses !== 'string' || !isTokenAction(uses)) return
        const { line } = lines.linePos(step.range?.[0] ?? 0)
        found.push({ place: `${path}:${line}`, inputs: inputsOf(step) })
      }
    })
  }
  return found
}

/** This action has this name whoever publishes it. */
const THIS_ACTION = /^[\w.-]+\/github-app-token$/

function isTokenAction(uses: string): boolean {
  const [name = ''] = uses.toLowerCase().split('@')
  return ACTIONS.includes(name) || THIS_ACTION.test(name)
}

function inputsOf(step: YAMLMap): Map<string, string> {
  const inputs = step.get('with')
  if (!isMap(inputs)) return new Map()
  return new Map(
    inputs.items.flatMap(({ key, value }) =>
      isScalar(key) && isScalar(value)
        ? [[String(key.value).toLowerCase(), scalarText(value.value)] as const]
        : []
    )
  )
}

/** A value as the runner passes it. */
function scalarText(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
