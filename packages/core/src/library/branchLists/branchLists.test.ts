import { describe, expect, it } from "vitest"
import { closeForGood, closeOn } from "../../testing/amending.ts"
import { day, noon, policyWith, receiptOf, smallCalendar, smallLibrary, tenant } from "../../testing/smallLibrary.ts"
import type { Library } from "../openLibrary.ts"
import { demand } from "./demand.ts"
import { pullList } from "./pullList.ts"

const lending = { reservableOnShelf: true, reservationCountMax: 9, renewalWhenWaiting: true }

/** Two copies of one title, `near` at the main branch and `there` at the far one. */
const twoBranches = async (set: object = {}) => {
  const small = await smallLibrary({ ...lending, ...set })
  const { desk, key, title } = small
  const titleId = await title("Maps of the river", ["near", "there"])
  receiptOf(await desk.changeItem({ item: "there", homeBranch: "far", at: noon, key: key() }))
  receiptOf(await small.far.returnItem({ item: "there", at: noon, key: key() }))
  const reserve = async (card: string, pickupBranch: string) =>
    receiptOf(await desk.reserve({ title: titleId, card, pickupBranch, at: noon, key: key() })).reservationId
  return { ...small, titleId, reserve }
}

describe("the pull list", () => {
  it("gives each reader the copy of their branch, though the queue's order would cross them", async () => {
    const { library, reserve, far, key } = await twoBranches()
    const [here, there] = [await reserve("ada", "main"), await reserve("ben", "far")]
    const list = await pullList(library, { tenant, at: noon })
    expect(list?.lines.map(({ barcode, reservationId }) => [barcode, reservationId])).toEqual([
      ["there", there],
      ["near", here]
    ])
    expect(list?.cost).toBe(0)
    const one = await pullList(library, { tenant, branch: "far", at: noon })
    expect(one?.lines.map(({ barcode }) => barcode)).toEqual(["there"])
    // Scanned as fetched for it, the copy goes to whom the list says; else to the first of the queue.
    const plain = receiptOf(await far.dryRun.returnItem({ item: "there", at: noon }))
    expect(plain.setAside?.reservationId).toBe(here)
    const back = receiptOf(await far.returnItem({ item: "there", fetchedFor: there, at: noon, key: key() }))
    expect(back.setAside?.reservationId).toBe(there)
    expect(back.skipped).toEqual([{ reservationId: here, because: "FetchedForOther" }])
    const rest = await pullList(library, { tenant, at: noon })
    expect(rest?.lines.map(({ reservationId }) => reservationId)).toEqual([here])
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  })

  it("names no copy of a branch that is closed that day, and copies of others to be picked up there, as a scan sends them", async () => {
    const { library, reserve, far, key } = await twoBranches()
    const [first, second] = [await reserve("ada", "main"), await reserve("ben", "main")]
    await closeOn(library, "main", noon)
    const list = await pullList(library, { tenant, at: noon })
    expect(list?.lines.map(({ barcode, reservationId }) => [barcode, reservationId])).toEqual([["there", first]])
    const back = receiptOf(await far.returnItem({ item: "there", fetchedFor: first, at: noon, key: key() }))
    expect(back).toMatchObject({ setAside: { reservationId: first }, sendTo: "main" })
    const later = await pullList(library, { tenant, at: noon + day })
    expect(later?.lines.map(({ barcode, reservationId }) => [barcode, reservationId])).toEqual([["near", second]])
  })

  it("is followed for whoever it names, however far down the queue", async () => {
    const { library, desk, key, title } = await smallLibrary({ ...lending, reservationsPerCopyMax: "unlimited" })
    const titleId = await title("Wanted by all", ["w1"])
    const ids: Array<string> = []
    for (const nth of Array.from({ length: 40 }, (_, index) => index)) {
      const card = `many${nth}`
      receiptOf(await desk.registerReader({ card, name: card, category: "adult", at: noon, key: key() }))
      ids.push(receiptOf(await desk.reserve({ title: titleId, card, at: noon, key: key() })).reservationId)
    }
    const last = ids.at(-1) as string
    const back = receiptOf(await desk.returnItem({ item: "w1", fetchedFor: last, at: noon, key: key() }))
    expect(back.setAside?.reservationId).toBe(last)
    const again = receiptOf(await desk.returnItem({ item: "w1", fetchedFor: ids[0] as string, at: noon, key: key() }))
    expect(again.setAside?.reservationId).toBe(last)
    expect(await library.check(tenant)).toEqual([])
  })

  it("leaves out who may have no copy now: suspended, blocked, of another volume", async () => {
    const { library, desk, key, reserve } = await twoBranches()
    const ada = await reserve("ada", "main")
    await reserve("ben", "main")
    receiptOf(await desk.suspendReservation({ reservation: ada, at: noon, key: key() }))
    receiptOf(await desk.placeBlock({ card: "ben", kind: "conduct", actions: ["borrow"], at: noon, key: key() }))
    expect((await pullList(library, { tenant, at: noon }))?.lines).toEqual([])
  })

  it("serves the first of the queue where copies are few, whatever the way costs", async () => {
    const { library, desk, key, reserve } = await twoBranches()
    receiptOf(await desk.reportMissing({ item: "near", noticedAt: "shelf", at: noon, key: key() }))
    const first = await reserve("ada", "main")
    await reserve("ben", "far")
    const list = await pullList(library, { tenant, at: noon })
    expect(list?.lines).toMatchObject([{ reservationId: first, branch: "far", pickupBranch: "main", cost: 1 }])
  })
})

