/** Packing with ncc, for dist/ and for measuring coverage. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

export const root = join(__dirname, '..')

const ncc = require.resolve('@vercel/ncc/dist/ncc/cli.js')

// Types are checked by `npm run types`.
const always = ['--transpile-only', '--target', 'es2022', '--no-cache', '--quiet']

/** Packs a file and everything it needs into a folder, as `index.js` and chunks that load late. */
export function pack(entry: string, folder: string, ...options: readonly string[]): void {
  const args = [ncc, 'build', entry, '-o', folder, ...always, ...options]
  execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
}
