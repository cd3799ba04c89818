import { Result } from "effect"
import type { BranchCalendar, Calendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { ItemRow } from "../catalogue/model.ts"
import type { Consultation } from "../decision/consult.ts"
import type { Draft, Place } from "../decision/draft.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { broughtBack } from "../reservations/broughtBack.ts"
import { isRecalling, isWaitingAlike } from "../reservations/recallOver.ts"
import type { CheckOutFacts } from "./checkOutCommand.ts"
import type { LoanId } from "./model.ts"
import { recalledDue } from "./recall.ts"

interface Lent {
  readonly loanId: LoanId
  readonly item: ItemRow
  readonly at: Instant
  readonly dueAt: Instant
}

/**
 * Somebody else asked for a copy of the title back, to be fetched at a branch that there still is, and none is brought back for
 * them: what is lent now is recalled at once, as FOLIO does. `null`: nobody did.
 */
export const recalledAtOnce = (
  work: Draft,
  facts: CheckOutFacts,
  { loanId, item, at, dueAt: wasDueAt }: Lent,
  {
    asked,
    hours,
    calendar,
    place,
    policy
  }: {
    readonly asked: Consultation
    /** Whose days and hours count for the loan. */
    readonly hours: BranchCalendar
    readonly calendar: Calendar
    readonly place: Place
    readonly policy: CompiledPolicy
  }
): Instant | null => {
  if (!isNeeded(work, facts, item, calendar) || !asked.optional("recallable", true)) return null
  const due = recalledDue({ lentAt: at, dueAt: wasDueAt }, at, asked, hours)
  if (Result.isFailure(due)) return null
  const rules = { policyVersion: policy.version, policyRows: asked.rows }
  const dueAt = due.success
  work.emit({
    _tag: "LoanRecalled",
    loanId,
    at,
    dueAt,
    wasDueAt,
    by: "reservation",
    reason: "",
    branch: place.branch,
    ...rules
  })
  return dueAt
}

/** Whether one who waits besides the borrower is left without a copy, where each is given one of those that are recalled. */
const isNeeded = (
  work: Draft,
  { recallsOfItem, recalledOfItem = [], reservationsOfReader, setAsideOfItem }: CheckOutFacts,
  item: ItemRow,
  calendar: Calendar
): boolean => {
  // Not asked for where no recall brings anything sooner.
  if (recallsOfItem === undefined) return false
  // Whom it was kept for until now waits again.
  const kept = setAsideOfItem === null ? null : work.latest("reservation", setAsideOfItem.reservation)
  const waiting = kept !== null && isRecalling(kept) ? [...recallsOfItem, { ...kept, count: 1 }] : recallsOfItem
  const fetchable = waiting.filter(({ pickupBranch }) => calendar.branch(pickupBranch) !== undefined)
  if (fetchable.length === 0) return false
  const own = reservationsOfReader.map(({ reservation }) => reservation).filter(isRecalling)
  const others = fetchable.map((group) => ({
    ...group,
    count: group.count - own.filter((one) => isWaitingAlike(group, one)).length
  }))
  // Those of the borrower that are not filled by this loan, or end with it, wait for what others bring.
  const ownLeft = own
    .filter((one) => one.titleId === item.titleId && work.latest("reservation", one).endedAt === null)
    .map(({ itemId, volume, itemType }) => ({ itemId, volume, itemType, count: 1 }))
  const back = broughtBack([...others, ...ownLeft])
  for (const copy of recalledOfItem) back.give(copy)
  return back.give(item, others)
}
