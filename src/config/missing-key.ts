import type { Explanation } from '../explain/explanation'
import { printable } from '../printable'
import { secretlessRun, type WorkflowEvent } from './event'

/**
 * Explains an empty private key by what the event shows (`private-key-empty`).
 *
 * @param isFallbackForeign whether there is a fallback token, but for another GitHub than is used
 */
export function explainMissingKey(event: WorkflowEvent, isFallbackForeign = false): Explanation {
  const run = secretlessRun(event)
  const text =
    run === undefined
      ? somewhereElse(event)
      : run.kind === 'fork'
        ? fork(run.head)
        : dependabot(event)
  const problem = isFallbackForeign
    ? `${text.problem}\nfallback-token is not handed out: it is for this workflow's own GitHub, and github-api-url names another.`
    : text.problem
  return { code: 'private-key-empty', title: 'private-key is empty', problem, fix: text.fix }
}

type Text = Pick<Explanation, 'problem' | 'fix'>

function fork(head: string): Text {
  const which = head === '' ? 'a fork that has been deleted' : `the fork ${printable(head)}`
  return {
    problem: `private-key is empty: this pull request comes from ${which}, and GitHub gives such runs no secrets.`,
    fix: [
      'skip the job for forks:',
      '  if: github.event.pull_request.head.repo.full_name == github.repository',
      'or add `fallback-token: ${{ github.token }}` (read-only on forks).'
    ].join('\n')
  }
}

function dependabot({ repository, webUrl }: WorkflowEvent): Text {
  return {
    problem: 'private-key is empty: Dependabot runs read only Dependabot secrets.',
    fix: `add it there: ${printable(webUrl)}/${printable(repository)}/settings/secrets/dependabot`
  }
}

function somewhereElse({ name, repository }: WorkflowEvent): Text {
  const owner = printable(repository.replace(/\/[^]*$/, ''))
  return {
    problem: `private-key is empty. The event is ${printable(name)}, so neither a fork nor Dependabot explains it.`,
    fix: [
      'check, in this order:',
      `  1. the secret's name, and that ${owner} shares it with ${printable(repository)}`,
      '  2. an environment secret: the job needs `environment:`',
      '  3. a reusable workflow: the caller must pass it under `secrets:`'
    ].join('\n')
  }
}
