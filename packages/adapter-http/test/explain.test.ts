import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { createClient } from "../src/index.ts"
import { noon, openTown } from "./town.ts"

let town: Awaited<ReturnType<typeof openTown>>
beforeAll(async () => {
  town = await openTown({ clock: () => noon + 60_000 })
})
afterAll(() => town.close())

const clientFor = (token: string) =>
  createClient({ baseUrl: "http://town", token, fetch: (request) => town.handler(request) })

describe("explaining over HTTP", () => {
  it("tells a desk what a checkout would come to, but no draft to who may not publish", async () => {
    const { ask, town: here } = town
    const told = await ask(here.tokens.desk, "POST", "/v1/explain", { action: "checkOut", item: "r1", card: "ada" })
    expect(told.body).toMatchObject({
      now: {
        allowed: false,
        refusals: [{ code: "ItemNotLendable", liftedBy: "loans.override.notLendable", mayLift: false }]
      },
      draft: null
    })
    const { document } = (await ask(here.tokens.desk, "GET", "/v1/policy")).body as { readonly document: object }
    const asked = { action: "checkOut", item: "r1", card: "ada", document }
    expect((await ask(here.tokens.desk, "POST", "/v1/explain", asked)).status).toBe(403)
    expect((await ask(here.tokens.ada, "POST", "/v1/explain", asked)).status).toBe(403)
    expect((await ask(here.tokens.manager, "POST", "/v1/explain", { ...asked, document: "{" })).status).toBe(400)
    expect((await ask(here.tokens.desk, "POST", "/v1/explain", { action: "lend", item: "r1" })).status).toBe(400)
  })

  it("tells what a return or a reservation would come to, and names the commands that can be explained", async () => {
    const { ask, town: here } = town
    const back = await ask(here.tokens.desk, "POST", "/v1/explain", { action: "returnItem", item: "i1" })
    expect(back.body).toMatchObject({ now: { allowed: true, receipt: { loanId: null } } })
    const wrong = await ask(here.tokens.desk, "POST", "/v1/explain", { action: "reserve", card: "ada" })
    expect(wrong.body).toMatchObject({ invalid: [{ path: "title" }] })
    const unknown = await ask(here.tokens.desk, "POST", "/v1/explain", { action: "lend", item: "i1" })
    expect(unknown.body).toMatchObject({
      invalid: [{ path: "action", expected: expect.stringContaining("returnItem") }]
    })
  })

  it("shows a manager a draft beside what holds, by the typed client too", async () => {
    const { policy } = clientFor(town.town.tokens.manager)
    const held = (await town.ask(town.town.tokens.manager, "GET", "/v1/policy")).body as {
      readonly document: { readonly rows: ReadonlyArray<{ readonly id: string; readonly set: object }> }
    }
    const rows = held.document.rows.map((row) => ({ ...row, set: { ...row.set, loanPeriod: { days: 3 } } }))
    const document = { ...held.document, rows }
    const explained = await policy.explain({ action: "checkOut", item: "i1", card: "ada", document })
    const { now, draft } = (explained.ok ? explained.value : {}) as Record<string, { receipt: { dueAt: string } }>
    expect(Date.parse(now?.receipt.dueAt ?? "") - Date.parse(draft?.receipt.dueAt ?? "")).toBe(11 * 86_400_000)
    expect((await policy.versions()).ok).toBe(true)
    expect(await policy.check("{ not a policy")).toMatchObject({
      ok: true,
      value: { problems: expect.arrayContaining([expect.objectContaining({ line: 1 })]) }
    })
    expect(await policy.publish({ ...document, currency: "EUR" })).toMatchObject({ ok: false, invalid: [{}] })
    expect(await policy.tryCase({ case: { itemType: "book" } })).toMatchObject({ ok: true })
    expect(await policy.regulations("zh")).toMatchObject({ ok: true, value: { language: "zh" } })
    const reader = clientFor(town.town.tokens.ada)
    expect(await reader.policy.versions()).toMatchObject({ ok: false, refusals: [{ code: "NotPermitted" }] })
  })

  it("tells staff and the reader who has it why it is due, and nobody else", async () => {
    const { ask, town: here } = town
    const lent = await ask(
      here.tokens.desk,
      "POST",
      "/v1/loans",
      { item: "i2", card: "ada" },
      {
        "idempotency-key": "lend-i2",
        "openshelf-desk": "front 1"
      }
    )
    expect(lent.status).toBe(400)
    const { body } = await ask(
      here.tokens.desk,
      "POST",
      "/v1/loans",
      { item: "i2", card: "ada" },
      { "idempotency-key": "lend-i2", "openshelf-desk": "front-1" }
    )
    const { dueAt, trace } = body as { readonly dueAt: string; readonly trace: { readonly dueSteps: object } }
    for (const token of [here.tokens.desk, here.tokens.ada])
      expect((await ask(token, "GET", "/v1/items/i2/explanation")).body).toMatchObject({
        dueAt,
        policyVersion: 1,
        steps: trace.dueSteps
      })
    expect((await ask(here.tokens.ben, "GET", "/v1/items/i2/explanation")).status).toBe(404)
    const { rows } = await town.library.scan("town", "event", null, 1_000)
    expect(rows.find(({ tag }) => tag === "ItemCheckedOut")?.desk).toBe("front-1")
  })

  it("takes no command of an instant that has not come", async () => {
    const { ask, town: here } = town
    const at = new Date(noon + 86_400_000).toISOString()
    const told = await ask(here.tokens.desk, "POST", "/v1/returns", { item: "i1", at }, { "idempotency-key": "early" })
    expect(told.body).toMatchObject({
      refusals: [{ code: "InFuture", at, nowAt: new Date(noon + 60_000).toISOString() }]
    })
  })
})
