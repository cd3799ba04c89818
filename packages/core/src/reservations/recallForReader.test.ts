import { expect, it } from "vitest"
import { noon, receiptOf, smallLibrary } from "../testing/smallLibrary.ts"

/** A library in which who has a copy may wait for another, and loans are recalled. */
const recalling = async () => {
  const recalls = { recallMinimum: { days: 2 }, recallReturnWithin: { days: 2 } }
  const small = await smallLibrary({ ...recalls, reservableByBorrower: true, reservableOnShelf: true })
  const given = () => ({ at: noon, key: small.key() })
  const titleId = await small.title("Emma", ["e1", "e2"])
  return { ...small, given, titleId }
}

it("recalls no loan of the reader's own", async () => {
  const { desk, given, titleId } = await recalling()
  receiptOf(await desk.checkOut({ item: "e1", card: "ada", ...given() }))
  const others = receiptOf(await desk.checkOut({ item: "e2", card: "ben", ...given() }))
  const placed = receiptOf(await desk.reserve({ title: titleId, card: "ada", kind: "recall", ...given() }))
  expect(placed.recalled).toMatchObject({ loanId: others.loanId })
})

it("recalls the loan that was lent first", async () => {
  const { desk, given, titleId } = await recalling()
  const first = receiptOf(await desk.checkOut({ item: "e1", card: "ada", ...given() }))
  receiptOf(await desk.checkOut({ item: "e2", card: "ben", ...given(), at: noon + 60_000 }))
  const placed = receiptOf(
    await desk.reserve({ title: titleId, card: "kim", kind: "recall", ...given(), at: noon + 120_000 })
  )
  expect(placed.recalled).toMatchObject({ loanId: first.loanId })
})
