export {
  LineSplitter,
  parseCommand,
  parseFileCommands,
  registeredCommands,
  type Command
} from './commands'
export { pushEvent, type RunFacts } from './environment'
export { leaksIn, watchSteps, type EndedStep, type SearchedStep } from './step-report'
export { removeFolder } from './job-files'
export {
  Job,
  runAction,
  type JobOptions,
  type RunningStep,
  type StepOptions,
  type StepResult
} from './job'
export { findLeaks, leaks, type Leak, type Secret, type SearchedText } from './leaks'
export { StepLog, type Annotation } from './step-log'
export {
  inputEnvironment,
  inputVariable,
  readManifest,
  type InputDeclaration,
  type Manifest
} from './manifest'
export { maskedForms, Masker } from './masker'
export { RunningProcess, type OutputLine, type ProcessEnd } from './process'
export { credentialsIn, secrets } from './known-secrets'
