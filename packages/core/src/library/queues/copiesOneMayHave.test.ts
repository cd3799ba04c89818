import { describe, expect, it, vi } from "vitest"
import { amendPolicy, closeForGood } from "../../testing/amending.ts"
import { day, noon, receiptOf, smallCalendar, smallLibrary, tenant } from "../../testing/smallLibrary.ts"
import { learnWaits, titleQueue, waitOf } from "./index.ts"

const lending = { reservableOnShelf: true, reservationCountMax: 9, "loanCountMax.all": 9 }

/** One copy, `w1`, on the shelf of the main branch; `ada`, `ben` (adults) and `kim` (a child) are of the main branch. */
const withOneCopy = async (set: object = {}, type = "book") => {
  const small = await smallLibrary({ ...lending, ...set })
  const { library, desk, key, title } = small
  const titleId = await title("Wanted", ["w1"], type)
  await learnWaits(library, { tenant, at: noon })
  const reserve = async (card: string, pickupBranch = "main", at = noon) =>
    receiptOf(await desk.reserve({ title: titleId, card, pickupBranch, override: { reason: "asked" }, at, key: key() }))
      .reservationId
  const waitOfTitle = async (at = noon) => (await waitOf(library, { tenant, title: titleId, at }))?.wait
  const waitOfOne = async (reservation: string, at = noon) => (await waitOf(library, { tenant, reservation, at }))?.wait
  const lines = async (at = noon) => (await titleQueue(library, { tenant, title: titleId, at }))?.rows ?? []
  return { ...small, titleId, reserve, waitOfTitle, waitOfOne, lines }
}

const never = { low: null, median: null, high: null, within: { chance: 0 }, basis: { copies: 0 } }
const atOnce = { low: 0, median: 0, high: 0, within: { chance: 1 }, basis: { copies: 1 } }

describe("an estimate counts on no copy that the reservation may not have", () => {
  it("as it may not travel to the pickup branch; where it stands it is had at once", async () => {
    const { library, reserve, waitOfOne, lines } = await withOneCopy()
    const far = await reserve("ada", "far")
    expect(await waitOfOne(far)).toMatchObject({ within: { chance: 1 }, basis: { copies: 1 } })
    await amendPolicy(library, { transfers: { forbidden: [{ from: "main", to: "far" }] } })
    expect(await waitOfOne(far)).toMatchObject(never)
    const main = await reserve("ben")
    expect(await lines()).toMatchObject([
      { reservation: { reservationId: far }, position: 1, wait: never },
      { reservation: { reservationId: main }, position: 2, wait: { basis: { copies: 1 } } }
    ])
    expect((await lines()).map(({ wait }) => wait)).toEqual([await waitOfOne(far), await waitOfOne(main)])
  })

  it.each<[string, object, string, string]>([
    ["as it stays within its library", { pickupBranches: "home" }, "ada", "far"],
    ["as it is not reserved by readers of other branches", { reservableBy: "home" }, "fay", "main"],
    ["as it is not lent to readers of other branches", { lendableTo: "home" }, "fay", "main"]
  ])("%s", async (_, set, card, pickupBranch) => {
    const { desk, key, library, reserve, waitOfOne } = await withOneCopy()
    const fay = { card: "fay", name: "fay", category: "adult", homeBranch: "far" }
    receiptOf(await desk.registerReader({ ...fay, at: noon, key: key() }))
    const reservation = await reserve(card, pickupBranch)
    expect((await waitOfOne(reservation))?.within.chance).toBe(1)
    await amendPolicy(library, { set })
    expect(await waitOfOne(reservation)).toMatchObject(never)
  })

  it("as it is not reserved by readers of that category", async () => {
    const { library, reserve, waitOfOne, waitOfTitle, lines } = await withOneCopy()
    const kim = await reserve("kim")
    const rows = [{ id: "no child", when: { readerCategory: "child" }, set: { reservable: false } }]
    await amendPolicy(library, { rows })
    expect(await waitOfOne(kim)).toMatchObject(never)
    await reserve("ada")
    const [first, second] = await lines()
    expect(first).toMatchObject({ wait: never })
    for (const wait of [second?.wait, await waitOfTitle()]) expect(wait?.within.chance).toBeGreaterThan(0.9)
  })

  it("as the pickup branch was closed for good", async () => {
    const { library, reserve, waitOfOne } = await withOneCopy()
    const far = await reserve("ada", "far")
    await closeForGood(library, "far", noon - 1)
    expect(await waitOfOne(far)).toMatchObject(never)
  })

  it("as it travels to another branch, from where it may not go on", async () => {
    const { library, desk, key, reserve, waitOfOne } = await withOneCopy()
    await amendPolicy(library, { transfers: { kept: true, forbidden: [{ from: "far", to: "main" }] } })
    const main = await reserve("ada")
    expect((await waitOfOne(main))?.within.chance).toBe(1)
    receiptOf(await desk.send({ item: "w1", to: "far", at: noon, key: key() }))
    expect(await waitOfOne(main)).toMatchObject(never)
  })

  it("whoever asks, and however far the suspension goes", async () => {
    const { library, desk, key, reserve, waitOfOne } = await withOneCopy()
    const far = await reserve("ada", "far")
    const until = noon + 9 * day
    receiptOf(await desk.suspendReservation({ reservation: far, until, at: noon, key: key() }))
    expect(await waitOfOne(far)).toMatchObject({ low: 9, within: { chance: 1 } })
    await amendPolicy(library, { transfers: { forbidden: [{ from: "main", to: "far" }] } })
    expect(await waitOfOne(far)).toMatchObject(never)
  })

  it("and on the others all the same: one that it may have on loan, beside one on the shelf that it may not", async () => {
    const { library, desk, far, key, titleId, reserve, waitOfOne } = await withOneCopy()
    receiptOf(await desk.addItem({ title: titleId, barcode: "w2", type: "book", at: noon - day, key: key() }))
    receiptOf(await far.checkOut({ item: "w2", card: "ben", at: noon, key: key() }))
    await amendPolicy(library, { transfers: { forbidden: [{ from: "main", to: "far" }] } })
    const wait = await waitOfOne(await reserve("ada", "far"))
    expect(wait).toMatchObject({ basis: { copies: 1 } })
    expect(wait?.median).toBeGreaterThan(1)
  })

  it("but its reader's debts and blocks are no reason: they may be gone by then", async () => {
    const { desk, key, reserve, waitOfOne } = await withOneCopy()
    const ada = await reserve("ada")
    receiptOf(await desk.placeBlock({ card: "ada", kind: "conduct", actions: ["borrow"], at: noon, key: key() }))
    expect(await waitOfOne(ada)).toMatchObject(atOnce)
  })
})

