/** A network with a round trip, on the loopback. */
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/**
 * Starts a relay in front of a port; returns its own. What it passes on arrives half a round trip
 * later. The loopback connects at once, so a new connection passes nothing on during the first round
 * trip, as if the client still waited for it.
 */
export async function startRelay(port: number, roundTrip: number): Promise<number> {
  const server = createServer((client) => {
    const opened = performance.now() + roundTrip
    const upstream = connect(port, '127.0.0.1')
    passOn(client, upstream, () => Math.max(performance.now(), opened) + roundTrip / 2)
    passOn(upstream, client, () => performance.now() + roundTrip / 2)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** Passes everything on at the time it is due, in order. */
function passOn(from: Socket, to: Socket, dueTime: () => number): void {
  let last = Promise.resolve()
  const later = (act: () => void): void => {
    const due = dueTime()
    last = last
      .then(() => new Promise((resolve) => setTimeout(resolve, due - performance.now())))
      .then(act)
  }
  // Otherwise small packets wait for each other, and the bench would measure that.
  from.setNoDelay(true)
  from.on('data', (chunk: Buffer) => {
    later(() => to.write(chunk))
  })
  from.on('end', () => {
    later(() => to.end())
  })
  from.on('error', () => {
    to.destroy()
  })
}
