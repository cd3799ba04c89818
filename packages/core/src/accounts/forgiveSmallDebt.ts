import { type Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { Card } from "../readers/model.ts"
import { accountRules } from "./accountRules.ts"
import { decideWriteOff, type WriteOffReceipt, writeOffLookup } from "./writeOff.ts"

/** Forgive a reader what the rules count as small. For a job: it looks at the account, not at who asks. */
export const ForgiveSmallDebt = Schema.Struct({ card: Card, at: InstantInput })
export type ForgiveSmallDebt = typeof ForgiveSmallDebt.Type
export type ForgiveSmallDebtReceipt = WriteOffReceipt

/** The reason that such lines of an account have. */
export const smallDebtReason = "smallBalance"

/** Without what was forgiven before: how much is small is for the rules to say, and for nobody to approve. */
export const forgiveSmallDebtLookup = ({ card, at }: ForgiveSmallDebt) =>
  ({ ...writeOffLookup({ card, at }, null), loanCounts: { card } }) satisfies Lookup
type Asked = ReturnType<typeof forgiveSmallDebtLookup>
export type ForgiveSmallDebtFacts = Found<Omit<Asked, "forgivenOfReader">> & Partial<Found<Asked>>

/** All that is owed, up to `smallBalanceForgiven`. Refuses more than that, and while the reader has a loan open. */
export const decideForgiveSmallDebt = (
  facts: ForgiveSmallDebtFacts,
  { card, at }: ForgiveSmallDebt,
  context: DecisionContext
): Result.Result<Decision<ForgiveSmallDebtReceipt>, Refusals> => {
  const { reader, chargesOfReader, loanCounts } = facts
  if (reader === null) return refused([{ _tag: "ReaderUnknown", reader: card }])
  const debtMax = accountRules(context.policy, reader.reader)?.optional("smallBalanceForgiven", null) ?? null
  const debt = chargesOfReader.reduce((sum, { charge }) => sum + charge.outstanding, 0)
  if (debtMax !== "unlimited" && (debtMax === null || debt > debtMax))
    return refused([{ _tag: "DebtNotSmall", debt, debtMax }])
  const count = loanCounts.reduce((sum, group) => sum + group.count, 0)
  if (count > 0) return refused([{ _tag: "LoansOpen", count }])
  return decideWriteOff(facts, { card, reason: smallDebtReason, at }, context)
}
