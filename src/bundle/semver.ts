/**
 * Stands in for the package `semver` inside the bundle (tsconfig `paths`). `jsonwebtoken` asks it
 * only whether this Node is at least 6.12, 15.7 and 16.9; `using: node24` answers that.
 */
export function satisfies(): boolean {
  return true
}
