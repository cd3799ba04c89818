import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { Barcode } from "../catalogue/model.ts"
import { consult } from "../decision/consult.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Override } from "../decision/event.ts"
import type { FactSlots, Found, OwnedReservation } from "../decision/facts.ts"
import { lift, OverrideRequest } from "../decision/override.ts"
import { policyCase } from "../decision/policyCase.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { ageBand } from "../readers/age.ts"
import { overdueNeeded, sets } from "../readers/blocks/overdueNeeded.ts"
import { readerMay, type Standing } from "../readers/blocks/readerMay.ts"
import { Card } from "../readers/model.ts"
import { isSelf } from "../readers/self.ts"
import { fillReservation } from "../reservations/fill.ts"
import type { DueStep } from "./dueAt.ts"
import { itemStateAgainst } from "./itemState.ts"
import { itemTermsAgainst } from "./itemTerms.ts"
import { type LimitCount, limitsReached } from "./limits.ts"
import { LoanId } from "./model.ts"
import { loanDue, type ShorterStep } from "./shorterInDemand.ts"

/** Lend an item to a reader. */
export const CheckOut = Schema.Struct({
  item: Barcode,
  card: Card,
  at: InstantInput,
  /** Used in the building only; not taken home. */
  onSite: Schema.optionalKey(Schema.Boolean),
  override: Schema.optionalKey(OverrideRequest)
})
export type CheckOut = typeof CheckOut.Type

export interface CheckOutReceipt {
  readonly loanId: LoanId
  readonly dueAt: number
  /** The reader's own reservation that this loan filled. */
  readonly filledReservationId: string | null
  readonly overrides: ReadonlyArray<Override>
  readonly trace: LoanTrace
}

/** Why the due instant is what it is, and what was counted: enough to explain the loan years later. */
export interface LoanTrace {
  readonly policyVersion: number
  readonly policyRows: Readonly<Record<string, string>>
  readonly dueSteps: ReadonlyArray<DueStep | ShorterStep>
  readonly limits: ReadonlyArray<LimitCount>
}

type AlwaysAsked = "item" | "copiesOfItem" | "setAsideOfItem" | "reader" | "loanCounts" | "reservationsOfReader"
type AskedByPolicy = "loanOfItem" | "blocksOfReader" | "overdueOfReader" | "loansOfTitle"
type CheckOutLookup = { readonly [S in AlwaysAsked]: FactSlots[S]["by"] } & {
  readonly [S in AskedByPolicy]?: FactSlots[S]["by"]
}

export const checkOutLookup = (
  { item, card, at }: Pick<CheckOut, "item" | "card" | "at">,
  policy: CompiledPolicy | null
): CheckOutLookup => {
  const limit = overdueNeeded(policy)
  return {
    item: { barcode: item },
    copiesOfItem: { barcode: item },
    setAsideOfItem: { barcode: item },
    reader: { card },
    loanCounts: { card },
    reservationsOfReader: { card },
    loanOfItem: { barcode: item },
    blocksOfReader: { card },
    ...(limit === 0 ? {} : { overdueOfReader: { card, before: at, limit } }),
    ...(sets(policy, "titleLoansMax") ? { loansOfTitle: { card, barcode: item } } : {})
  }
}
export type CheckOutFacts = Found<Pick<CheckOutLookup, AlwaysAsked>> &
  Partial<Found<Pick<CheckOutLookup, AskedByPolicy>>>

/**
 * Whether, and on what terms, this reader may take this item: every refusal at once, or the loan with its due instant.
 * An item set aside for this reader, or a title this reader waits for, fills that reservation.
 */
export const decideCheckOut = (
  facts: CheckOutFacts,
  command: CheckOut,
  context: DecisionContext
): Result.Result<Decision<CheckOutReceipt>, Refusals> => decideLoan(facts, command, context, [])

