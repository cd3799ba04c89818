import { expect, it } from "vitest"
import { chargeOrigin } from "./chargeOrigin.ts"
import type { AccountEvent } from "./event.ts"
import type { EntryId } from "./model.ts"

const charge = "c1" as EntryId
const raised = {
  _tag: "ChargeRaised",
  chargeId: charge,
  amount: 60,
  policyVersion: 1,
  policyRows: {},
  steps: [],
  at: 1
}
const to = (amount: number) => ({ allotments: [{ chargeId: charge, amount }] })
const paid = (entryId: string, amount: number) => ({ _tag: "PaymentReceived", entryId, amount, ...to(amount) })

/** What was paid of the charge, as its history tells. */
const paidOf = (...events: ReadonlyArray<object>): number | undefined =>
  chargeOrigin([raised, ...events] as unknown as ReadonlyArray<AccountEvent>, charge)?.paid

it("counts as paid what money and credits went to a charge, less what was undone", () => {
  expect(paidOf(paid("p1", 40))).toBe(40)
  expect(paidOf(paid("p1", 40), { _tag: "EntryVoided", voids: "p1", ...to(40) })).toBe(0)
  expect(paidOf({ _tag: "CreditApplied", creditId: "k1", ...to(50) })).toBe(50)
  const creditUndone = { _tag: "EntryVoided", voids: "k1", ...to(50) }
  expect(paidOf({ _tag: "CreditApplied", creditId: "k1", ...to(50) }, creditUndone)).toBe(0)
  // A waiver that is undone was never money.
  const waived = { _tag: "ChargeWaived", entryId: "w1", chargeId: charge, amount: 20 }
  expect(paidOf(paid("p1", 40), waived, { _tag: "EntryVoided", voids: "w1", ...to(20) })).toBe(40)
})
