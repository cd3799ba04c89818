import { Result, Schema } from "effect"
import { accruing } from "../accounts/chargeOverdue.ts"
import { compensationOwed } from "../accounts/compensationOwed.ts"
import type { RaisedCharge } from "../accounts/raiseFee.ts"
import { heldIn, heldLookup } from "../appeals/held.ts"
import { bookedFor, cancelRunInto, itemBooked, runInto } from "../bookings/againstLoan.ts"
import { bookingsLookup } from "../bookings/bookingsLookup.ts"
import type { BranchCalendar, Calendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import { Barcode } from "../catalogue/model.ts"
import { statusActions } from "../catalogue/statusActions.ts"
import { type Consultation, consult } from "../decision/consult.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { type Draft, draft, type Place } from "../decision/draft.ts"
import type { Override } from "../decision/event.ts"
import type { FactSlots, Found, ItemFacts, LoanCharge, OwnedBooking, ReaderFacts } from "../decision/facts.ts"
import { lift, OverrideRequest } from "../decision/override.ts"
import { policyCase } from "../decision/policyCase.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { CompiledPolicy, PolicyContext } from "../policy/index.ts"
import { compensationNeeded, overdueNeeded, sets } from "../readers/blocks/factsNeeded.ts"
import { clearStanding, type Standing } from "../readers/blocks/readerMay.ts"
import { linkedDebts, linksNeeded } from "../readers/links/linkedDebts.ts"
import { isSelf } from "../readers/self.ts"
import { isAutomatic } from "./automaticRenewal.ts"
import { countedFor, type Demand, isHighDemand, othersSuffice, waitingForItem } from "./demand.ts"
import { dueByHand } from "./dueByHand.ts"
import { laterThanLender, renewedBeforeLender } from "./lenderDue.ts"
import type { LoanId, LoanRow, UnseenRenewalRow } from "./model.ts"
import { renewalCharges } from "./renewalCharges.ts"
import { renewalCosts, renewalMayCost } from "./renewalCosts.ts"
import { type RenewalStep, renewalDue } from "./renewalDue.ts"
import { standingForRenewal } from "./renewalStanding.ts"
import { renewalInTime } from "./renewalTime.ts"
import { renewedBeforeBooking } from "./renewedBeforeBooking.ts"
import { isSeen, unseenTooOften } from "./unseenRenewal.ts"

/** Move the due date of an open loan on, the item named by its barcode. */
export const Renew = Schema.Struct({
  item: Barcode,
  at: InstantInput,
  override: Schema.optionalKey(OverrideRequest),
  /** Whether somebody had the item in hand. Without it: at a desk or a kiosk yes, else no. */
  seen: Schema.optionalKey(Schema.Boolean),
  /** A due instant given by staff, for a renewal that the rules are against; together with `override`. */
  dueAt: Schema.optionalKey(InstantInput)
})
export type Renew = typeof Renew.Type

export interface RenewReceipt {
  readonly loanId: LoanId
  readonly dueAt: number
  readonly renewalCount: number
  /** How often it may still be renewed, by number alone. */
  readonly renewalsLeft: number | "unlimited"
  /** Whether the library renews this loan by itself when it falls due. */
  readonly renewsItself: boolean
  readonly charges: ReadonlyArray<RaisedCharge>
  readonly overrides: ReadonlyArray<Override>
  readonly trace: RenewalTrace
}

/** Why the due instant is what it is. */
export interface RenewalTrace {
  readonly policyVersion: number
  readonly policyRows: Readonly<Record<string, string>>
  readonly dueSteps: ReadonlyArray<RenewalStep>
}

type AlwaysAsked = "item" | "loanOfItem" | "copiesOfItem" | "queueOfItem" | "unseenOfItem"
type RenewLookup = { readonly [S in AlwaysAsked]: FactSlots[S]["by"] } & {
  readonly [S in
    | "blocksOfBorrower"
    | "overdueOfBorrower"
    | "linksOfBorrower"
    | "linksToBorrower"
    | "chargesOfBorrower"
    | "chargesOfItem"
    | "heldOfBorrower"
    | "bookingsOfItem"]?: FactSlots[S]["by"]
}

export const renewLookup = ({ item, at }: Pick<Renew, "item" | "at">, policy: CompiledPolicy | null): RenewLookup => {
  const barcode = { barcode: item }
  const limit = overdueNeeded(policy)
  const links = linksNeeded(policy)
  return {
    item: barcode,
    loanOfItem: barcode,
    copiesOfItem: barcode,
    queueOfItem: barcode,
    unseenOfItem: barcode,
    blocksOfBorrower: barcode,
    ...heldLookup(policy, "heldOfBorrower", barcode),
    ...(compensationNeeded(policy) ? { chargesOfBorrower: barcode } : {}),
    ...(sets(policy, "overdueAccrues") ? { chargesOfItem: barcode } : {}),
    ...bookingsLookup(policy, "bookingsOfItem", barcode),
    ...(links.of ? { linksOfBorrower: barcode } : {}),
    ...(links.to ? { linksToBorrower: barcode } : {}),
    ...(limit === 0 ? {} : { overdueOfBorrower: { ...barcode, before: at, limit } })
  }
}

/** How many ids a renewal may need. */
export const renewIds = (_: Renew, policy: CompiledPolicy | null): number => renewalMayCost(policy)

export type RenewFacts = Found<Pick<RenewLookup, AlwaysAsked>> & Partial<Found<RenewLookup>>

/** Whether, and until when, the loan of this item may go on. Refuses what would shorten it. */
export const decideRenew = (
  { item, loanOfItem, copiesOfItem, queueOfItem, unseenOfItem, ...facts }: RenewFacts,
  command: Renew,
  { place, policy, calendar, ids }: DecisionContext
): Result.Result<Decision<RenewReceipt>, Refusals> => {
  if (item === null) return refused([{ _tag: "ItemUnknown", item: command.item }])
  if (loanOfItem === null)
    return refused([
      place.actor.kind === "reader" ? { _tag: "ItemUnknown", item: command.item } : { _tag: "ItemNotOnLoan" }
    ])
  if (!isSelf(place.actor, loanOfItem.reader)) return refused([{ _tag: "ItemUnknown", item: command.item }])
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  const branch = calendar?.branch(loanOfItem.loan.branch)
  if (calendar === null) return refused([{ _tag: "CalendarNotInForce" }])
  if (branch === undefined) return refused([{ _tag: "BranchUnknown", branch: loanOfItem.loan.branch }])
  const work = draft(place)
  work.restOn("reader", loanOfItem.reader)
  const demand = { queues: queueOfItem, copies: copiesOfItem }
  const standing = {
    ...clearStanding,
    ...linkedDebts({ of: facts.linksOfBorrower, to: facts.linksToBorrower }, command.at),
    compensationDebt: compensationOwed(facts.chargesOfBorrower),
    held: heldIn(facts.heldOfBorrower),
    blocks: facts.blocksOfBorrower ?? [],
    overdue: facts.overdueOfBorrower ?? []
  }
  const open = {
    ...item,
    ...loanOfItem,
    demand,
    unseen: unseenOfItem,
    standing,
    charges: facts.chargesOfItem ?? [],
    bookings: facts.bookingsOfItem ?? null
  }
  const renewed = renewLoan(work, open, command, { place, policy, calendar, branch, ids })
  return Result.map(renewed, (receipt) => work.decide(receipt))
}

type OpenLoan = ItemFacts &
  ReaderFacts & {
    readonly loan: LoanRow
    readonly demand: Demand
    readonly unseen: ReadonlyArray<UnseenRenewalRow>
    readonly standing: Standing
    /** Charges that run for the loan; none where the policy lets none run. */
    readonly charges: ReadonlyArray<LoanCharge>
    /** Live bookings of the item; `null`: nothing is booked by this policy, and none were asked for. */
    readonly bookings: ReadonlyArray<OwnedBooking> | null
  }

interface RenewalContext {
  readonly place: Place
  readonly policy: CompiledPolicy
  readonly calendar: Calendar
  readonly branch: BranchCalendar
  /** As many as `renewalMayCost` says. */
  readonly ids: ReadonlyArray<string>
}

interface Given {
  readonly at: Instant
  readonly override?: OverrideRequest
  readonly seen?: boolean
  readonly dueAt?: Instant
}

/** Adds the renewal of one loan to a decision, or says what stands in its way. */
export const renewLoan = (
  work: Draft,
  open: OpenLoan,
  given: Given,
  { place, policy, calendar, branch, ids }: RenewalContext
): Result.Result<RenewReceipt, Refusals> => {
  const { item, queue, title, reader, loan, demand } = open
  const { at, override } = given
  const context = policyCase({
    reader,
    item,
    title,
    waiting: queue.waitingCount,
    isRenewal: true,
    onSite: loan.onSite === 1,
    recalled: loan.recalledAt !== null,
    at,
    branch: loan.branch,
    policy,
    calendar: branch
  })
  const asked = consult(policy, context)
  const ruled = calendar.branch(context.branch ?? "") ?? branch
  const seen = isSeen(place, given.seen)
  const automatic = isAutomatic(place.actor)
  const countMax = asked.required("renewalCountMax")
  const renewsItself = asked.optional("autoRenew", false)
  const rules: Array<Refusal> = [
    ...standingForRenewal(open, { at, asked, place }),
    ...(statusActions[item.status].renew
      ? []
      : [{ _tag: "ItemStatusForbids" as const, status: item.status, action: "renew" as const }]),
    ...renewable(open, asked),
    ...(loan.reminderCount > 0 && !asked.optional("renewableAfterReminder", true)
      ? [{ _tag: "LoanReminded" as const, reminderCount: loan.reminderCount }]
      : []),
    ...(loan.recalledAt !== null && !asked.optional("renewableWhenRecalled", false)
      ? [{ _tag: "LoanRecalled" as const, recalledAt: loan.recalledAt }]
      : []),
    ...(countMax !== undefined && countMax !== "unlimited" && loan.renewalCount >= countMax
      ? [{ _tag: "RenewalLimitReached" as const, count: loan.renewalCount, countMax }]
      : []),
    ...(seen ? [] : unseenTooOften(loan, open.unseen, asked)),
    ...(automatic && !renewsItself ? [{ _tag: "NotRenewedAutomatically" as const }] : []),
    ...renewalInTime(loan, at, asked, ruled, automatic),
    ...othersWait(open, asked, policy, context)
  ]
  const high = asked.optional("highDemand", "never")
  const booked = bookedFor(open.bookings ?? [], reader.readerId, at)
  const byRules = renewalDue(asked, ruled, {
    loan,
    at,
    expiresAt: reader.expiresAt,
    automatic,
    inDemand: isHighDemand(
      high,
      queue.waitingCount,
      demand.copies.filter(({ titleId }) => titleId === item.titleId)
    )
  })
  const due = renewedBeforeLender(renewedBeforeBooking(byRules, booked, { at, loan, calendar: ruled }), item, loan)
  const inTheWay = given.dueAt === undefined ? null : runInto(booked, given.dueAt)
  if (inTheWay !== null) rules.push(itemBooked(inTheWay))
  const tooLate = given.dueAt === undefined ? null : laterThanLender(item, given.dueAt)
  if (tooLate !== null) rules.push(tooLate)
  const hand = dueByHand(given, loan, rules, { due, missing: asked.missing }, place.actor)
  const { left, overrides } = lift([...rules, ...hand.refusals], override, place)
  const lengthLifted = overrides.some(({ refusal }) => refusal === "LoanLengthReached")
  const dueAt = lengthLifted && due.beyondLength !== null ? due.beyondLength : hand.dueAt
  if (left.length > 0 || dueAt === null) return refused(left)
  const costs = renewalCosts(open, { at, dueAt }, { policy, calendar, asked })
  if (Result.isFailure(costs)) return Result.fail(costs.failure)

  work.restOn("titleQueue", queue)
  work.restOn("loan", loan)
  // A booking placed meanwhile moves the item.
  if (open.bookings !== null) work.restOn("item", item)
  const renewalCount = loan.renewalCount + 1
  const policyRows = asked.rows
  work.emit(
    {
      _tag: "LoanRenewed",
      loanId: loan.loanId,
      at,
      dueAt,
      renewalCount,
      ...(seen ? {} : { unseen: 1 as const }),
      ...(ruled === branch ? {} : { calendarBranch: ruled.code }),
      policyVersion: policy.version,
      policyRows
    },
    overrides
  )
  cancelRunInto(work, booked, { at, dueAt, reason: override?.reason ?? "" })
  const charges = renewalCharges(work, { ...open, known: accruing(open.charges, loan) }, costs.success, {
    at,
    branch: place.branch,
    ids
  })
  return Result.succeed({
    loanId: loan.loanId,
    dueAt,
    renewalCount,
    charges,
    renewalsLeft: typeof countMax === "number" ? Math.max(0, countMax - renewalCount) : "unlimited",
    renewsItself,
    overrides,
    trace: { policyVersion: policy.version, policyRows, dueSteps: hand.steps }
  })
}

/** Whether such a loan may be renewed at all: what may not be lent is not lent on. */
const renewable = ({ item }: OpenLoan, asked: Consultation): ReadonlyArray<Refusal> => [
  ...(asked.optional("lendable", true) ? [] : [{ _tag: "ItemNotLendable" as const, itemType: item.type }]),
  ...(asked.optional("renewable", true) ? [] : [{ _tag: "LoanNotRenewable" as const }])
]

const othersWait = (
  { item, demand }: OpenLoan,
  asked: Consultation,
  policy: CompiledPolicy,
  context: PolicyContext
): ReadonlyArray<Refusal> => {
  const counted = countedFor(demand, item, asked, policy)
  const waitingCount = waitingForItem(counted, item)
  if (waitingCount === 0) return []
  const allowed = asked.required("renewalWhenWaiting")
  const stands = allowed === false || (allowed === "copiesFree" && !othersSuffice(counted, item, policy, context))
  return stands ? [{ _tag: "OthersWaiting", waitingCount }] : []
}
