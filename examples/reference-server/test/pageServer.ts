import { readFile } from "node:fs/promises"
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { extname, join } from "node:path"
import { buffer } from "node:stream/consumers"

const built = join(import.meta.dirname, "../dist/page")
const kinds: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml"
}

/** The built page and a library's handler on one free port, with the strictest policy that the page promises to live with. */
export const servePage = async (
  handler: (request: Request) => Promise<Response>
): Promise<{ readonly url: string; readonly close: () => void }> => {
  const server: Server = createServer((asked, answer) => {
    const { pathname } = new URL(asked.url ?? "/", "http://page")
    const answered = pathname.startsWith("/v1/") ? fromHandler(handler, asked, answer) : fromFile(pathname, answer)
    answered.catch(() => answer.writeHead(500).end())
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.close()
      server.closeAllConnections()
    }
  }
}

const fromFile = async (pathname: string, answer: ServerResponse): Promise<void> => {
  const path = pathname === "/" ? "/index.html" : pathname
  const content = await readFile(join(built, path)).catch(() => null)
  if (content === null) return void answer.writeHead(404).end()
  const kind = kinds[extname(path)] ?? "application/octet-stream"
  answer.writeHead(200, { "content-type": kind, "content-security-policy": "default-src 'self'" }).end(content)
}

const fromHandler = async (
  handler: (request: Request) => Promise<Response>,
  asked: IncomingMessage,
  answer: ServerResponse
): Promise<void> => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(asked.headers)) headers.set(name, String(value))
  const method = asked.method ?? "GET"
  const body = method === "GET" ? {} : { body: new Uint8Array(await buffer(asked)) }
  const response = await handler(new Request(`http://page${asked.url}`, { method, headers, ...body }))
  answer.writeHead(response.status, Object.fromEntries(response.headers))
  answer.end(new Uint8Array(await response.arrayBuffer()))
}
