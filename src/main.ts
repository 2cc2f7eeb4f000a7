import { mainStep } from './action/main-step'

void mainStep()
