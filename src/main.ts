import { connectForMain, advanceEarlyConnection } from './action/early'

async function main(): Promise<void> {
  const early = connectForMain()
  await advanceEarlyConnection()
  const { mainStep } = await import('./action/main-step')
  await mainStep(early)
}

void main()
