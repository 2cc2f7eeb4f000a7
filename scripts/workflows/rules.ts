/** The project's own rules for workflows. No linter checks these. */
import { parse } from 'yaml'
import type { LintDocument } from './documents'
import { pinComplaint, writtenUses } from './pins'

type Mapping = Readonly<Record<string, unknown>>

/** The job that the rules of the branch require. It needs every other job. */
const GATE = 'gate'

function mapping(value: unknown): Mapping {
  const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isMapping ? (value as Mapping) : {}
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value]
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Says which rules a document breaks. Only some of the rules apply to examples. */
export function ruleComplaints(document: LintDocument): string[] {
  if (document.kind === 'action') return []
  const workflow = mapping(parse(document.text))
  const jobs = Object.entries(mapping(workflow['jobs'])).map(
    ([name, job]) => [name, mapping(job)] as const
  )
  const everywhere = jobs.flatMap(([name, job]) => jobComplaints(name, job))
  if (document.kind === 'example') return everywhere
  return [
    ...(isEmptyMapping(workflow['permissions']) ? [] : ['the workflow lacks "permissions: {}"']),
    ...everywhere,
    ...jobs.flatMap(([name, job]) => ownJobComplaints(name, job)),
    ...gateComplaints(new Map(jobs)),
    ...foreignUses(document.text).flatMap((use) => pinComplaint(use) ?? [])
  ]
}

function isEmptyMapping(value: unknown): boolean {
  return JSON.stringify(value) === '{}'
}

function foreignUses(workflow: string): ReturnType<typeof writtenUses> {
  return writtenUses(workflow).filter(({ uses }) => !uses.startsWith('./'))
}

function stepsOf(job: Mapping): Mapping[] {
  return list(job['steps']).map(mapping)
}

function jobComplaints(name: string, job: Mapping): string[] {
  const scripts = stepsOf(job).filter((step) => text(step['run']).includes('${{'))
  return [
    ...scripts.map(() => `${name}: a script contains an expression: pass it in "env:"`),
    ...(job['secrets'] === 'inherit' ? [`${name}: passes on every secret`] : [])
  ]
}

function ownJobComplaints(name: string, job: Mapping): string[] {
  const checkouts = stepsOf(job).filter((step) =>
    text(step['uses']).startsWith('actions/checkout@')
  )
  const keeping = checkouts.filter((step) => mapping(step['with'])['persist-credentials'] !== false)
  const { permissions } = job
  const hasOwn = typeof permissions === 'object' && permissions !== null
  // A job that calls a workflow cannot have a limit. The jobs of that workflow have one.
  const isLimited = typeof job['timeout-minutes'] === 'number' || job['uses'] !== undefined
  return [
    ...(hasOwn ? [] : [`${name}: lists no permissions`]),
    ...(isLimited ? [] : [`${name}: has no timeout-minutes`]),
    ...keeping.map(() => `${name}: actions/checkout lacks "persist-credentials: false"`)
  ]
}

/** The gate must wait for every job, and run if one of them fails. */
function gateComplaints(jobs: ReadonlyMap<string, Mapping>): string[] {
  const gate = jobs.get(GATE)
  if (gate === undefined) return []
  const needed = list(gate['needs'])
  const forgotten = [...jobs.keys()].filter((name) => name !== GATE && !needed.includes(name))
  return [
    ...forgotten.map((name) => `${GATE}: does not need ${name}`),
    ...(gate['if'] === 'always()' ? [] : [`${GATE}: lacks "if: always()"`])
  ]
}
