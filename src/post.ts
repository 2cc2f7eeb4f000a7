import { post } from './action/post'

void post()
