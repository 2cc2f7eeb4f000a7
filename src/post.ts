import { connectForPost, takeTurn } from './action/early'

async function post(): Promise<void> {
  const early = connectForPost()
  await takeTurn()
  const { postStep } = await import('./action/post-step')
  await postStep(early)
}

void post()
