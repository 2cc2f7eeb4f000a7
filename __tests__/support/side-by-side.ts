/**
 * A step that has several owners creates and revokes their tokens side by side. Which owner is
 * first is decided by the network, so a recording of such a step is sorted by owner. Within one
 * owner, and in every other step, the order is recorded as it was.
 */

/** What the order depends on in a request. */
export interface Sortable {
  /** `METHOD /path`. */
  readonly request: string
  readonly headers: Readonly<Record<string, unknown>>
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
    if (named.size < 2 && tokens.size < 2) return step
    const requests = step.requests
      .map((request, index) => ({ request, lane: lanes[index] ?? '' }))
      .toSorted((one, other) => compare(one.lane, other.lane))
      .map(({ request }) => request)
    return {
      requests,
      stdout: this.#sortRuns(step.stdout),
      log: this.#sortRuns(step.log),
      state: this.#sortState(step.state)
    }
  }

  /** For each request the installation that it is about; the path if no answer told. */
  #lanesOf(requests: readonly Sortable[]): string[] {
    const byPath = new Map<string, string>()
    for (const { request, installation, token } of requests) {
      if (installation !== undefined) byPath.set(request, installation)
      const id = installationOf(request)
      if (token !== undefined && id !== undefined) this.#installations.set(token, id)
    }
    return requests.map(({ request, headers }) => {
      const bearer = /^(?:Bearer|token) (.+)$/.exec(String(headers['authorization']))?.[1] ?? ''
      return (
        installationOf(request) ??
        this.#installations.get(bearer) ??
        byPath.get(request) ??
        (isLookup(request) ? request : '')
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

  /** Sorts neighbouring lines that hide tokens, and neighbouring lines about one token each. */
  #sortRuns(lines: readonly string[]): string[] {
    const runs: { kind: string; lines: string[] }[] = []
    for (const line of lines) {
      const kind = kindOf(line)
      const last = runs.at(-1)
      if (last?.kind === kind && kind !== '') last.lines.push(line)
      else runs.push({ kind, lines: [line] })
    }
    return runs.flatMap((run) =>
      run.lines.toSorted((one, other) =>
        run.kind === 'mask'
          ? compare(this.#orderOf(one), this.#orderOf(other))
          : compare(one, other)
      )
    )
  }

  /** The tokens of the last save by owner; of earlier saves, only how many there were. */
  #sortState(state: string): string {
    const last = state.lastIndexOf('"tokens":[')
    return state.replace(/"tokens":\[(.*?)\]/g, (_, list: string, at: number) => {
      const tokens = list === '' ? [] : list.split(/(?<=\}),/)
      if (at < last) return `"tokens":[${tokens.length}]`
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

function kindOf(line: string): string {
  if (line.startsWith('::add-mask::gh')) return 'mask'
  return /^(?:::\w+ ?[^:]*::)?(?:Warning: )?(?:The token|Token) for \S+ (?:was not )?revoked/.test(
    line
  )
    ? 'revoked'
    : ''
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
