import type { Instant } from "../calendar/instant.ts"
import { type Actor, hasPermission } from "../decision/actor.ts"
import type { OverrideRequest } from "../decision/override.ts"
import { overrides } from "../decision/overrides.ts"
import type { Refusal } from "../decision/refusal.ts"
import type { LoanRow } from "./model.ts"
import type { RenewalDue, RenewalStep } from "./renewalDue.ts"

interface Given {
  readonly override?: OverrideRequest
  readonly dueAt?: Instant
}

interface ByRule {
  readonly due: RenewalDue
  readonly missing: ReadonlyArray<Refusal>
}

interface ByHand {
  readonly dueAt: Instant | null
  readonly steps: ReadonlyArray<RenewalStep>
  readonly refusals: ReadonlyArray<Refusal>
}

const permission = overrides.LoanLengthReached

/**
 * The due instant: that of the rules, or one that staff give where the rules are against the renewal. One that the rules do
 * not ask for is refused, as is one that is not later; where rules give none and are overridden, one must be given.
 */
export const dueByHand = (
  { override, dueAt }: Given,
  loan: Pick<LoanRow, "dueAt">,
  rules: ReadonlyArray<Refusal>,
  { due, missing }: ByRule,
  actor: Actor
): ByHand => {
  if (dueAt === undefined) {
    const needed = override !== undefined && due.dueAt === null && hasPermission(actor, permission)
    const refusals = [...due.refusals, ...missing, ...(needed ? [{ _tag: "OverrideDateNeeded" as const }] : [])]
    return { dueAt: due.dueAt, steps: due.steps, refusals }
  }
  const steps = [{ step: "byHand" as const, at: dueAt }]
  if (!hasPermission(actor, permission)) return { dueAt, steps, refusals: [{ _tag: "NotPermitted", permission }] }
  if (override === undefined || rules.length + due.refusals.length + missing.length === 0)
    return { dueAt, steps, refusals: [{ _tag: "OverrideNotNeeded" }] }
  if (dueAt > loan.dueAt) return { dueAt, steps, refusals: [] }
  return { dueAt, steps, refusals: [{ _tag: "RenewalWouldShorten", dueAt: loan.dueAt, newDueAt: dueAt }] }
}
