/**
 * Stands in for the package `undici` inside the bundle (tsconfig `paths`). `@actions/http-client`
 * loads it for `getAgentDispatcher()` alone, which this action never calls, and evaluating it takes
 * longer than everything else the step does before its first request.
 */
export const ProxyAgent = undefined
