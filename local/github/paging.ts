/** Lists in pages, as GitHub serves them: `per_page`, `page`, and a `Link` header. */
import type { Call } from './call'

const DEFAULT_SIZE = 30
const LARGEST_SIZE = 100

/** One page of a list. */
export interface Page<T> {
  readonly items: T[]
  /** The `link` header, where there is more than one page. */
  readonly headers: Record<string, string>
}

/** Cuts out the page that the query asks for. */
export function page<T>(list: readonly T[], call: Call): Page<T> {
  const size = Math.min(positive(call.query.get('per_page'), DEFAULT_SIZE), LARGEST_SIZE)
  const number = positive(call.query.get('page'), 1)
  const last = Math.max(1, Math.ceil(list.length / size))
  const relations: [string, number][] = []
  if (number > 1) relations.push(['prev', number - 1])
  if (number < last) relations.push(['next', number + 1], ['last', last])
  if (number > 1) relations.push(['first', 1])
  const origin = new URL(call.api).origin
  const link = relations
    .map(([relation, target]) => {
      const query = new URLSearchParams({ per_page: String(size), page: String(target) })
      return `<${origin}${call.path}?${query.toString()}>; rel="${relation}"`
    })
    .join(', ')
  return {
    items: list.slice((number - 1) * size, number * size),
    headers: link === '' ? {} : { link }
  }
}

function positive(text: string | null, otherwise: number): number {
  const number = Number(text)
  return Number.isInteger(number) && number > 0 ? number : otherwise
}
