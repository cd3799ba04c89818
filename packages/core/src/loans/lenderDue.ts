import type { Instant } from "../calendar/instant.ts"
import type { ItemRow } from "../catalogue/model.ts"
import type { Target } from "../decision/redating.ts"
import type { Refusal } from "../decision/refusal.ts"
import type { LoanRow } from "./model.ts"
import type { RenewalDue } from "./renewalDue.ts"

/** The copy belongs to another system, which wants it back by then. */
export interface LenderStep {
  readonly step: "lenderDueDate"
  readonly at: Instant
}

type Borrowed = Pick<ItemRow, "lenderDueAt">

/** What stands against a due instant that is later than the lender's; `null`: nothing. */
export const laterThanLender = ({ lenderDueAt }: Borrowed, dueAt: Instant): Refusal | null =>
  lenderDueAt !== null && dueAt > lenderDueAt ? { _tag: "LenderWantsBack", dueAt: lenderDueAt } : null

/** The due instant of a new loan, cut to the lender's while that is ahead. */
export const dueBeforeLender = <Step>(
  { lenderDueAt }: Borrowed,
  due: { readonly dueAt: Instant; readonly steps: ReadonlyArray<Step> },
  at: Instant
): { readonly dueAt: Instant; readonly steps: ReadonlyArray<Step | LenderStep> } =>
  lenderDueAt === null || due.dueAt <= lenderDueAt || lenderDueAt <= at
    ? due
    : { dueAt: lenderDueAt, steps: [...due.steps, { step: "lenderDueDate", at: lenderDueAt }] }

/** Where a due instant moves as days or hours changed: not past the lender's, if it was not past it before. */
export const movedBeforeLender = (target: Target, wasDueAt: Instant, lenderDueAt: Instant | null): Target =>
  lenderDueAt === null || target.at === null || target.at <= lenderDueAt || wasDueAt > lenderDueAt
    ? target
    : { ...target, at: lenderDueAt }

/**
 * A renewal cut to the lender's due instant. Where nothing would be left of it that stands in its way, and who may go past it
 * has the due instant of the rules.
 */
export const renewedBeforeLender = (
  due: RenewalDue,
  { lenderDueAt }: Borrowed,
  loan: Pick<LoanRow, "dueAt">
): RenewalDue => {
  const { dueAt, beyondLength, steps, refusals } = due
  if (lenderDueAt === null || dueAt === null || (beyondLength ?? dueAt) <= lenderDueAt) return due
  if (lenderDueAt <= loan.dueAt)
    return { ...due, refusals: [...refusals, { _tag: "LenderWantsBack", dueAt: lenderDueAt }] }
  const cut = beyondLength === null ? null : lenderDueAt
  return dueAt <= lenderDueAt
    ? { ...due, beyondLength: cut }
    : { dueAt: lenderDueAt, steps: [...steps, { step: "lenderDueDate", at: lenderDueAt }], beyondLength: cut, refusals }
}
