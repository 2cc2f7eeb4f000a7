import { post } from './action/post-step'

void post()