describe("demand", () => {
  it("tells what nothing fills, and what would: to buy, to recall, to let in from elsewhere", async () => {
    const { library, desk, key, title } = await smallLibrary({ ...lending, pickupBranches: "home" })
    const place = async (titleId: string, card: string, at: number, more: object = {}) =>
      receiptOf(await desk.reserve({ title: titleId, card, at, key: key(), ...more } as never)).reservationId
    const gone = await title("Lost for good", ["g1"])
    receiptOf(await desk.checkOut({ item: "g1", card: "ben", at: noon, key: key() }))
    const bought = await place(gone, "ada", noon)
    receiptOf(await desk.returnItem({ item: "g1", at: noon, key: key() }))
    receiptOf(await desk.withdrawItem({ item: "g1", reason: "mould", at: noon, key: key() }))
    const late = await title("Long overdue", ["l1"])
    receiptOf(await desk.checkOut({ item: "l1", card: "ben", at: noon, key: key() }))
    const recalled = await place(late, "ada", noon)
    const moved = await title("Kept at home", ["k1"])
    receiptOf(await desk.checkOut({ item: "k1", card: "kim", at: noon, key: key() }))
    const elsewhere = await place(moved, "ada", noon)
    receiptOf(await desk.changeItem({ item: "k1", homeBranch: "far", at: noon, key: key() }))
    const much = await title("Much wanted", ["m1"])
    receiptOf(await desk.checkOut({ item: "m1", card: "ben", at: noon, key: key() }))
    const wanted = [await place(much, "ada", noon), await place(much, "kim", noon)]
    const told = (await demand(library, { tenant, at: noon + 60 * day })) ?? []
    const named = told.map(({ title: { title: name }, waiting, copies, perCopy, unfillable }) => [
      name,
      [waiting, copies, perCopy],
      unfillable.map(({ reservationId, because, wouldFill }) => [reservationId, because, wouldFill])
    ])
    expect(named.slice(0, 2)).toEqual([
      ["Lost for good", [1, 0, null], [[bought, "NoCopies", "buy"]]],
      ["Much wanted", [2, 1, 2], wanted.map((id) => [id, "LongOverdue", "recall"])]
    ])
    // Those alike stand in the order of their titles' ids.
    expect(named.slice(2).toSorted()).toEqual([
      ["Kept at home", [1, 1, 1], [[elsewhere, "PickupNotAllowed", "pickUpElsewhere"]]],
      ["Long overdue", [1, 1, 1], [[recalled, "LongOverdue", "recall"]]]
    ])
  })

  it("says to recall what is long overdue as the policy has it, and to buy where each copy was asked back already", async () => {
    const { library, desk, key, title } = await smallLibrary({ ...lending, longOverdueDays: 40 })
    const titleId = await title("Two copies", ["o1", "o2"])
    const dueAts: Array<number> = []
    for (const [item, card] of [
      ["o1", "ben"],
      ["o2", "kim"]
    ] as const)
      dueAts.push(receiptOf(await desk.checkOut({ item, card, at: noon, key: key() })).dueAt)
    receiptOf(await desk.reserve({ title: titleId, card: "ada", at: noon, key: key() }))
    const at = Math.max(...dueAts) + 40 * day
    const wouldFill = async (when: number) =>
      (await demand(library, { tenant, at: when }))?.flatMap(({ unfillable }) => unfillable.map((one) => one.wouldFill))
    expect([await wouldFill(at), await wouldFill(at + 1)]).toEqual([[], ["recall"]])
    receiptOf(await desk.recall({ item: "o1", at: noon + day, key: key() }))
    expect(await wouldFill(at + 1)).toEqual(["recall"])
    receiptOf(await desk.recall({ item: "o2", at: noon + day, key: key() }))
    expect(await wouldFill(at + 1)).toEqual(["buy"])
  })
})

