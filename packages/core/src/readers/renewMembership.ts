import { Result, Schema } from "effect"
import type { RaisedCharge } from "../accounts/raiseFee.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import { consult } from "../decision/consult.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Override } from "../decision/event.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import { lift, OverrideRequest } from "../decision/override.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { unknownContext } from "../policy/index.ts"
import { membershipCost, raiseMemberFees } from "./memberFees.ts"
import { membershipEnd } from "./membership.ts"
import { Card, type ReaderId } from "./model.ts"

/** Let a membership last as long again as the policy says: from its end, or from now where it has ended. */
export const RenewMembership = Schema.Struct({
  card: Card,
  at: InstantInput,
  override: Schema.optionalKey(OverrideRequest)
})
export type RenewMembership = typeof RenewMembership.Type

export interface MembershipReceipt {
  readonly readerId: ReaderId
  readonly expiresAt: number | null
  /** What it costs. */
  readonly charges: ReadonlyArray<RaisedCharge>
  readonly overrides: ReadonlyArray<Override>
}

export const renewMembershipLookup = ({ card }: Pick<RenewMembership, "card">) =>
  ({ reader: { card } }) satisfies Lookup
export type RenewMembershipFacts = Found<ReturnType<typeof renewMembershipLookup>>

/** Refuses who is removed or not confirmed yet, debts above what the policy lets a borrower owe, and where it says nothing. */
export const decideRenewMembership = (
  { reader: found }: RenewMembershipFacts,
  { card, at, override }: RenewMembership,
  { place, policy, calendar, ids }: DecisionContext
): Result.Result<Decision<MembershipReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "ReaderUnknown", reader: card }])
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  const { reader, account } = found
  if (reader.status !== "active")
    return refused([{ _tag: reader.status === "pending" ? "ReaderPending" : "ReaderRemoved" }])
  const branch = calendar?.branch(reader.homeBranch)
  if (branch === undefined) return refused([{ _tag: "BranchUnknown", branch: reader.homeBranch }])
  const asked = consult(policy, { ...unknownContext, readerCategory: reader.category, branch: reader.homeBranch })
  const months = asked.required("membershipMonths")
  const debtMax = asked.optional("debtMax", "unlimited")
  const isOver = debtMax !== "unlimited" && account.balance > debtMax
  const debts: ReadonlyArray<Refusal> = isOver ? [{ _tag: "DebtOverLimit", debt: account.balance, debtMax }] : []
  const { left, overrides } = lift([...debts, ...asked.missing], override, place)
  if (left.length > 0) return refused(left)
  const from = reader.expiresAt !== null && reader.expiresAt > at ? reader.expiresAt : at
  const expiresAt = membershipEnd(branch, from, months)
  const work = draft(place)
  work.restOn("reader", reader)
  work.emit({ _tag: "ReaderChanged", readerId: reader.readerId, at, changed: ["expiresAt"] }, overrides)
  work.replace("reader", { ...reader, expiresAt })
  const charges = raiseMemberFees(work, membershipCost(policy, asked), { account, at, branch: place.branch, ids })
  return Result.succeed(work.decide({ readerId: reader.readerId, expiresAt, charges, overrides }))
}
