import { describe, expect, it } from "vitest"
import { codesOf, day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

describe("reserving", () => {
  it("is refused for what stands on the shelf, once more for the same title, above the limit, and for what may not be", async () => {
    const { desk, title, key } = await smallLibrary()
    const shelf = await title("On the shelf", ["s1"])
    expect(codesOf(await desk.reserve({ title: shelf, card: "ada", at: noon, key: key() }))).toEqual(["ItemOnShelf"])
    const atlas = await title("Atlas", ["r1"], "reference")
    expect(codesOf(await desk.reserve({ title: atlas, card: "ada", at: noon, key: key() }))).toContain(
      "ItemNotReservable"
    )
    const none = await title("Nothing to lend", [])
    expect(codesOf(await desk.reserve({ title: none, card: "ada", at: noon, key: key() }))).toContain(
      "TitleWithoutItems"
    )
    const out: Array<string> = []
    for (const item of ["o1", "o2", "o3"]) {
      out.push(await title(`Out ${item}`, [item]))
      receiptOf(await desk.checkOut({ item, card: "ben", at: noon, key: key() }))
    }
    const [first = "", second = "", third = ""] = out
    for (const one of [first, second]) receiptOf(await desk.reserve({ title: one, card: "ada", at: noon, key: key() }))
    expect(codesOf(await desk.reserve({ title: third, card: "ada", at: noon, key: key() }))).toEqual([
      "ReservationLimitReached"
    ])
    expect(codesOf(await desk.reserve({ title: first, card: "ada", at: noon, key: key() }))).toContain(
      "AlreadyReserved"
    )
  })

  it("is refused above what the policy admits of a category: two films, three in all", async () => {
    const limits = { reservationCountMax: 3, "reservationCountMax.films": 2, "loanCountMax.films": 9 }
    const { desk, library, title, key } = await smallLibrary({ ...limits, reservableOnShelf: true })
    const reserve = async (name: string, type: string, more: object = {}) =>
      desk.reserve({ title: await title(name, [name], type), card: "ada", at: noon, key: key(), ...more })
    const first = receiptOf(await reserve("f1", "film"))
    expect(first.trace.policyRows).toMatchObject({ "reservationCountMax.films": "base" })
    receiptOf(await reserve("f2", "film"))
    const reached = { _tag: "CategoryReservationsReached", limit: "films", count: 2, countMax: 2 }
    expect(await reserve("f3", "film")).toMatchObject({ refusals: [reached] })
    receiptOf(await reserve("b1", "book"))
    expect(await reserve("b2", "book")).toMatchObject({
      refusals: [{ _tag: "ReservationLimitReached", count: 3, countMax: 3 }]
    })
    receiptOf(await desk.cancelReservation({ reservation: first.reservationId, at: noon, key: key() }))
    receiptOf(await reserve("f4", "film"))
    receiptOf(await reserve("f5", "film", { override: { reason: "for the film club" } }))
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  })

  it("of a volume is judged by who waits for it, not by who waits for another", async () => {
    const rules = { reservationsPerCopyMax: 2, reservableOnShelf: true, reservationFee: "1.00", debtMax: "9.00" }
    const { library, desk, title, key } = await smallLibrary({ ...rules, reservationFeeWhen: "placedIfNoneFree" })
    const work = await title("In two volumes", ["v1", "v2"])
    for (const item of ["v1", "v2"]) receiptOf(await desk.changeItem({ item, volume: item, at: noon, key: key() }))
    receiptOf(await desk.registerReader({ card: "eve", name: "Eve", category: "adult", at: noon, key: key() }))
    const reserve = (card: string, more: object) =>
      desk.reserve({ title: work, card, acceptedCost: 100, at: noon, key: key(), ...more })
    receiptOf(await desk.checkOut({ item: "v1", card: "eve", at: noon, key: key() }))
    for (const card of ["ada", "ben"]) receiptOf(await reserve(card, { volume: "v1" }))
    const full = { _tag: "QueueFull", waitingCount: 2, copyCount: 1, perCopyMax: 2 }
    expect(await reserve("kim", { volume: "v1" })).toMatchObject({ refusals: [full] })
    const second = await desk.reserve({ title: work, card: "eve", volume: "v2", kind: "page", at: noon, key: key() })
    expect(receiptOf(second)).toMatchObject({ kind: "page", ahead: 0, charges: [] })
    expect(receiptOf(await reserve("ada", { item: "v2" }))).toMatchObject({ kind: "wait", ahead: 1 })
    // Whoever takes any copy stands behind all of them.
    expect(await reserve("kim", {})).toMatchObject({ refusals: [{ ...full, waitingCount: 4, copyCount: 2 }] })
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  })

  it("counts as of the kind of copy whose rules it was placed under, whatever becomes of the copy", async () => {
    const limits = { reservationCountMax: 9, "reservationCountMax.films": 1, reservableOnShelf: true }
    const { desk, title, key } = await smallLibrary(limits)
    const mixed = await title("The book and the film", ["m1"], "book")
    receiptOf(await desk.addItem({ title: mixed, barcode: "m2", type: "film", at: noon, key: key() }))
    const wanted = await desk.reserve({ title: mixed, itemType: "film", card: "ada", at: noon, key: key() })
    receiptOf(wanted)
    const film = await title("A film", ["f"], "film")
    const another = () => desk.reserve({ title: film, card: "ada", at: noon, key: key() })
    expect(codesOf(await another())).toEqual(["CategoryReservationsReached"])
    receiptOf(await desk.changeItem({ item: "m2", type: "book", at: noon, key: key() }))
    expect(codesOf(await another())).toEqual(["CategoryReservationsReached"])
  })

  it("of a title of several kinds goes by the commonest, in whatever order its copies came", async () => {
    const limits = { reservationCountMax: 9, "reservationCountMax.films": 1, reservableOnShelf: true }
    for (const order of [
      ["film", "book", "book"],
      ["book", "book", "film"]
    ]) {
      const { desk, title, key } = await smallLibrary(limits)
      const mixed = await title("Two books and a film", [])
      for (const [nth, type] of order.entries())
        receiptOf(await desk.addItem({ title: mixed, barcode: `m${nth}`, type, at: noon, key: key() }))
      receiptOf(await desk.reserve({ title: mixed, card: "ada", at: noon, key: key() }))
      const film = await title("A film", ["f"], "film")
      receiptOf(await desk.reserve({ title: film, card: "ada", at: noon, key: key() }))
    }
  })

  it("of several copies at once counts them all towards a limit of their category", async () => {
    const limits = { reservationCountMax: 9, reservationsPerTitleMax: 9, "reservationCountMax.films": 2 }
    const { desk, title, key } = await smallLibrary({ ...limits, reservableOnShelf: true })
    const film = await title("For the club", ["f1", "f2", "f3"], "film")
    const copies = (count: number) => desk.reserve({ title: film, card: "ada", copies: count, at: noon, key: key() })
    expect(await copies(3)).toMatchObject({ refusals: [{ _tag: "CategoryReservationsReached", count: 0 }] })
    receiptOf(await copies(2))
  })

  it("is refused once as many wait for each copy as the policy lets, and not before", async () => {
    const { desk, title, key } = await smallLibrary({ reservationsPerCopyMax: 1, reservableByBorrower: true })
    const titleId = await title("Wanted", ["w1", "w2"])
    for (const item of ["w1", "w2"])
      receiptOf(await desk.checkOut({ item, card: item === "w1" ? "ben" : "ada", at: noon, key: key() }))
    for (const card of ["kim", "ben"]) receiptOf(await desk.reserve({ title: titleId, card, at: noon, key: key() }))
    const full = await desk.reserve({ title: titleId, card: "ada", at: noon, key: key() })
    expect(full).toMatchObject({
      refusals: [{ _tag: "QueueFull", waitingCount: 2, copyCount: 2, perCopyMax: 1 }]
    })
    const override = { reason: "a third copy is bought" }
    receiptOf(await desk.reserve({ title: titleId, card: "ada", at: noon, override, key: key() }))
  })

  it("of each copy by itself is no way past the limit for a title; of each volume it is another", async () => {
    const { desk, title, key } = await smallLibrary({ reservableOnShelf: true, reservationCountMax: 9 })
    const place = (titleId: string, item: string) =>
      desk.reserve({ title: titleId, item, card: "ada", at: noon, key: key() })
    const alike = await title("Two copies", ["c1", "c2"])
    receiptOf(await place(alike, "c1"))
    expect(codesOf(await place(alike, "c2"))).toEqual(["AlreadyReserved"])
    const volumes = await title("Two volumes", ["v1", "v2"])
    for (const item of ["v1", "v2"]) receiptOf(await desk.changeItem({ item, volume: item, at: noon, key: key() }))
    for (const item of ["v1", "v2"]) receiptOf(await place(volumes, item))
  })

  it("of a copy by itself is for its volume: who waits for it may have another volume, and is in nobody's way", async () => {
    const { desk, title, key } = await smallLibrary({ reservableOnShelf: true, reservationCountMax: 9 })
    const titleId = await title("Two volumes", ["v1", "v2"])
    for (const item of ["v1", "v2"]) receiptOf(await desk.changeItem({ item, volume: item, at: noon, key: key() }))
    const place = (card: string, what: object) => desk.reserve({ title: titleId, card, ...what, at: noon, key: key() })
    receiptOf(await place("ada", { item: "v1" }))
    expect(receiptOf(await place("ben", { volume: "v2", kind: "page" })).ahead).toBe(0)
    receiptOf(await place("ada", { volume: "v2" }))
    expect(codesOf(await place("ada", { volume: "v1" }))).toEqual(["AlreadyReserved"])
    expect(codesOf(await place("kim", { volume: "v1", kind: "page" }))).toEqual(["NothingOnShelf"])
  })

  it("of another copy by itself is refused to whoever has one like it", async () => {
    const { desk, title, key } = await smallLibrary({ reservableOnShelf: true })
    const given = () => ({ at: noon, key: key() })
    const titleId = await title("Two copies and a film", ["c1", "c2"])
    receiptOf(await desk.addItem({ title: titleId, barcode: "f1", type: "film", ...given() }))
    receiptOf(await desk.checkOut({ item: "c1", card: "ada", ...given() }))
    const place = (item: string) => desk.reserve({ title: titleId, item, card: "ada", ...given() })
    expect(codesOf(await place("c2"))).toEqual(["LentToReader"])
    receiptOf(await place("f1"))
  })

  it("of one copy is filled by that copy alone", async () => {
    const { desk, title, key } = await smallLibrary()
    const titleId = await title("Two copies", ["c1", "c2"])
    for (const item of ["c1", "c2"]) receiptOf(await desk.checkOut({ item, card: "ben", at: noon, key: key() }))
    const { reservationId } = receiptOf(
      await desk.reserve({ title: titleId, item: "c2", card: "ada", at: noon, key: key() })
    )
    expect(receiptOf(await desk.returnItem({ item: "c1", at: noon, key: key() })).setAside).toBeNull()
    expect(receiptOf(await desk.returnItem({ item: "c2", at: noon, key: key() })).setAside?.reservationId).toBe(
      reservationId
    )
  })

  it("waits again when somebody else who waits too takes the copy from the shelf, as staff may allow", async () => {
    const { desk, library, title, key } = await smallLibrary()
    const titleId = await title("Wanted", ["w"])
    receiptOf(await desk.checkOut({ item: "w", card: "kim", at: noon, key: key() }))
    for (const card of ["ben", "ada"]) receiptOf(await desk.reserve({ title: titleId, card, at: noon, key: key() }))
    receiptOf(await desk.returnItem({ item: "w", at: noon, key: key() }))
    const override = { reason: "ben fetches the other copy" }
    receiptOf(await desk.checkOut({ item: "w", card: "ada", at: noon, override, key: key() }))
    const { reservationsOfReader } = await library.read(tenant, { reservationsOfReader: { card: "ben" as never } })
    expect(reservationsOfReader.map(({ reservation }) => reservation.state)).toEqual(["waiting"])
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  })

  it("ends on the shelf after its days, and the copy goes to the next in the same step", async () => {
    const { desk, library, title, key } = await smallLibrary()
    const titleId = await title("Wanted", ["w"])
    receiptOf(await desk.checkOut({ item: "w", card: "kim", at: noon, key: key() }))
    const first = receiptOf(await desk.reserve({ title: titleId, card: "ada", at: noon, key: key() }))
    const second = receiptOf(
      await desk.reserve({ title: titleId, card: "ben", pickupBranch: "far", at: noon, key: key() })
    )
    receiptOf(await desk.returnItem({ item: "w", at: noon, key: key() }))
    const early = await desk.expireReservation({ reservation: first.reservationId, at: noon + day, key: key() })
    expect(codesOf(early)).toEqual(["ReservationOnShelf"])
    const ended = receiptOf(
      await desk.expireReservation({ reservation: first.reservationId, at: noon + 5 * day, key: key() })
    )
    expect(ended).toMatchObject({
      setAside: { reservationId: second.reservationId, pickupBranch: "far" },
      sendTo: "far"
    })
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  })

  it("is cancelled by its holder, and by nobody else among readers", async () => {
    const { desk, screenOf, title, key } = await smallLibrary()
    const titleId = await title("Wanted", ["w"])
    receiptOf(await desk.checkOut({ item: "w", card: "kim", at: noon, key: key() }))
    const { reservationId } = receiptOf(
      await screenOf("ada").reserve({ title: titleId, card: "ada", at: noon, key: key() })
    )
    const cancel = { reservation: reservationId, at: noon }
    expect(codesOf(await screenOf("ben").cancelReservation({ ...cancel, key: key() }))).toEqual(["ReservationUnknown"])
    receiptOf(await screenOf("ada").cancelReservation({ ...cancel, key: key() }))
    expect(codesOf(await screenOf("ada").cancelReservation({ ...cancel, key: key() }))).toEqual(["ReservationUnknown"])
  })
})

describe("several copies for one reader", () => {
  const club = { reservationCountMax: 9, reservationsPerTitleMax: 9, reservableOnShelf: true }
  const asking = async (set: object) => {
    const { desk, title, key } = await smallLibrary({ ...club, ...set })
    const titleId = await title("For the club", ["b1", "b2"])
    return (copies: number, kind?: "page") =>
      desk.reserve({
        title: titleId,
        card: "ada",
        copies,
        ...(kind === undefined ? {} : { kind }),
        at: noon,
        key: key()
      })
  }

  it("all count towards how many may wait for each copy", async () => {
    const reserve = await asking({ reservationsPerCopyMax: 1 })
    expect(await reserve(3)).toMatchObject({ refusals: [{ _tag: "QueueFull", waitingCount: 0, copyCount: 2 }] })
    receiptOf(await reserve(2))
  })

  it("are fetched from the shelves only where as many stand there", async () => {
    const reserve = await asking({})
    expect(codesOf(await reserve(3, "page"))).toEqual(["NothingOnShelf"])
    expect(receiptOf(await reserve(3)).kind).toBe("wait")
    const other = await asking({})
    expect(receiptOf(await other(2)).kind).toBe("page")
  })

  it("cost nothing where copies are free for them, and each of the others its fee", async () => {
    const set = { reservationFee: "0.50", reservationFeeWhen: "placedIfNoneFree", costConsent: false }
    const reserve = await asking(set)
    expect(receiptOf(await reserve(3)).charges.map(({ amount }) => amount)).toEqual([50])
  })
})
