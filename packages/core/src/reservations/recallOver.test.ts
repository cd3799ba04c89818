import { describe, expect, it } from "vitest"
import { nightlyAccrual } from "../library/nightlyAccrual.ts"
import { day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

/** A library in which loans of two weeks are due two days after they were asked back; ben has `e1`, and then `e2`. */
const recalling = async (set: object = {}) => {
  const recalls = { reservableOnShelf: true, recallMinimum: { days: 2 }, recallReturnWithin: { days: 2 } }
  const small = await smallLibrary({ ...recalls, reservableByBorrower: true, reservationCountMax: 9, ...set })
  const { library, desk, key, title } = small
  const given = (at: number = noon) => ({ at, key: key() })
  const titleId = await title("Emma", ["e1", "e2"])
  const first = receiptOf(await desk.checkOut({ item: "e1", card: "ben", ...given() }))
  const second = receiptOf(await desk.checkOut({ item: "e2", card: "ben", ...given(noon + 1) }))
  const ask = async (card: string, at = noon + day, more: object = {}) =>
    receiptOf(await desk.reserve({ title: titleId, card, kind: "recall", ...more, ...given(at) })).reservationId
  const loan = async (id: string) =>
    (await library.scan(tenant, "loan", null, 10)).rows.find(({ loanId }) => loanId === id)
  const sound = async () => expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  return { ...small, given, titleId, ask, loan, sound, first, second }
}

describe("the loan that a reservation had brought back has its date again", () => {
  it("once the reservation is cancelled", async () => {
    const { desk, given, ask, loan, sound, first } = await recalling()
    const reservation = await ask("ada")
    expect(await loan(first.loanId)).toMatchObject({ dueBeforeRecall: first.dueAt, recalledBy: "reservation" })
    const ended = receiptOf(await desk.cancelReservation({ reservation, ...given(noon + 2 * day) }))
    expect(ended.recallsCancelled).toMatchObject([{ loanId: first.loanId, dueAt: first.dueAt }])
    expect(await loan(first.loanId)).toMatchObject({ dueAt: first.dueAt, recalledAt: null, recalledBy: null })
    await sound()
  })

  it("once it waited too long, and while it is suspended", async () => {
    const { desk, given, ask, loan, sound, first } = await recalling()
    const waitUntil = noon + 2 * day
    const reservation = await ask("ada", noon + day, { notAfter: waitUntil })
    const ended = receiptOf(await desk.expireReservation({ reservation, ...given(waitUntil + day) }))
    expect(ended.recallsCancelled).toMatchObject([{ loanId: first.loanId, dueAt: first.dueAt }])
    const again = await ask("ada", noon + 4 * day)
    expect((await loan(first.loanId))?.recalledAt).toBe(noon + 4 * day)
    const held = receiptOf(await desk.suspendReservation({ reservation: again, ...given(noon + 4 * day) }))
    expect(held.recallsCancelled).toMatchObject([{ loanId: first.loanId }])
    expect((await loan(first.loanId))?.dueAt).toBe(first.dueAt)
    // The reader is not asked a second time.
    expect(receiptOf(await desk.resumeReservation({ reservation: again, ...given(noon + 4 * day) }))).toMatchObject({
      recallsCancelled: []
    })
    expect((await loan(first.loanId))?.recalledAt).toBeNull()
    await sound()
  })

  it("also where it had another copy on the shelf already", async () => {
    const { desk, given, ask, loan, sound, first } = await recalling()
    const reservation = await ask("ada")
    const other = receiptOf(await desk.returnItem({ item: "e2", ...given(noon + day) }))
    expect(other.setAside?.reservationId).toBe(reservation)
    expect((await loan(first.loanId))?.recalledBy).toBe("reservation")
    const ended = receiptOf(await desk.cancelReservation({ reservation, ...given(noon + day) }))
    expect(ended.recallsCancelled).toMatchObject([{ loanId: first.loanId, dueAt: first.dueAt }])
    await sound()
  })

  it("each, where so many were recalled that one step does not look at them all", async () => {
    const { library, desk, given, title, sound } = await recalling({
      reservationCountMax: 99,
      reservationsPerTitleMax: 99,
      "loanCountMax.all": 99
    })
    const items = Array.from({ length: 40 }, (_, nth) => `m${nth}`)
    const titleId = await title("Middlemarch", items)
    for (const item of items) receiptOf(await desk.checkOut({ item, card: "ben", ...given() }))
    const club = { title: titleId, card: "ada", kind: "recall", copies: 40 } as const
    const { recalled, reservationIds } = receiptOf(await desk.reserve({ ...club, ...given(noon + day) }))
    expect(recalled).toHaveLength(40)
    for (const reservation of reservationIds) {
      const ended = receiptOf(await desk.cancelReservation({ reservation, ...given(noon + day) }))
      expect(ended.recallsCancelled).toHaveLength(1)
    }
    const loans = (await library.scan(tenant, "loan", null, 99)).rows
    expect(loans.filter(({ recalledAt }) => recalledAt !== null)).toEqual([])
    await sound()
  })

  it("its own first, where more are over at once than one step looks at", async () => {
    const { library, desk, given, title, sound } = await recalling({
      reservationCountMax: 99,
      reservationsPerTitleMax: 99,
      "loanCountMax.all": 99
    })
    const titleId = await title("Middlemarch", [])
    const add = async (barcode: string, volume: string) =>
      receiptOf(await desk.addItem({ title: titleId, barcode, type: "book", volume, ...given() }))
    const nths = Array.from({ length: 33 }, (_, nth) => nth)
    for (const [item, volume] of [...nths.map((nth) => [`m${nth}`, "1"] as const), ["w", "2"] as const]) {
      await add(item, volume)
      receiptOf(await desk.checkOut({ item, card: "ben", ...given() }))
    }
    const asked = { title: titleId, kind: "recall" } as const
    receiptOf(await desk.reserve({ ...asked, card: "ada", volume: "1", copies: 33, ...given(noon + day) }))
    const kim = receiptOf(await desk.reserve({ ...asked, card: "kim", volume: "2", ...given(noon + day + 1) }))
    for (const nth of nths) {
      await add(`n${nth}`, "1")
      receiptOf(await desk.returnItem({ item: `n${nth}`, ...given(noon + day) }))
    }
    const { reservationId: reservation, recalled } = kim
    const ended = receiptOf(await desk.cancelReservation({ reservation, ...given(noon + day + 1) }))
    expect(ended.recallsCancelled.map(({ loanId }) => loanId)).toContain(recalled[0]?.loanId)
    const loans = (await library.scan(tenant, "loan", null, 99)).rows
    expect(loans.filter(({ recalledAt }) => recalledAt !== null)).toHaveLength(2)
    await sound()
  })

  it("all that others had on the shelf already, as the last that waits ends", async () => {
    const { desk, given, titleId, ask, loan, sound, first, second } = await recalling()
    const [ada, kim] = [await ask("ada"), await ask("kim", noon + day + 1)]
    receiptOf(await desk.addItem({ title: titleId, barcode: "e3", type: "book", ...given(noon + day) }))
    expect(receiptOf(await desk.returnItem({ item: "e3", ...given(noon + day) })).setAside?.reservationId).toBe(ada)
    const ended = receiptOf(await desk.cancelReservation({ reservation: kim, ...given(noon + day) }))
    expect(ended.recallsCancelled.map(({ loanId }) => loanId).sort()).toEqual([first.loanId, second.loanId].sort())
    expect(await loan(first.loanId)).toMatchObject({ dueAt: first.dueAt, recalledAt: null })
    await sound()
  })

  it("once its reader borrows another copy", async () => {
    const { library, desk, given, ask, loan, sound, first } = await recalling({ overdueAccrues: true })
    const reservation = await ask("ada")
    await nightlyAccrual(library, { tenant, at: noon + 6 * day })
    expect((await library.scan(tenant, "charge", null, 9)).rows).toHaveLength(1)
    receiptOf(await desk.returnItem({ item: "e2", ...given(noon + 6 * day) }))
    expect((await loan(first.loanId))?.recalledBy).toBe("reservation")
    const lent = receiptOf(await desk.pickUp({ item: "e2", card: "ada", ...given(noon + 6 * day) }))
    expect(lent.filledReservationId).toBe(reservation)
    expect(await loan(first.loanId)).toMatchObject({ dueAt: first.dueAt, recalledAt: null, recalledBy: null })
    expect((await library.scan(tenant, "charge", null, 9)).rows).toMatchObject([{ outstanding: 0 }])
    await sound()
  })

  it("not where another waits for it as its reader borrows another copy, nor the loan that ends by it", async () => {
    const { desk, given, ask, loan, sound, first, second } = await recalling()
    await ask("ada")
    const kim = await ask("kim", noon + day + 1)
    const override = { override: { reason: "as agreed" } }
    receiptOf(await desk.checkOut({ item: "e2", card: "ada", ...override, ...given(noon + day) }))
    expect((await loan(second.loanId))?.closedAt).toBe(noon + day)
    expect((await loan(first.loanId))?.recalledBy).toBe("reservation")
    const ended = receiptOf(await desk.cancelReservation({ reservation: kim, ...given(noon + day) }))
    expect(ended.recallsCancelled.map(({ loanId }) => loanId)).toContain(first.loanId)
    await sound()
  })

  it("once another of several of which one is enough was borrowed", async () => {
    const { desk, given, title, ask, loan, sound, first } = await recalling({ reservationsJoined: ["anyOf"] })
    const other = await title("Persuasion", ["p1"])
    const recall = await ask("ada")
    const asked = { title: other, card: "ada", kind: "wait", ...given(noon + day) } as const
    const { reservationId } = receiptOf(await desk.reserve(asked))
    const both = { card: "ada", reservations: [recall, reservationId], as: "anyOf" } as const
    receiptOf(await desk.joinReservations({ ...both, ...given(noon + day) }))
    receiptOf(await desk.checkOut({ item: "p1", card: "ada", ...given(noon + day) }))
    expect(await loan(first.loanId)).toMatchObject({ dueAt: first.dueAt, recalledAt: null, recalledBy: null })
    await sound()
  })

  it("not one that only the other could fill who still waits", async () => {
    const { desk, given, title, loan, sound } = await recalling()
    const titleId = await title("Works", [])
    for (const volume of ["1", "2"]) {
      const barcode = `w${volume}`
      receiptOf(await desk.addItem({ title: titleId, barcode, type: "book", volume, ...given() }))
    }
    const one = receiptOf(await desk.checkOut({ item: "w1", card: "ben", ...given() }))
    const two = receiptOf(await desk.checkOut({ item: "w2", card: "ben", ...given(noon + 1) }))
    const asked = { title: titleId, kind: "recall" } as const
    const any = receiptOf(await desk.reserve({ ...asked, card: "kim", ...given(noon + day) }))
    const second = receiptOf(await desk.reserve({ ...asked, card: "ada", volume: "2", ...given(noon + day + 1) }))
    expect([any.recalled, second.recalled]).toMatchObject([[{ loanId: one.loanId }], [{ loanId: two.loanId }]])
    const cancel = async (reservation: string) =>
      receiptOf(await desk.cancelReservation({ reservation, ...given(noon + 2 * day) })).recallsCancelled
    expect(await cancel(any.reservationId)).toMatchObject([{ loanId: one.loanId }])
    expect((await loan(two.loanId))?.recalledBy).toBe("reservation")
    expect(await cancel(second.reservationId)).toMatchObject([{ loanId: two.loanId }])
    await sound()
  })

  it("unless the policy keeps the new one", async () => {
    const { desk, given, ask, loan, sound, first } = await recalling({ recallCancelled: "keeps" })
    const reservation = await ask("ada")
    const recalledTo = (await loan(first.loanId))?.dueAt
    expect(recalledTo).toBeLessThan(first.dueAt)
    const ended = receiptOf(await desk.cancelReservation({ reservation, ...given(noon + day) }))
    expect(ended.recallsCancelled).toMatchObject([{ loanId: first.loanId, dueAt: recalledTo }])
    expect(await loan(first.loanId)).toMatchObject({ dueAt: recalledTo, recalledAt: null })
    await sound()
  })

  it("unless another waits for that copy too, whom it is left to", async () => {
    const { desk, given, ask, loan, sound, first, second } = await recalling()
    const [ada, kim, third] = [await ask("ada"), await ask("kim", noon + day + 1), await ask("ben", noon + day + 2)]
    // Both loans were asked for; the third waits without one of its own, and ben does not have himself asked.
    expect([await loan(first.loanId), await loan(second.loanId)]).toMatchObject([
      { recalledAt: noon + day },
      { recalledAt: noon + day + 1 }
    ])
    const cancel = async (reservation: string) =>
      receiptOf(await desk.cancelReservation({ reservation, ...given(noon + 2 * day) })).recallsCancelled
    expect(await cancel(ada)).toEqual([])
    expect(await cancel(kim)).toMatchObject([{ loanId: second.loanId }])
    expect(await cancel(third)).toMatchObject([{ loanId: first.loanId }])
    await sound()
  })
})

describe("stays as it is", () => {
  it("a loan that staff asked for by hand", async () => {
    const { desk, given, ask, loan, sound, first, second } = await recalling()
    receiptOf(await desk.recall({ item: "e1", reason: "for a course", ...given(noon + day) }))
    const reservation = await ask("ada", noon + day)
    expect((await loan(second.loanId))?.recalledBy).toBe("reservation")
    const ended = receiptOf(await desk.cancelReservation({ reservation, ...given(noon + day) }))
    expect(ended.recallsCancelled).toMatchObject([{ loanId: second.loanId }])
    expect(await loan(first.loanId)).toMatchObject({ recalledAt: noon + day, recalledBy: "staff" })
    await sound()
  })

  it("every loan, where a reservation of another kind ends, or one that has its copy", async () => {
    const { desk, given, titleId, ask, loan, sound, second } = await recalling()
    const plain = receiptOf(await desk.reserve({ title: titleId, card: "kim", kind: "wait", ...given(noon + day) }))
    const reservation = await ask("ada")
    const other = await desk.cancelReservation({ reservation: plain.reservationId, ...given(noon + day) })
    expect(receiptOf(other).recallsCancelled).toEqual([])
    receiptOf(await desk.recall({ item: "e2", ...given(noon + day) }))
    receiptOf(await desk.returnItem({ item: "e1", ...given(noon + day) }))
    const ended = receiptOf(await desk.cancelReservation({ reservation, ...given(noon + day) }))
    expect(ended.recallsCancelled).toEqual([])
    expect((await loan(second.loanId))?.recalledAt).toBe(noon + day)
    await sound()
  })
})

it("takes back what ran up for being late against the new date", async () => {
  const { library, desk, given, ask, loan, sound, first } = await recalling({ overdueAccrues: true })
  const reservation = await ask("ada")
  const late = noon + 6 * day
  await nightlyAccrual(library, { tenant, at: late })
  expect((await library.scan(tenant, "charge", null, 9)).rows).toMatchObject([{ outstanding: expect.any(Number) }])
  expect((await library.scan(tenant, "charge", null, 9)).rows[0]?.outstanding).toBeGreaterThan(0)
  receiptOf(await desk.cancelReservation({ reservation, ...given(late) }))
  expect((await loan(first.loanId))?.dueAt).toBe(first.dueAt)
  expect((await library.scan(tenant, "charge", null, 9)).rows).toMatchObject([{ outstanding: 0 }])
  await sound()
})

it("wins or loses against the return of the loan as a whole", async () => {
  const { desk, given, ask, loan, sound, first } = await recalling()
  const reservation = await ask("ada")
  const [cancelled, returned] = await Promise.all([
    desk.cancelReservation({ reservation, ...given(noon + day) }),
    desk.returnItem({ item: "e1", ...given(noon + day) })
  ])
  expect([cancelled.ok, returned.ok]).toEqual([true, true])
  expect((await loan(first.loanId))?.closedAt).not.toBeNull()
  await sound()
})
