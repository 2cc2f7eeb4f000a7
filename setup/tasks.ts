/** What jobs do, and what an App needs for it, as `--permission` takes it. */
export interface Task {
  readonly task: string
  readonly permissions: readonly string[]
}

/** The tasks of the table of permissions in the README. */
export const TASKS: readonly Task[] = [
  { task: 'check out a private repository', permissions: ['contents=read'] },
  { task: 'push commits or tags, create a release', permissions: ['contents=write'] },
  {
    task: 'push files in .github/workflows',
    permissions: ['contents=write', 'workflows=write']
  },
  { task: 'open, label or comment on a pull request', permissions: ['pull-requests=write'] },
  {
    task: 'merge a pull request; create-pull-request, release-please, changesets',
    permissions: ['contents=write', 'pull-requests=write']
  },
  {
    task: 'semantic-release',
    permissions: ['contents=write', 'issues=write', 'pull-requests=write']
  },
  { task: 'open, label or comment on an issue', permissions: ['issues=write'] },
  { task: 'start a workflow by workflow_dispatch', permissions: ['actions=write'] },
  { task: 'start a workflow by repository_dispatch', permissions: ['contents=write'] },
  { task: 'set a commit status', permissions: ['statuses=write'] },
  { task: 'create a check run', permissions: ['checks=write'] },
  { task: 'create a deployment', permissions: ['deployments=write'] }
]
