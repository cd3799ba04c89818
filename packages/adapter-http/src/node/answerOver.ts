import type { IncomingMessage, ServerResponse } from "node:http"
import { Readable } from "node:stream"

type Handle = (request: Request) => Promise<Response>

/** Hands a request of node:http to a handler and sends what it answers, whole. Never rejects. */
export const answerOver = async (
  handler: Handle,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { bodyBytesMax, isStopping }: { readonly bodyBytesMax: number; readonly isStopping: () => boolean }
): Promise<void> => {
  try {
    const length = Number(incoming.headers["content-length"] ?? 0)
    if (length > bodyBytesMax) return refuse(outgoing, 413)
    const body =
      length > readAheadMax ? Readable.toWeb(incoming) : await bodyOf(incoming, Math.min(readAheadMax, bodyBytesMax))
    if (body === null) return refuse(outgoing, 413)
    const request = requestOf(incoming, body as Body)
    if (request === null) return refuse(outgoing, 400)
    const response = await handler(request)
    // What is left of a body that the handler did not want would be read as the next request.
    if (isStopping() || !incoming.complete) outgoing.setHeader("connection", "close")
    await send(response, outgoing)
  } catch {
    // The connection broke, or the handler did, which promises not to: there is nobody to tell or nothing to say.
    if (outgoing.headersSent) outgoing.destroy()
    else refuse(outgoing, 500)
  }
}

/** A longer body is handed on as it comes: the handler says who may send so much before it reads any of it. */
const readAheadMax = 65_536

type Body = Buffer<ArrayBuffer> | ReadableStream<Uint8Array>

/** The body, read to its end so that nothing of it is left on the connection; `null`: it is long and did not say so. */
const bodyOf = async (incoming: IncomingMessage, bytesMax: number): Promise<Buffer<ArrayBuffer> | null> => {
  const chunks: Array<Buffer<ArrayBuffer>> = []
  let length = 0
  for await (const chunk of incoming as AsyncIterable<Buffer<ArrayBuffer>>) {
    length += chunk.length
    if (length > bytesMax) return null
    chunks.push(chunk)
  }
  return chunks.length === 1 ? (chunks[0] as Buffer<ArrayBuffer>) : Buffer.concat(chunks, length)
}

/** `null`: an address or a method that no request can have. */
const requestOf = (incoming: IncomingMessage, body: Body): Request | null => {
  const { method = "GET", url = "/", rawHeaders } = incoming
  if (!url.startsWith("/")) return null
  const headers = new Headers()
  try {
    for (let index = 0; index < rawHeaders.length; index += 2)
      headers.append(rawHeaders[index] as string, rawHeaders[index + 1] as string)
    const takesBody = method !== "GET" && method !== "HEAD"
    // The host is left out on purpose: no answer may depend on what a client calls the server.
    const sent = takesBody && !(body instanceof Buffer && body.length === 0) ? body : null
    return new Request(`http://server${url}`, { method, headers, body: sent, duplex: "half" } as RequestInit)
  } catch {
    return null
  }
}

const send = async (response: Response, outgoing: ServerResponse): Promise<void> => {
  const body = response.body === null ? null : Buffer.from(await response.arrayBuffer())
  outgoing.statusCode = response.status
  response.headers.forEach((value, name) => {
    if (name !== "content-length") outgoing.setHeader(name, value)
  })
  outgoing.setHeader("content-length", body?.length ?? 0)
  outgoing.end(body ?? undefined)
}

/** For what no handler gets to see. The connection is closed, as the rest of the request may still be on it. */
const refuse = (outgoing: ServerResponse, status: 400 | 413 | 500): void => {
  const title = titles[status]
  outgoing.writeHead(status, {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    connection: "close"
  })
  outgoing.end(JSON.stringify({ type: "about:blank", title, status }))
}

const titles = {
  400: "The request cannot be read.",
  413: "The body is too large.",
  500: "Something broke here."
}
