import type { Instant } from "../../calendar/instant.ts"
import type { ItemRow, ItemStatus } from "../../catalogue/model.ts"
import type { LoanRow } from "../../loans/model.ts"
import type { ReservationRow } from "../model.ts"
import type { WaitCopy, WaitQuestion } from "./question.ts"

/** What a library has of one title. Rows of other titles must not be among them; more fields may be. */
export interface TitleRows {
  /** The reservations that live. */
  readonly reservations: ReadonlyArray<ReservationRow>
  readonly items: ReadonlyArray<ItemRow>
  /** Open loans of those items. */
  readonly loans: ReadonlyArray<LoanRow>
  /** Until when a reservation is suspended; `null`, or left out: it is not. */
  readonly suspendedUntil?: (reservation: ReservationRow) => Instant | null
}

type Asked = Omit<WaitQuestion, "ahead" | "copies">

/**
 * The question how long a reservation still waits, put from rows; `null` where it does not wait (any more). One for a single
 * copy counts on that copy alone, and on all that are before it in the title's queue: then the estimate is a cautious one.
 * Copies whose status says that they may come back, and not when, are `away`; those that are not lent are left out.
 */
export const questionOf = (of: ReservationRow, rows: TitleRows, asked: Asked): WaitQuestion | null => {
  const { place, itemId } = of
  if (of.state !== "waiting" || place === null) return null
  const { reservations, items, loans, suspendedUntil = () => null } = rows
  const before = reservations.filter((one) => one.state === "waiting" && one.place !== null && one.place < place)
  const suspended = before.flatMap((one) => suspendedUntil(one) ?? []).filter((until) => until > asked.at)
  return {
    ...asked,
    ahead: { waiting: before.length - suspended.length, suspendedUntil: suspended },
    copies: items
      .filter((item) => itemId === null || item.itemId === itemId)
      .flatMap((item) => copyOf[item.status](item, { loans, reservations }) ?? [])
  }
}

type CopyOf = (item: ItemRow, rows: Pick<TitleRows, "loans" | "reservations">) => WaitCopy | null

const away: CopyOf = () => ({ is: "away", backAt: null })
const lost: CopyOf = () => ({ is: "lost" })
const notLent: CopyOf = () => null

/** How a copy stands by its status. */
const copyOf: Readonly<Record<ItemStatus, CopyOf>> = {
  available: () => ({ is: "available" }),
  onLoan: ({ loanId }, { loans }) => {
    const loan = loans.find((one) => one.loanId === loanId)
    // When it was renewed last no row says; so a renewed loan's term is that of its kind.
    const lent = loan?.renewalCount === 0 ? { lentAt: loan.lentAt } : {}
    return loan === undefined ? null : { is: "onLoan", dueAt: loan.dueAt, ...lent }
  },
  setAside: ({ itemId }, { reservations }) => {
    const kept = reservations.find((one) => one.setAsideItemId === itemId)
    if (kept === undefined || kept.setAsideAt === null || kept.shelfUntil === null) return null
    return { is: "setAside", setAsideAt: kept.setAsideAt, shelfUntil: kept.shelfUntil }
  },
  inTransit: away,
  inRepair: away,
  onOrder: away,
  inProcess: away,
  awaitingDelivery: away,
  missing: lost,
  unknown: lost,
  claimedReturned: lost,
  declaredLost: lost,
  agedToLost: lost,
  lostAndPaid: lost,
  withdrawn: notLent,
  inProcessNotReservable: notLent,
  restricted: notLent
}
