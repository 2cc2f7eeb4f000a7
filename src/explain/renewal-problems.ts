import type {
  NotStarted,
  RecordFinding,
  RenewalFailure,
  RenewalGap,
  RenewalProblem,
  Stopped
} from '../problems/renewal-problem'
import { clockTime } from '../time'
import { counted } from './words'
import type { Texts } from './explanation'
import { SERVICE_NAMES } from './key-service/problems'

const SECOND_USE =
  'remove `renew`, and use the action a second time, right before the token is needed.'

function mayLive(until: string): string {
  return `Renewed tokens may live until ${clockTime(until)}.`
}

/** What a person reads about the renewal of tokens. Those of post are warnings. */
export const RENEWAL_PROBLEMS: Texts<RenewalProblem> = {
  'renew-with-kept-token': () => ({
    code: 'renew-conflict',
    title: 'renew cannot be combined with skip-token-revoke',
    problem:
      'renew and skip-token-revoke are both true. Renewing ends with the job, and every token of it is revoked then.',
    fix: 'remove one of the two.'
  }),
  'renew-with-jwt': () => ({
    code: 'renew-conflict',
    title: 'renew cannot be combined with jwt',
    problem:
      'renew is true, but the JWT in jwt ends after 10 minutes at most, and the step cannot make another.',
    fix: `use \`private-key\` or \`kms-key\`. Or ${SECOND_USE}`
  }),
  'renew-with-static-login': ({ service }) => ({
    code: 'renew-conflict',
    title: 'renew needs a login inside the step',
    problem: `renew is true, but the step logs in to ${SERVICE_NAMES[service]} with credentials from variables. They end, and the step cannot get new ones.`,
    fix: `let the step log in with the job's OIDC token (docs/KEYS.md of this action). Or ${SECOND_USE}`
  }),
  'renew-with-owners': ({ count }) => ({
    code: 'renew-conflict',
    title: 'renew works with one owner',
    problem: `renew is true, but the step names ${count} owners.`,
    fix: 'use one step for each owner, each with `renew: true`.'
  }),
  'renewal-not-started': ({ found }) => ({
    code: 'renewal-not-started',
    title: 'The token cannot be renewed',
    problem: `renew is true, but ${describeNotStarted(found)}.`,
    fix: fixNotStarted(found)
  }),
  'renewal-failed': ({ failures, last, gap }) => ({
    code: 'renewal-failed',
    title: 'The token was not always renewed',
    problem: [
      last === undefined
        ? 'A token was renewed too late: the process that renews did not run for a while.'
        : `${counted(failures, 'renewal')} failed, the last at ${clockTime(last.at)}: ${last.reason}`,
      ...(gap === undefined ? [] : [describeGap(gap)])
    ].join('\n'),
    fix: fixFailed(last, gap)
  }),
  'renewal-stopped': ({ found, until }) => ({
    code: 'renewal-stopped',
    title: 'The process that renews the token did not end as it should',
    problem: `The process that renews the token ${describeStopped(found)}. ${mayLive(until)}`,
    fix: fixStopped(found)
  }),
  'renewal-token-lost': ({ count, until }) => ({
    code: 'renewal-token-lost',
    title: 'A renewed token may be left',
    problem:
      count === 1
        ? `GitHub's answer to a request for a renewed token was lost. A token that nobody knows may live until ${clockTime(until)}.`
        : `GitHub's answers to ${count} requests for renewed tokens were lost. Tokens that nobody knows may live until ${clockTime(until)}.`,
    fix: 'nothing, if you trust everybody between this runner and GitHub: the token ends by itself.'
  }),
  'renewal-record-changed': ({ found, until }) => ({
    code: 'renewal-record-changed',
    title: 'The record of renewed tokens cannot be used',
    problem: `The record of renewed tokens ${describeRecord(found)}, so they cannot be revoked. ${mayLive(until)}`,
    fix: fixRecord(found)
  })
}

function describeRecord(found: RecordFinding): string {
  switch (found.is) {
    case 'missing':
      return 'is gone'
    case 'not-a-file':
      return 'is not a file any more'
    case 'changed':
      return 'was changed'
    case 'unreadable':
      return `cannot be read (${found.code})`
  }
}

function fixRecord({ is }: RecordFinding): string {
  return is === 'unreadable'
    ? "check the disk of the runner, and that no step changes the rights of the renewal's files."
    : 'find out which step of the job did that. The action itself always leaves a record that it can read.'
}

function describeGap({ since, until }: RenewalGap): string {
  return until === ''
    ? `After ${clockTime(since)}, token-file had no valid token, so requests with it failed with 401.`
    : `Between ${clockTime(since)} and ${clockTime(until)}, token-file had no valid token, so requests with it failed with 401.`
}

function fixFailed(last: RenewalFailure | undefined, gap: RenewalGap | undefined): string {
  if (last === undefined) {
    return 'if steps of the job failed with 401 in that time, run the job again.'
  }
  const isEnough = gap === undefined || last.fix.includes('run the job again')
  return isEnough ? last.fix : `${last.fix}\nThen run the job again.`
}

function describeNotStarted(found: NotStarted): string {
  switch (found.is) {
    case 'folder-unwritable':
      return `its files cannot be written in RUNNER_TEMP (${found.code})`
    case 'not-running':
      return `the process that renews cannot be started (${found.code})`
    case 'ended':
      return `the process that renews ended at once (${found.status})`
    case 'no-answer':
      return `the process that renews was not ready after ${counted(found.seconds, 'second')}`
  }
}

/** Node ends with this status if it does not know a flag. */
const UNKNOWN_FLAG = '9'

function fixNotStarted(found: NotStarted): string {
  if (found.is === 'ended' && found.status === UNKNOWN_FLAG) {
    return `use a runner that starts actions with Node 24. This one has an older Node, which does not know the flags that protect the key. Or ${SECOND_USE}`
  }
  return found.is === 'folder-unwritable'
    ? "check that RUNNER_TEMP exists, is not full, and belongs to the runner's user."
    : `check that the runner has memory left, and lets the action start a process. Or ${SECOND_USE}`
}

function describeStopped(found: Stopped): string {
  switch (found.is) {
    case 'gone':
      return 'ended before the job'
    case 'no-answer': {
      const end = found.isKilled ? ', and was killed' : ''
      return `did not answer within ${counted(found.seconds, 'second')}${end}`
    }
    case 'not-told':
      return `could not be told to end, because its folder in RUNNER_TEMP cannot be written (${found.code})`
    case 'too-old':
      return `ended after ${counted(found.hours, 'hour')}, and tried to revoke its tokens`
    case 'no-runner':
      return 'did not find the runner any more, and ended'
  }
}

function fixStopped({ is }: Stopped): string {
  switch (is) {
    case 'too-old':
      return 'use the action a second time in jobs that are as long.'
    case 'not-told':
      return 'check that the disk is not full, and that no step changes the rights of RUNNER_TEMP.'
    case 'gone':
    case 'no-answer':
    case 'no-runner':
      return 'if the runner was short of memory, give it more. If a step ends processes, let it leave this one.'
  }
}
