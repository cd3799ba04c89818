import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createClient } from "@openshelf/adapter-http"
import { silent } from "@openshelf/cli"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type ReferenceServer, startReferenceServer } from "./referenceServer.ts"

let data = ""
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), "openshelf-"))
})
afterAll(() => rmSync(data, { recursive: true }))

const start = (signal = new AbortController().signal): Promise<ReferenceServer> =>
  startReferenceServer(
    { data, database: join(data, "library.sqlite"), port: 0, host: "127.0.0.1" },
    { progress: silent, say: () => undefined, signal }
  )

it("goes on with a load that was stopped, and starts again with the same sign-ins and all it knew", async () => {
  await expect(start(AbortSignal.abort(new Error("stopped")))).rejects.toThrow("stopped")
  const first = await start()
  const [manager, desk, reader] = first.signIns
  expect(first.signIns.map(({ role }) => role)).toEqual(["manager", "desk", "reader"])
  expect(statSync(join(data, "demo.json")).mode & 0o077).toBe(0)
  const own = createClient({ baseUrl: first.url, token: reader?.token ?? "" })
  const loans = (await own.read("/v1/me/loans")) as { readonly rows: ReadonlyArray<{ readonly barcode: string }> }
  expect(loans.rows.length).toBeGreaterThan(0)
  const staff = createClient({ baseUrl: first.url, token: desk?.token ?? "" })
  const barcode = loans.rows[0]?.barcode ?? ""
  expect(await staff.returnItem({ item: barcode, key: "back" })).toMatchObject({ ok: true })
  await first.close()

  const second = await start()
  expect(second.signIns).toEqual(first.signIns)
  const again = createClient({ baseUrl: second.url, token: manager?.token ?? "" })
  expect(await again.read(`/v1/items/${barcode}`)).not.toMatchObject({ status: "onLoan" })
  await second.close()
}, 120_000)

it("says what is in the way of a start, and leaves nothing behind", async () => {
  const running = await start()
  const said = await start().then(
    () => "",
    (fault: Error) => fault.message
  )
  expect(said).toMatch(/in use|server/)
  expect((await fetch(`${running.url}/v1/health`)).status).toBe(200)
  await running.close()
}, 60_000)
