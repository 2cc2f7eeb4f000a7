/**
 * Stands in for the package `@actions/exec` inside the bundle (tsconfig `paths`). `@actions/core`
 * loads it for `platform.getDetails()` alone, which this action never calls.
 */
export function getExecOutput(): never {
  throw new Error('@actions/exec is not part of this bundle')
}
