import type { BookingTexts } from "../language/bookingTexts.ts"
import type { Say } from "../language/texts.ts"
import { instantHere } from "../rules/instantHere.ts"

/** The days of a booking as they are typed, in the form of a date field; empty: none yet. */
export interface TypedDays {
  readonly first: string
  readonly last: string
}

/** What is wrong with either day. */
export interface WrongDays {
  readonly first: string | null
  readonly last: string | null
}

export const wrongDays = ({ first, last }: TypedDays, texts: BookingTexts): WrongDays | null => {
  const missing = (day: string): string | null => (day === "" ? texts.dayMissing : null)
  const wrong = { first: missing(first), last: missing(last) ?? (last < first ? texts.lastBeforeFirst : null) }
  return wrong.first === null && wrong.last === null ? null : wrong
}

/** An instant within each of the days, where the item is fetched. */
export const spanOf = (
  { first, last }: TypedDays,
  zone: string
): { readonly from: string; readonly until: string } => ({
  from: instantHere(`${first}T12:00`, zone),
  until: instantHere(`${last}T12:00`, zone)
})

export const daysText = (
  booking: { readonly fromAt: string; readonly untilAt: string },
  texts: BookingTexts,
  say: Say
) => texts.days(say.day(booking.fromAt), say.day(booking.untilAt))
