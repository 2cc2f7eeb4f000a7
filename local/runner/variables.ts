/** Environment variables by name; `undefined` takes one away. */
export type Variables = Readonly<Record<string, string | undefined>>

/**
 * Puts the environment of a step together: what comes later wins. On Windows, a name is the same in
 * every letter case, and keeps the spelling in which it came first, also where the runner sets it
 * last: https://github.com/actions/runner (ActionRunner.cs, Handler.cs).
 */
export function mergeVariables(
  layers: readonly Variables[],
  platform: NodeJS.Platform = process.platform
): Record<string, string> {
  const merged = new Map<string, { readonly name: string; readonly value: string | undefined }>()
  for (const [name, value] of layers.flatMap((layer) => Object.entries(layer))) {
    const key = platform === 'win32' ? name.toUpperCase() : name
    merged.set(key, { name: merged.get(key)?.name ?? name, value })
  }
  const all = [...merged.values()].map(({ name, value }) => [name, value] as const)
  return Object.fromEntries(
    all.filter((entry): entry is readonly [string, string] => entry[1] !== undefined)
  )
}
