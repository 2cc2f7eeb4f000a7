import { spawnSync } from 'node:child_process'

/** The folders and files in which workflows and most composite actions are. */
const REPOSITORIES = `
query ($account: String!, $size: Int!, $after: String) {
  repositoryOwner(login: $account) {
    repositories(
      first: $size
      after: $after
      ownerAffiliations: OWNER
      orderBy: { field: NAME, direction: ASC }
    ) {
      pageInfo { hasNextPage endCursor }
      nodes {
        nameWithOwner
        isArchived
        workflows: object(expression: "HEAD:.github/workflows") {
          ... on Tree { entries { path object { ...file } } }
        }
        actions: object(expression: "HEAD:.github/actions") {
          ... on Tree { entries { object { ... on Tree { entries { path object { ...file } } } } } }
        }
        yml: object(expression: "HEAD:action.yml") { ...file }
        yaml: object(expression: "HEAD:action.yaml") { ...file }
      }
    }
  }
}
fragment file on Blob { text isTruncated }`

/** GitHub lists at most this many results of one search. */
const SEARCH_LIMIT = 1000
const PAGE = 100
const MOST_WAITS = 5
const OUTPUT_LIMIT = 256 * 1024 * 1024

/** Reads from GitHub with the gh command. It never writes. */
export class GitHub {
  /** How many times something could not be read. */
  warnings = 0
  #wait
  #report

  /**
   * @param wait waits until GitHub may allow the next search
   * @param warn tells the person that something could not be read
   */
  constructor({ wait, warn }) {
    this.#wait = wait
    this.#report = warn
  }

  /** Every repository of an account, with the files in which a use is most likely. */
  async *repositories(account) {
    let after
    let size = 10
    for (;;) {
      const page = this.#page(account, size, after)
      if (page.repositories === undefined) {
        // Large files can make GitHub run out of time: ask for fewer repositories.
        if (size === 1) throw new Error(page.problem)
        size = Math.ceil(size / 3)
        continue
      }
      if (page.problem !== '') this.#warn(`GitHub left something out: ${page.problem}`)
      for (const node of page.repositories.nodes) {
        if (node !== null) yield this.#repository(node)
      }
      if (!page.repositories.pageInfo.hasNextPage) return
      after = page.repositories.pageInfo.endCursor
    }
  }

  #page(account, size, after) {
    const cursor = after === undefined ? ['-F', 'after=null'] : ['-f', `after=${after}`]
    const fields = ['-f', `account=${account}`, '-F', `size=${size}`, ...cursor]
    const { stdout, problem } = gh(['api', 'graphql', '-f', `query=${REPOSITORIES}`, ...fields])
    const owner = parsed(stdout)?.data?.repositoryOwner
    if (owner === null) {
      return { problem: problem === '' ? `GitHub knows no account ${account}.` : problem }
    }
    return { repositories: owner?.repositories ?? undefined, problem }
  }

  #repository(node) {
    const found = [
      ...(node.workflows?.entries ?? []),
      ...(node.actions?.entries ?? []).flatMap(({ object }) => object?.entries ?? []),
      { path: 'action.yml', object: node.yml },
      { path: 'action.yaml', object: node.yaml }
    ]
    const name = node.nameWithOwner
    const files = found.flatMap(({ path, object }) => {
      if (!/\.ya?ml$/i.test(path) || typeof object?.text !== 'string') return []
      const text = object.isTruncated ? this.file(name, path) : object.text
      return text === undefined ? [] : [{ path, text }]
    })
    return { name, isArchived: node.isArchived, files }
  }

  /** The text of a file on the default branch; undefined, with a warning, if it cannot be read. */
  file(repository, path) {
    const route = `repos/${repository}/contents/${path.split('/').map(encodeURIComponent).join('/')}`
    const { ok, stdout, problem } = gh([
      'api',
      '-H',
      'Accept: application/vnd.github.raw+json',
      route
    ])
    if (ok) return stdout
    this.#warn(`${repository}: ${path} could not be read: ${problem}`)
    return undefined
  }

  /** Every YAML file in which GitHub's code search finds one of these words. */
  async *search(account, words) {
    for (const word of words) {
      yield* this.#searchWord(`"${word}" user:${account} language:YAML`, word)
    }
  }

  async *#searchWord(query, word) {
    for (let page = 1; page <= SEARCH_LIMIT / PAGE; page++) {
      const result = await this.#searchPage(query, page)
      if (result === undefined) return
      if (page === 1 && result.total_count > SEARCH_LIMIT) {
        this.#warn(
          `GitHub's code search lists ${SEARCH_LIMIT} of the ${result.total_count} files with ${word}.`
        )
      }
      if (result.incomplete_results) {
        this.#warn(`GitHub's code search ran out of time for ${word}.`)
      }
      for (const { path, repository } of result.items) yield { name: repository.full_name, path }
      if (result.items.length < PAGE) return
    }
  }

  async #searchPage(query, page) {
    const fields = ['-f', `q=${query}`, '-F', `per_page=${PAGE}`, '-F', `page=${page}`]
    for (let waits = 0; ; waits++) {
      const { ok, stdout, problem } = gh(['api', '--method', 'GET', 'search/code', ...fields])
      if (ok) return parsed(stdout)
      if (!/rate limit/i.test(problem) || waits === MOST_WAITS) {
        this.#warn(`GitHub's code search failed: ${problem}`)
        return undefined
      }
      await this.#wait()
    }
  }

  #warn(text) {
    this.warnings += 1
    this.#report(text)
  }
}

/** Runs gh. `problem` is its standard error, in one line; empty if gh succeeds. */
function gh(args) {
  const { error, status, stdout, stderr } = spawnSync('gh', args, {
    encoding: 'utf8',
    maxBuffer: OUTPUT_LIMIT,
    stdio: ['ignore', 'pipe', 'pipe']
  })
  if (error?.code === 'ENOENT') {
    throw new Error('The gh command is not installed: https://cli.github.com')
  }
  if (error !== undefined) throw error
  const ok = status === 0
  const message = stderr.trim().replace(/\s*\n\s*/g, ' ')
  return { ok, stdout, problem: ok ? '' : message || `gh ended with ${status}.` }
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
