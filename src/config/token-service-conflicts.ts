import { printable } from '../printable'
import type { Problem } from '../problems/problem'
import type { Target, Targets } from './targets'

/** The inputs that may have no effect beside a token service, with their values. */
export type OtherValues = ReadonlyMap<string, string>

/**
 * Checks that the service can create what the workflow asks for: for each owner one repository, or the
 * owner. Problems: `token-service-with-others`, `token-service-with-repositories`.
 *
 * @param others inputs that have no effect on a token of a service
 * @param targets undefined if they cannot be read
 */
export function tokenServiceConflicts(
  others: OtherValues,
  targets: Targets | undefined
): readonly Problem[] {
  const inputs = [...others].filter(([, value]) => value !== '').map(([name]) => name)
  const named: readonly Target[] = inputs.length > 0 ? [] : (targets ?? [])
  return [
    ...(inputs.length === 0 ? [] : [{ kind: 'token-service-with-others', inputs } as const]),
    ...named.flatMap((target) => {
      if (target.kind !== 'repositories' || target.names.length < 2) return []
      const { owner, names } = target
      const count = names.length
      return [{ kind: 'token-service-with-repositories', owner: printable(owner), count } as const]
    })
  ]
}
