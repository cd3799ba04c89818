import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import { amountMax, Minor } from "../money/minor.ts"
import { atRate, type Rate, type Rounding } from "../money/rate.ts"
import { unitsBetween } from "./unitsBetween.ts"

type Grace = { readonly days: number } | { readonly hours: number }

export interface OverdueTerms {
  readonly dueAt: Instant
  readonly returnedAt: Instant
  readonly rate: Rate
  readonly per: "day" | "hour"
  /** Late by no more than this costs nothing. */
  readonly grace: Grace
  /** Whether, once grace has run out, its time is charged too. */
  readonly graceIncluded: boolean
  readonly cap: Minor | "unlimited"
  /** Whether days on which the branch is closed are charged. */
  readonly countClosedDays: boolean
  readonly calendar: BranchCalendar
  readonly rounding: Rounding
}

/** How the amount came about. */
export interface OverdueSteps {
  /** Begun days or hours after the due instant, of those that count. */
  readonly unitsLate: number
  /** Days or hours of grace that are not charged. */
  readonly unitsFree: number
  readonly beforeCap: Minor
  readonly capped: boolean
}

export interface OverdueCharge {
  readonly amount: Minor
  readonly units: number
  readonly steps: ReadonlyArray<OverdueSteps>
}

/**
 * What a late return costs. A begun day or hour counts whole. Days are local days of the branch after the day of the due
 * instant; a return later on the due day itself is in time. Closed days count only if told; hours count as they
 * pass, those of closed days only if told. Never above the cap, nor above `amountMax`, so that no policy can make a return
 * impossible; never less for a later return.
 */
export const overdueCharge = (terms: OverdueTerms): OverdueCharge => {
  const late = unitsBetween({ ...terms, from: terms.dueAt, to: terms.returnedAt })
  const grace = graceUnits(terms)
  const unitsFree = late <= grace ? late : terms.graceIncluded ? 0 : grace
  const units = late - unitsFree
  const beforeCap = Minor.make(Math.min(atRate(terms.rate, units, terms.rounding), Number.MAX_SAFE_INTEGER))
  const cap = terms.cap === "unlimited" ? amountMax : Math.min(terms.cap, amountMax)
  const capped = beforeCap > cap
  const amount = capped ? Minor.make(cap) : beforeCap
  return { amount, units, steps: [{ unitsLate: late, unitsFree, beforeCap, capped }] }
}

const graceUnits = ({ grace, per }: OverdueTerms): number => {
  if (per === "day") return "days" in grace ? grace.days : Math.floor(grace.hours / 24)
  return "days" in grace ? grace.days * 24 : grace.hours
}
