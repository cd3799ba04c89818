import { afterAll, beforeAll, expect, it } from "vitest"
import { noon, openTown } from "./town.ts"

let town: Awaited<ReturnType<typeof openTown>>
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

it("takes a due date by hand as text, says so where none is needed, and tells what was renewed in numbers", async () => {
  const { ask, town: here } = town
  const { manager, ada } = here.tokens
  for (const item of ["i1", "i2"]) await ask(manager, "POST", "/v1/loans", { item, card: "ada" })
  const hand = { override: { reason: "exhibition" }, dueAt: "2026-05-01T12:00:00+08:00" }
  const notNeeded = await ask(manager, "POST", "/v1/loans/renew", { item: "i1", ...hand })
  expect([notNeeded.status, notNeeded.body]).toMatchObject([422, { refusals: [{ code: "OverrideNotNeeded" }] }])
  const own = await ask(ada, "POST", "/v1/loans/renew", { item: "i1", seen: true })
  expect(own.body).toMatchObject({ renewalsLeft: 0, renewsItself: false })
  const byHand = await ask(manager, "POST", "/v1/loans/renew", { item: "i1", ...hand })
  expect(byHand.body).toMatchObject({ dueAt: "2026-05-01T04:00:00.000Z", renewalCount: 2 })
  const all = await ask(ada, "POST", "/v1/loans/renew-all", { card: "ada" })
  expect(all.body).toMatchObject({ summary: { renewed: 1, refused: 1, reasons: { RenewalLimitReached: 1 } } })
})

it("says in the nightly close how many loans were renewed without being asked", async () => {
  const { ask, town: here, library } = town
  const { rows } = await library.scan("town", "document", null, 10)
  const policy = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "{}")
  policy.rows[0].set = { ...policy.rows[0].set, autoRenew: true, autoRenewBefore: { days: 60 }, renewalCountMax: 2 }
  await library.publishPolicy({ tenant: "town", content: policy, at: noon, by: "anna" })
  const close = await ask(here.tokens.manager, "POST", "/v1/nightly-close", {})
  const done = {
    expired: 0,
    handedOn: 0,
    waitedInVain: 0,
    resumed: 0,
    bookingsOver: 0,
    failed: 0,
    renewed: 1,
    notRenewed: 1,
    appealsOverdue: 0
  }
  expect(close.body).toEqual(done)
})
