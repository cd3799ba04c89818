import { Result, Schema } from "effect"
import { EntryId } from "../accounts/model.ts"
import { type OverdueAmount, overdueFor } from "../accounts/overdueFor.ts"
import type { Calendar } from "../calendar/calendar.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import { Barcode } from "../catalogue/model.ts"
import { consult } from "../decision/consult.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { type Draft, draft } from "../decision/draft.ts"
import type { Candidate, Found, ItemFacts, Lookup, ReaderFacts } from "../decision/facts.ts"
import { policyCase } from "../decision/policyCase.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { sets } from "../readers/blocks/overdueNeeded.ts"
import type { ReservationRow } from "../reservations/model.ts"
import { candidateCount, type SetAside, type Skipped, setAsideForFirst } from "../reservations/setAside.ts"
import type { LoanId, LoanRow } from "./model.ts"
import { returnAgainst } from "./returnBranch.ts"

/** Take an item back, at any branch; an item that is not on loan is scanned in and its present branch noted. */
export const ReturnItem = Schema.Struct({ item: Barcode, at: InstantInput })
export type ReturnItem = typeof ReturnItem.Type

export interface ReturnReceipt {
  /** The loan that ended; `null`: the item was not on loan. */
  readonly loanId: LoanId | null
  readonly charge: {
    readonly chargeId: EntryId
    readonly amount: number
    readonly steps: ReadonlyArray<unknown>
  } | null
  readonly setAside: SetAside | null
  readonly skipped: ReadonlyArray<Skipped>
  /** Where the item belongs now; `null`: it is there. */
  readonly sendTo: string | null
}

export const returnLookup = ({ item }: Pick<ReturnItem, "item">) =>
  ({
    item: { barcode: item },
    loanOfItem: { barcode: item },
    setAsideOfItem: { barcode: item },
    candidatesOfItem: { barcode: item, limit: candidateCount }
  }) satisfies Lookup
export type ReturnFacts = Found<ReturnType<typeof returnLookup>>

/**
 * Ends the loan, raises the overdue charge and sets the item aside for whoever is next: one decision. The link to the
 * reader is cut here unless money is open.
 */
export const decideReturn = (
  { item: found, loanOfItem, setAsideOfItem, candidatesOfItem }: ReturnFacts,
  command: ReturnItem,
  { place, policy, calendar, ids }: DecisionContext
): Result.Result<Decision<ReturnReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "ItemUnknown", item: command.item }])
  const { item, queue, title } = found
  if (item.status === "withdrawn") return refused([{ _tag: "ItemWithdrawn" }])
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  if (calendar === null) return refused([{ _tag: "CalendarNotInForce" }])
  if (calendar.branch(place.branch) === undefined) return refused([{ _tag: "BranchUnknown", branch: place.branch }])

  const elsewhere =
    loanOfItem === null
      ? null
      : mayReturnHere({ ...found, ...loanOfItem }, command.at, place.branch, { policy, calendar })
  if (elsewhere !== null) return refused([elsewhere])
  const overdue = loanOfItem === null ? null : overdueFor({ ...found, ...loanOfItem }, command.at, policy, calendar)
  if (overdue !== null && Result.isFailure(overdue)) return refused(overdue.failure)

  const work = draft(place)
  work.restOn("item", item)
  work.restOn("titleQueue", queue)
  const charge =
    loanOfItem === null
      ? null
      : closeLoan(work, { ...found, ...loanOfItem }, command, place.branch, overdue?.success ?? null, ids)
  if (loanOfItem === null) scanIn(work, found, place.branch, command)
  const next =
    setAsideOfItem === null
      ? setAsideForFirst(
          work,
          {
            item,
            title,
            branch: place.branch,
            waitingCount: queue.waitingCount,
            candidates: owing(work, charge, loanOfItem, candidatesOfItem)
          },
          command.at,
          { policy, calendar }
        )
      : { setAside: keptFor(setAsideOfItem.reservation), skipped: [] }
  const belongsAt = next.setAside?.pickupBranch ?? item.homeBranch
  return Result.succeed(
    work.decide({
      loanId: loanOfItem?.loan.loanId ?? null,
      charge,
      setAside: next.setAside,
      skipped: next.skipped,
      sendTo: belongsAt === place.branch ? null : belongsAt
    })
  )
}

/** What this return costs counts at once: who waits for the copy and brings it late is blocked by the new debt too. */
const owing = (
  work: Draft,
  charge: ReturnReceipt["charge"],
  returned: ReaderFacts | null,
  candidates: ReadonlyArray<Candidate>
): ReadonlyArray<Candidate> => {
  if (charge === null || returned === null) return candidates
  const account = work.now("account", returned.account.accountId)
  return candidates.map((one) => (one.account.accountId === account.accountId ? { ...one, account } : one))
}

const mayReturnHere = (
  { item, title, queue, reader, loan }: LentItem,
  at: number,
  branch: string,
  { policy, calendar }: { readonly policy: CompiledPolicy; readonly calendar: Calendar }
): Refusal | null => {
  if (!sets(policy, "returnBranches")) return null
  const rules = { reader, item, title, waiting: queue.waitingCount, isRenewal: false, onSite: loan.onSite === 1 }
  const asked = consult(
    policy,
    policyCase({ ...rules, at, branch, control: policy.document.ruleBranch, calendar: calendar.branch(branch) })
  )
  return returnAgainst(item, branch, asked)
}

type LentItem = ItemFacts & ReaderFacts & { readonly loan: LoanRow }
const closeLoan = (
  work: Draft,
  { item, loan, reader, account }: LentItem,
  { at }: ReturnItem,
  branch: string,
  overdue: OverdueAmount | null,
  ids: ReadonlyArray<string>
): ReturnReceipt["charge"] => {
  work.restOn("reader", reader)
  work.restOn("loan", loan)
  work.emit({
    _tag: "ItemReturned",
    loanId: loan.loanId,
    itemId: item.itemId,
    itemVersion: item.version + 1,
    // A clock that was put back, or a desk that was offline: no loan ends before it began.
    at: at < loan.lentAt ? loan.lentAt : at,
    branch
  })
  work.count({
    readerId: reader.readerId,
    itemType: loan.itemType,
    collection: loan.collection,
    branch: loan.branch,
    onSite: loan.onSite,
    count: -1
  })
  if (overdue === null) {
    work.cut("loanReader", loan.loanId)
    return null
  }
  const chargeId = EntryId.make(ids[0] as string)
  work.restOn("account", account)
  work.emit({
    _tag: "ChargeRaised",
    accountId: account.accountId,
    chargeId,
    kind: "overdue",
    amount: overdue.amount,
    at,
    branch,
    itemType: loan.itemType,
    policyVersion: overdue.policyVersion,
    policyRows: overdue.policyRows,
    steps: overdue.steps
  })
  work.insert("chargeLoan", { loanId: loan.loanId, kind: "overdue", chargeId })
  return { chargeId, amount: overdue.amount, steps: overdue.steps }
}

const scanIn = (work: Draft, { item }: ItemFacts, branch: string, { at }: ReturnItem): void => {
  if (item.presentBranch === branch) return
  work.emit({
    _tag: "ItemChanged",
    itemId: item.itemId,
    itemVersion: item.version + 1,
    at,
    set: { presentBranch: branch }
  })
}

const keptFor = (reservation: ReservationRow): SetAside => ({
  reservationId: reservation.reservationId,
  pickupBranch: reservation.pickupBranch,
  shelfUntil: reservation.shelfUntil ?? 0
})
