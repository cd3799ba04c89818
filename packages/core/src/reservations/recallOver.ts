import type { Instant } from "../calendar/instant.ts"
import { statusActions } from "../catalogue/statusActions.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Draft } from "../decision/draft.ts"
import type { Found, LoanToRecall, Lookup } from "../decision/facts.ts"
import { endRecall } from "../loans/endRecall.ts"
import type { RecallReceipt } from "../loans/recall.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import type { ReservationId, ReservationRow } from "./model.ts"
import { isWanted, overlaps, targetOf } from "./target.ts"

/** The most recalled loans of a title that are looked at, those recalled first first. */
const loansMax = 32

/** The loans that are recalled for reservations of the same title, and who besides has one recalled. */
export const recallOverLookup = (reservationId: ReservationId) =>
  ({
    recalledOfReservation: { reservationId, limit: loansMax },
    chargesOfRecalled: { reservationId },
    recallsBesides: { reservationId }
  }) satisfies Lookup
export type RecallOverFacts = Found<ReturnType<typeof recallOverLookup>>

/**
 * A reservation ends, or waits no longer, that had a loan brought back: of the loans recalled for reservations, one that no other
 * needs is recalled no more, best its own. Staff's recalls stay. `null`: there is none.
 */
export const recallOver = (
  work: Draft,
  { kind, placedAt, ...columns }: ReservationRow,
  { recalledOfReservation, chargesOfRecalled, recallsBesides }: RecallOverFacts,
  at: Instant,
  context: DecisionContext & { readonly policy: CompiledPolicy }
): RecallReceipt | null => {
  if (kind !== "recall") return null
  const target = targetOf(columns)
  const recalled = recalledOfReservation.filter(
    ({ item }) => isWanted(target, item) && statusActions[item.status].renew
  )
  const others = recallsBesides
    .filter((other) => overlaps(target, targetOf(other)))
    .reduce((sum, { count }) => sum + count, 0)
  if (recalled.length <= others) return null
  const isOwn = ({ loan }: LoanToRecall): boolean => loan.recalledAt === placedAt
  const over = recalled.find(isOwn) ?? recalled.at(-1)
  if (over === undefined) return null
  const charges = chargesOfRecalled.filter(({ loanId }) => loanId === over.loan.loanId)
  return endRecall(work, { ...over, charges }, at, context)
}
