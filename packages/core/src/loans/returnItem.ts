import { Result, Schema } from "effect"
import { suspensionOf } from "../accounts/lateness/suspensionOf.ts"
import { overdueAtMost, overdueFor } from "../accounts/overdueFor.ts"
import type { RaisedCharge } from "../accounts/raiseFee.ts"
import { heldLookup } from "../appeals/held.ts"
import { bookingsLookup } from "../bookings/bookingsLookup.ts"
import type { BranchCalendar, Calendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import { Barcode, type ItemStatus } from "../catalogue/model.ts"
import { scanIn } from "../catalogue/scanIn.ts"
import { statusActions } from "../catalogue/statusActions.ts"
import { hasPermission } from "../decision/actor.ts"
import { consult } from "../decision/consult.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { type Draft, draft } from "../decision/draft.ts"
import type { Candidate, FactSlots, Found, KeptReservation, LossFacts, ReaderFacts } from "../decision/facts.ts"
import { commandRights, type Permission } from "../decision/permission.ts"
import { policyCase } from "../decision/policyCase.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { type FoundLoss, lostStatuses } from "../incidents/foundAgain.ts"
import { endMissing, isMissing } from "../incidents/losses/foundMissing.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { sets } from "../readers/blocks/factsNeeded.ts"
import { isStillFor, keptHere } from "../reservations/keptHere.ts"
import { ReservationId } from "../reservations/model.ts"
import { putBack } from "../reservations/putBack.ts"
import { firstLook, type Handed, lookFurther, setAsideForFirst } from "../reservations/setAside.ts"
import { consultCopy } from "../transits/consultCopy.ts"
import type { OpenTransit, TransitId, TransitSlip } from "../transits/model.ts"
import type { RoutingName } from "../transits/routing.ts"
import { type CopyInHand, sendOn } from "../transits/sendOn.ts"
import { openTransit, plannedTransits, turnUp } from "../transits/travel.ts"
import { endLoan, type LentItem, type LoanEnd } from "./endLoan.ts"
import { endLost, type LostEnd } from "./endLost.ts"
import { endsAt } from "./freeItem.ts"
import type { LoanId } from "./model.ts"
import { returnAgainst } from "./returnBranch.ts"

/** Take an item back, at any branch; an item that is not on loan is scanned in and its present branch noted. */
export const ReturnItem = Schema.Struct({
  item: Barcode,
  at: InstantInput,
  /** It was in the book drop: returned when the branch last closed. For staff to say. */
  bookDrop: Schema.optionalKey(Schema.Boolean),
  /** Staff fetched it from its shelf for this reservation, as the pull list says: it goes first, if it waits and may have it. */
  fetchedFor: Schema.optionalKey(ReservationId),
  /** Whoever may waive charges raises none for being late, and suspends nobody. */
  withoutCharge: Schema.optionalKey(Schema.Boolean)
})
export type ReturnItem = typeof ReturnItem.Type

export interface ReturnReceipt extends Handed {
  /** The loan that ended; `null`: the item was not on loan. */
  readonly loanId: LoanId | null
  readonly charge: RaisedCharge | null
  /** A deposit to be handed back, with `giveBackDeposit`. */
  readonly depositBack: LoanEnd["depositBack"]
  /** Until when its reader is suspended for being late; `null`: not, or no longer than before. */
  readonly suspendedUntil: number | null
  /** The loss that ended as its item turned up; `null`: it was not lost. */
  readonly found: FoundLoss | null
  /** What staff wrote for whoever takes it back; empty: nothing. */
  readonly alert: string
  /** How many pieces to count. */
  readonly parts: number
  /** The instant that counts: of the book drop, when the branch last closed. */
  readonly returnedAt: number
  /** What would have been charged; 0: nothing. */
  readonly forgiven: number
  /** The transit that ended here; `null`: it was on none. */
  readonly arrived: { readonly transitId: TransitId; readonly toBranch: string } | null
  /** Where the item belongs now; `null`: it is there. */
  readonly sendTo: string | null
  /** The other system that it belongs to and is to be sent back to from here (`sendBack`), as it is kept for nobody; `null`: none. */
  readonly sendBackTo: string | null
  /** By which row of the table of routes. */
  readonly route: RoutingName
  /** The transit that it set out on, for the slip; `null`: none. */
  readonly transit: TransitSlip | null
}

type AlwaysAsked =
  | "item"
  | "loanOfItem"
  | "chargesOfItem"
  | "setAsideOfItem"
  | "transitsOfItem"
  | "candidatesOfItem"
  | "blocksOfQueue"
  | "joinedOfQueue"
  | "joinedOfKept"
  | "lossOfItem"
  | "chargesOfLoss"
type ReturnLookup = { readonly [S in AlwaysAsked]: FactSlots[S]["by"] } & {
  readonly [S in "blocksOfBorrower" | "heldOfQueue" | "bookingsOfItem"]?: FactSlots[S]["by"]
}

export const returnLookup = (
  { item }: Pick<ReturnItem, "item">,
  policy: CompiledPolicy | null,
  queueMax = firstLook(policy)
): ReturnLookup => ({
  item: { barcode: item },
  loanOfItem: { barcode: item },
  chargesOfItem: { barcode: item },
  setAsideOfItem: { barcode: item },
  transitsOfItem: { barcode: item },
  candidatesOfItem: { barcode: item, limit: queueMax },
  blocksOfQueue: { barcode: item, limit: queueMax },
  joinedOfQueue: { barcode: item, limit: queueMax },
  joinedOfKept: { barcode: item },
  lossOfItem: { barcode: item },
  chargesOfLoss: { barcode: item },
  ...heldLookup(policy, "heldOfQueue", { barcode: item, limit: queueMax }),
  ...bookingsLookup(policy, "bookingsOfItem", { barcode: item }),
  ...(sets(policy, "suspension") ? { blocksOfBorrower: { barcode: item } } : {})
})
export type ReturnFacts = Found<Pick<ReturnLookup, AlwaysAsked>> & Partial<Found<ReturnLookup>>

/** How many of the queue to look at instead; `null`: these will do. */
export const returnFurther = (
  { item, candidatesOfItem, setAsideOfItem }: ReturnFacts,
  receipt: ReturnReceipt,
  queueMax: number | undefined,
  { fetchedFor }: Pick<ReturnItem, "item" | "fetchedFor">
): number | null => {
  const isNotSeen =
    fetchedFor !== undefined &&
    setAsideOfItem === null &&
    !candidatesOfItem.some(({ reservation }) => reservation.reservationId === fetchedFor)
  const sought = isNotSeen ? { setAside: null } : receipt
  return lookFurther(candidatesOfItem, item?.queue.waitingCount ?? 0, sought, queueMax)
}

/**
 * Ends the loan, raises the overdue charge, suspends its reader where the policy says so, and sets the item aside for
 * whoever is next: one decision. The link to the reader is cut here unless money is open.
 */
export const decideReturn = (
  facts: ReturnFacts,
  command: ReturnItem,
  context: DecisionContext
): Result.Result<Decision<ReturnReceipt>, Refusals> => {
  const work = draft(context.place)
  return Result.map(takeBack(work, facts, command, context, {}), (receipt) => work.decide(receipt))
}

/** How a return is part of a larger decision. */
interface TakenBack {
  /** The item does not go back into use: it is set aside for nobody. */
  readonly outOfUse?: boolean
  /** The most that is charged for being late; the rest is not charged. */
  readonly overdueMax?: number
}

/** Adds a return to a decision. A refusal adds nothing. */
export const takeBack = (
  work: Draft,
  {
    item: found,
    loanOfItem,
    chargesOfItem: charges,
    setAsideOfItem,
    transitsOfItem,
    candidatesOfItem,
    blocksOfQueue,
    blocksOfBorrower,
    heldOfQueue: held,
    bookingsOfItem: bookings,
    joinedOfQueue: joined,
    joinedOfKept,
    lossOfItem: loss,
    chargesOfLoss: lossCharges
  }: ReturnFacts,
  command: ReturnItem,
  { place, policy, calendar, ids }: DecisionContext,
  { outOfUse = false, overdueMax = Number.POSITIVE_INFINITY }: TakenBack
): Result.Result<ReturnReceipt, Refusals> => {
  if (found === null) return refused([{ _tag: "ItemUnknown", item: command.item }])
  const { item, queue, title } = found
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  if (calendar === null) return refused([{ _tag: "CalendarNotInForce" }])
  const here = calendar.branch(place.branch)
  if (here === undefined) return refused([{ _tag: "BranchUnknown", branch: place.branch }])
  const isWithdrawn = item.status === "withdrawn"
  if (
    isWithdrawn &&
    consultCopy(policy, item, title, place.branch).optional("returnOfWithdrawn", "accepted") === "refused"
  )
    return refused([{ _tag: "ItemWithdrawn" }])

  const terms =
    loanOfItem === null
      ? { elsewhere: null, onShelfFrom: null }
      : termsOfReturn({ ...found, ...loanOfItem }, command.at, place.branch, { policy, calendar })
  if (terms.elsewhere !== null) return refused([terms.elsewhere])
  // Who could say so at a kiosk would never be late.
  if (command.bookDrop === true && place.actor.kind === "reader")
    return refused([{ _tag: "NotPermitted", permission: commandRights.returnItem.permission }])
  if (command.withoutCharge === true && !hasPermission(place.actor, waiving))
    return refused([{ _tag: "NotPermitted", permission: waiving }])
  const given = command.bookDrop === true ? lastClosing(here, command.at) : command.at
  const until = loanOfItem === null ? given : endsAt(loanOfItem.loan, given)
  // The receipt says the same as the history, where no loan ends before it began.
  const returnedAt = loanOfItem === null || until > loanOfItem.loan.lentAt ? until : loanOfItem.loan.lentAt
  const isLost = lostStatuses.includes(item.status)
  const overdue =
    loanOfItem === null || isLost ? null : overdueFor({ ...found, ...loanOfItem }, returnedAt, policy, calendar)
  if (overdue !== null && Result.isFailure(overdue)) return refused(overdue.failure)
  const suspension =
    loanOfItem === null || command.withoutCharge === true
      ? null
      : suspensionOf({ ...found, ...loanOfItem }, returnedAt, blocksOfBorrower, { policy, calendar })

  work.restOn("item", item)
  work.restOn("titleQueue", queue)
  const { branch } = place
  const most = command.withoutCharge === true ? 0 : overdueMax
  const late = overdue?.success ?? null
  const charged = late === null || most <= 0 ? null : overdueAtMost(late, most)
  const forgiven = (late?.amount ?? 0) - (charged?.amount ?? 0)
  const { onShelfFrom } = terms
  const { withoutCharge = false } = command
  const lost = { ...found, lent: loanOfItem, charges, loss, lossCharges }
  const ended: Result.Result<LostEnd, Refusals> = isLost
    ? endLost(work, lost, {
        at: returnedAt,
        reckonedAt: command.at,
        branch,
        policy,
        calendar,
        suspension,
        onShelfFrom,
        withoutCharge,
        overdueMax,
        ids
      })
    : Result.succeed(
        loanOfItem === null
          ? noLoan
          : {
              ...endLoan(
                work,
                { ...found, ...loanOfItem },
                {
                  at: returnedAt,
                  reckonedAt: command.at,
                  branch,
                  overdue: charged,
                  suspension,
                  forgiven,
                  onShelfFrom,
                  charges,
                  ids
                }
              ),
              found: null
            }
      )
  if (Result.isFailure(ended)) return Result.fail(ended.failure)
  const { charge, depositBack, suspended, found: foundLoss } = ended.success
  const missing = loanOfItem === null && !isLost && isMissing(loss) ? loss : null
  const onItsWay = openTransit(transitsOfItem)
  if (onItsWay !== null)
    turnUp(work, item, onItsWay, { branch, status: statusThere(onItsWay, setAsideOfItem), at: command.at })
  else if (loanOfItem === null && !isLost) scanIn(work, item, { branch, at: command.at })
  if (missing !== null) endMissing(work, missing, { as: "found", because: "found", at: command.at, branch })
  const { status } = work.now("item", item.itemId)
  const needs = outOfUse ? "repair" : needsOf(status)
  const scanned = { ...found, branch, joined: joinedOfKept, at: command.at }
  const stillFor =
    setAsideOfItem === null || isStillFor(setAsideOfItem, { ...scanned, bookings }, { policy, calendar })
      ? setAsideOfItem
      : null
  if (setAsideOfItem !== null && stillFor === null) putBack(work, setAsideOfItem, item, command.at)
  const next: Handed =
    needs === "repair" || (needs === "processing" && onItsWay !== null) || statusActions[status].reserve === null
      ? { setAside: null, skipped: [] }
      : stillFor === null
        ? setAsideForFirst(
            work,
            {
              item,
              title,
              branch: place.branch,
              waitingCount: queue.waitingCount,
              fetchedFor: place.actor.kind === "staff" ? command.fetchedFor : undefined,
              candidates: owing(work, charge, loanOfItem, candidatesOfItem),
              blocks: suspended === null ? blocksOfQueue : [...blocksOfQueue, suspended],
              held,
              joined,
              bookings
            },
            command.at,
            { policy, calendar }
          )
        : {
            setAside: keptHere(work, stillFor, scanned, { policy, calendar }),
            skipped: []
          }
  const inHand = {
    item,
    title,
    branch,
    ended: onItsWay,
    planned: plannedTransits(transitsOfItem),
    needs: next.setAside === null ? needs : null,
    bookings
  }
  // What goes out of use is sent on by what takes it out.
  const sent = outOfUse
    ? ({ route: "repairHere", sendTo: null, transit: null } as const)
    : sendOn(work, inHand, next.setAside, command.at, { policy, calendar })
  return Result.succeed({
    loanId: loanOfItem?.loan.loanId ?? null,
    charge,
    depositBack,
    suspendedUntil: suspended?.endsAt ?? null,
    found: foundLoss ?? foundOf(missing),
    alert: place.actor.kind === "reader" ? "" : item.returnAlert,
    parts: item.parts,
    returnedAt,
    forgiven,
    ...next,
    sendBackTo:
      item.lender !== "" && next.setAside === null && sent.sendTo === null && !outOfUse && needs === null
        ? item.lender
        : null,
    arrived: onItsWay && { transitId: onItsWay.transitId, toBranch: onItsWay.toBranch },
    ...sent
  })
}

/** What is to be done with a copy before anybody gets it. */
const needsOf = (status: ItemStatus): CopyInHand["needs"] =>
  status === "withdrawn" ? "disposal" : status === "inRepair" ? "repair" : status === "inProcess" ? "processing" : null

/** What a copy is that turned up from its way. */
const statusThere = ({ thenStatus }: OpenTransit, kept: KeptReservation | null): ItemStatus =>
  kept === null ? thenStatus : "setAside"

/** What this return costs counts at once: who waits for the copy and brings it late is blocked by the new debt too. */
const owing = (
  work: Draft,
  charge: ReturnReceipt["charge"],
  returned: ReaderFacts | null,
  candidates: ReadonlyArray<Candidate>
): ReadonlyArray<Candidate> => {
  if (charge === null || returned === null) return candidates
  const account = work.latest("account", returned.account)
  return candidates.map((one) => (one.account.accountId === account.accountId ? { ...one, account } : one))
}

const settings = ["returnBranches", "reshelvingHours", "returnOfLost"] as const

/** What the policy says of taking this item back here; `null`: nothing that it needs to be asked for. */
const termsOfReturn = (
  { item, title, queue, reader, loan }: LentItem,
  at: Instant,
  branch: string,
  { policy, calendar }: { readonly policy: CompiledPolicy; readonly calendar: Calendar }
): { readonly elsewhere: Refusal | null; readonly onShelfFrom: Instant | null } => {
  if (!settings.some((name) => sets(policy, name))) return { elsewhere: null, onShelfFrom: null }
  const rules = {
    reader,
    item,
    title,
    waiting: queue.waitingCount,
    isRenewal: false,
    onSite: loan.onSite === 1,
    recalled: loan.recalledAt !== null
  }
  const asked = consult(policy, policyCase({ ...rules, at, branch, policy, calendar: calendar.branch(branch) }))
  const hours = asked.optional("reshelvingHours", 0)
  const refusedAsLost = lostStatuses.includes(item.status) && asked.optional("returnOfLost", "accepted") === "refused"
  return {
    elsewhere: refusedAsLost
      ? { _tag: "ItemStatusForbids", status: item.status, action: "returnItem" }
      : returnAgainst(item, branch, asked),
    onShelfFrom: hours === 0 ? null : ((at + hours * 3_600_000) as Instant)
  }
}

const noLoan: LostEnd = { charge: null, depositBack: null, suspended: null, found: null }

const waiving: Permission = "accounts.waive"

/** When a branch last closed; where no hours are known, now. */
const lastClosing = (branch: BranchCalendar, at: Instant): Instant => branch.hoursBefore(at)?.to ?? at

/** Nobody was charged for what was missing: nothing is given back. */
const foundOf = (missing: LossFacts | null): FoundLoss | null =>
  missing === null
    ? null
    : { incidentId: missing.incident.incidentId, givenBack: 0, cancelled: 0, handedOver: 0, because: null }
