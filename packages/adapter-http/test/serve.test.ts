import { once } from "node:events"
import { connect } from "node:net"
import { describe, expect, it } from "vitest"
import { createClient } from "../src/index.ts"
import { ServeFault, serve } from "../src/node.ts"
import { noon, openTown } from "./town.ts"

const bytes = async (port: number, text: string): Promise<string> => {
  const socket = connect(port, "127.0.0.1")
  let said = ""
  socket.setEncoding("utf8").on("data", (chunk: string) => {
    said += chunk
  })
  socket.on("error", () => undefined)
  socket.write(text)
  await once(socket, "close")
  return said
}

/** Something that happens once, and those who wait for it. */
const signal = () => {
  let give = (): void => undefined
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give: () => give() }
}

const portOf = (url: string): number => Number(new URL(url).port)

describe("a server", () => {
  it("lends a book over a socket", async () => {
    const { handler, town, close } = await openTown()
    const server = await serve(handler, { port: 0 })
    const client = createClient({ baseUrl: server.url, token: town.tokens.desk })
    expect(await client.checkOut({ item: "i1", card: "ada", key: "1" })).toMatchObject({ ok: true, repeated: false })
    expect(await client.read("/v1/readers/ada/loans")).toMatchObject({ rows: [{ barcode: "i1" }] })
    await server.close()
    await close()
  })

  it("answers what is in flight when it is stopped, takes nothing new, and stops", async () => {
    let answer = (): void => undefined
    const begun = signal()
    const server = await serve(
      () =>
        new Promise((resolve) => {
          answer = () => resolve(new Response("whole"))
          begun.give()
        }),
      { port: 0 }
    )
    const inFlight = fetch(server.url)
    await begun.given
    let isClosed = false
    const closing = server.close().then(() => {
      isClosed = true
    })
    await expect(fetch(server.url)).rejects.toThrow()
    expect(isClosed).toBe(false)
    answer()
    const response = await inFlight
    expect(await response.text()).toBe("whole")
    await closing
    await server.close()
  })

  it("gives up on a request that does not end, after a bounded time", async () => {
    const begun = signal()
    const server = await serve(
      () => {
        begun.give()
        return new Promise(() => undefined)
      },
      { port: 0, stopMs: 50 }
    )
    const cut = fetch(server.url).catch(() => "cut")
    await begun.given
    await server.close()
    expect(await cut).toBe("cut")
  })

  it("says that a port is in use, that a host is not this machine's, that a port is none", async () => {
    const server = await serve(async () => new Response(), { port: 0 })
    const port = portOf(server.url)
    const start = (options: { readonly port: number; readonly host?: string }) =>
      serve(async () => new Response(), options)
    await expect(start({ port })).rejects.toMatchObject({
      code: "portInUse",
      message: expect.stringContaining(`${port}`)
    })
    await expect(start({ port: 0, host: "192.0.2.1" })).rejects.toMatchObject({ code: "hostUnknown" })
    await expect(start({ port: 70_000 })).rejects.toBeInstanceOf(ServeFault)
    await server.close()
  })

  it("refuses bodies over the limit, said or not, and requests that are two at once", async () => {
    const asked: Array<string> = []
    const server = await serve(
      async (request) => {
        asked.push(request.url)
        return new Response(await request.text())
      },
      { port: 0, bodyBytesMax: 100 }
    )
    const port = portOf(server.url)
    const head = "POST / HTTP/1.1\r\nhost: x\r\n"
    expect(await bytes(port, `${head}content-length: 101\r\n\r\n`)).toContain("413")
    const chunked = `${head}transfer-encoding: chunked\r\n\r\n65\r\n${"a".repeat(101)}\r\n0\r\n\r\n`
    expect(await bytes(port, chunked)).toContain("413")
    const both = `${head}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nhost: x\r\n\r\n`
    expect(await bytes(port, both)).toContain("400")
    const twoLengths = `${head}content-length: 5\r\ncontent-length: 6\r\n\r\naaaaa`
    expect(await bytes(port, twoLengths)).toContain("400")
    expect(await bytes(port, `${head}x: ${"a".repeat(20_000)}\r\n\r\n`)).toContain("431")
    expect(await bytes(port, "GET http://other/ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")).toContain("400")
    expect(asked).toEqual([])
    await server.close()
  })

  it("reads a long body only from who may send it", async () => {
    const { handler, town, close } = await openTown()
    const server = await serve(handler, { port: 0 })
    const client = createClient({ baseUrl: server.url, token: town.tokens.manager })
    const record = { encoding: "openshelf-marc-1", content: new Uint8Array(200_000) }
    const title = { description: { title: "Long" }, record, key: "long", at: noon }
    expect(await client.many("addTitle", [title])).toMatchObject([{ ok: true }])
    const head = `POST /v1/titles/batch HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9000000\r\n`
    for (const [token, status] of [
      ["none", "401"],
      [town.tokens.ada, "403"]
    ] as const)
      expect(await bytes(portOf(server.url), `${head}authorization: Bearer ${token}\r\n\r\n{`)).toContain(
        `HTTP/1.1 ${status}`
      )
    const single = `POST /v1/loans HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 70000\r\n`
    const answer = await bytes(portOf(server.url), `${single}authorization: Bearer ${town.tokens.desk}\r\n\r\n{`)
    expect(answer).toContain("HTTP/1.1 413")
    await server.close()
    await close()
  })

  it("answers 500 and goes on when a handler breaks its promise and rejects", async () => {
    const server = await serve(() => Promise.reject(new Error("secret path")), { port: 0 })
    const response = await fetch(server.url)
    expect([response.status, await response.text()]).toEqual([500, expect.not.stringContaining("secret")])
    await server.close()
  })
})
