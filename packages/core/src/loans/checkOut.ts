import { Result } from "effect"
import { compensationOwed } from "../accounts/compensationOwed.ts"
import type { RaisedCharge } from "../accounts/raiseFee.ts"
import { heldIn } from "../appeals/held.ts"
import {
  type BookedFor,
  type BookingStep,
  bookedFor,
  cancelRunInto,
  dueBeforeBooking,
  itemBooked,
  runInto
} from "../bookings/againstLoan.ts"
import { endBooking } from "../bookings/end.ts"
import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import { type ItemRow, lentStatuses } from "../catalogue/model.ts"
import { hasPermission } from "../decision/actor.ts"
import { type Consultation, consult } from "../decision/consult.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft, type Place } from "../decision/draft.ts"
import type { Override } from "../decision/event.ts"
import type { SetAsideReservation } from "../decision/facts.ts"
import { lift } from "../decision/override.ts"
import type { Permission } from "../decision/permission.ts"
import { policyCase } from "../decision/policyCase.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { endMissing, isMissing } from "../incidents/losses/foundMissing.ts"
import { ageBand } from "../readers/age.ts"
import { readerMay, type Standing } from "../readers/blocks/readerMay.ts"
import { linkedDebts } from "../readers/links/linkedDebts.ts"
import { mayActFor, proxyAgainst } from "../readers/links/mayActFor.ts"
import type { ReaderRow } from "../readers/model.ts"
import { beginOthers } from "../reservations/beginSet.ts"
import { endOthers } from "../reservations/endOthers.ts"
import { fillReservation } from "../reservations/fill.ts"
import { joinedWith } from "../reservations/joined.ts"
import { besidesEnded, recallOver } from "../reservations/recallOver.ts"
import { isWanted, targetOf } from "../reservations/target.ts"
import { openTransit, turnUp } from "../transits/travel.ts"
import { betweenLibraries } from "./betweenLibraries.ts"
import { type CheckOut, type CheckOutFacts, checkOutOwnIds, idsToLend } from "./checkOutCommand.ts"
import { countedBefore, loansOfDay } from "./dayLimit.ts"
import type { DueStep } from "./dueAt.ts"
import { type EndedLoan, freeItem } from "./freeItem.ts"
import { itemStateAgainst } from "./itemState.ts"
import { itemTermsAgainst } from "./itemTerms.ts"
import { dueBeforeLender, type LenderStep, laterThanLender } from "./lenderDue.ts"
import { costsNotAccepted, lendingCosts } from "./lendingCosts.ts"
import { type LimitCount, limitsReached } from "./limits.ts"
import { LoanId, type LoanRow } from "./model.ts"
import { raiseCharge } from "./raiseCharge.ts"
import { recalledAtOnce } from "./recalledAtOnce.ts"
import { sharingAgainst } from "./sharing.ts"
import { loanDue, type ShorterStep } from "./shorterInDemand.ts"
import { waitedFor } from "./waitedFor.ts"

export interface CheckOutReceipt {
  readonly loanId: LoanId
  readonly dueAt: number
  /** The reader's own reservation that this loan filled. */
  readonly filledReservationId: string | null
  /** The loan of the same item that ended with it, as by a return; `null`: it was on loan to nobody. */
  readonly ended: EndedLoan | null
  /** What the loan costs. */
  readonly charges: ReadonlyArray<RaisedCharge>
  /** What staff wrote for whoever lends it; empty: nothing. */
  readonly alert: string
  /** How many pieces to count. */
  readonly parts: number
  readonly overrides: ReadonlyArray<Override>
  readonly trace: LoanTrace
}

