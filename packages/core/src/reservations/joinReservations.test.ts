import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { pickupNotices } from "../library/branchLists/pickupNotices.ts"
import { pullList } from "../library/branchLists/pullList.ts"
import { nightlyClose } from "../library/nightlyClose.ts"
import { day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"
import { waitingForThree } from "../testing/waitingForThree.ts"

const codesOf = (answer: object): ReadonlyArray<string> =>
  ((answer as { readonly refusals?: ReadonlyArray<{ readonly _tag: string }> }).refusals ?? []).map(({ _tag }) => _tag)

describe("any of several titles", () => {
  it("is served once: what comes back next is for whoever is next", async () => {
    const { ids, next, back, rows, broken } = await waitingForThree("anyOf")
    expect((await back("b")).setAside?.reservationId).toBe(ids[1])
    const other = await back("a")
    expect(other.setAside?.reservationId).toBe(next)
    expect(other.skipped).toEqual([{ reservationId: ids[0], because: "OtherServed" }])
    expect((await rows()).map(({ state }) => state)).toEqual(["waiting", "setAside", "waiting"])
    expect(await broken()).toEqual([])
  })

  it("ends with the loan that was enough, in the same step", async () => {
    const { desk, back, rows, given, library, titles, broken } = await waitingForThree("anyOf")
    await back("b")
    receiptOf(await desk.checkOut({ item: "b", card: "ada", ...given() }))
    expect(await rows()).toEqual([])
    const { title } = await library.read(tenant, { title: { titleId: titles[2] as never } })
    expect(title?.queue.waitingCount).toBe(0)
    expect(await broken()).toEqual([])
  })

  it("waits on in all its queues once the copy that was kept is given up, or is put back", async () => {
    const { desk, ids, back, given, rows, broken } = await waitingForThree("anyOf")
    await back("b")
    receiptOf(await desk.cancelReservation({ reservation: ids[1] as string, ...given() }))
    expect((await back("a")).setAside?.reservationId).toBe(ids[0])
    expect(await rows()).toHaveLength(2)
    expect(await broken()).toEqual([])
  })

  it("is on the pull list once, and not where it is served", async () => {
    const { library, desk, given, title, broken } = await waitingForThree(null, { reservableOnShelf: true })
    const ids: Array<string> = []
    for (const item of ["x", "y"]) {
      const titleId = await title(item, [item])
      ids.push(receiptOf(await desk.reserve({ title: titleId, card: "ada", ...given() })).reservationId)
    }
    const lines = async () => (await pullList(library, { tenant, at: noon }))?.lines.length
    expect(await lines()).toBe(2)
    receiptOf(await desk.joinReservations({ card: "ada", reservations: ids, as: "anyOf", ...given() } as never))
    expect(await lines()).toBe(1)
    receiptOf(await desk.returnItem({ item: "x", ...given() }))
    expect(await lines()).toBe(0)
    expect(await broken()).toEqual([])
  })
})

describe("two of one title that are joined", () => {
  /** Two reservations of `ada` for one title of two copies, and one for another, joined; all lent to `ben`. */
  const twoOfOne = async (as: "anyOf" | "together") => {
    const small = await smallLibrary({
      reservationCountMax: 9,
      reservationsPerTitleMax: 5,
      reservationsJoined: ["anyOf", "together"],
      togetherDays: 20,
      "loanCountMax.all": 9
    })
    const { library, desk, key, title } = small
    const given = () => ({ at: noon, key: key() })
    const [a, b] = [await title("A", ["a"]), await title("B", ["b1", "b2"])]
    for (const item of ["a", "b1", "b2"]) receiptOf(await desk.checkOut({ item, card: "ben", ...given() }))
    const first = receiptOf(await desk.reserve({ title: a, card: "ada", ...given() })).reservationId
    const [second, third] = receiptOf(
      await desk.reserve({ title: b, card: "ada", copies: 2, ...given() })
    ).reservationIds
    const reservations = as === "anyOf" ? [second, third] : [first, second, third]
    receiptOf(await desk.joinReservations({ card: "ada", reservations, as, ...given() } as never))
    const broken = async () => [...(await library.check(tenant)), ...(await library.replay(tenant))]
    return { desk, given, second, third, broken }
  }

  it("are served by the copy that one of them gives up, in the same step", async () => {
    for (const as of ["anyOf", "together"] as const) {
      const { desk, given, second, third, broken } = await twoOfOne(as)
      if (as === "together") receiptOf(await desk.returnItem({ item: "a", ...given() }))
      receiptOf(await desk.returnItem({ item: "b1", ...given() }))
      const ended = receiptOf(await desk.cancelReservation({ reservation: second, ...given() } as never))
      expect(ended.setAside?.reservationId).toBe(third)
      expect(await broken()).toEqual([])
    }
  })
})

describe("a set that comes together", () => {
  it("is kept until its last copy is there; then the time to fetch begins for all", async () => {
    const { library, back, rows, broken } = await waitingForThree("together", { togetherDays: 20 })
    const told = async (at: number) =>
      (await pickupNotices(library, { tenant, branch: "main", since: at - 1, at }))?.map(({ copies }) => copies)
    const first = (await back("a")).setAside?.shelfUntil ?? 0
    await back("b", noon + day)
    expect(await told(noon + day)).toEqual([])
    const last = (await back("c", noon + 5 * day)).setAside?.shelfUntil
    expect(first).toBeGreaterThan(noon + 19 * day)
    expect(last).toBeLessThan(noon + 9 * day)
    expect((await rows()).map(({ shelfUntil }) => shelfUntil)).toEqual([last, last, last])
    expect(await told(noon + 5 * day)).toEqual([3])
    expect(await broken()).toEqual([])
  })

  it("goes on with fewer: what was missed alone is given up", async () => {
    const { desk, ids, back, rows, given, broken } = await waitingForThree("together", { togetherDays: 20 })
    await back("a")
    await back("b")
    receiptOf(await desk.cancelReservation({ reservation: ids[2] as string, ...given(noon + 2 * day) }))
    for (const { shelfUntil } of await rows()) expect(shelfUntil).toBeLessThan(noon + 6 * day)
    expect(await broken()).toEqual([])
  })

  it("goes on without what was fetched from the shelf before", async () => {
    const { library, desk, titles, back, rows, given, broken } = await waitingForThree("together", {
      togetherDays: 20
    })
    await back("a")
    await back("b")
    receiptOf(await desk.addItem({ title: titles[2] as string, barcode: "c2", type: "book", ...given() }))
    receiptOf(await desk.checkOut({ item: "c2", card: "ada", ...given(noon + 2 * day) }))
    const left = await rows()
    expect(left).toHaveLength(2)
    for (const { shelfUntil } of left) expect(shelfUntil).toBeLessThan(noon + 6 * day)
    const at = noon + 2 * day
    const notices = await pickupNotices(library, { tenant, branch: "main", since: at - 1, at })
    expect(notices?.map(({ copies }) => copies)).toEqual([2])
    expect(await broken()).toEqual([])
  })

  it("begins for each that leaves it, and for the others as what they missed leaves", async () => {
    const { join, ids, back, rows, broken } = await waitingForThree("together", { togetherDays: 60 })
    await back("a")
    await back("b")
    receiptOf(await join([ids[2] as string], "apart"))
    for (const { state, shelfUntil } of await rows())
      if (state === "setAside") expect(shelfUntil).toBeLessThan(noon + 6 * day)
    expect(await broken()).toEqual([])
    const other = await waitingForThree("together", { togetherDays: 60 })
    await other.back("a")
    receiptOf(await other.join(other.ids, "apart"))
    expect((await other.rows())[0]?.shelfUntil).toBeLessThan(noon + 6 * day)
    expect(await other.broken()).toEqual([])
  })

  it("is fetched at one branch, also as one of it is changed", async () => {
    const { desk, ids, given } = await waitingForThree("together")
    const there = { reservation: ids[0] as string, pickupBranch: "far" }
    expect(codesOf(await desk.changeReservation({ ...there, ...given() }))).toEqual(["PickupBranchesDiffer"])
  })

  it("begins once: a copy that is put back and comes again gives the others no new time", async () => {
    const { desk, back, rows, given, broken } = await waitingForThree("together")
    for (const item of ["a", "b", "c"]) await back(item)
    const begun = (await rows()).map(({ shelfUntil }) => shelfUntil)
    receiptOf(
      await desk.sendToRepair({
        item: "a",
        damages: [{ kind: "tear", grade: "mendable" }],
        ...given(noon + day)
      } as never)
    )
    receiptOf(await desk.repaired({ item: "a", ...given(noon + 2 * day) }))
    const [, ...others] = (await rows()).map(({ shelfUntil }) => shelfUntil)
    expect(others).toEqual(begun.slice(1))
    expect(await broken()).toEqual([])
  })

  it("is to be fetched in part once it was kept long enough, and not lost", async () => {
    const { library, ids, back, rows, broken } = await waitingForThree("together", { togetherDays: 2 })
    const { setAside } = await back("a")
    const over = (setAside?.shelfUntil ?? 0) + 1
    await nightlyClose(library, { tenant, at: over })
    const [own] = await rows()
    expect(own).toMatchObject({ reservationId: ids[0], state: "setAside" })
    expect(own?.shelfUntil).toBeGreaterThan(over + day)
    await nightlyClose(library, { tenant, at: (own?.shelfUntil ?? 0) + 1 })
    expect(await rows()).toHaveLength(2)
    expect(await broken()).toEqual([])
  })
})

it("tells everything that stands in the way of joining", async () => {
  const { desk, join, ids, back, next, given, screenOf } = await waitingForThree(null, {
    reservationsJoined: ["anyOf"]
  })
  expect(codesOf(await join(ids, "together"))).toEqual(["JoiningForbidden"])
  expect(codesOf(await join([ids[0] as string], "anyOf"))).toEqual(["NothingToJoin"])
  expect(codesOf(await join([ids[0] as string, next], "anyOf"))).toEqual(["ReservationUnknown"])
  expect(await join([ids[0] as string, ids[0] as string], "anyOf")).toMatchObject({
    invalid: [{ path: "reservations" }]
  })
  receiptOf(await join(ids.slice(0, 2), "anyOf"))
  expect(codesOf(await join(ids, "anyOf"))).toEqual(["ReservationJoined", "ReservationJoined"])
  receiptOf(await join(ids.slice(0, 2), "apart"))
  await back("c")
  expect(codesOf(await join(ids, "anyOf"))).toEqual(["ReservationBeingFilled"])
  const theirs = { card: "ada", reservations: ids.slice(0, 2), as: "anyOf", ...given() } as never
  expect(codesOf(await screenOf("ben").joinReservations(theirs))).toEqual(["ReaderUnknown"])
  receiptOf(await screenOf("ada").joinReservations(theirs))
  expect(
    codesOf(await desk.changeReservation({ reservation: ids[0], pickupBranch: "far", ...given() } as never))
  ).toEqual([])
})

it("keeps its promises whatever comes in which order: one copy for any of several, and no set that is told too early", async () => {
  const act = fc.record({
    act: fc.constantFrom("return", "fetch", "cancel", "night", "apart", "join"),
    nth: fc.nat(2)
  })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("anyOf" as const, "together" as const),
      fc.array(act, { maxLength: 14 }),
      async (as, acts) => {
        const { library, desk, ids, join, given, rows, broken } = await waitingForThree(as, { togetherDays: 4 })
        let at = noon
        for (const { act: what, nth } of acts) {
          const [item, reservation] = [["a", "b", "c"][nth] as string, ids[nth] as string]
          at += what === "night" ? 2 * day : day / 2
          if (what === "return") await desk.returnItem({ item, ...given(at) })
          if (what === "fetch") await desk.checkOut({ item, card: "ada", ...given(at) })
          if (what === "cancel") await desk.cancelReservation({ reservation, ...given(at) })
          if (what === "night") await nightlyClose(library, { tenant, at })
          if (what === "apart") await join(ids, "apart")
          if (what === "join") await join(ids.slice(nth), as)
          const { joinedOfReader } = await library.read(tenant, { joinedOfReader: { card: "ada" as never } })
          const kept = joinedOfReader.filter(({ reservation: { state } }) => state === "setAside")
          if (as === "anyOf") expect(kept.length).toBeLessThanOrEqual(1)
          expect((await rows()).filter(({ state, shelfUntil }) => state === "setAside" && shelfUntil === null)).toEqual(
            []
          )
          expect(await broken()).toEqual([])
        }
      }
    ),
    { numRuns: 40 }
  )
})

