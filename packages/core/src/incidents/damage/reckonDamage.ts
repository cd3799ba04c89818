import type { Result } from "effect"
import type { BranchCalendar } from "../../calendar/calendar.ts"
import type { Instant } from "../../calendar/instant.ts"
import type { Actor } from "../../decision/actor.ts"
import type { Refusals } from "../../decision/refusal.ts"
import type { CompensationRule } from "../../policy/form/compensation/rule.ts"
import type { Conduct } from "../../policy/form/compensation/values.ts"
import type { CompiledPolicy } from "../../policy/index.ts"
import type { CompensationCase } from "../compensation/case.ts"
import type { Compensation } from "../compensation/result.ts"
import { type LostThing, lossCase } from "../losses/lossCase.ts"
import type { LossInput } from "../losses/lossInput.ts"
import { reckon } from "../reckon.ts"
import type { Found } from "./found.ts"

export interface ReckonedDamage {
  readonly compensation: Compensation
  readonly case: CompensationCase
}

interface Damaged extends LostThing {
  readonly found: Found
  readonly input: LossInput & { readonly conduct?: Conduct; readonly repairCost?: number }
  readonly at: Instant
  /** What being late costs so far. */
  readonly overdueMinor: number
}

interface Rules {
  readonly policy: CompiledPolicy
  readonly calendar: BranchCalendar
  readonly actor: Actor
}

/** What the damage costs that an inspection found new; what was on the item before is told to the rule, and not charged. */
export const reckonDamage = (
  rule: CompensationRule,
  { found: { damages, parts, before }, input, at: lostAt, overdueMinor, ...thing }: Damaged,
  rules: Rules
): Result.Result<ReckonedDamage, Refusals> => {
  const { conduct = "accident", repairCost } = input
  const item = lossCase(thing, { lostAt, conduct, overdueMinor, settledBy: "cash", input }, rules)
  const damaged = {
    ...item,
    loss: false,
    damages: damages.map(({ chosen: _, ...damage }) => damage),
    parts,
    before,
    ...(repairCost === undefined ? {} : { repairCostMinor: repairCost })
  }
  return reckon(rule, damaged, rules.policy)
}
