import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { Code } from "../decision/code.ts"
import { consult } from "../decision/consult.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { hasCode } from "../policy/declared.ts"
import { unknownContext } from "../policy/index.ts"
import { newMemberCosts, raiseMemberFees } from "./memberFees.ts"
import { membershipEnd } from "./membership.ts"
import { Card, type ReaderId } from "./model.ts"
import { forget, personLookup } from "./privacy/forget.ts"
import type { RegisterReceipt } from "./registerReader.ts"

/** Staff have seen who applied: the membership begins, and a card takes the place of the application. */
export const ConfirmReader = Schema.Struct({
  application: Card,
  card: Card,
  /** Without it, the one that was applied for. */
  category: Schema.optionalKey(Code),
  at: InstantInput
})
export type ConfirmReader = typeof ConfirmReader.Type

export const confirmLookup = ({ application, card }: Pick<ConfirmReader, "application" | "card">) =>
  ({ reader: { card: application }, cardHolders: { cards: [card, card] }, lostCard: { card } }) satisfies Lookup
export type ConfirmFacts = Found<ReturnType<typeof confirmLookup>>

/** Refuses what is no application, a card that is taken or that somebody lost, and a category that the policy does not know. */
export const decideConfirm = (
  { reader: found, cardHolders, lostCard }: ConfirmFacts,
  { application, card, category: given, at }: ConfirmReader,
  { place, policy, calendar, ids }: DecisionContext
): Result.Result<Decision<RegisterReceipt>, Refusals> => {
  if (found === null || found.reader.status !== "pending")
    return refused([{ _tag: "ReaderUnknown", reader: application }])
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  const { reader } = found
  const category = given ?? reader.category
  const branch = calendar?.branch(reader.homeBranch)
  const refusals: Array<Refusal> = []
  if (cardHolders.length > 0 || lostCard !== null) refusals.push({ _tag: "CardTaken", card })
  if (!hasCode(policy.document.readerCategories, category)) refusals.push({ _tag: "ReaderCategoryUnknown", category })
  if (branch === undefined) refusals.push({ _tag: "BranchUnknown", branch: reader.homeBranch })
  const asked = consult(policy, { ...unknownContext, readerCategory: category, branch: reader.homeBranch })
  const months = asked.required("membershipMonths")
  refusals.push(...asked.missing)
  if (branch === undefined || refusals.length > 0) return refused(refusals)
  const expiresAt = membershipEnd(branch, at, months)
  const { readerId } = reader
  const work = draft(place)
  work.restOn("reader", reader)
  work.emit({ _tag: "ReaderChanged", readerId, at, changed: ["status", "expiresAt", "card"] })
  work.replace("reader", { ...reader, status: "active", category, expiresAt })
  work.cut("card", application)
  work.insert("card", { card, readerId })
  const charges = raiseMemberFees(work, newMemberCosts(policy, asked), {
    account: found.account,
    at,
    branch: place.branch,
    ids
  })
  return Result.succeed(work.decide({ readerId, expiresAt, charges }))
}

/** Staff turn an application down: nothing is kept of who applied. */
export const RejectReader = Schema.Struct({ application: Card, at: InstantInput })
export type RejectReader = typeof RejectReader.Type

export interface RejectReceipt {
  readonly readerId: ReaderId
}

export const rejectLookup = ({ application }: Pick<RejectReader, "application">) => personLookup({ card: application })
export type RejectFacts = Found<ReturnType<typeof rejectLookup>>

/** Refuses what is no application. */
export const decideReject = (
  facts: RejectFacts,
  { application, at }: RejectReader,
  { place }: DecisionContext
): Result.Result<Decision<RejectReceipt>, Refusals> => {
  if (facts.reader === null || facts.reader.reader.status !== "pending")
    return refused([{ _tag: "ReaderUnknown", reader: application }])
  const { reader } = facts.reader
  const { readerId } = reader
  const work = draft(place)
  work.restOn("reader", reader)
  work.emit({ _tag: "ReaderChanged", readerId, at, changed: ["status"] })
  forget(work, reader, facts)
  return Result.succeed(work.decide({ readerId }))
}
