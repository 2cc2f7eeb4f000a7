/** The real Chromium, if it is installed, driven by playwright-core. */
import { chromium, type Browser } from 'playwright-core'
import { describeIfInstalled, findProgram } from './system'

const path =
  findProgram('chromium') ?? findProgram('chromium-browser') ?? findProgram('google-chrome')

/** Tests that need Chromium. If it is missing, they are left out with a message. */
export function describeWithChromium(title: string, tests: () => void): void {
  describeIfInstalled(
    title,
    path === undefined ? 'Chromium' : undefined,
    'CI_NEEDS_CHROMIUM',
    tests
  )
}

/** Starts it, without a window. It reaches only this machine. */
export async function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: path ?? '',
    // Root has no sandbox. The rest keeps it from asking servers for updates and the like.
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'
    ]
  })
}
