import type { LocalDay } from "../../calendar/localDay.ts"
import { Minor } from "../../money/minor.ts"
import { daysIn } from "./lateTime.ts"
import type { Late } from "./lateUnits.ts"

/** A ladder of reminders: each so many days after the due date, with what it costs. */
export interface ReminderTerms {
  readonly steps: ReadonlyArray<{ readonly daysAfterDue: number; readonly fee: Minor }>
  /** Whether closed days count. */
  readonly onClosedDays: boolean
  /** Whether a loan may still be renewed of which a reminder was sent. */
  readonly renewableAfter: boolean
}

export interface Reminder {
  /** Its place in the ladder, from 1. */
  readonly number: number
  /** The day on which it falls. */
  readonly on: LocalDay
  readonly fee: Minor
}

/** Every reminder that an open loan has come to by an instant, the first first. Asked again later it gives the same ones, and more. */
export const remindersDue = (
  { steps, onClosedDays }: ReminderTerms,
  { dueAt, until, calendar }: Late
): ReadonlyArray<Reminder> => {
  const due = calendar.localDay(dueAt)
  const late = daysIn({ from: dueAt, to: until, counted: onClosedDays ? "always" : "openDays", calendar })
  return [...steps]
    .sort((one, other) => one.daysAfterDue - other.daysAfterDue)
    .filter(({ daysAfterDue }) => until > dueAt && daysAfterDue <= late)
    .map(({ daysAfterDue, fee }, place) => ({
      number: place + 1,
      on: onClosedDays ? ((due + daysAfterDue) as LocalDay) : (calendar.addOpenDays(due, daysAfterDue) ?? due),
      fee
    }))
}

/** What those cost together of which so many are already charged. */
export const reminderFees = (due: ReadonlyArray<Reminder>, charged: number): Minor =>
  Minor.make(due.slice(charged).reduce((sum, { fee }) => sum + fee, 0))

/** Whether reminders stand in the way of a renewal. */
export const remindersStopRenewal = ({ renewableAfter }: ReminderTerms, sent: number): boolean =>
  sent > 0 && !renewableAfter
