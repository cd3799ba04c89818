import { Result, Schema } from "effect"
import { afterLength } from "../../calendar/afterLength.ts"
import { InstantInput } from "../../calendar/instantInput.ts"
import { Barcode } from "../../catalogue/model.ts"
import type { DecisionContext } from "../../decision/context.ts"
import type { Decision } from "../../decision/decision.ts"
import { draft } from "../../decision/draft.ts"
import type { Found, Lookup } from "../../decision/facts.ts"
import type { Refusals } from "../../decision/refusal.ts"
import { refused } from "../../decision/refused.ts"
import type { LoanId } from "../../loans/model.ts"
import { IncidentId } from "../model.ts"
import { lostAt } from "./lostAt.ts"
import { lossRules } from "./reckonLoss.ts"
import { reportLoss } from "./reportLoss.ts"

/** The night counts a loan as lost that has been overdue for as long, or reminded of as often, as the policy says. */
export const AgeToLost = Schema.Struct({ item: Barcode, at: InstantInput })
export type AgeToLost = typeof AgeToLost.Type

export interface AgeReceipt {
  readonly loanId: LoanId
  readonly incidentId: IncidentId
  /** When it is charged; `null`: not by itself. */
  readonly billAt: number | null
}

export const ageToLostLookup = ({ item }: Pick<AgeToLost, "item">) =>
  ({ item: { barcode: item }, loanOfItem: { barcode: item } }) satisfies Lookup
export type AgeToLostFacts = Found<ReturnType<typeof ageToLostLookup>>

/**
 * From the very instant on that the policy gives; being late counts up to it, whenever the night comes. What it costs is
 * charged by `billIncident`. Refuses what is not on loan, was claimed returned, or is not overdue for long enough.
 */
export const decideAgeToLost = (
  { item: found, loanOfItem: lent }: AgeToLostFacts,
  { item: barcode, at }: AgeToLost,
  { place, policy, calendar, ids }: DecisionContext
): Result.Result<Decision<AgeReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "ItemUnknown", item: barcode }])
  if (lent === null) return refused([{ _tag: "ItemNotOnLoan" }])
  const { status } = found.item
  if (lent.loan.state !== "onLoan") return refused([{ _tag: "ItemStatusForbids", status, action: "ageToLost" }])
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  if (calendar === null) return refused([{ _tag: "CalendarNotInForce" }])
  const { loan } = lent
  const branch = calendar.branch(loan.branch)
  if (branch === undefined) return refused([{ _tag: "BranchUnknown", branch: loan.branch }])
  const asked = lossRules({ ...found, ...lent }, at, { policy, calendar })
  const lateUntil = lostAt(loan, at, { asked, policy, branch })
  if (lateUntil === null || lateUntil > at) return refused([{ _tag: "TooSoon", soonestAt: lateUntil }])
  const wait = asked.optional("billAgedAfter", { days: 0 })
  const cost = asked.optional("lossCost", "reckoned")
  const billAt = wait === "never" || cost === "actual" ? null : afterLength(at, wait, branch)
  const incidentId = IncidentId.make(ids[0] as string)
  const work = draft(place)
  reportLoss(
    work,
    { ...found, ...lent },
    {
      incidentId,
      as: "aged",
      at,
      branch: loan.branch,
      lateUntil,
      conduct: "accident",
      policeReport: "",
      note: "",
      billAt,
      policyVersion: policy.version,
      policyRows: asked.rows
    }
  )
  return Result.succeed(work.decide({ loanId: loan.loanId, incidentId, billAt }))
}
