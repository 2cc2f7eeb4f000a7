import { connectForMain } from './action/early'

const early = connectForMain()
// Loaded now: while Node reads the code, GitHub answers.
void import('./action/main-step').then(({ mainStep }) => mainStep(early))
