import { describe, expect, it } from "vitest"
import { codesOf, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

const costs = (charges: ReadonlyArray<{ readonly kind: string; readonly amount: number }>) =>
  charges.map(({ kind, amount }) => [kind, amount])

describe("what membership and card cost", () => {
  const fees = { membershipFee: "10.00", cardFee: "5.00", lostCardFee: "8.00", debtMax: "99.00" }

  it("is charged as the reader registers, renews, and gets a new card for a lost one", async () => {
    const { library, desk, key } = await smallLibrary(fees)
    const registered = receiptOf(
      await desk.registerReader({ card: "eve", name: "Eve", category: "adult", at: noon, key: key() })
    )
    expect(costs(registered.charges)).toEqual([
      ["membership", 1000],
      ["card", 500]
    ])
    const renewed = receiptOf(await desk.renewMembership({ card: "eve", at: noon, key: key() }))
    expect(costs(renewed.charges)).toEqual([["membership", 1000]])
    const lost = { card: "eve", replacement: "eve2", at: noon }
    expect(costs(receiptOf(await desk.reportLostCard({ ...lost, key: key() })).charges)).toEqual([["card", 800]])
    const found = await library.read(tenant, { reader: { card: "eve2" as never } })
    expect(found.reader?.account.balance).toBe(3300)
    expect(await library.check(tenant)).toEqual([])
    expect(await library.replay(tenant)).toEqual([])
  })

  it("is charged once staff confirm who applied, in the category that they give", async () => {
    const { desk, key } = await smallLibrary(fees)
    const application = receiptOf(
      await desk.applyForMembership({ name: "Eve", category: "adult", at: noon, key: key() })
    ).application
    const confirmed = await desk.confirmReader({ application, card: "eve", at: noon, key: key() })
    expect(costs(receiptOf(confirmed).charges)).toEqual([
      ["membership", 1000],
      ["card", 500]
    ])
  })

  it("is nothing where the policy says nothing, or nothing of money", async () => {
    const { desk, key } = await smallLibrary({ membershipFee: "0.00" })
    const eve = { card: "eve", name: "Eve", category: "adult", at: noon }
    expect(receiptOf(await desk.registerReader({ ...eve, key: key() })).charges).toEqual([])
  })
})

describe("what a reservation costs", () => {
  const placed = async (set: object, copies: number) => {
    const small = await smallLibrary({ reservationFee: "1.50", reservableOnShelf: true, debtMax: "99.00", ...set })
    const barcodes = Array.from({ length: copies }, (_, nth) => `b${nth}`)
    const titleId = await small.title("Emma", barcodes)
    return { ...small, reserve: { title: titleId, card: "ada", at: noon } }
  }

  it.each([
    [{}, 1, 150],
    [{ reservationFeeWhen: "placed" }, 1, 150],
    [{ reservationFeeWhen: "placedIfNoneFree" }, 1, 0],
    [{ reservationFeeWhen: "placedIfNoneFree" }, 0, 150],
    [{ reservationFeeWhen: "pickedUp" }, 0, 0]
  ])("%j, of so many copies free: %i, is %i as it is placed", async (set, free, amount) => {
    const { desk, key, reserve } = await placed(set, 1)
    if (free === 0) receiptOf(await desk.checkOut({ item: "b0", card: "ben", at: noon, key: key() }))
    const { charges } = receiptOf(await desk.reserve({ ...reserve, key: key() }))
    expect(costs(charges)).toEqual(amount === 0 ? [] : [["reservation", amount]])
  })

  it("is charged as the copy is picked up where the policy says so, and not without a reservation", async () => {
    const { library, desk, key, reserve } = await placed({ reservationFeeWhen: "pickedUp", deposit: "5.00" }, 2)
    receiptOf(await desk.reserve({ ...reserve, key: key() }))
    const lent = receiptOf(await desk.checkOut({ item: "b0", card: "ada", at: noon, key: key() }))
    expect(costs(lent.charges)).toEqual([
      ["deposit", 500],
      ["reservation", 150]
    ])
    const other = receiptOf(await desk.checkOut({ item: "b1", card: "ben", at: noon, key: key() }))
    expect(costs(other.charges)).toEqual([["deposit", 500]])
    const links = (await library.scan(tenant, "chargeLoan", null, 10)).rows
    expect(links.map(({ kind }) => kind)).toEqual(["deposit", "deposit"])
    expect(await library.check(tenant)).toEqual([])
    expect(await library.replay(tenant)).toEqual([])
  })

  it("is to be agreed to first where the policy asks for it", async () => {
    const { desk, key, reserve } = await placed({ costConsent: true }, 1)
    expect(await desk.dryRun.reserve(reserve)).toEqual({
      ok: false,
      refusals: [{ _tag: "CostNotAccepted", amount: 150 }]
    })
    expect(codesOf(await desk.dryRun.reserve({ ...reserve, acceptedCost: 100 }))).toEqual(["CostNotAccepted"])
    receiptOf(await desk.reserve({ ...reserve, acceptedCost: 150, key: key() }))
  })
})
