import { runRenewer } from './renew/run'

void runRenewer()
