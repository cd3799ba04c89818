import { describe, expect, it } from "vitest"
import { amendPolicy } from "../testing/amending.ts"
import { codesOf, day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

/** A library in which who has a copy may wait for another, and loans are recalled. */
const recalling = async (set: object = {}) => {
  const recalls = { recallMinimum: { days: 2 }, recallReturnWithin: { days: 2 } }
  const small = await smallLibrary({ ...recalls, reservableByBorrower: true, reservableOnShelf: true, ...set })
  const given = () => ({ at: noon, key: small.key() })
  const titleId = await small.title("Emma", ["e1", "e2"])
  return { ...small, given, titleId }
}

it("recalls no loan of the reader's own", async () => {
  const { desk, given, titleId } = await recalling()
  receiptOf(await desk.checkOut({ item: "e1", card: "ada", ...given() }))
  const others = receiptOf(await desk.checkOut({ item: "e2", card: "ben", ...given() }))
  const placed = receiptOf(await desk.reserve({ title: titleId, card: "ada", kind: "recall", ...given() }))
  expect(placed.recalled).toMatchObject([{ loanId: others.loanId }])
})

it("recalls the loan that was lent first", async () => {
  const { desk, given, titleId } = await recalling()
  const first = receiptOf(await desk.checkOut({ item: "e1", card: "ada", ...given() }))
  receiptOf(await desk.checkOut({ item: "e2", card: "ben", ...given(), at: noon + 60_000 }))
  const placed = receiptOf(
    await desk.reserve({ title: titleId, card: "kim", kind: "recall", ...given(), at: noon + 120_000 })
  )
  expect(placed.recalled).toMatchObject([{ loanId: first.loanId }])
})

it("recalls as many loans as copies are asked for, and charges each", async () => {
  const { desk, given, titleId } = await recalling({
    reservationsPerTitleMax: 9,
    reservationCountMax: 9,
    recallFee: "1.50",
    costConsent: true
  })
  const lent = [
    receiptOf(await desk.checkOut({ item: "e1", card: "ada", ...given() })),
    receiptOf(await desk.checkOut({ item: "e2", card: "ben", ...given() }))
  ]
  const club = { title: titleId, card: "kim", kind: "recall", copies: 2 } as const
  const untold = await desk.reserve({ ...club, ...given() })
  expect(untold).toMatchObject({ refusals: [{ _tag: "CostNotAccepted", amount: 300 }] })
  const placed = receiptOf(await desk.reserve({ ...club, acceptedCost: 300, ...given() }))
  expect(placed.recalled.map(({ loanId }) => loanId).sort()).toEqual(lent.map(({ loanId }) => loanId).sort())
  expect(placed.charges.map(({ kind, amount }) => [kind, amount])).toEqual([
    ["recall", 150],
    ["recall", 150]
  ])
})

it("recalls no copy that the reader may not fetch at the pickup branch", async () => {
  const { library, desk, far, given, titleId } = await recalling({ pickupBranches: "home", reservationCountMax: 9 })
  receiptOf(await desk.changeItem({ item: "e1", homeBranch: "far", ...given() }))
  receiptOf(await far.returnItem({ item: "e1", ...given() }))
  receiptOf(await far.checkOut({ item: "e1", card: "ada", ...given() }))
  const here = receiptOf(await desk.checkOut({ item: "e2", card: "ben", ...given() }))
  const placed = receiptOf(
    await desk.reserve({ title: titleId, card: "kim", kind: "recall", pickupBranch: "main", ...given() })
  )
  expect(placed.recalled).toMatchObject([{ loanId: here.loanId }])
  expect(await library.check(tenant)).toEqual([])
})

it("says at once that no loan may be recalled, and what else stands in the way", async () => {
  const { desk, given, titleId } = await recalling({ recallable: false, reservationCountMax: 0 })
  for (const item of ["e1", "e2"]) receiptOf(await desk.checkOut({ item, card: "ben", ...given() }))
  const wish = { title: titleId, card: "ada", kind: "recall", ...given() } as const
  expect(codesOf(await desk.reserve(wish))).toEqual(["ReservationLimitReached", "NotRecallable"])
  // Whoever may go past the limit does not thereby recall what may not be.
  const override = { reason: "for a course" }
  expect(codesOf(await desk.reserve({ ...wish, override }))).toEqual(["NotRecallable"])
})

it("waits where the only loan that is not recalled yet was claimed returned: such a one is nobody's to bring", async () => {
  const { desk, given, titleId } = await recalling()
  for (const item of ["e1", "e2"]) receiptOf(await desk.checkOut({ item, card: "ben", ...given() }))
  const first = receiptOf(await desk.reserve({ title: titleId, card: "ada", kind: "recall", ...given() }))
  expect(first.recalled).toHaveLength(1)
  receiptOf(await desk.claimReturned({ item: "e2", ...given() }))
  const second = receiptOf(await desk.reserve({ title: titleId, card: "kim", kind: "recall", ...given() }))
  expect(second.recalled).toEqual([])
})

describe("of a title with many loans", () => {
  const many = { reservationsPerTitleMax: 99, reservationCountMax: 99, "loanCountMax.all": 99 }
  const items = Array.from({ length: 60 }, (_, nth) => `m${nth}`)

  it("recalls one that was not yet, however many were lent before and are recalled", async () => {
    const { desk, given, title } = await recalling(many)
    const titleId = await title("Middlemarch", items)
    for (const item of items) receiptOf(await desk.checkOut({ item, card: "ben", ...given() }))
    const club = { title: titleId, card: "ada", kind: "recall", copies: 52 } as const
    expect(receiptOf(await desk.reserve({ ...club, ...given() })).recalled).toHaveLength(52)
    const placed = receiptOf(await desk.reserve({ title: titleId, card: "kim", kind: "recall", ...given() }))
    expect(placed.recalled).toHaveLength(1)
  })

  it("looks at all where none of the first may be recalled, or fetched by its reader", async () => {
    const { library, desk, given, title } = await recalling(many)
    const titleId = await title("Middlemarch", items)
    const stays = { id: "stays", when: { collection: "rare" }, set: { recallable: false } }
    await amendPolicy(library, { rows: [stays] })
    for (const item of items) {
      if (item !== "m59") receiptOf(await desk.changeItem({ item, collection: "rare", ...given() }))
      receiptOf(await desk.checkOut({ item, card: "ben", ...given(), at: noon + (item === "m59" ? 1000 : 0) }))
    }
    const last = { title: titleId, card: "kim", kind: "recall", ...given(), at: noon + 2000 } as const
    expect(receiptOf(await desk.reserve(last)).recalled).toHaveLength(1)
    // Now that one is recalled, the rest may not be.
    const none = await desk.reserve({ title: titleId, card: "ada", kind: "recall", ...given(), at: noon + 3000 })
    expect(none).toMatchObject({ refusals: [{ _tag: "NotRecallable" }] })
  })

  it("says that none may be recalled, and where it is fetched too, whatever number of them is left to look at", async () => {
    const { library, desk, given, title } = await recalling(many)
    const titleId = await title("Middlemarch", items)
    for (const item of items) receiptOf(await desk.checkOut({ item, card: "ben", ...given() }))
    const club = { title: titleId, card: "ada", kind: "recall", copies: 9 } as const
    expect(receiptOf(await desk.reserve({ ...club, ...given() })).recalled).toHaveLength(9)
    await amendPolicy(library, { rows: [{ id: "stays", when: { itemType: "book" }, set: { recallable: false } }] })
    // Of 60 loans 51 are not recalled yet: as many as the first look takes.
    const wish = { title: titleId, card: "kim", kind: "recall" } as const
    expect(await desk.reserve({ ...wish, ...given() })).toMatchObject({ refusals: [{ _tag: "NotRecallable" }] })
    const where = receiptOf(await desk.pickupBranches({ ...wish, at: noon }))
    expect(where.everywhere).toMatchObject([{ _tag: "NotRecallable" }])
  })
})

it("charges for each loan that is recalled, and nothing where none is", async () => {
  const { desk, given, titleId } = await recalling({
    reservationsPerTitleMax: 9,
    reservationCountMax: 9,
    recallFee: "2.00",
    costConsent: true
  })
  for (const item of ["e1", "e2"]) receiptOf(await desk.checkOut({ item, card: "ben", ...given() }))
  receiptOf(await desk.recall({ item: "e1", ...given() }))
  const two = { title: titleId, card: "ada", kind: "recall", copies: 2 } as const
  expect(await desk.reserve({ ...two, ...given() })).toMatchObject({
    refusals: [{ _tag: "CostNotAccepted", amount: 200 }]
  })
  const placed = receiptOf(await desk.reserve({ ...two, acceptedCost: 200, ...given() }))
  expect(placed.recalled).toHaveLength(1)
  expect(placed.charges.map(({ kind, amount }) => [kind, amount])).toEqual([["recall", 200]])
  const none = receiptOf(await desk.reserve({ title: titleId, card: "kim", kind: "recall", ...given() }))
  expect([none.recalled, none.charges]).toEqual([[], []])
})

it("recalls for now alone: not for a later day, to which a recall is not put off either", async () => {
  const { library, desk, given, titleId } = await recalling()
  const { loanId } = receiptOf(await desk.checkOut({ item: "e1", card: "ben", ...given() }))
  const asked = { title: titleId, card: "ada", kind: "recall" as const }
  const notBefore = noon + 60 * day
  const refusals = [{ _tag: "RecallForLater", notBefore }]
  expect(await desk.reserve({ ...asked, notBefore, ...given() })).toMatchObject({ ok: false, refusals })
  const { reservationId: reservation } = receiptOf(await desk.reserve({ ...asked, notBefore: noon, ...given() }))
  expect(await desk.changeReservation({ reservation, notBefore, ...given() })).toMatchObject({ ok: false, refusals })
  receiptOf(await desk.changeReservation({ reservation, notBefore: null, ...given() }))
  expect((await library.scan(tenant, "loan", null, 9)).rows).toMatchObject([{ loanId, recalledAt: noon }])
})
