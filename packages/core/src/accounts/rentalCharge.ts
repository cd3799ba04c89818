import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import { amountMax, Minor } from "../money/minor.ts"
import { atRate, type Rate, type Rounding } from "../money/rate.ts"
import { unitsBetween } from "./unitsBetween.ts"

export interface RentalTerms {
  readonly rate: Rate
  /** `loan`: once, however long it lasts. */
  readonly per: "loan" | "day" | "hour"
  readonly from: Instant
  readonly dueAt: Instant
  readonly countClosedDays: boolean
  readonly calendar: BranchCalendar
  readonly rounding: Rounding
}

export interface RentalCharge {
  readonly amount: Minor
  readonly steps: ReadonlyArray<{ readonly per: RentalTerms["per"]; readonly units: number }>
}

/**
 * What it costs to have an item until it is due: once, or for each begun day or hour, at least for one. Days and hours
 * of closed days count only if told. Never above `amountMax`.
 */
export const rentalCharge = (terms: RentalTerms): RentalCharge => {
  const { rate, per, from, dueAt: to, countClosedDays, calendar, rounding } = terms
  const units = per === "loan" ? 1 : Math.max(1, unitsBetween({ from, to, per, countClosedDays, calendar }))
  return { amount: Minor.make(Math.min(atRate(rate, units, rounding), amountMax)), steps: [{ per, units }] }
}
