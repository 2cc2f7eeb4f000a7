import { main } from './action/main-step'

void main()
