import { Instant } from "../../../calendar/instant.ts"
import type { TitleId } from "../../../catalogue/model.ts"
import type { LoanSpan, ReservationSpan, WaitCopy, WaitQuestion } from "../../../reservations/waiting/index.ts"
import type { TownReader, TownTitle } from "./townPeople.ts"

/** A day of the town's own count as an instant. */
export const townInstant = (day: number): Instant => Instant.make(Date.UTC(2020, 0, 6) + Math.round(day * 86_400_000))

type Writable<A> = { -readonly [Name in keyof A]: A[Name] }

export type TownLoan = Writable<LoanSpan> & {
  readonly titleId: TitleId
  readonly itemType: string
  readonly collection: string
}

export interface TownReservation {
  readonly reader: TownReader
  readonly span: Writable<ReservationSpan> & { readonly itemType: string; readonly collection: string }
  readonly suspendedFrom: number
  readonly suspendedUntil: number
  /** Never gives up and is never suspended: how long it waits is how long there was to wait. */
  readonly isPatient: boolean
}

export interface TownCopy {
  is: "available" | "onLoan" | "setAside" | "inTransit" | "lost"
  loan: TownLoan | null
  /** When it was lent, renewed, set aside or sent. */
  since: number
  shelfUntil: number
}

/** A title with its copies and those that wait, in their order. */
export interface TownQueue {
  readonly title: TownTitle
  readonly copies: ReadonlyArray<TownCopy>
  waiting: Array<TownReservation>
}

/** What an estimate would be asked for the reservation, by what the library knows on that day. */
export const questionFor = (queue: TownQueue, of: TownReservation, day: number): WaitQuestion => {
  const before = queue.waiting.slice(0, queue.waiting.indexOf(of))
  const carried = queue.copies.filter(({ is }) => is === "inTransit").length
  const suspended = before.filter((one) => isSuspended(one, day))
  return {
    at: townInstant(day),
    ahead: {
      waiting: before.length - suspended.length + carried,
      suspendedUntil: suspended.map(({ suspendedUntil }) => townInstant(suspendedUntil))
    },
    copies: queue.copies.map((copy) => copyAsAsked(copy)),
    loanDays: queue.title.kind.loanDays,
    seed: 1
  }
}

export const isSuspended = ({ suspendedFrom, suspendedUntil }: TownReservation, day: number): boolean =>
  suspendedFrom <= day && day < suspendedUntil

const copyAsAsked = ({ is, loan, since, shelfUntil }: TownCopy): WaitCopy => {
  switch (is) {
    case "onLoan":
      return loan === null ? { is: "lost" } : { is, dueAt: loan.dueAt, lentAt: townInstant(since) }
    case "setAside":
      return { is, setAsideAt: townInstant(since), shelfUntil: townInstant(shelfUntil) }
    case "inTransit":
      return { is, sentAt: townInstant(since) }
    default:
      return { is }
  }
}
