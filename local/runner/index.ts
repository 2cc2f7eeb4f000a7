export { parseCommand, registeredCommands, LineSplitter, type Command } from './commands'
export { pushEvent, type RunFacts } from './context'
export { parseFileCommands } from './files'
export {
  Job,
  runAction,
  type JobOptions,
  type RunningStep,
  type StepOptions,
  type StepResult
} from './job'
export { Log, type Annotation } from './log'
export {
  inputEnvironment,
  inputVariable,
  readManifest,
  type InputDeclaration,
  type Manifest
} from './manifest'
export { leaks, maskedForms, Masker } from './masker'
export { RunningProcess, type OutputLine, type ProcessEnd } from './process'
