import { main } from './action/main'

void main()