describe("a new copy that is fetched at its home branch alone", () => {
  it("is counted on elsewhere from the day on which it is new no more", async () => {
    const { reserve, waitOfOne, lines } = await withOneCopy({ newCopiesAtHomeDays: 30 })
    const far = await reserve("ada", "far")
    // Added a day ago, it is new for 29 more local days, the last of which ends twelve hours earlier by the clock.
    const wait = await waitOfOne(far)
    expect(wait).toMatchObject({ within: { chance: 1 }, basis: { copies: 1 } })
    expect(wait?.low).toBeGreaterThanOrEqual(28.5)
    expect(wait?.high).toBeLessThan(40)
    const main = await reserve("ben")
    expect((await lines())[1]).toMatchObject({ reservation: { reservationId: main }, wait: { basis: { copies: 1 } } })
    expect((await waitOfOne(far, noon + 29 * day))?.low).toBeLessThan(3)
  })

  it("is never counted on where it is still kept from the reservation then", async () => {
    const { library, reserve, waitOfOne } = await withOneCopy({ newCopiesAtHomeDays: 30 })
    const far = await reserve("ada", "far")
    const branches = { ...smallCalendar.branches, far: { ...smallCalendar.branches.far, hours: {} } }
    expect((await library.publishCalendar({ tenant, content: { branches }, at: noon - 1, by: "anna" })).ok).toBe(true)
    expect(await waitOfOne(far)).toMatchObject(never)
  })

  it("is counted on when it comes back, where that is later", async () => {
    const { desk, key, reserve, waitOfOne } = await withOneCopy({ newCopiesAtHomeDays: 5 })
    receiptOf(await desk.checkOut({ item: "w1", card: "ben", at: noon, key: key() }))
    const [far, main] = [await reserve("ada", "far"), await reserve("kim")]
    expect((await waitOfOne(far))?.high).toBeGreaterThan(10)
    expect(await waitOfOne(main)).toMatchObject({ basis: { copies: 1 } })
  })
})

