import type { Instant } from "../../../calendar/instant.ts"
import type { LoanRow } from "../../../loans/model.ts"
import type { KindRates } from "./kindRates.ts"
import type { ReservationSpan } from "./reservationSpans.ts"
import { daysBetween, loanParts, loanPoint, shelfParts, transitParts } from "./spans.ts"

/** What of a loan's row says how long loans last. */
export type LoanSpan = Pick<
  LoanRow,
  "lentAt" | "dueAt" | "closedAt" | "lateUntil" | "renewalCount" | "recalledAt" | "dueBeforeRecall" | "onSite"
>

/**
 * A loan, as it is known at `at`. One that is open, or was recalled, counts for as long as it ran and no longer: a length
 * cut short would make loans look shorter than they are. Each renewal counts as a term that went on beyond its end.
 * What cannot tell anything is left out: reading on site, a loan that is due when it is lent, one lent after `at`.
 */
export const addLoan = (rates: KindRates, loan: LoanSpan, at: Instant): KindRates => {
  const course = courseOf(loan, at)
  if (course === null) return rates
  const { days, ended, termDays, renewals, lost } = course
  const part = Math.min(loanParts - 1, Math.floor(loanPoint(days, termDays)))
  return {
    ...rates,
    terms: rates.terms + 1 + renewals,
    termDays: rates.termDays + termDays * (1 + renewals),
    renewed: rates.renewed + renewals,
    lost: rates.lost + (lost ? 1 : 0),
    returned: ended && !lost ? oneMore(rates.returned, part) : rates.returned,
    open: ended || lost ? rates.open : oneMore(rates.open, part)
  }
}

/** How far a loan came in its last term. */
export interface LoanCourse {
  readonly days: number
  readonly termDays: number
  readonly renewals: number
  readonly ended: boolean
  readonly lost: boolean
}

/** What a loan tells at `at`; `null`: nothing. */
export const courseOf = (loan: LoanSpan, at: Instant): LoanCourse | null => {
  const dueAt = loan.recalledAt === null ? loan.dueAt : (loan.dueBeforeRecall ?? loan.dueAt)
  const termDays = daysBetween(loan.lentAt, dueAt) / (1 + loan.renewalCount)
  if (loan.onSite === 1 || !(termDays > 0) || loan.lentAt > at) return null
  const until = [loan.closedAt, loan.recalledAt, at].reduce<Instant>(
    (first, next) => (next !== null && next < first ? next : first),
    at
  )
  const ran = daysBetween(loan.lentAt, until)
  // Renewed early, the last term has hardly begun: then it counts from its beginning.
  const days = Math.max(0, ran - termDays * loan.renewalCount)
  const ended = loan.closedAt === until && loan.closedAt !== loan.recalledAt
  const lost = loan.lateUntil !== null && loan.lateUntil <= at
  return { days, termDays, renewals: loan.renewalCount, ended, lost }
}

/**
 * A reservation, as it is known at `at`: how long it waited and whether it was given up meanwhile; how long its copy lay on
 * the pickup shelf and whether it was fetched. What is not over counts for as long as it lasted.
 */
export const addReservation = (rates: KindRates, span: ReservationSpan, at: Instant): KindRates => {
  const { placedAt, setAsideAt, endedAt, state } = span
  if (placedAt > at) return rates
  const over = endedAt !== null && endedAt <= at
  const shelved = setAsideAt !== null && setAsideAt <= at
  const until = shelved ? setAsideAt : over ? endedAt : at
  const waited = {
    ...rates,
    waitedDays: rates.waitedDays + Math.max(0, daysBetween(placedAt, until)),
    cancelled: rates.cancelled + (over && !shelved && state !== "filled" ? 1 : 0)
  }
  return shelved ? addPickup(waited, setAsideAt, over ? endedAt : null, state === "filled", at) : waited
}

const addPickup = (
  rates: KindRates,
  setAsideAt: Instant,
  endedAt: Instant | null,
  isFetched: boolean,
  at: Instant
): KindRates => {
  const part = Math.min(shelfParts - 1, Math.max(0, Math.floor(daysBetween(setAsideAt, endedAt ?? at))))
  const outcome = endedAt === null ? "onShelf" : isFetched ? "fetched" : "unfetched"
  return { ...rates, [outcome]: oneMore(rates[outcome], part) }
}

/**
 * How long a copy took from becoming free to lying on the pickup shelf of whom it was for; 0 where it was there at once.
 * Give the zeros too: they say how often there is a transit at all. Refuses nothing: a negative number of days counts as 0.
 */
export const addTransit = (rates: KindRates, days: number): KindRates => ({
  ...rates,
  transits: oneMore(rates.transits, days > 0 ? Math.min(transitParts - 1, Math.ceil(days)) : 0)
})

const oneMore = (counts: ReadonlyArray<number>, part: number): ReadonlyArray<number> =>
  counts.with(part, (counts[part] ?? 0) + 1)
