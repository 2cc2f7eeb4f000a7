/**
 * The order of what a step does side by side is decided by the network, so a recording sorts it:
 *
 * - A step that has several owners creates and revokes their tokens side by side. It is sorted by
 *   owner. Within one owner, the order stays as it was.
 * - With `installation-id`, the installation is looked up while its token is created. The lookup is
 *   put first.
 * - Once a step has asked for a token, or was refused, it reads several things side by side: what
 *   `git-credentials` and `git-identity` need, or what explains the refusal. Neighbouring reads are
 *   sorted by their paths.
 *
 * Everything else is recorded in the order in which it happened.
 */

/** What the order depends on in a request. */
export interface Sortable {
  /** `METHOD /path`. */
  readonly request: string
  readonly headers: Readonly<Record<string, unknown>>
  readonly status: number
  /** The id of the installation in the answer to a lookup. */
  readonly installation?: string
  /** The token in the answer. */
  readonly token?: string
}

/** The parts of a step whose order can be undecided. */
export interface StepTexts<R extends Sortable> {
  readonly requests: readonly R[]
  readonly stdout: readonly string[]
  readonly log: readonly string[]
  readonly state: string
}

/** Remembers, from main to post, which installation each token is for. */
export class SideBySide {
  readonly #installations = new Map<string, string>()

  /** The same step in an order that is the same in every run. */
  sort<R extends Sortable>(step: StepTexts<R>): StepTexts<R> {
    const lanes = this.#lanesOf(step.requests)
    const named = new Set(lanes.filter((lane) => lane !== ''))
    const tokens = new Set(this.#tokensIn(step.state + step.stdout.join('\n')))
    if (named.size < 2 && tokens.size < 2) return sortReads(step)
    const requests = step.requests
      .map((request, index) => ({ request, lane: lanes[index] ?? '' }))
      .toSorted((one, other) => compare(orderOf(one), orderOf(other)))
      .map(({ request }) => request)
    return sortReads({
      requests,
      stdout: this.#sortRuns(step.stdout),
      log: this.#sortRuns(step.log),
      state: this.#sortState(step.state)
    })
  }

  /** For each request the installation that it is about; the path if no answer told. */
  #lanesOf(requests: readonly Sortable[]): string[] {
    const byPath = new Map<string, string>()
    for (const { request, installation, token } of requests) {
      if (installation !== undefined) byPath.set(request, installation)
      const id = installationOf(request)
      if (token !== undefined && id !== undefined) this.#installations.set(token, id)
    }
    return requests.map(({ request, headers, status }) => {
      const bearer = /^(?:Bearer|token) (.+)$/.exec(String(headers['authorization']))?.[1] ?? ''
      return (
        installationOf(request) ??
        this.#installations.get(bearer) ??
        byPath.get(request) ??
        (isLookup(request) && !isRedirect(status) ? request : '')
      )
    })
  }

  #tokensIn(text: string): string[] {
    return [...this.#installations.keys()].filter((token) => text.includes(token))
  }

  #orderOf(text: string): string {
    const [token = ''] = this.#tokensIn(text)
    return this.#installations.get(token) ?? ''
  }

  /** Sorts neighbouring lines that hide tokens, that say what was revoked, and that list requests. */
  #sortRuns(lines: readonly string[]): string[] {
    return runsOf(lines, kindOf).flatMap(({ kind, items }) =>
      kind === 'mask'
        ? items.toSorted((one, other) => compare(this.#orderOf(one), this.#orderOf(other)))
        : items.toSorted(compare)
    )
  }

  /** The tokens of the last save by owner. Which ones an earlier save holds is not decided. */
  #sortState(state: string): string {
    const last = state.lastIndexOf('"tokens":[')
    return state.replace(/"tokens":\[(.*?)\]/g, (_, list: string, at: number) => {
      const tokens = list === '' ? [] : list.split(/(?<=\}),/)
      if (at < last) return '"tokens":[…]'
      const sorted = tokens.toSorted((one, other) =>
        compare(this.#orderOf(one), this.#orderOf(other))
      )
      return `"tokens":[${sorted.join()}]`
    })
  }
}

/** Whether a request asks for an installation of the App. */
export function isLookup(request: string): boolean {
  return request.endsWith('/installation')
}

function installationOf(request: string): string | undefined {
  return /^POST .*\/app\/installations\/(\d+)\//.exec(request)?.[1]
}

/** Within an owner as it was; what belongs to no owner by its path. */
function orderOf({ request, lane }: { request: Sortable; lane: string }): string {
  return lane === '' ? ` ${request.request}` : lane
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400
}

/** A line of the list of requests that a step prints if it fails. */
const LISTED = /^ *(?:GET|POST|DELETE) \S+ -> /

const REVOKED = /^(?:::\w+ ?[^:]*::)?(?:Warning: )?(?:The token|Token) for \S+ (?:was not )?revoked/

function kindOf(line: string): string {
  if (line.startsWith('::add-mask::gh')) return 'mask'
  if (LISTED.test(line)) return 'request'
  return REVOKED.test(line) ? 'revoked' : ''
}

/** Of an installation: the lookup by its id, or the request for its token. */
const OF_INSTALLATION =
  /^ *(?:GET \S*\/app\/installations\/\d+(?=[?\s]|$)|POST \S*\/app\/installations\/\d+\/access_tokens)/

/** Puts the lookups by id before the requests for a token that are made beside them. */
function sortById<R extends Sortable>(step: StepTexts<R>): StepTexts<R> {
  const sort = <T>(items: readonly T[], textOf: (item: T) => string): T[] =>
    runsOf(items, (item) => (OF_INSTALLATION.test(textOf(item)) ? 'id' : '')).flatMap((run) =>
      run.items.toSorted((one, other) => compare(methodOf(textOf(one)), methodOf(textOf(other))))
    )
  return {
    ...step,
    requests: sort(step.requests, ({ request }) => request),
    stdout: sort(step.stdout, (line) => line),
    log: sort(step.log, (line) => line)
  }
}

function methodOf(text: string): string {
  return text.trimStart().split(' ')[0] ?? ''
}

/** Sorts what is read once a token was asked for, or after a refusal. */
function sortReads<R extends Sortable>(given: StepTexts<R>): StepTexts<R> {
  const step = sortById(given)
  const first = step.requests.findIndex(
    ({ request, status }) => status >= 400 || installationOf(request) !== undefined
  )
  if (first < 0) return step
  const after = runsOf(step.requests.slice(first + 1), ({ request }) =>
    request.startsWith('GET') ? 'GET' : ''
  )
  const sorted = after.flatMap(({ items }) =>
    items.toSorted((one, other) => compare(one.request, other.request))
  )
  const sortListed = (lines: readonly string[]): string[] =>
    runsOf(lines, (line) => (/^ *GET /.test(line) && LISTED.test(line) ? 'GET' : '')).flatMap(
      ({ items }) => items.toSorted(compare)
    )
  return {
    ...step,
    requests: [...step.requests.slice(0, first + 1), ...sorted],
    stdout: sortListed(step.stdout),
    log: sortListed(step.log)
  }
}

/** Neighbours of the same kind together; those without a kind each alone. */
function runsOf<T>(items: readonly T[], kindOfItem: (item: T) => string) {
  const runs: { readonly kind: string; readonly items: T[] }[] = []
  for (const item of items) {
    const kind = kindOfItem(item)
    const last = runs.at(-1)
    if (last?.kind === kind && kind !== '') last.items.push(item)
    else runs.push({ kind, items: [item] })
  }
  return runs
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
