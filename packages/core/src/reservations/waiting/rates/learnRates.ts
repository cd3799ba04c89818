import type { Instant } from "../../../calendar/instant.ts"
import type { TitleId } from "../../../catalogue/model.ts"
import { type Kind, type KindRates, noRates, type Rates } from "./kindRates.ts"
import { addLoan, addReservation, addTransit, type LoanSpan } from "./observe.ts"
import type { ReservationSpan } from "./reservationSpans.ts"
import { noteLoan, type TitleLoans, withTitle } from "./titleSums.ts"

/** What a library has seen. It may be streamed: what is kept of it is counts, and three numbers for each title. */
export interface Seen {
  /** Rows of loans as they are, open ones too. */
  readonly loans?: Iterable<LoanSpan & Kind & { readonly titleId: TitleId }>
  /** Reservations with the kind of their title's copies, those that still wait too. */
  readonly reservations?: Iterable<ReservationSpan & Kind>
  /** Days from a copy's becoming free to its lying on the pickup shelf, 0 where it was there at once. */
  readonly transits?: Iterable<{ readonly days: number } & Kind>
  /** What counts is what was known then. */
  readonly at: Instant
}

/**
 * What loans and reservations say of how long copies stay away, by kind of item. Give what began in the last year or
 * two, whole: leaving out what is still open would make loans look shorter than they are. Some 1.5 s for a million loans.
 */
export const learnRates = ({ loans = [], reservations = [], transits = [], at }: Seen): Rates => {
  const kinds = new Map<string, Kind & { rates: KindRates }>()
  const learn = (kind: Kind, add: (rates: KindRates) => KindRates): void => {
    const { itemType, collection } = kind
    const key = JSON.stringify([itemType, collection])
    kinds.set(key, { itemType, collection, rates: add(kinds.get(key)?.rates ?? noRates) })
  }
  const titles = new Map<string, TitleLoans>()
  for (const loan of loans) {
    learn(loan, (rates) => addLoan(rates, loan, at))
    noteLoan(titles, loan, at)
  }
  for (const span of reservations) learn(span, (rates) => addReservation(rates, span, at))
  for (const transit of transits) learn(transit, (rates) => addTransit(rates, transit.days))
  for (const title of titles.values()) learn(title, (rates) => ({ ...rates, byTitle: withTitle(rates.byTitle, title) }))
  return [...kinds.values()]
}
