import { postStep } from './action/post-step'

void postStep()
