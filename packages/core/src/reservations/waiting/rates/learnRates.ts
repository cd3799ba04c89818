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
  const learner = waitLearner(at)
  for (const loan of loans) learner.loan(loan)
  for (const span of reservations) learner.reservation(span)
  for (const transit of transits) learner.transit(transit)
  return learner.rates()
}

type One<Of extends keyof Seen> = NonNullable<Seen[Of]> extends Iterable<infer Row> ? Row : never

/** The same, given row by row as they come: from pages that are read one after another. */
export interface WaitLearner {
  readonly loan: (loan: One<"loans">) => void
  readonly reservation: (span: One<"reservations">) => void
  readonly transit: (transit: One<"transits">) => void
  /** What was learned so far. */
  readonly rates: () => Rates
}

export const waitLearner = (at: Instant): WaitLearner => {
  const kinds = new Map<string, Kind & { rates: KindRates }>()
  const titles = new Map<string, TitleLoans>()
  return {
    loan: (loan) => {
      learn(kinds, loan, (rates) => addLoan(rates, loan, at))
      noteLoan(titles, loan, at)
    },
    reservation: (span) => learn(kinds, span, (rates) => addReservation(rates, span, at)),
    transit: (transit) => learn(kinds, transit, (rates) => addTransit(rates, transit.days)),
    rates: () => {
      const learned = new Map(kinds)
      for (const title of titles.values())
        learn(learned, title, (rates) => ({ ...rates, byTitle: withTitle(rates.byTitle, title) }))
      return [...learned.values()]
    }
  }
}

type Kinds = Map<string, Kind & { rates: KindRates }>

const learn = (kinds: Kinds, { itemType, collection }: Kind, add: (rates: KindRates) => KindRates): void => {
  const key = JSON.stringify([itemType, collection])
  kinds.set(key, { itemType, collection, rates: add(kinds.get(key)?.rates ?? noRates) })
}
