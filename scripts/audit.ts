/** Fails if npm knows a vulnerability of a package in dist/. Other packages never reach a user. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './ncc'

/** The names of the packages in dist/: in its lists of licences, a licence is below each name. */
function packagesInDist(): Set<string> {
  const names = readdirSync(join(root, 'dist')).flatMap((folder) => {
    const lines = readFileSync(join(root, 'dist', folder, 'licenses.txt'), 'utf8').split(/\r?\n/)
    return lines.filter(
      (line, at) => /^(?:@[\w-]+\/)?[a-z][\w.-]*$/.test(line) && /^[A-Z]/.test(lines[at + 1] ?? '')
    )
  })
  return new Set(names)
}

/** What `npm audit --json` prints. */
interface Report {
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string }>>
}

const { stdout } = spawnSync('npm', ['audit', '--json'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32'
})
const { vulnerabilities } = JSON.parse(stdout) as Report
if (vulnerabilities === undefined) throw new Error(`npm audit gave no report: ${stdout}`)
const packages = packagesInDist()
const found = Object.entries(vulnerabilities).filter(([name]) => packages.has(name))
for (const [name, { severity }] of found) console.log(`${name}: ${severity}`)
console.log(`${packages.size} packages in dist/, ${found.length} with known vulnerabilities`)
process.exitCode = found.length > 0 ? 1 : 0
