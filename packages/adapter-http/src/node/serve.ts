import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { answerOver } from "./answerOver.ts"
import { ServeFault, serveFaultOf } from "./serveFault.ts"

export interface ServeOptions {
  /** 0: any free one. */
  readonly port: number
  /** 127.0.0.1 unless told: reachable from this machine only. */
  readonly host?: string
  /** Largest body, in bytes, that any route gets to see; a longer one is answered with 413 and its connection closed. 16 MiB unless told. */
  readonly bodyBytesMax?: number
  /** How long a stop waits for requests in flight, in milliseconds: 10,000 unless told. */
  readonly stopMs?: number
}

export interface Serving {
  /** Where it listens, as `http://127.0.0.1:8080`. */
  readonly url: string
  /** Takes no new connection, lets every request in flight be answered, for a bounded time. A second call waits for the first. */
  readonly close: () => Promise<void>
}

/**
 * Serves a handler on Node. Rejects with `ServeFault` when the port is in use, not permitted, or the host is none of this
 * machine's. Slow clients are cut off: 10 seconds for the headers, 30 for the whole request.
 */
export const serve = async (
  handler: (request: Request) => Promise<Response>,
  { port, host = "127.0.0.1", bodyBytesMax = 16_777_216, stopMs = 10_000 }: ServeOptions
): Promise<Serving> => {
  let stopping: Promise<void> | null = null
  const server = createServer({
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 5_000,
    maxHeaderSize: 16_384
  })
  server.on("request", (incoming, outgoing) => {
    void answerOver(handler, incoming, outgoing, { bodyBytesMax, isStopping: () => stopping !== null })
  })
  await listening(server, port, host)
  const { address, family, port: taken } = server.address() as AddressInfo
  return {
    url: `http://${family === "IPv6" ? `[${address}]` : address}:${taken}`,
    close: () => {
      stopping ??= stop(server, stopMs)
      return stopping
    }
  }
}

const listening = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const onError = (cause: Error): void => reject(serveFaultOf(cause, host, port))
    server.once("error", onError)
    try {
      server.listen(port, host, () => {
        server.off("error", onError)
        resolve()
      })
    } catch (cause) {
      reject(new ServeFault("portInvalid", `${port} is no port: 0 to 65535`, cause))
    }
  })

const stop = (server: Server, stopMs: number): Promise<void> =>
  new Promise((resolve) => {
    const end = setTimeout(() => server.closeAllConnections(), stopMs)
    server.close(() => {
      clearTimeout(end)
      resolve()
    })
    server.closeIdleConnections()
  })
