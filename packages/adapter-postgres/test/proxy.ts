import type { AddressInfo } from "node:net"
import { connect, createServer, type Socket } from "node:net"
import { onTestFinished } from "vitest"

/** What the proxy does to the connection whose client sends a commit. */
export type Fate =
  /** The server gets it and carries it out; the client never hears of it. */
  | "lose the answer"
  /** The server never gets it. */
  | "lose the commit"
  /** As `lose the answer`, and no new connection comes through. */
  | "lose the answer and the server"

export interface Proxy {
  /** The server's address by way of the proxy. */
  readonly url: string
  /** How often clients sent something after the server had said something: round trips, as they are on the wire. */
  readonly trips: () => number
  /** What befalls the next commit. */
  readonly doom: (fate: Fate) => void
  /** Cuts every connection now, and what a client sends next is not heard. */
  readonly cutAll: () => void
  readonly recover: () => void
}

/** A way to a PostgreSQL server that counts and cuts. */
export const proxyTo = async (serverUrl: string): Promise<Proxy> => {
  const target = new URL(serverUrl)
  const sockets = new Set<Socket>()
  let trips = 0
  let fate: Fate | null = null
  let closed = false

  const server = createServer((client) => {
    if (closed) {
      client.destroy()
      return
    }
    const upstream = connect(Number(target.port), target.hostname)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.setNoDelay()
      socket.on("error", () => {})
      socket.on("close", () => sockets.delete(socket))
    }
    let turn: "client" | "server" = "server"
    let deaf = false
    client.on("data", (data) => {
      if (turn === "server") trips++
      turn = "client"
      const doomed = data.includes("commit\0") ? fate : null
      if (doomed !== null) fate = null
      if (doomed === "lose the answer and the server") closed = true
      deaf ||= doomed !== null
      if (doomed === "lose the commit") client.destroy()
      else upstream.write(data)
    })
    upstream.on("data", (data) => {
      turn = "server"
      if (!deaf) client.write(data)
      // A server that is cut off before it came to the commit gives the transaction up.
      else if (data.includes("COMMIT\0")) client.destroy()
    })
    client.on("close", () => upstream.destroy())
    upstream.on("close", () => client.destroy())
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    url: Object.assign(new URL(serverUrl), { host: `127.0.0.1:${port}` }).href,
    trips: () => trips,
    doom: (next) => {
      fate = next
    },
    cutAll: () => {
      for (const socket of sockets) socket.destroy()
    },
    recover: () => {
      closed = false
    }
  }
}