describe("what no copy reaches", () => {
  const because = async (library: Library, at: number) =>
    (await demand(library, { tenant, at }))?.flatMap(({ unfillable }) =>
      unfillable.map((one) => [one.because, one.wouldFill])
    )

  it("is a reservation to be fetched where its reader's card no longer holds", async () => {
    const { library, reserve } = await twoBranches()
    await reserve("ada", "far")
    expect(await because(library, noon)).toEqual([])
    const content = policyWith({ ...lending, borrowingBranches: "home" }, "CNY")
    expect(await library.publishPolicy({ tenant, content, at: noon + day, by: "anna" })).toMatchObject({ ok: true })
    expect(await because(library, noon + day)).toEqual([["CardNotValidAt", "pickUpElsewhere"]])
  })

  it("is one to be fetched at a branch that opens no more", async () => {
    const { library, reserve } = await twoBranches()
    await reserve("ada", "far")
    const { main, far } = smallCalendar.branches
    const content = { branches: { main, far: { ...far, hours: {} } } }
    expect(await library.publishCalendar({ tenant, content, at: noon + day, by: "anna" })).toMatchObject({ ok: true })
    expect(await because(library, noon + day)).toEqual([["CalendarHasNoOpenDay", "pickUpElsewhere"]])
    const closed = { branches: { main: { ...main, hours: {} }, far: { ...far, hours: {} } } }
    expect(await library.publishCalendar({ tenant, content: closed, at: noon + 2 * day, by: "anna" })).toMatchObject({
      ok: true
    })
    expect(await because(library, noon + 2 * day)).toEqual([["CalendarHasNoOpenDay", "changeRules"]])
  })

  it("is one to be fetched at a branch that was closed for good, or one that may be reserved no more", async () => {
    const { library, reserve } = await twoBranches()
    await reserve("ada", "far")
    await closeForGood(library, "far", noon + day)
    expect(await because(library, noon + day)).toEqual([["BranchUnknown", "pickUpElsewhere"]])
    const content = policyWith({ ...lending, reservable: false }, "CNY")
    expect(await library.publishPolicy({ tenant, content, at: noon + 2 * day, by: "anna" })).toMatchObject({ ok: true })
    expect(await because(library, noon + 2 * day)).toEqual([["BranchUnknown", "lendFromElsewhere"]])
  })

  it("is none whose reader or day stands in the way", async () => {
    const { library, reserve, desk, key } = await twoBranches()
    const [ada] = [await reserve("ada", "far"), await reserve("ben", "far")]
    receiptOf(await desk.suspendReservation({ reservation: ada, at: noon, key: key() }))
    receiptOf(await desk.placeBlock({ card: "ben", kind: "conduct", actions: ["borrow"], at: noon, key: key() }))
    expect(await because(library, noon)).toEqual([])
  })
})

describe("a queue longer than a page", () => {
  /** `count` who wait for a copy that they may not fetch, and one more behind them all who may. */
  const longQueue = async (count: number) => {
    const small = await smallLibrary({ ...lending, reservationsPerCopyMax: "unlimited" })
    const { desk, key, title } = small
    const titleId = await title("Wanted by all", ["w1"])
    const ids: Array<string> = []
    for (let nth = 0; nth <= count; nth++) {
      const card = `many${nth}`
      receiptOf(await desk.registerReader({ card, name: card, category: "adult", at: noon, key: key() }))
      const { reservationId } = receiptOf(await desk.reserve({ title: titleId, card, at: noon, key: key() }))
      if (nth < count) receiptOf(await desk.suspendReservation({ reservation: reservationId, at: noon, key: key() }))
      ids.push(reservationId)
    }
    return { ...small, last: ids.at(-1) as string }
  }

  it("is looked at to its end by the pull list and by demand", async () => {
    const { library, desk, key, last } = await longQueue(1_000)
    const list = await pullList(library, { tenant, at: noon })
    expect(list?.lines.map(({ reservationId }) => reservationId)).toEqual([last])
    receiptOf(await desk.withdrawItem({ item: "w1", reason: "worn", at: noon, key: key() }))
    const found = await demand(library, { tenant, at: noon })
    expect(found?.[0]?.unfillable).toHaveLength(1_001)
  })
})

it("keeps a new copy for who fetches it at its home, as long as the policy says", async () => {
  const { library, reserve, desk, key } = await twoBranches({ newCopiesAtHomeDays: 30 })
  receiptOf(await desk.withdrawItem({ item: "there", reason: "worn", at: noon, key: key() }))
  const [far, here] = [await reserve("ada", "far"), await reserve("ben", "main")]
  const list = async (at: number) =>
    (await pullList(library, { tenant, at }))?.lines.map(({ reservationId }) => reservationId)
  expect(await list(noon)).toEqual([here])
  expect((await demand(library, { tenant, at: noon }))?.[0]?.unfillable).toMatchObject([
    { reservationId: far, because: "NewCopyStaysHome", wouldFill: "pickUpElsewhere" }
  ])
  expect(await list(noon + 29 * day)).toEqual([far])
  const back = receiptOf(await desk.dryRun.returnItem({ item: "near", at: noon }))
  expect(back).toMatchObject({
    setAside: { reservationId: here },
    skipped: [{ reservationId: far, because: "NewCopyStaysHome" }]
  })
})
