import { notLateIds } from "../accounts/notLateAnyMore.ts"
import type { Instant } from "../calendar/instant.ts"
import { statusActions } from "../catalogue/statusActions.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Draft } from "../decision/draft.ts"
import type { Found, LoanToRecall, Lookup, QueueCount, RunningCharge } from "../decision/facts.ts"
import { endRecall } from "../loans/endRecall.ts"
import type { RecallReceipt } from "../loans/recall.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import type { ReservationId, ReservationRow } from "./model.ts"
import { isWanted, targetOf } from "./target.ts"

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

/**
 * A reservation ends, or waits no longer, that had a loan brought back: loans recalled for reservations of its title that no
 * other waits for are recalled no more, its own before others. Staff's recalls stay.
 */
export const recallOver = (
  work: Draft,
  { kind, placedAt }: Pick<ReservationRow, "kind" | "placedAt">,
  { recalled, charges, besides }: RecallOverFacts,
  at: Instant,
  context: DecisionContext & { readonly policy: CompiledPolicy }
): ReadonlyArray<RecallReceipt> => {
  if (kind !== "recall") return []
  const open = recalled.filter(({ item }) => statusActions[item.status].renew)
  const isOwn = ({ loan }: LoanToRecall): boolean => loan.recalledAt === placedAt
  const over = neededByNone([...open.filter((one) => !isOwn(one)), ...open.filter(isOwn)], besides)
  return over.slice(0, overMax).map((lent, nth) => {
    const own = charges.filter(({ loanId }) => loanId === lent.loan.loanId)
    return endRecall(work, { ...lent, charges: own }, at, { ...context, ids: context.ids.slice(nth * notLateIds) })
  })
}

/** The loans that are left where each who waits is given one that suits, as far as there are, the first first. */
const neededByNone = (
  loans: ReadonlyArray<LoanToRecall>,
  waiting: ReadonlyArray<QueueCount>
): ReadonlyArray<LoanToRecall> => {
  const given = waiting.map((group) => ({
    target: targetOf(group),
    count: group.count,
    loans: [] as Array<LoanToRecall>
  }))
  type Group = (typeof given)[number]
  /** Room for the loan in a group that it suits, made by moving another loan on where all are full. */
  const place = (lent: LoanToRecall, seen: Set<Group>): boolean => {
    for (const group of given) {
      if (seen.has(group) || !isWanted(group.target, lent.item)) continue
      seen.add(group)
      const moved = group.loans.length < group.count ? null : group.loans.findIndex((other) => place(other, seen))
      if (moved === -1) continue
      if (moved !== null) group.loans.splice(moved, 1)
      group.loans.push(lent)
      return true
    }
    return false
  }
  return loans.filter((lent) => !place(lent, new Set()))
}
