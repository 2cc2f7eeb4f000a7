import { createHash } from 'node:crypto'
import { dashed } from '../src/config/permissions'
import type { NeededPermission } from './needs'
import type { Manifest } from './registration'

/** What the page shows before anything is created. */
export interface ConsentContent {
  readonly account: string
  /** The repositories that the App must reach, as `owner/name`. */
  readonly repositories: readonly string[]
  readonly permissions: readonly NeededPermission[]
  /** What will be stored where, one sentence each. */
  readonly storing: readonly string[]
  /** Where the form is sent, with the state. */
  readonly action: string
  readonly manifest: Manifest
}

const STYLE = `
:root { color-scheme: light dark; --text: #1f2328; --soft: #59636e; --back: #ffffff; --line: #d1d9e0;
  --panel: #f6f8fa; --button: #1f7a37; --focus: #0757ba; }
@media (prefers-color-scheme: dark) {
  :root { --text: #f0f6fc; --soft: #a8b1bb; --back: #0d1117; --line: #3d444d; --panel: #151b23;
    --button: #238636; --focus: #6cb6ff; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; }
main { max-width: 42rem; margin: 0 auto; padding: 2.5rem 1.25rem 3rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; overflow-wrap: anywhere; }
h2 { font-size: 1rem; margin: 2rem 0 .5rem; }
p { margin: .5rem 0; }
code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .9em;
  overflow-wrap: anywhere; }
.soft { color: var(--soft); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.25rem; margin: 1.5rem 0 0;
  padding: 1rem 1.25rem; background: var(--panel); border: 1px solid var(--line); border-radius: .5rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
.permissions { list-style: none; padding: 0; border-top: 1px solid var(--line); }
.permissions li { display: grid; grid-template-columns: 16.5rem 1fr; gap: 0 1.25rem;
  padding: .45rem 0; border-bottom: 1px solid var(--line); }
.permissions strong, .permissions span { overflow-wrap: anywhere; }
ul { margin: .5rem 0; padding-left: 1.25rem; }
button { margin: 1.75rem 0 .75rem; padding: .7rem 1.4rem; font: inherit; font-weight: 600; color: #ffffff;
  background: var(--button); border: 1px solid transparent; border-radius: .5rem; cursor: pointer; }
button:hover { filter: brightness(1.08); }
button:focus-visible, a:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; }
a { color: var(--focus); }
@media (max-width: 30rem) {
  main { padding-top: 1.5rem; }
  dl, .permissions li { grid-template-columns: 1fr; gap: 0; }
  dd + dt { margin-top: .6rem; }
  button { width: 100%; }
}
`

/** The source of the style, for the Content-Security-Policy. */
export const STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`

/** The page that asks for consent. Its one button sends the manifest to GitHub. */
export function consentPage(content: ConsentContent): string {
  const { account, repositories, permissions, storing, action, manifest } = content
  const host = new URL(action).host
  return page(
    `Create a GitHub App for ${repositories[0] ?? account}`,
    `
<h1>Create a GitHub App for ${text(repositories[0] ?? account)}</h1>
<p class="soft">Nothing has been created yet. Check this, then go on to ${text(host)}.</p>
<dl>
  <dt>Name</dt><dd>${text(manifest.name)}</dd>
  <dt>Owner</dt><dd>${text(account)}</dd>
  <dt>Repositories</dt><dd>${repositories.map(text).join('<br>')}</dd>
  <dt>Webhook</dt><dd>off</dd>
</dl>
<h2 id="permissions">What the App may do</h2>
<ul class="permissions" aria-labelledby="permissions">
${permissions.map(entry).join('\n')}
</ul>
<p class="soft">GitHub adds <code>metadata: read</code>. Installing the App is a separate step, and you choose the repositories there.</p>
<h2 id="storing">What will be stored</h2>
<ul aria-labelledby="storing">
${storing.map((line) => `  <li>${text(line)}</li>`).join('\n')}
</ul>
<form action="${text(action)}" method="post">
  <input type="hidden" name="manifest" value="${text(JSON.stringify(manifest))}">
  <button type="submit">Create the App on ${text(host)}</button>
</form>
<p class="soft">Sign in to ${text(host)} in this browser first. GitHub asks once more, and lets you change the name. This page works for ten minutes.</p>`
  )
}

function entry({ name, level, from }: NeededPermission): string {
  return `  <li><strong>${text(dashed(name))}: ${level}</strong> <span class="soft">${from.map(text).join('<br>')}</span></li>`
}

/** The page after GitHub has sent the person back. */
export function donePage(): string {
  return page(
    'The App is created',
    `
<h1>The App is created</h1>
<p>Go back to the terminal. It stores the key, and then opens the page where you install the App. You can close this page.</p>`
  )
}

/** A page for a request that is refused. */
export function refusalPage(title: string, advice: string): string {
  return page(title, `\n<h1>${text(title)}</h1>\n<p>${text(advice)}</p>`)
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<main>${body}
</main>
</body>
</html>
`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

/** Text that stays text in HTML, also in an attribute. */
function text(raw: string): string {
  return raw.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}
