import { randomBytes, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { donePage, refusalPage, STYLE_SOURCE } from './consent-page'
import { SetupError, type SetupProblem } from './problem'

/** How long the page works, in milliseconds. */
export const CONSENT_LIFETIME_MS = 600_000

/** What the local page is opened with. */
export interface ConsentOptions {
  /** Where the page's form leads, such as `https://github.com`. */
  readonly webUrl: string
  /** 0: any free port. */
  readonly port: number
  readonly lifetime: number
  /** The page, made from the address that GitHub sends the code to, and the state. */
  readonly render: (redirect: string, state: string) => string
  /** What to say if nobody comes back. */
  readonly noConsent: SetupProblem
}

const HOST = '127.0.0.1'

/** GitHub's codes are shorter; nothing else is sent on. */
const CODE = /^[\w-]{8,200}$/

/**
 * The page on the loopback that asks the person for consent, and takes the code that GitHub sends back.
 * Its address has a random part, so that other programs of this machine do not find it. It answers only
 * if the browser asked for this very address, takes one code for its state, and ends after its time.
 */
export class ConsentServer {
  /** The address to open in a browser. */
  readonly address: string
  readonly port: number
  readonly #server: Server
  readonly #options: ConsentOptions
  readonly #path: string
  readonly #state = random()
  readonly #code: Promise<string>
  #take: (code: string) => void = () => undefined
  #timer: NodeJS.Timeout | undefined
  #isUsed = false

  private constructor(server: Server, path: string, options: ConsentOptions) {
    this.#server = server
    this.#options = options
    this.#path = path
    this.port = (server.address() as AddressInfo).port
    this.address = `http://${HOST}:${this.port}${path}`
    this.#code = new Promise((resolve, reject) => {
      this.#take = resolve
      this.#timer = setTimeout(() => {
        reject(new SetupError(options.noConsent))
        this.close()
      }, options.lifetime)
    })
    // Nobody may be waiting yet.
    this.#code.catch(() => undefined)
  }

  /** Opens the page. Raises {@link SetupError} if the port cannot be used. */
  static async open(options: ConsentOptions): Promise<ConsentServer> {
    const path = `/${random()}/`
    const server = createServer()
    server.listen(options.port, HOST)
    try {
      await once(server, 'listening')
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException
      throw new SetupError({ kind: 'port-taken', port: options.port, code }, { cause: error })
    }
    const page = new ConsentServer(server, path, options)
    server.on('request', (request, response) => {
      page.#serve(request, response)
    })
    return page
  }

  /** The code that GitHub sends. Raises {@link SetupError} if none comes in time. */
  code(): Promise<string> {
    return this.#code
  }

  /** Ends the page. */
  close(): void {
    clearTimeout(this.#timer)
    this.#server.close()
    this.#server.closeAllConnections()
  }

  /** From now on, the page does not keep the process alive. */
  unref(): void {
    clearTimeout(this.#timer)
    this.#server.unref()
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const refusal = this.#refuse(request)
    if (refusal !== undefined) {
      answer(response, refusal.status, refusalPage(refusal.title, refusal.advice), this.#policy())
      return
    }
    const base = `http://${HOST}:${this.port}`
    // Any page can make the browser ask for `//`, which is no address.
    const url = new URL(URL.canParse(request.url ?? '', base) ? (request.url ?? '') : '/', base)
    switch (url.pathname) {
      case this.#path:
        answer(response, 200, this.#render(), this.#policy())
        return
      case `${this.#path}callback`:
        this.#receive(url.searchParams, response)
        return
      case `${this.#path}done`:
        answer(response, 200, donePage(), this.#policy())
        return
      default:
        answer(response, 404, NOT_FOUND, this.#policy())
    }
  }

  #render(): string {
    const redirect = `http://${HOST}:${this.port}${this.#path}callback`
    return this.#options.render(redirect, this.#state)
  }

  /** Takes the code if the state is the one of this page, once. */
  #receive(query: URLSearchParams, response: ServerResponse): void {
    const code = query.get('code') ?? ''
    if (!isSame(query.get('state') ?? '', this.#state) || !CODE.test(code)) {
      answer(response, 400, WRONG_STATE, this.#policy())
      return
    }
    if (this.#isUsed) {
      answer(response, 410, USED, this.#policy())
      return
    }
    this.#isUsed = true
    // The code leaves the address line of the browser.
    answer(response, 303, '', { ...this.#policy(), location: `${this.#path}done` })
    this.#take(code)
  }

  /** Why a request is not answered, if it is not. */
  #refuse({ method, headers }: IncomingMessage): Refusal | undefined {
    const own = `${HOST}:${this.port}`
    // Another name could be one that an attacker's name server points to this machine.
    if (headers.host !== own) return { status: 421, ...FOREIGN }
    // What a page of another site starts is a visit by GitHub's redirect, and nothing else.
    const { origin } = headers
    const known = [undefined, 'null', `http://${own}`, this.#options.webUrl]
    if (!known.includes(origin)) return { status: 403, ...FOREIGN }
    const mode = headers['sec-fetch-mode']
    if (mode !== undefined && mode !== 'navigate') return { status: 403, ...FOREIGN }
    return method === 'GET' ? undefined : { status: 405, ...FOREIGN }
  }

  #policy(): Record<string, string> {
    const { webUrl } = this.#options
    return {
      'content-security-policy': [
        "default-src 'none'",
        `style-src ${STYLE_SOURCE}`,
        'img-src data:',
        `form-action ${webUrl}`,
        "base-uri 'none'",
        "frame-ancestors 'none'"
      ].join('; ')
    }
  }
}

interface Refusal {
  readonly status: number
  readonly title: string
  readonly advice: string
}

const FOREIGN = {
  title: 'This request is refused',
  advice: 'Open the address that the terminal shows.'
}

const NOT_FOUND = refusalPage('There is no such page', 'Open the address that the terminal shows.')

const WRONG_STATE = refusalPage(
  'This answer does not belong to this setup',
  'It may come from an earlier one. Open the address that the terminal shows.'
)

const USED = refusalPage('The App is created already', 'Go back to the terminal.')

function random(): string {
  return randomBytes(24).toString('base64url')
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function answer(
  response: ServerResponse,
  status: number,
  html: string,
  headers: Readonly<Record<string, string>>
): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    // GitHub must not learn the random part of the address.
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    connection: 'close',
    ...headers
  })
  response.end(html)
}
