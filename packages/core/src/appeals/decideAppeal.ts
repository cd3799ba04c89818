import { Result, Schema } from "effect"
import { bringTo, comesTo } from "../accounts/adjustCharge.ts"
import { EntryId } from "../accounts/model.ts"
import { settle } from "../accounts/settle.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import { actorName } from "../decision/actor.ts"
import { trimmedText } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found } from "../decision/facts.ts"
import { commandRights } from "../decision/permission.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { amountMax, Minor } from "../money/minor.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { sets } from "../readers/blocks/factsNeeded.ts"
import { AppealId } from "./model.ts"

/** Decide a dispute, for good: the charge stands, comes to less, or to nothing. */
export const DecideAppeal = Schema.Struct({
  appeal: AppealId,
  as: Schema.Literals(["confirmed", "reduced", "reversed"]),
  /** For `reduced`: what the charge comes to from now on, in minor units. */
  amount: Schema.optionalKey(Minor.check(Schema.isBetween({ minimum: 1, maximum: amountMax }))),
  reason: trimmedText(1, 500),
  at: InstantInput
})
export type DecideAppeal = typeof DecideAppeal.Type

export interface AppealDecision {
  readonly appealId: AppealId
  readonly chargeId: EntryId
  readonly as: DecideAppeal["as"]
  /** What the charge comes to. */
  readonly comesTo: number
  /** What is not owed any more. */
  readonly cancelled: number
  /** What was paid and is the reader's credit now. */
  readonly refunded: number
  readonly balance: number
}

type Asked = { readonly appealId: AppealId }
type DecideAppealLookup = {
  readonly [S in "appeal" | "chargesOfAppeal" | "incidentChargesOfAppeal"]: Asked
} & { readonly settledOfAppeal?: Asked }

/** What names a loan that may end by this is asked for only where the policy ends loans of what is lost and settled. */
export const decideAppealLookup = (
  { appeal: appealId }: Pick<DecideAppeal, "appeal">,
  policy: CompiledPolicy | null
): DecideAppealLookup => ({
  appeal: { appealId },
  chargesOfAppeal: { appealId },
  incidentChargesOfAppeal: { appealId },
  ...(sets(policy, "lostPaidEnds") ? { settledOfAppeal: { appealId } } : {})
})
export type DecideAppealFacts = Found<Omit<DecideAppealLookup, "settledOfAppeal">> &
  Partial<Found<Pick<DecideAppealLookup, "settledOfAppeal">>>

/** Refuses who raised the charge, an appeal that was decided, and a reduction that reduces nothing. */
export const decideAppealDecision = (
  {
    appeal: found,
    chargesOfAppeal: open,
    incidentChargesOfAppeal: incidents,
    settledOfAppeal: settled
  }: DecideAppealFacts,
  { appeal: appealId, as, amount, reason, at }: DecideAppeal,
  { place, policy, ids }: DecisionContext
): Result.Result<Decision<AppealDecision>, Refusals> => {
  if (found === null) return refused([{ _tag: "AppealUnknown", appeal: appealId }])
  const { appeal, charge, paid, reader, account } = found
  if (appeal.state !== "open") return refused([{ _tag: "AppealNotOpen", state: appeal.state }])
  if (place.actor.kind !== "staff")
    return refused([{ _tag: "NotPermitted", permission: commandRights.decideAppeal.permission }])
  const { chargedBy } = appeal
  if (actorName(place.actor) === chargedBy) return refused([{ _tag: "AppealNeedsOther", chargedBy }])
  const before = comesTo(charge)
  const target = as === "confirmed" ? before : as === "reversed" ? 0 : (amount ?? before)
  if (as === "reduced" && target >= before)
    return refused([{ _tag: "ReductionTooSmall", amount: target, comesTo: before }])
  const [entryId, refundId] = ids.map((id) => EntryId.make(id)) as [EntryId, EntryId]
  const { branch } = place
  const work = draft(place)
  work.restOn("reader", reader)
  work.restOn("appeal", appeal)
  const { adjusted, refunded } =
    as === "confirmed"
      ? { adjusted: 0, refunded: 0 }
      : bringTo(work, { charge, paid }, target, {
          account,
          byHand: 1,
          reason,
          at,
          branch,
          entryIds: [entryId, refundId]
        })
  const comes = before + adjusted - refunded
  work.emit({ _tag: "AppealDecided", appealId, as, amount: Minor.make(comes), reason, at, branch })
  if (adjusted < 0)
    settle(work, { reader, open, incidents, settled }, new Map([[charge.chargeId, -adjusted]]), { policy, at, branch })
  const { chargeId } = charge
  // All of it that was paid is the reader's again: nothing is left to be given back after its loan.
  if (charge.kind === "deposit" && comes === 0) work.cut("chargeLoan", chargeId)
  const balance = account.balance + adjusted - refunded
  return Result.succeed(
    work.decide({ appealId, chargeId, as, comesTo: comes, cancelled: -adjusted, refunded, balance })
  )
}
