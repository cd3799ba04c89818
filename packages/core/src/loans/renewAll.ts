import { Result, Schema } from "effect"
import { compensationOwed } from "../accounts/compensationOwed.ts"
import { heldIn, heldLookup } from "../appeals/held.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { FactSlots, Found } from "../decision/facts.ts"
import { OverrideRequest } from "../decision/override.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { compensationNeeded, sets } from "../readers/blocks/factsNeeded.ts"
import { clearStanding } from "../readers/blocks/readerMay.ts"
import { linkedDebts, linksNeeded } from "../readers/links/linkedDebts.ts"
import { Card } from "../readers/model.ts"
import { isSelf } from "../readers/self.ts"
import type { LoanId } from "./model.ts"
import { type RenewReceipt, renewLoan } from "./renew.ts"
import { renewalMayCost } from "./renewalCosts.ts"

/** Renew every open loan of a reader that can be renewed, in one command. */
export const RenewAll = Schema.Struct({
  card: Card,
  at: InstantInput,
  override: Schema.optionalKey(OverrideRequest),
  /** Whether somebody had all items in hand. Without it: no. */
  seen: Schema.optionalKey(Schema.Boolean)
})
export type RenewAll = typeof RenewAll.Type

/** What happened to each loan, in the order of their due instants. */
export interface RenewAllReceipt {
  readonly loans: ReadonlyArray<
    | { readonly loanId: LoanId; readonly renewed: RenewReceipt }
    | { readonly loanId: LoanId; readonly dueAt: number; readonly refusals: Refusals }
  >
  readonly summary: RenewAllSummary
}

/** The same in numbers. */
export interface RenewAllSummary {
  readonly renewed: number
  readonly refused: number
  /** How many loans each code stood in the way of; a loan with two reasons counts in both. */
  readonly reasons: Readonly<Record<string, number>>
}

type AlwaysAsked = "reader" | "loansOfReader" | "blocksOfReader" | "copiesOfLoans" | "queuesOfLoans" | "unseenOfLoans"
type RenewAllLookup = { readonly [S in AlwaysAsked]: FactSlots[S]["by"] } & {
  readonly [S in
    | "linksOfReader"
    | "linksToReader"
    | "chargesOfReader"
    | "accruingOfReader"
    | "heldOfReader"
    | "bookingsOfLoans"]?: FactSlots[S]["by"]
}

export const renewAllLookup = ({ card }: Pick<RenewAll, "card">, policy: CompiledPolicy | null): RenewAllLookup => {
  const links = linksNeeded(policy)
  return {
    reader: { card },
    loansOfReader: { card },
    blocksOfReader: { card },
    copiesOfLoans: { card },
    queuesOfLoans: { card },
    unseenOfLoans: { card },
    ...heldLookup(policy, "heldOfReader", { card }),
    ...(compensationNeeded(policy) ? { chargesOfReader: { card } } : {}),
    ...(sets(policy, "overdueAccrues") ? { accruingOfReader: { card } } : {}),
    ...(sets(policy, "bookable") ? { bookingsOfLoans: { card } } : {}),
    ...(links.of ? { linksOfReader: { card } } : {}),
    ...(links.to ? { linksToReader: { card } } : {})
  }
}
export type RenewAllFacts = Found<Pick<RenewAllLookup, AlwaysAsked>> & Partial<Found<RenewAllLookup>>

/** The most loans that one command renews where renewals cost something. */
const costedLoansMax = 500

/** How many ids renewing all of a reader's loans may need. */
export const renewAllIds = (_: RenewAll, policy: CompiledPolicy | null): number =>
  renewalMayCost(policy) * costedLoansMax

/** Renews what can be renewed; a loan that cannot says why and holds no other one up. */
export const decideRenewAll = (
  {
    reader,
    loansOfReader,
    blocksOfReader: blocks,
    copiesOfLoans,
    queuesOfLoans,
    unseenOfLoans,
    ...facts
  }: RenewAllFacts,
  command: RenewAll,
  { place, policy, calendar, ids }: DecisionContext
): Result.Result<Decision<RenewAllReceipt>, Refusals> => {
  if (reader === null || !isSelf(place.actor, reader.reader))
    return refused([{ _tag: "ReaderUnknown", reader: command.card }])
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  if (calendar === null) return refused([{ _tag: "CalendarNotInForce" }])
  const work = draft(place)
  work.restOn("reader", reader.reader)
  const given = { ...command, seen: command.seen ?? false }
  const demand = { queues: queuesOfLoans, copies: copiesOfLoans }
  const overdue = loansOfReader
    .filter(({ loan }) => loan.dueAt < command.at)
    .map(({ loan, queue }) => ({
      loanId: loan.loanId,
      dueAt: loan.dueAt,
      recalledAt: loan.recalledAt,
      waitingCount: queue.waitingCount
    }))
  const debts = linkedDebts({ of: facts.linksOfReader, to: facts.linksToReader }, command.at)
  const standing = {
    ...clearStanding,
    ...debts,
    compensationDebt: compensationOwed(facts.chargesOfReader),
    held: heldIn(facts.heldOfReader),
    overdue,
    blocks
  }
  const running = new Map((facts.accruingOfReader ?? []).map((one) => [one.loanId, [one]]))
  const each = renewalMayCost(policy)
  // Beyond what a command brings ids for, the loans due last are left for the next one.
  const renewed = each === 0 ? loansOfReader : loansOfReader.slice(0, costedLoansMax)
  const loans = renewed.map((open, nth): RenewAllReceipt["loans"][number] => {
    const { loan } = open
    const branch = calendar.branch(loan.branch)
    const outcome =
      branch === undefined
        ? refused<RenewReceipt>([{ _tag: "BranchUnknown", branch: loan.branch }])
        : renewLoan(
            work,
            {
              ...open,
              ...reader,
              demand,
              unseen: unseenOfLoans,
              standing,
              charges: running.get(loan.loanId) ?? [],
              bookings: facts.bookingsOfLoans?.filter(({ booking }) => booking.itemId === loan.itemId) ?? null
            },
            given,
            {
              place,
              policy,
              calendar,
              branch,
              ids: ids.slice(nth * each, (nth + 1) * each)
            }
          )
    return Result.isSuccess(outcome)
      ? { loanId: loan.loanId, renewed: outcome.success }
      : { loanId: loan.loanId, dueAt: loan.dueAt, refusals: outcome.failure }
  })
  return Result.succeed(work.decide({ loans, summary: summaryOf(loans) }))
}

const summaryOf = (loans: RenewAllReceipt["loans"]): RenewAllSummary => {
  const reasons: Record<string, number> = {}
  let renewed = 0
  for (const loan of loans) {
    if ("renewed" in loan) renewed++
    else for (const code of new Set(loan.refusals.map(({ _tag }) => _tag))) reasons[code] = (reasons[code] ?? 0) + 1
  }
  return { renewed, refused: loans.length - renewed, reasons }
}