it("lets a proxy join them for the reader by the own card, and nobody else", async () => {
  const { desk, ids, given, screenOf, broken } = await waitingForThree(null)
  const asked = { card: "ada", reservations: ids, as: "anyOf" }
  const join = (on: typeof desk, by?: string) =>
    on.joinReservations({ ...asked, ...(by === undefined ? {} : { by }), ...given() } as never)
  expect(codesOf(await join(screenOf("ben"), "ben"))).toEqual(["ReaderUnknown"])
  expect(codesOf(await join(desk, "ben"))).toEqual(["NotProxy"])
  receiptOf(await desk.linkReaders({ card: "ada", other: "ben", kind: "proxy", ...given() } as never))
  expect(codesOf(await join(screenOf("ben")))).toEqual(["ReaderUnknown"])
  expect(codesOf(await join(screenOf("kim"), "ben"))).toEqual(["ReaderUnknown"])
  receiptOf(await join(screenOf("ben"), "ben"))
  receiptOf(await desk.joinReservations({ ...asked, as: "apart", by: "ben", ...given() } as never))
  receiptOf(await join(desk, "ben"))
  expect(await broken()).toEqual([])
})

it("joins anew what is left alone of a group", async () => {
  const { desk, ids, join, given, broken } = await waitingForThree("together")
  receiptOf(await join([ids[0] as string], "apart"))
  receiptOf(await desk.cancelReservation({ reservation: ids[1] as string, ...given() }))
  receiptOf(await join([ids[0] as string, ids[2] as string], "anyOf"))
  expect(await broken()).toEqual([])
})
