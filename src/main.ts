import { connectForMain, takeTurn } from './action/early'

async function main(): Promise<void> {
  const early = connectForMain()
  await takeTurn()
  const { mainStep } = await import('./action/main-step')
  await mainStep(early)
}

void main()