/** The same, when something more than a checkout asks already stands in the way. */
export const decideLoan = (
  facts: CheckOutFacts,
  command: CheckOut,
  { place, policy, calendar, ids }: DecisionContext,
  before: ReadonlyArray<Refusal>
): Result.Result<Decision<CheckOutReceipt>, Refusals> => {
  const unknown: Array<Refusal> = []
  if (facts.item === null) unknown.push({ _tag: "ItemUnknown", item: command.item })
  if (facts.reader === null || !isSelf(place.actor, facts.reader.reader))
    unknown.push({ _tag: "ReaderUnknown", reader: command.card })
  if (policy === null) unknown.push({ _tag: "PolicyNotInForce" })
  const branch = calendar?.branch(place.branch)
  if (calendar === null) unknown.push({ _tag: "CalendarNotInForce" })
  else if (branch === undefined) unknown.push({ _tag: "BranchUnknown", branch: place.branch })
  if (facts.item === null || facts.reader === null || policy === null || branch === undefined || unknown.length > 0)
    return refused(unknown)

  const { item, queue, title } = facts.item
  const { reader, account } = facts.reader
  const { at } = command
  const onSite = command.onSite === true
  const policyContext = policyCase({
    reader,
    item,
    title,
    waiting: queue.waitingCount,
    isRenewal: false,
    onSite,
    at,
    branch: place.branch,
    control: policy.document.ruleBranch,
    calendar: branch
  })
  const asked = consult(policy, policyContext)
  const own = ownReservation(facts, item.itemId, reader.readerId)

  const refusals: Array<Refusal> = [
    ...before,
    ...readerMay("borrow", { reader, account }, standingOf(facts), { at, asked, place })
  ]
  const status = itemStateAgainst(facts, { branch: place.branch, onSite, asked })
  if (status !== null) refusals.push(status)
  if (asked.required("lendable") === false) refusals.push({ _tag: "ItemNotLendable", itemType: item.type })
  refusals.push(
    ...itemTermsAgainst({ itemType: item.type, onSite, loansOfTitle: facts.loansOfTitle?.length ?? null }, asked)
  )
  const limits = limitsReached(asked.settings, facts.loanCounts, policyContext)
  // To scan one's own loan is no second loan.
  if (status?._tag !== "LentToReader") refusals.push(...limits.refusals)
  const demand = { waitingCount: queue.waitingCount, copies: facts.copiesOfItem }
  const ruled = calendar?.branch(policyContext.branch ?? "") ?? branch
  const due = loanDue(asked, ruled, at, reader.expiresAt, demand)
  if (due !== null && Result.isFailure(due)) refusals.push(due.failure)
  refusals.push(...asked.missing)
  const { left, overrides } = lift(refusals, command.override, place)
  if (left.length > 0 || due === null || Result.isFailure(due)) return refused(left)

  const loanId = LoanId.make(ids[0] as string)
  const work = draft(place)
  work.restOn("item", item)
  work.restOn("titleQueue", queue)
  work.restOn("reader", reader)
  const policyRows = { ...asked.rows, ...limits.rows }
  work.emit(
    {
      _tag: "ItemCheckedOut",
      loanId,
      itemId: item.itemId,
      itemVersion: item.version + 1,
      titleId: item.titleId,
      branch: place.branch,
      dueAt: due.success.dueAt,
      at,
      onSite: onSite ? 1 : 0,
      ...(ruled === branch ? {} : { calendarBranch: ruled.code }),
      itemType: item.type,
      collection: item.collection,
      readerCategory: reader.category,
      ageBand: ageBand(policyContext.readerAge),
      counts: limits.counts,
      policyVersion: policy.version,
      policyRows
    },
    overrides
  )
  work.insert("loanReader", { loanId, readerId: reader.readerId })
  work.count({
    readerId: reader.readerId,
    itemType: item.type,
    collection: item.collection,
    branch: place.branch,
    onSite: onSite ? 1 : 0,
    count: 1
  })
  if (own !== null) fillReservation(work, own.reservation, loanId, at)
  return Result.succeed(
    work.decide({
      loanId,
      dueAt: due.success.dueAt,
      filledReservationId: own?.reservation.reservationId ?? null,
      overrides,
      trace: { policyVersion: policy.version, policyRows, dueSteps: due.success.steps, limits: limits.limits }
    })
  )
}

const standingOf = ({ loanCounts, overdueOfReader = [], blocksOfReader = [] }: CheckOutFacts): Standing => ({
  loansOut: loanCounts.reduce((sum, { count }) => sum + count, 0),
  overdue: overdueOfReader,
  blocks: blocksOfReader
})

/** The reservation of this reader that taking this item fills: the one it is set aside for, else one that waits for it. */
const ownReservation = (
  facts: CheckOutFacts,
  itemId: string,
  readerId: string
): Pick<OwnedReservation, "reservation"> | null => {
  if (facts.setAsideOfItem?.readerId === readerId) return facts.setAsideOfItem
  const titleId = facts.item?.item.titleId
  return (
    facts.reservationsOfReader.find(
      ({ reservation }) =>
        reservation.state === "waiting" &&
        reservation.titleId === titleId &&
        (reservation.itemId === null || reservation.itemId === itemId)
    ) ?? null
  )
}
