import type { Explanation } from '../../src/explain/explanation'
import { renderAnnotation } from '../../src/explain/render'

/** The message that a failure would be given, or rather its lines before "Help". */
export function messageLines(
  explanations: readonly [Explanation, ...Explanation[]],
  nothingSent: boolean
): string[] {
  const several = `${explanations.length} inputs need correcting`
  return `Error: ${renderAnnotation(explanations, { nothingSent, several, help: '' }).message}`
    .split('\n')
    .slice(0, -1)
}
