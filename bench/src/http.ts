import { mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createHandler, issueToken } from "@openshelf/adapter-http"
import { serve } from "@openshelf/adapter-http/node"
import { sqliteStorage } from "@openshelf/adapter-sqlite"
import type { Desk } from "@openshelf/core"
import { openBench, opening, stock, tenant } from "./benchLibrary.ts"
import { type Figure, figure, median, timedEach } from "./figure.ts"

const count = 1_000
const warmUp = 200

/** Checkouts through the HTTP adapter against node:http, JSON and the same call of the library, in turns on one file. */
export const httpBench = async (): Promise<ReadonlyArray<Figure>> => {
  const folder = mkdtempSync(join(tmpdir(), "openshelf-bench-"))
  const bench = await openBench(sqliteStorage({ file: join(folder, "http.sqlite") }))
  const { library, desk } = bench
  await stock(bench, 200, 2 * count)
  const { token, row } = await issueToken({ tenant, role: "manager", subject: "bench", branch: "a", at: opening })
  await library.putToken(tenant, row)
  const { handler, dispose } = createHandler(library, { clock: () => opening })
  const adapter = await serve(handler, { port: 0 })
  const plain = await plainServer(desk)
  try {
    const ours: Array<number> = []
    const baseline: Array<number> = []
    for (let n = 0; n < count; n++) {
      ours.push(...(await timedEach(1, () => lend(adapter.url, token, 2 * n))))
      baseline.push(...(await timedEach(1, () => lend(plain.url, token, 2 * n + 1))))
    }
    return [
      figure({
        name: "http-checkout",
        ours: median(ours.slice(warmUp)),
        baseline: median(baseline.slice(warmUp)),
        unit: "µs",
        what: "checkout over HTTP, durable SQLite file; baseline: node:http + JSON + the same library call",
        budget: "at most 2 times"
      })
    ]
  } finally {
    await adapter.close()
    await plain.close()
    await dispose()
    await library.close()
    rmSync(folder, { recursive: true })
  }
}

const lend = async (url: string, token: string, n: number): Promise<void> => {
  const response = await fetch(`${url}/v1/loans`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "idempotency-key": `http-${n}` },
    body: JSON.stringify({ item: `i${n}`, card: `r${n % 200}` })
  })
  if (!response.ok) throw new Error(await response.text())
  await response.json()
}

const plainServer = async (desk: Desk): Promise<{ readonly url: string; readonly close: () => Promise<void> }> => {
  const server = createServer((request, response) => {
    let body = ""
    request.setEncoding("utf8")
    request.on("data", (chunk: string) => {
      body += chunk
    })
    request.on("end", async () => {
      const key = String(request.headers["idempotency-key"])
      const answer = await desk.checkOut({ ...JSON.parse(body), at: opening, key })
      response.writeHead(answer.ok ? 200 : 422, { "content-type": "application/json" })
      response.end(JSON.stringify(answer))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve()))
  }
}
