import { Result } from "effect"
import { askedWhenLate } from "../../accounts/lateness/askedWhenLate.ts"
import { type OverdueAmount, overdueFor } from "../../accounts/overdueFor.ts"
import type { Instant } from "../../calendar/instant.ts"
import type { Consultation } from "../../decision/consult.ts"
import type { DecisionContext } from "../../decision/context.ts"
import type { ItemFacts, ReaderFacts } from "../../decision/facts.ts"
import type { Refusal, Refusals } from "../../decision/refusal.ts"
import { refused } from "../../decision/refused.ts"
import type { LoanRow } from "../../loans/model.ts"
import type { CompensationRule } from "../../policy/form/compensation/rule.ts"
import type { Conduct } from "../../policy/form/compensation/values.ts"
import type { CompensationCase } from "../compensation/case.ts"
import { compensationFor } from "../compensation/compensationFor.ts"
import type { CompensationRefusal } from "../compensation/refusal.ts"
import type { Compensation } from "../compensation/result.ts"
import { type LostThing, lossCase } from "./lossCase.ts"
import type { LossInput } from "./lossInput.ts"

export interface Reckoning extends LostThing, ReaderFacts, Pick<ItemFacts, "queue"> {
  /** As it stands once it is lost. */
  readonly loan: LoanRow
  readonly lostAt: Instant
  readonly conduct: Conduct
  readonly settledBy: "cash" | "inKind"
  readonly input: LossInput
}

/** What a loss costs, and all that it was reckoned from. */
export interface ReckonedLoss {
  /** The name of the rule among the policy's compensations. */
  readonly compensation: string
  readonly rule: CompensationRule
  readonly facts: CompensationCase
  readonly result: Compensation
  /** What being late cost up to the loss. */
  readonly overdue: OverdueAmount | null
  readonly policyVersion: number
  readonly policyRows: Readonly<Record<string, string>>
}

/** What the settings say of a loss, for the reader's category and at the branch that lent it. */
export const lossRules = (
  lent: Parameters<typeof askedWhenLate>[0],
  at: Instant,
  { policy, calendar }: Rules
): Consultation => askedWhenLate(lent, at, policy, calendar.branch(lent.loan.branch), "losses")

export interface Rules {
  readonly policy: NonNullable<DecisionContext["policy"]>
  readonly calendar: NonNullable<DecisionContext["calendar"]>
}

/** Reckons a loss by the compensation that the policy names for it; every refusal of the rule at once, with its place. */
export const reckonLoss = (
  loss: Reckoning,
  { policy, calendar, actor }: Rules & { readonly actor: DecisionContext["place"]["actor"] }
): Result.Result<ReckonedLoss, Refusals> => {
  const { loan, lostAt } = loss
  const branch = calendar.branch(loan.branch)
  if (branch === undefined) return refused([{ _tag: "BranchUnknown", branch: loan.branch }])
  const asked = lossRules(loss, lostAt, { policy, calendar })
  const name = asked.required("compensation")
  const rule = name === undefined ? undefined : policy.document.compensations?.[name]
  if (name === undefined || rule === undefined)
    return refused([{ _tag: "PolicySettingMissing", setting: "compensation" }])
  const overdue = overdueFor(loss, lostAt, policy, calendar)
  if (Result.isFailure(overdue)) return Result.fail(overdue.failure)
  const facts = lossCase(
    loss,
    { ...loss, overdueMinor: overdue.success?.amount ?? 0 },
    { policy, calendar: branch, actor }
  )
  const result = compensationFor(rule, facts, policy.document)
  if (Result.isFailure(result)) return refused(result.failure.map(untold))
  return Result.succeed({
    compensation: name,
    rule,
    facts,
    result: result.success,
    overdue: overdue.success,
    policyVersion: policy.version,
    policyRows: asked.rows
  })
}

/** Of the engine's refusals, with their place and what staff need to put them right. */
export const untold = (refusal: CompensationRefusal): Refusal => {
  const { _tag: because, ...rest } = refusal
  const { at = "", ...details } = rest as Readonly<Record<string, unknown>>
  return {
    _tag: "CostUntold",
    because,
    at: String(at),
    details: Object.fromEntries(Object.entries(details).map(([name, value]) => [name, [value].flat().join(", ")]))
  }
}
