import { expect, it } from "vitest"
import { day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"
import { type NightJob, night } from "./night.ts"

const kept = {
  autoRenew: false,
  overdueAccrues: true,
  debtMax: "unlimited",
  smallBalanceForgiven: "0.50",
  lostAfter: { weeks: 4 },
  lossCost: "actual"
}

it("does each job of a night, one after another; run again for the same instant it changes nothing", async () => {
  const { library, desk, key, title } = await smallLibrary(kept)
  await title("Books", ["b1", "b2"])
  for (const item of ["b1", "b2"]) receiptOf(await desk.checkOut({ item, card: "ada", at: noon, key: key() }))
  receiptOf(await desk.returnItem({ item: "b2", at: noon + day, key: key() }))
  const small = { card: "ben", kind: "fee", amount: 40, reason: "copies" } as const
  receiptOf(await desk.chargeReader({ ...small, at: noon, key: key() }))

  const jobs: Array<NightJob> = []
  const at = noon + 17 * day
  const done = await night(library, { tenant, at, onProgress: ({ job }) => jobs.push(job) })
  expect([...new Set(jobs)]).toEqual(["close", "overdue", "losses", "smallDebts", "rotations", "interloans"])
  expect(done).toMatchObject({
    close: { expired: 0, renewed: 0 },
    overdue: { looked: 1, changed: 1, amount: 30 },
    losses: { aged: 0 },
    smallDebts: { forgiven: 1, amount: 40 }
  })
  const again = await night(library, { tenant, at })
  expect(again).toMatchObject({ overdue: { looked: 1, changed: 0, amount: 0 }, smallDebts: { forgiven: 0 } })

  const late = await night(library, { tenant, at: noon + 50 * day })
  expect(late).toMatchObject({ overdue: { changed: 1 }, losses: { aged: 1, billed: 0, notDoneCount: 0 } })
  expect(await night(library, { tenant, at: noon + 60 * day })).toMatchObject({ overdue: { changed: 0 } })
  expect(await library.check(tenant)).toEqual([])
  expect(await library.replay(tenant)).toEqual([])
})