/** Why the due instant is what it is, and what was counted: enough to explain the loan years later. */
export interface LoanTrace {
  readonly policyVersion: number
  readonly policyRows: Readonly<Record<string, string>>
  readonly dueSteps: ReadonlyArray<
    DueStep | ShorterStep | BookingStep | LenderStep | { readonly step: "byHand"; readonly at: number }
  >
  readonly limits: ReadonlyArray<LimitCount>
}

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
  context: DecisionContext,
  before: ReadonlyArray<Refusal>
): Result.Result<Decision<CheckOutReceipt>, Refusals> => {
  const { place, policy, calendar, ids } = context
  const unknown: Array<Refusal> = []
  if (facts.item === null) unknown.push({ _tag: "ItemUnknown", item: command.item })
  if (!mayActFor(place.actor, facts, command)) unknown.push({ _tag: "ReaderUnknown", reader: command.card })
  if (policy === null) unknown.push({ _tag: "PolicyNotInForce" })
  const branch = calendar?.branch(place.branch)
  if (calendar === null) unknown.push({ _tag: "CalendarNotInForce" })
  else if (branch === undefined) unknown.push({ _tag: "BranchUnknown", branch: place.branch })
  if (facts.item === null || facts.reader === null || policy === null || calendar === null || branch === undefined)
    return refused(unknown)
  if (unknown.length > 0) return refused(unknown)

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
    policy,
    calendar: branch
  })
  const asked = consult(policy, policyContext)
  const own = ownReservation(facts, item, reader.readerId)
  const booked = bookedFor(facts.bookingsOfItem ?? [], reader.readerId, at)
  const isBooker = booked.own !== null
  const lent = lentStatuses.includes(item.status) ? (facts.loanOfItem ?? null) : null
  const isOwnLoan = lent?.reader.readerId === reader.readerId
  const counted = isOwnLoan ? without(lent.loan, facts) : facts

  const refusals: Array<Refusal> = [
    ...before,
    ...readerMay("borrow", { reader, account }, standingOf(counted, at), { at, asked, place })
  ]
  for (const { replaceBy } of facts.blockingIncidents ?? [])
    refusals.push({ _tag: "ReplacementAwaited", replaceUntil: replaceBy })
  const against = proxyAgainst(facts, command)
  if (against !== null) refusals.push(against)
  const status = itemStateAgainst(facts, { branch: place.branch, onSite, isBooker, asked })
  if (status !== null) refusals.push(status)
  if (asked.required("lendable") === false) refusals.push({ _tag: "ItemNotLendable", itemType: item.type })
  const between = { readerHome: reader.homeBranch, itemHome: item.homeBranch, desk: place.branch }
  refusals.push(
    ...sharingAgainst(between, asked, policy),
    ...itemTermsAgainst(
      {
        item,
        onSite,
        loansOfTitle: counted.loansOfTitle?.length ?? null,
        loansOfVolumeSet: counted.loansOfVolumeSet?.length ?? null
      },
      asked
    )
  )
  const limits = limitsReached(asked.settings, counted.loanCounts, policyContext)
  // To scan one's own loan is no second loan.
  if (status?._tag !== "LentToReader") refusals.push(...limits.refusals)
  const others = queue.waitingCount - (own?.reservation.state === "waiting" ? 1 : 0)
  if (status?._tag === "ItemOnLoan" && others > 0) refusals.push({ _tag: "OthersWaiting", waitingCount: others })
  if (own === null && !isBooker) refusals.push(...waitedFor(facts, item, asked, policy))
  const today = isOwnLoan ? countedBefore : loansOfDay(policy, asked, reader, branch, at)
  refusals.push(...today.refusals)
  const demand = { waitingCount: queue.waitingCount, copies: facts.copiesOfItem ?? [] }
  const ruled = calendar.branch(policyContext.branch ?? "") ?? branch
  const due: DueFound =
    command.dueAt === undefined
      ? byLender(
          amongBookings(loanDue(asked, ruled, at, reader.expiresAt, demand), booked, {
            at,
            reader,
            asked,
            calendar: ruled
          }),
          item,
          at
        )
      : given(command, place)
  const until = command.dueAt !== undefined && due !== null && Result.isSuccess(due) ? due.success.dueAt : at
  const inTheWay = runInto(booked, until)
  if (inTheWay !== null) refusals.push(itemBooked(inTheWay))
  if (due !== null && Result.isFailure(due)) refusals.push(due.failure)
  const tooLate = due !== null && Result.isSuccess(due) ? laterThanLender(item, due.success.dueAt) : null
  if (tooLate !== null) refusals.push(tooLate)
  const forOtherLibrary = betweenLibraries(between, asked, policy)
  const costs =
    due === null || Result.isFailure(due)
      ? []
      : [
          ...lendingCosts(policy, asked, {
            from: at,
            dueAt: due.success.dueAt,
            calendar: ruled,
            isReserved: own !== null
          }),
          ...forOtherLibrary.costs
        ]
  if (costs.length > 0) refusals.push(...costsNotAccepted(costs, command.acceptedCost, asked))
  refusals.push(...asked.missing)
  const { left, overrides } = lift(refusals, command.override, place)
  if (left.length > 0 || due === null || Result.isFailure(due)) return refused(left)

  const loanId = LoanId.make(ids[0] as string)
  const work = draft(place)
  work.restOn("item", item)
  work.restOn("titleQueue", queue)
  work.restOn("reader", reader)
  let ended: EndedLoan | null = null
  const onItsWay = openTransit(facts.transitsOfItem)
  // Whoever brings it to the desk has it in hand: it has turned up here.
  if (onItsWay !== null)
    turnUp(work, item, onItsWay, {
      branch: place.branch,
      status: facts.setAsideOfItem === null ? item.shelfStatus : "setAside",
      at
    })
  const isKeptForOther = item.reservationId !== null && facts.setAsideOfItem?.readerId !== reader.readerId
  const keptFor = isKeptForOther ? facts.setAsideOfItem : null
  if (lent !== null || keptFor !== null) {
    const { chargesOfItem: charges = [], lossOfItem: loss = null, chargesOfLoss: lossCharges = [] } = facts
    const held = { ...facts.item, lent, charges, loss, lossCharges, blocks: facts.blocksOfBorrower ?? [], keptFor }
    const freed = freeItem(work, held, at, { policy, calendar, branch: place.branch, ids: ids.slice(checkOutOwnIds) })
    if (Result.isFailure(freed)) return Result.fail(freed.failure)
    ended = freed.success
  }
  const missing = isMissing(facts.lossOfItem) ? facts.lossOfItem : null
  if (missing !== null) endMissing(work, missing, { as: "found", because: "found", at, branch: place.branch })
  const policyRows = { ...asked.rows, ...limits.rows }
  work.emit(
    {
      _tag: "ItemCheckedOut",
      loanId,
      itemId: item.itemId,
      itemVersion: work.now("item", item.itemId).version + 1,
      titleId: item.titleId,
      branch: place.branch,
      dueAt: due.success.dueAt,
      at,
      onSite: onSite ? 1 : 0,
      ...(command.by === undefined ? {} : { proxied: 1 as const }),
      ...(ruled === branch ? {} : { calendarBranch: ruled.code }),
      itemType: item.type,
      collection: item.collection,
      readerCategory: reader.category,
      ageBand: ageBand(policyContext.readerAge),
      counts: limits.counts,
      ...(forOtherLibrary.owed === null ? {} : { owedBetween: forOtherLibrary.owed }),
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
  if (today.reader !== null) work.replace("reader", today.reader)
  if (booked.own !== null) endBooking(work, booked.own, { _tag: "BookingFulfilled", loanId }, at)
  cancelRunInto(work, booked, { at, dueAt: due.success.dueAt, reason: command.override?.reason ?? "" })
  if (own !== null) {
    fillReservation(work, own, loanId, at)
    const group = joinedWith(facts.joinedOfReader, own.reservation.reservationId)
    beginOthers(work, group, at, { policy, calendar })
    const over = [own.reservation, ...endOthers(work, group, facts.reservationsOfReader, at)]
    const idsLeft = ids.slice(idsToLend(command, policy))
    recallOver(work, over, besidesEnded(facts, over), at, { ...context, policy, ids: idsLeft })
  }
  const lentNow = { loanId, item, at, dueAt: due.success.dueAt }
  const recalled = recalledAtOnce(work, facts, lentNow, { asked, hours: ruled, calendar, place, policy })
  const charged = { account, loan: { loanId, itemType: item.type, renewalCount: 0 }, at, branch: place.branch }
  const charges = costs.map((cost, nth) => raiseCharge(work, cost, { ...charged, chargeId: ids[1 + nth] }))
  return Result.succeed(
    work.decide({
      loanId,
      dueAt: recalled ?? due.success.dueAt,
      filledReservationId: own?.reservation.reservationId ?? null,
      ended,
      charges,
      alert: place.actor.kind === "reader" ? "" : item.lendingAlert,
      parts: item.parts,
      overrides,
      trace: { policyVersion: policy.version, policyRows, dueSteps: due.success.steps, limits: limits.limits }
    })
  )
}

/** What the reader has without the loan that ends when this one begins. */
const without = ({ loanId, itemType, collection, branch, onSite }: LoanRow, facts: CheckOutFacts): CheckOutFacts => ({
  ...facts,
  loanCounts: facts.loanCounts.map((group) =>
    group.itemType === itemType && group.collection === collection && group.branch === branch && group.onSite === onSite
      ? { ...group, count: group.count - 1 }
      : group
  ),
  ...(facts.loansOfTitle === undefined ? {} : { loansOfTitle: facts.loansOfTitle.filter((one) => one !== loanId) }),
  ...(facts.loansOfVolumeSet === undefined
    ? {}
    : { loansOfVolumeSet: facts.loansOfVolumeSet.filter((one) => one !== loanId) })
})

/** A loan ends with the booking that it fulfils, and before one of somebody else. */
const amongBookings = (
  found: DueFound,
  booked: BookedFor,
  {
    at,
    reader,
    asked,
    calendar
  }: {
    readonly at: Instant
    readonly reader: ReaderRow
    readonly asked: Consultation
    readonly calendar: BranchCalendar
  }
): DueFound => {
  if (found === null || Result.isFailure(found)) return found
  const { dueAt, steps } = found.success
  const { own } = booked
  if (own === null) {
    const cut = dueBeforeBooking(booked, { at, dueAt, calendar })
    return cut === null ? found : Result.succeed({ dueAt: cut.at, steps: [...steps, cut] })
  }
  const expiresAt = asked.optional("dueCutAtExpiry", false) === false ? null : reader.expiresAt
  const end = expiresAt !== null && expiresAt > at && expiresAt < own.untilAt ? (expiresAt as Instant) : own.untilAt
  return Result.succeed({ dueAt: end, steps: [...steps, { step: "booking", at: end, bookedFromAt: own.fromAt }] })
}

const byLender = (found: DueFound, item: ItemRow, at: Instant): DueFound =>
  item.lenderDueAt === null || found === null || Result.isFailure(found)
    ? found
    : Result.succeed(dueBeforeLender(item, found.success, at))

const dueByHand: Permission = "loans.changeDueDate"

type DueFound = Result.Result<{ readonly dueAt: Instant; readonly steps: LoanTrace["dueSteps"] }, Refusal> | null

/** A due instant that staff give. */
const given = ({ dueAt, at }: CheckOut, { actor }: Place): NonNullable<DueFound> => {
  const due = dueAt as Instant
  if (!hasPermission(actor, dueByHand)) return Result.fail({ _tag: "NotPermitted", permission: dueByHand })
  return due <= at
    ? Result.fail({ _tag: "DueDatePassed", dueAt: due })
    : Result.succeed({ dueAt: due, steps: [{ step: "byHand", at: due }] })
}

const standingOf = (
  {
    loanCounts,
    overdueOfReader = [],
    blocksOfReader = [],
    linksOfReader,
    linksToReader,
    chargesOfReader,
    heldOfReader
  }: CheckOutFacts,
  at: number
): Standing => ({
  compensationDebt: compensationOwed(chargesOfReader),
  held: heldIn(heldOfReader),
  ...linkedDebts({ of: linksOfReader, to: linksToReader }, at),
  loansOut: loanCounts.reduce((sum, { count }) => sum + count, 0),
  overdue: overdueOfReader,
  blocks: blocksOfReader
})

/** The reservation of this reader that taking this item fills: the one it is set aside for, else one that waits for it. */
const ownReservation = (
  facts: CheckOutFacts,
  item: ItemRow,
  readerId: string
): Pick<SetAsideReservation, "reservation" | "slot"> | null => {
  if (facts.setAsideOfItem?.readerId === readerId) return facts.setAsideOfItem
  const waiting = facts.reservationsOfReader.find(
    ({ reservation }) =>
      reservation.state === "waiting" && reservation.titleId === item.titleId && isWanted(targetOf(reservation), item)
  )
  return waiting === undefined ? null : { reservation: waiting.reservation, slot: null }
}
