import { type BookedFor, dueBeforeBooking, itemBooked, runInto } from "../bookings/againstLoan.ts"
import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { LoanRow } from "./model.ts"
import type { RenewalDue } from "./renewalDue.ts"

interface Renewed {
  readonly at: Instant
  readonly loan: Pick<LoanRow, "dueAt">
  readonly calendar: BranchCalendar
}

/**
 * The same renewal cut to before somebody else's booking. Where nothing would be left of it that booking stands in its way,
 * and who may go past that has the due instant of the rules.
 */
export const renewedBeforeBooking = (
  due: RenewalDue,
  booked: BookedFor,
  { at, loan, calendar }: Renewed
): RenewalDue => {
  const next = due.dueAt === null ? null : runInto(booked, due.dueAt)
  if (due.dueAt === null || next === null) return due
  const cut = dueBeforeBooking(booked, { at, dueAt: due.dueAt, calendar })
  if (cut === null || cut.bookedFromAt !== next.fromAt || cut.at <= loan.dueAt)
    return { ...due, refusals: [...due.refusals, itemBooked(next)] }
  return { ...due, dueAt: cut.at, steps: [...due.steps, cut], beyondLength: null }
}
