import { connectForPost, advanceEarlyConnection } from './action/early'

async function post(): Promise<void> {
  const early = connectForPost()
  await advanceEarlyConnection()
  const { postStep } = await import('./action/post-step')
  await postStep(early)
}

void post()
