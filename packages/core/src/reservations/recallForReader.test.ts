import { expect, it } from "vitest"
import { noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

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
