import type { Consultation } from "../decision/consult.ts"
import type { ReaderFacts } from "../decision/facts.ts"
import type { Refusal } from "../decision/refusal.ts"
import type { ReaderRow } from "./model.ts"

/** Membership: what stands in the way of anything this reader asks for. */
const membershipHolds = ({ status, expiresAt }: ReaderRow, at: number): ReadonlyArray<Refusal> => {
  if (status === "removed") return [{ _tag: "ReaderRemoved" }]
  return expiresAt !== null && expiresAt <= at ? [{ _tag: "ReaderExpired", expiredAt: expiresAt }] : []
}

/** Membership and debts: what stands in the way of borrowing, renewing and reserving. */
export const readerMayBorrow = (
  { reader, account }: ReaderFacts,
  at: number,
  asked: Consultation
): ReadonlyArray<Refusal> => {
  const debtMax = asked.required("debtMax")
  const overDebt = debtMax !== undefined && debtMax !== "unlimited" && account.balance > debtMax
  return [
    ...membershipHolds(reader, at),
    ...(overDebt ? [{ _tag: "DebtOverLimit" as const, debt: account.balance, debtMax }] : [])
  ]
}
