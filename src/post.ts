import { connectForPost } from './action/early'

const early = connectForPost()
// Loaded now: while Node reads the code, GitHub answers.
void import('./action/post-step').then(({ postStep }) => postStep(early))
