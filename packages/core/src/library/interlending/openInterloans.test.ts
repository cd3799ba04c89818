import { describe, expect, it } from "vitest"
import { type System, twoSystems } from "../../testing/interlending/twoSystems.ts"
import { noon } from "../../testing/smallLibrary.ts"
import { endInterloans } from "./endInterloans.ts"
import { openInterloans } from "./openInterloans.ts"

type Two = Awaited<ReturnType<typeof twoSystems>>

const nextAt = async ({ library }: Two, { tenant }: System, side: "borrower" | "lender") =>
  (await openInterloans(library, { tenant, side, at: noon, after: null, limit: 100 })).rows.map(({ next }) => next)

const asked = async ({ town, relay }: Two): Promise<string> => {
  const { interloanId } = await town.give("requestInterloan", { partner: "hill", title: "Hill walks" })
  await relay()
  return interloanId
}

describe("loans between systems that are not over", () => {
  it("say what can be done next at each side", async () => {
    const two = await twoSystems()
    const { town, hill, relay } = two
    const next = async () => [await nextAt(two, town, "borrower"), await nextAt(two, hill, "lender")]
    const interloan = await asked(two)
    expect(await next()).toEqual([[["cancelInterloan"]], [["lendOut", "declineInterloan"]]])
    await hill.give("lendOut", { interloan, item: "h1", card: "town" })
    await relay()
    expect(await next()).toEqual([[["borrowIn"]], [[]]])
    await town.give("borrowIn", { interloan, barcode: "h1", type: "book" })
    await relay()
    expect(await next()).toEqual([[["sendBack"]], [[]]])
    await town.give("checkOut", { item: "h1", card: "ada" })
    expect(await next()).toEqual([[[]], [[]]])
    await town.give("returnItem", { item: "h1" })
    await town.give("sendBack", { interloan, item: "h1" })
    await relay()
    expect(await next()).toEqual([[[]], [[]]])
    await hill.give("returnItem", { item: "h1" })
    expect(await next()).toEqual([[[]], [["completeInterloan"]]])
    await hill.give("completeInterloan", { interloan, item: "h1" })
    await relay()
    expect(await next()).toEqual([[], []])
  })

  it("do not offer to send back what is set aside for somebody", async () => {
    const two = await twoSystems()
    const { town, hill, relay } = two
    const reservation = await town.reserve("ada")
    const wanted = { partner: "hill", title: "Hill walks", reservation }
    const { interloanId: interloan } = await town.give("requestInterloan", wanted)
    await relay()
    await hill.give("lendOut", { interloan, item: "h1", card: "town" })
    await relay()
    await town.give("borrowIn", { interloan, reservation, barcode: "h1", type: "book" })
    expect(await nextAt(two, town, "borrower")).toEqual([[]])
    await town.give("cancelReservation", { reservation })
    expect(await nextAt(two, town, "borrower")).toEqual([["sendBack"]])
  })

  it("come in pages", async () => {
    const two = await twoSystems()
    const all = [await asked(two), await asked(two), await asked(two)].sort()
    const page = (after: string | null) =>
      openInterloans(two.library, { tenant: "town", side: "borrower", at: noon, after, limit: 2 })
    const first = await page(null)
    const second = await page(first.next)
    expect([...first.rows, ...second.rows].map(({ interloan }) => interloan.interloanId)).toEqual(all)
    expect([first.rows.length, second.next]).toEqual([2, null])
  })
})

describe("the night", () => {
  it("completes loans whose copy came home, and leaves the others", async () => {
    const two = await twoSystems()
    const { library, hill, relay, states, faults } = two
    const [back, out] = [await asked(two), await asked(two)]
    await hill.give("lendOut", { interloan: back, item: "h1", card: "town" })
    await hill.give("lendOut", { interloan: out, item: "h2", card: "town" })
    await hill.give("returnItem", { item: "h1" })
    const night = () => endInterloans(library, { tenant: "hill", at: noon })
    expect(await night()).toEqual({ completed: 1, closed: 0, cancelled: 0, failed: [] })
    expect(await night()).toEqual({ completed: 0, closed: 0, cancelled: 0, failed: [] })
    await relay()
    expect((await hill.rows("interloan")).map(({ state }) => state).sort()).toEqual(["completed", "shipped"])
    expect((await states()).sort()).toEqual(["completed", "completed"])
    expect(await faults()).toEqual([])
  })

  it("leaves a loss that is not settled to staff", async () => {
    const two = await twoSystems()
    const { library, hill } = two
    const interloan = await asked(two)
    await hill.give("lendOut", { interloan, item: "h1", card: "town" })
    await hill.give("declareLost", { item: "h1" })
    expect(await endInterloans(library, { tenant: "hill", at: noon })).toMatchObject({ completed: 0 })
    expect(await nextAt(two, hill, "lender")).toEqual([["completeInterloan"]])
  })

  it("cancels what was asked for a reservation that ended, which the list marks", async () => {
    const two = await twoSystems()
    const { library, town, hill, relay, states, faults } = two
    const night = () => endInterloans(library, { tenant: "town", at: noon })
    const marked = async () =>
      (await openInterloans(library, { tenant: "town", side: "borrower", at: noon, after: null, limit: 9 })).rows.map(
        ({ unwanted }) => unwanted
      )
    const reservation = await town.reserve("ada")
    await town.give("requestInterloan", { partner: "hill", title: "Hill walks", reservation })
    await relay()
    expect([await marked(), await night()]).toMatchObject([[false], { cancelled: 0 }])
    await town.give("cancelReservation", { reservation })
    expect([await marked(), await night(), await night()]).toMatchObject([
      [true],
      { cancelled: 1, failed: [] },
      { cancelled: 0, failed: [] }
    ])
    expect(await marked()).toEqual([])
    await relay()
    expect(await states()).toEqual(["cancelled", "cancelled"])
    expect((await hill.rows("loan")).length).toBe(0)
    expect(await faults()).toEqual([])
  })

  it("closes the record of a borrowed copy that is gone at both sides", async () => {
    const two = await twoSystems()
    const { library, town, hill, relay, faults } = two
    const interloan = await asked(two)
    await hill.give("lendOut", { interloan, item: "h1", card: "town" })
    await relay()
    await town.give("borrowIn", { interloan, barcode: "h1", type: "book" })
    await hill.give("declareLost", { item: "h1" })
    await hill.give("completeInterloan", { interloan, item: "h1" })
    await relay()
    const night = () => endInterloans(library, { tenant: "town", at: noon })
    // It may stand on a shelf here all the same.
    expect(await night()).toMatchObject({ closed: 0, failed: [] })
    expect(await nextAt(two, town, "borrower")).toEqual([["sendBack"]])
    await town.give("reportMissing", { item: "h1", noticedAt: "shelf" })
    expect(await night()).toMatchObject({ closed: 1, failed: [] })
    expect(await nextAt(two, town, "borrower")).toEqual([])
    expect(await town.interloan()).toMatchObject({ state: "completedWithoutReturn", endedAt: noon })
    expect(await faults()).toEqual([])
  })
})
