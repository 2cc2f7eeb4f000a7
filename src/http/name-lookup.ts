import { lookup as systemLookup, type LookupAddress, type LookupAllOptions } from 'node:dns'
import type { LookupFunction } from 'node:net'

type Addresses = LookupAddress[]
type Settle = (error: NodeJS.ErrnoException | null, addresses: Addresses) => void

/** The lookups that are under way, by host and options, with the requests that wait for each. */
const underWay = new Map<string, Settle[]>()

/**
 * Looks up the address of a host as Node does, with one difference: requests for the same host share
 * one lookup. A lookup cannot be stopped. If the name server is slow, a second try joins the first
 * lookup, instead of starting again and running out of time again.
 */
export const lookup: LookupFunction = (hostname, options, callback) => {
  const all: LookupAllOptions = { ...options, all: true }
  const key = JSON.stringify([hostname, all])
  const settle: Settle = (error, addresses) => {
    const [first] = addresses
    if (error !== null || first === undefined || options.all === true) callback(error, addresses)
    else callback(null, first.address, first.family)
  }
  const waiting = underWay.get(key)
  if (waiting !== undefined) {
    waiting.push(settle)
    return
  }
  const requests = [settle]
  underWay.set(key, requests)
  systemLookup(hostname, all, (error, addresses) => {
    underWay.delete(key)
    for (const each of requests) each(error, error === null ? addresses : [])
  })
}

/** Whether a lookup is under way. It blocks a thread that `process.exit` waits for. */
export function isLookingUp(): boolean {
  return underWay.size > 0
}