describe("a title", () => {
  it("that nobody may reserve has no copy to be counted on, though others of its kind are lent", async () => {
    const { waitOfTitle } = await withOneCopy({}, "reference")
    expect(await waitOfTitle()).toMatchObject(never)
  })

  it("of which a copy may be reserved by some is counted on, by the rules in force at that time", async () => {
    const { library, waitOfTitle } = await withOneCopy({ reservable: false })
    expect(await waitOfTitle()).toMatchObject(never)
    const rows = [
      { id: "adults", when: { readerCategory: "adult", readerAge: { min: 18 } }, set: { reservable: true } }
    ]
    await amendPolicy(library, { rows }, noon + day)
    expect(await waitOfTitle()).toMatchObject(never)
    expect(await waitOfTitle(noon + 2 * day)).toMatchObject({ within: { chance: 1 }, basis: { copies: 1 } })
  })

  it("counts on none but the copies that somebody may reserve", async () => {
    const { desk, key, titleId, waitOfTitle } = await withOneCopy()
    receiptOf(await desk.addItem({ title: titleId, barcode: "w2", type: "reference", at: noon - day, key: key() }))
    expect(await waitOfTitle()).toMatchObject({ basis: { copies: 1 } })
  })
})

describe("renewals while others wait", () => {
  const lentToBen = async (set: object) => {
    const scene = await withOneCopy({ renewalCountMax: 4, ...set })
    receiptOf(await scene.desk.checkOut({ item: "w1", card: "ben", at: noon, key: scene.key() }))
    return scene
  }
  const highs = async (set: object) => {
    const { reserve, waitOfOne, waitOfTitle, lines } = await lentToBen(set)
    const one = await waitOfOne(await reserve("ada"))
    const [title, [line]] = [await waitOfTitle(), await lines()]
    expect(line?.wait).toEqual(one)
    return [one?.high ?? 0, title?.high ?? 0] as const
  }

  it("make a wait longer where the policy permits them, as far as it does, and not where it does not", async () => {
    const [[none, behind], [many, behindMany]] = [
      await highs({ renewalWhenWaiting: false }),
      await highs({ renewalWhenWaiting: true })
    ]
    expect(many).toBeGreaterThan(none)
    expect(behindMany).toBeGreaterThan(behind)
    for (const set of [
      { renewalCountMax: 0 },
      { renewable: false },
      { lendable: true, renewalWhenWaiting: "copiesFree" }
    ])
      expect(await highs({ renewalWhenWaiting: true, ...set })).toEqual([none, behind])
  })

  it("that were made are left no more", async () => {
    const { desk, key, reserve, waitOfOne } = await lentToBen({ renewalWhenWaiting: true, renewalCountMax: 1 })
    const one = await reserve("ada")
    const before = (await waitOfOne(one))?.high ?? 0
    receiptOf(await desk.renew({ item: "w1", at: noon, key: key() }))
    const again = await lentToBen({ renewalWhenWaiting: true, renewalCountMax: 2 })
    const other = await again.reserve("ada")
    receiptOf(await again.desk.renew({ item: "w1", at: noon, key: again.key() }))
    expect(before).toBeGreaterThan(0)
    expect((await again.waitOfOne(other))?.high).toBeGreaterThan((await waitOfOne(one))?.high ?? 0)
  })

  it("go by the category of whoever has the copy, without a look at who that is", async () => {
    const { library, reserve, waitOfOne } = await lentToBen({ renewalWhenWaiting: false })
    const one = await reserve("kim")
    const high = (await waitOfOne(one))?.high ?? 0
    const rows = (readerCategory: string) => [
      { id: `of ${readerCategory}`, when: { readerCategory }, set: { renewalWhenWaiting: true } }
    ]
    await amendPolicy(library, { rows: rows("child") })
    expect((await waitOfOne(one))?.high).toBe(high)
    await amendPolicy(library, { rows: rows("adult") })
    expect((await waitOfOne(one))?.high).toBeGreaterThan(high)
  })

  it("are permitted, too, where whoever waits elsewhere counts for nothing there", async () => {
    const { library, reserve, waitOfOne } = await lentToBen({ renewalWhenWaiting: false })
    const [far, main] = [await reserve("ada", "far"), await reserve("kim")]
    const high = async (one: string) => (await waitOfOne(one))?.high ?? 0
    const [ofFar, ofMain] = [await high(far), await high(main)]
    await amendPolicy(library, { set: { waitingBranches: "home" } })
    expect(await high(far)).toBeGreaterThan(ofFar)
    expect(await high(main)).toBe(ofMain)
  })
})

describe("the rules in force", () => {
  it("are read once for a queue, and are those published last", async () => {
    const { library, reserve, lines, waitOfTitle } = await withOneCopy()
    for (const card of ["ada", "ben", "kim"]) await reserve(card)
    const scan = vi.spyOn(library, "scan")
    expect(await lines()).toHaveLength(3)
    expect(scan.mock.calls.filter(([, table]) => table === "document")).toHaveLength(1)
    await amendPolicy(library, { set: { reservable: false } })
    expect((await lines()).map(({ wait }) => wait?.within.chance)).toEqual([0, 0, 0])
    expect(await waitOfTitle()).toMatchObject(never)
  })
})
