import type { Consultation } from "../decision/consult.ts"
import type { ReaderFacts } from "../decision/facts.ts"
import type { Refusal } from "../decision/refusal.ts"
import { type BlockAction, blockActions } from "./blocks/model.ts"
import type { ReaderRow } from "./model.ts"

export type StandingRefusal = Extract<
  Refusal,
  { readonly _tag: "ReaderPending" | "ReaderRemoved" | "ReaderExpired" | "DebtOverLimit" }
>

/** Membership: what stands in the way of anything this reader asks for, and once it has expired of what the policy says. */
const membershipHolds = (
  { status, expiresAt }: ReaderRow,
  at: number,
  asked: Consultation,
  action: BlockAction
): ReadonlyArray<StandingRefusal> => {
  if (status !== "active") return [{ _tag: status === "pending" ? "ReaderPending" : "ReaderRemoved" }]
  if (expiresAt === null || expiresAt > at) return []
  const blocked: ReadonlyArray<BlockAction> = asked.optional("expiryBlocks", blockActions)
  return blocked.includes(action) ? [{ _tag: "ReaderExpired", expiredAt: expiresAt }] : []
}

/** Membership and debts: what stands in the way of borrowing, renewing or reserving. */
export const readerMayBorrow = (
  { reader, account }: ReaderFacts,
  at: number,
  asked: Consultation,
  action: BlockAction = "borrow"
): ReadonlyArray<StandingRefusal> => {
  const debtMax = asked.required("debtMax")
  const overDebt = debtMax !== undefined && debtMax !== "unlimited" && account.balance > debtMax
  const blocked: ReadonlyArray<BlockAction> = overDebt ? asked.optional("debtBlocks", blockActions) : []
  return [
    ...membershipHolds(reader, at, asked, action),
    ...(overDebt && blocked.includes(action)
      ? [{ _tag: "DebtOverLimit" as const, debt: account.balance, debtMax }]
      : [])
  ]
}
