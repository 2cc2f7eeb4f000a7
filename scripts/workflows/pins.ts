/** Actions of others are pinned to a full commit, with the tag in a comment. */

/** The commits that workflows and examples use. They come from the repositories of the actions. */
export const PINS: ReadonlyMap<string, { readonly commit: string; readonly tag: string }> = new Map(
  [
    ['actions/attest-build-provenance', pin('a2bbfa25375fe432b6a289bc6b6cd05ecd0c4c32', 'v4.1.0')],
    ['actions/checkout', pin('3d3c42e5aac5ba805825da76410c181273ba90b1', 'v7.0.1')],
    ['actions/download-artifact', pin('3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c', 'v8.0.1')],
    ['actions/setup-go', pin('b7ad1dad31e06c5925ef5d2fc7ad053ef454303e', 'v7.0.0')],
    ['actions/setup-node', pin('820762786026740c76f36085b0efc47a31fe5020', 'v7.0.0')],
    ['actions/setup-python', pin('5fda3b95a4ea91299a34e894583c3862153e4b97', 'v7.0.0')],
    ['actions/upload-artifact', pin('043fb46d1a93c77aae656e7c1c64a875d1fc6a0a', 'v7.0.1')],
    ['github/codeql-action/analyze', pin('e4fba868fa4b1b91e1fdab776edc8cfbe6e9fb81', 'v4.37.3')],
    ['github/codeql-action/init', pin('e4fba868fa4b1b91e1fdab776edc8cfbe6e9fb81', 'v4.37.3')]
  ]
)

function pin(commit: string, tag: string): { readonly commit: string; readonly tag: string } {
  return { commit, tag }
}

/** A `uses:` as it is written, with the comment after it. */
export interface WrittenUse {
  readonly uses: string
  readonly comment: string
}

/** Every `uses:` in the text of a workflow. A YAML parser would lose the comments. */
export function writtenUses(text: string): WrittenUse[] {
  return [...text.matchAll(/^[\s-]*uses:[ \t]*(\S+)(?:[ \t]+#[ \t]*(.*))?$/gm)].map((match) => ({
    uses: match[1] ?? '',
    comment: (match[2] ?? '').trim()
  }))
}

/** What is wrong with the pin of an action; undefined if it is right. */
export function pinComplaint({ uses, comment }: WrittenUse): string | undefined {
  const [action = '', ref = ''] = uses.split('@')
  const known = PINS.get(action)
  if (!/^[0-9a-f]{40}$/.test(ref)) return `${uses} is not pinned to a full commit`
  if (known === undefined) return `${action} is not in scripts/workflows/pins.ts`
  if (known.commit !== ref) return `${uses} is not the commit in scripts/workflows/pins.ts`
  return comment === known.tag ? undefined : `${uses} lacks the comment "# ${known.tag}"`
}
