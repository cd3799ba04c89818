import { notLateIds } from "../accounts/notLateAnyMore.ts"
import type { Instant } from "../calendar/instant.ts"
import type { ItemRow } from "../catalogue/model.ts"
import { statusActions } from "../catalogue/statusActions.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Draft } from "../decision/draft.ts"
import type { Found, LoanToRecall, Lookup, QueueCount, RunningCharge } from "../decision/facts.ts"
import { endRecall } from "../loans/endRecall.ts"
import type { LoanRow } from "../loans/model.ts"
import type { RecallReceipt } from "../loans/recall.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import type { Card } from "../readers/model.ts"
import { broughtBack } from "./broughtBack.ts"
import type { ReservationId, ReservationRow } from "./model.ts"

/** The most loans that one step recalls no more; where more are over, the end of another is the next step. */
const overMax = 32

/** How many ids it may need. */
export const recallOverIds = overMax * notLateIds

/** The loans that are recalled for reservations of the same title, and who besides has one recalled. */
export const recallOverLookup = (reservationId: ReservationId) =>
  ({
    recalledOfReservation: { reservationId },
    chargesOfRecalled: { reservationId },
    recallsBesides: { reservationId }
  }) satisfies Lookup
type FoundOfReservation = Found<ReturnType<typeof recallOverLookup>>

/** What is recalled for reservations of a title, and for whom. */
export interface RecallOverFacts {
  readonly recalled: ReadonlyArray<LoanToRecall>
  readonly charges: ReadonlyArray<RunningCharge>
  /** Who waits for one of them without the reservation that ends. */
  readonly besides: ReadonlyArray<QueueCount>
}

export const besidesReservation = (found: FoundOfReservation): RecallOverFacts => ({
  recalled: found.recalledOfReservation,
  charges: found.chargesOfRecalled,
  besides: found.recallsBesides
})

/** The same of every title that the reader with the card has reserved. */
export const recallsOfReaderLookup = (card: Card) =>
  ({
    recalledForReader: { card },
    chargesRecalledForReader: { card },
    recallsWithReader: { card }
  }) satisfies Lookup

/** Without those of the reader's own that end. */
export const besidesEnded = (
  found: Partial<Found<ReturnType<typeof recallsOfReaderLookup>>>,
  ended: ReadonlyArray<ReservationRow>
): RecallOverFacts => {
  const { recalledForReader: recalled = [], chargesRecalledForReader: charges = [], recallsWithReader = [] } = found
  const recalling = ended.filter(isRecalling)
  const besides = recallsWithReader.map((group) => ({
    ...group,
    count: group.count - recalling.filter((one) => isWaitingAlike(group, one)).length
  }))
  return { recalled, charges, besides }
}

/** Whether somebody is to bring a copy back for it. */
export const isRecalling = ({ kind, state, suspended }: ReservationRow): boolean =>
  kind === "recall" && state === "waiting" && suspended === 0

/** Whether it is one of those counted, if it is counted at all. */
export const isWaitingAlike = (group: QueueCount, one: ReservationRow): boolean =>
  (["titleId", "itemId", "volume", "itemType", "pickupBranch"] as const).every((key) => group[key] === one[key])

/**
 * Reservations end, or wait no longer, that had loans brought back: of the loans recalled for reservations of their titles those
 * that no other waits for are recalled no more, their own before others. Staff's recalls stay.
 */
export const recallOver = (
  work: Draft,
  ended: ReadonlyArray<Pick<ReservationRow, "kind" | "titleId" | "placedAt">>,
  { recalled, charges, besides }: RecallOverFacts,
  at: Instant,
  context: DecisionContext & { readonly policy: CompiledPolicy }
): ReadonlyArray<RecallReceipt> => {
  const recalls = ended.filter(({ kind }) => kind === "recall")
  const isOwn = ({ item, loan }: LoanToRecall): boolean =>
    recalls.some((own) => own.titleId === item.titleId && own.placedAt === loan.recalledAt)
  const ownLast = (loans: ReadonlyArray<LoanToRecall>): ReadonlyArray<LoanToRecall> => [
    ...loans.filter((one) => !isOwn(one)),
    ...loans.filter(isOwn)
  ]
  const over = [...new Set(recalls.map(({ titleId }) => titleId))].flatMap((titleId) => {
    const open = recalled.filter(({ item, loan }) => item.titleId === titleId && isStillOpen(work, loan, item))
    return neededByNone(
      ownLast(open),
      besides.filter((group) => group.titleId === titleId)
    )
  })
  return ownLast(over)
    .slice(-overMax)
    .map((lent, nth) => {
      const own = charges.filter(({ loanId }) => loanId === lent.loan.loanId)
      return endRecall(work, { ...lent, charges: own }, at, { ...context, ids: context.ids.slice(nth * notLateIds) })
    })
}

/** It was not claimed returned or lost, and does not end in this very step. */
const isStillOpen = (work: Draft, loan: LoanRow, { status }: ItemRow): boolean =>
  statusActions[status].renew && work.latest("loan", loan).closedAt === null

/** The loans that are left where each who waits is given one that suits, as far as there are, the first first. */
const neededByNone = (
  loans: ReadonlyArray<LoanToRecall>,
  waiting: ReadonlyArray<QueueCount>
): ReadonlyArray<LoanToRecall> => {
  const back = broughtBack(waiting)
  return loans.filter(({ item }) => !back.give(item))
}
