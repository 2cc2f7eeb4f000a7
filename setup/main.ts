#!/usr/bin/env node
/** `npx github:OWNER/github-app-token setup`: see docs/SETUP.md. */
import { join } from 'node:path'

// ncc lists the licences only of packages that load late.
void import('./run').then(({ start }) => {
  start(process, join(__dirname, '..', '..'))
})
