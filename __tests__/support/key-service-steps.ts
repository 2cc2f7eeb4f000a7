/** Steps that sign in a key service, for the test file of one service. */
import type { ServiceKind } from '../../local/key-services/start'
import { explained, type Explained } from './explained'
import { withKeyService, type KeyServiceScenario } from './key-service'
import { scenario, type Scenario, type ScenarioOptions } from './scenario'

/** The services of a scenario. */
export type RunningServices<Kind extends ServiceKind> = Omit<KeyServiceScenario<Kind>, 'options'>

/** Changes what exists in the services before the step starts. */
export type Arrange<Kind extends ServiceKind> = (services: RunningServices<Kind>) => void

/** How to run a step that signs in one service. */
export interface KeyServiceSteps<Kind extends ServiceKind> {
  /** A step whose end the test looks at. */
  readonly signed: (
    options?: ScenarioOptions,
    arrange?: Arrange<Kind>
  ) => Promise<Scenario & RunningServices<Kind>>
  /** A step that fails, as a person reads it. */
  readonly refused: (
    arrange: Arrange<Kind>,
    options?: ScenarioOptions
  ) => Promise<Explained & RunningServices<Kind>>
}

/** Steps that sign in one kind of service. */
export function stepsAt<Kind extends ServiceKind>(kind: Kind): KeyServiceSteps<Kind> {
  return {
    signed: (options = {}, arrange) =>
      withKeyService(
        kind,
        options,
        async ({ options: job, ...services }) => ({ ...(await scenario(job)), ...services }),
        arrange
      ),
    refused: (arrange, options = {}) =>
      withKeyService(
        kind,
        options,
        async ({ options: job, ...services }) => ({ ...(await explained(job)), ...services }),
        arrange
      )
  }
}
