/**
 * The pages of GitHub that a person meets when an App is registered and installed: the form that takes
 * a manifest, and the page of the installation. Their addresses are GitHub's; only where their own
 * forms lead is not documented. They are plain, so that a test can press their buttons.
 */
import type { Account, App, GitHubData, Repository } from './github-data'
import { sameName } from './github-data'
import { slugOf, type Registrations } from './registrations'

/** Who is signed in in the browser. */
export interface Person {
  readonly login: string
  /** The organizations that this person is an owner of. */
  readonly owns: readonly string[]
}

/** A request of the browser, with its form. */
export interface Visit {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly form: URLSearchParams
}

/** What a page answers: HTML, or an address to go to. */
export type PageAnswer =
  | { readonly status: number; readonly html: string }
  | { readonly status: 302; readonly location: string }

const MAX_NAME_LENGTH = 34

/** Answers the browser of one person. */
export class WebPages {
  readonly #data: GitHubData
  readonly #registrations: Registrations
  readonly #person: Person
  #installations = 5000

  constructor(data: GitHubData, registrations: Registrations, person: Person) {
    this.#data = data
    this.#registrations = registrations
    this.#person = person
  }

  /** The page for a visit; undefined if GitHub has none there. */
  answer(visit: Visit): PageAnswer | undefined {
    const org = /^\/organizations\/([^/]+)\/settings\/apps\/new$/.exec(visit.path)?.[1]
    if (org !== undefined || visit.path === '/settings/apps/new') {
      return this.#registrationForm(visit, decodeURIComponent(org ?? this.#person.login))
    }
    if (visit.path === '/settings/apps/manifest' && visit.method === 'POST') {
      return this.#register(visit)
    }
    const slug = /^\/apps\/([^/]+)\/installations\/new$/.exec(visit.path)?.[1]
    if (slug === undefined || slug !== this.#data.app.slug) return undefined
    return visit.method === 'POST' ? this.#install(visit.form) : this.#installationForm()
  }

  #accountOf(login: string): Account | undefined {
    const { login: person, owns } = this.#person
    if (![person, ...owns].some((name) => sameName(name, login))) return undefined
    return this.#data.accounts.find(
      (each): each is Account => each.type !== 'Enterprise' && sameName(each.login, login)
    )
  }

  /** GitHub shows the name, and lets the person change it. */
  #registrationForm({ method, query, form }: Visit, login: string): PageAnswer {
    const account = this.#accountOf(login)
    if (account === undefined) return page(404, 'Page not found')
    const sent = form.get('manifest')
    if (method !== 'POST' || sent === null) return page(200, 'Register new GitHub App')
    const mistake = mistakeIn(sent)
    if (mistake !== undefined) return page(422, `Error: ${mistake}`)
    return this.#confirmation(sent, account.login, query.get('state') ?? '', '')
  }

  #confirmation(manifest: string, owner: string, state: string, error: string): PageAnswer {
    const { name } = JSON.parse(manifest) as { name: string }
    return page(
      200,
      'Create GitHub App',
      `<form method="post" action="/settings/apps/manifest">
${error === '' ? '' : `<p role="alert">${escape(error)}</p>`}
<input type="hidden" name="manifest" value="${escape(manifest)}">
<input type="hidden" name="owner" value="${escape(owner)}">
<input type="hidden" name="state" value="${escape(state)}">
<label>GitHub App name <input name="name" value="${escape(name)}"></label>
<button>Create GitHub App for ${escape(owner)}</button></form>`
    )
  }

  #register({ form }: Visit): PageAnswer {
    const sent = form.get('manifest') ?? ''
    const account = this.#accountOf(form.get('owner') ?? '')
    if (account === undefined || mistakeIn(sent) !== undefined) return page(404, 'Page not found')
    const name = form.get('name') ?? ''
    if (slugOf(name) === this.#data.app.slug) {
      const error = 'Name is already taken'
      return this.#confirmation(sent, account.login, form.get('state') ?? '', error)
    }
    const manifest = JSON.parse(sent) as {
      readonly redirect_url: string
      readonly default_permissions: Record<string, string>
    }
    const permissions = { metadata: 'read', ...manifest.default_permissions }
    const code = this.#registrations.register(account, { name, permissions })
    const location = new URL(manifest.redirect_url)
    location.searchParams.set('code', code)
    location.searchParams.set('state', form.get('state') ?? '')
    return { status: 302, location: location.href }
  }

  #repositories({ owner }: App): Repository[] {
    return this.#data.repositories.filter((each) => sameName(each.owner, owner.login))
  }

  #installationForm(): PageAnswer {
    const { app } = this.#data
    const boxes = this.#repositories(app).map(
      ({ name }) =>
        `<label><input type="checkbox" name="repository" value="${escape(name)}"> ${escape(name)}</label>`
    )
    return page(
      200,
      `Install ${app.name} on ${app.owner.login}`,
      `<form method="post">${boxes.join('\n')}<button>Install</button></form>`
    )
  }

  /** An owner installs the App. Anybody else only asks an owner for it. */
  #install(form: URLSearchParams): PageAnswer {
    const { app } = this.#data
    const isOwner = this.#accountOf(app.owner.login) !== undefined
    const chosen = form.getAll('repository')
    if (!isOwner) {
      this.#data.installationRequests.push({
        account: app.owner,
        requester: { type: 'User', login: this.#person.login, id: 99 }
      })
      return page(200, 'Request sent to the owners')
    }
    const covered = this.#repositories(app).filter(({ name }) => chosen.includes(name))
    const known = app.installations[0]
    if (known !== undefined) {
      known.repositories = covered
      return page(200, 'Saved')
    }
    app.installations.push({
      id: this.#installations++,
      account: app.owner,
      repositorySelection: 'selected',
      permissions: { ...app.permissions },
      suspendedAt: null,
      repositories: covered
    })
    return page(200, `Installed ${app.name}`)
  }
}

/** Why GitHub refuses a manifest, if it does. */
function mistakeIn(text: string): string | undefined {
  const manifest = parse(text)
  if (manifest === undefined) return 'the manifest is no JSON'
  const { name, url, redirect_url: redirect, hook_attributes: hook } = manifest
  if (typeof name !== 'string' || name === '' || name.length > MAX_NAME_LENGTH) return 'name'
  if (typeof url !== 'string' || !URL.canParse(url)) return 'url'
  if (typeof redirect !== 'string' || !URL.canParse(redirect)) return 'redirect_url'
  const address = (hook as { readonly url?: unknown } | undefined)?.url
  if (hook !== undefined && typeof address !== 'string') return 'hook_attributes'
  return undefined
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

function page(status: number, title: string, body = ''): PageAnswer {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>${escape(title)}</title><h1>${escape(title)}</h1>${body}</html>`
  return { status, html }
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
