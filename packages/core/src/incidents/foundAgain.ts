import { Result } from "effect"
import { overdueTerms } from "../accounts/lateness/terms.ts"
import { overdueCapOf } from "../accounts/overdueCharge.ts"
import { type OverdueAmount, overdueFor } from "../accounts/overdueFor.ts"
import type { Calendar } from "../calendar/calendar.ts"
import { dayText } from "../calendar/civilDay.ts"
import type { Instant } from "../calendar/instant.ts"
import { itemPriceOn } from "../catalogue/itemPrice.ts"
import type { ItemStatus } from "../catalogue/model.ts"
import { type Consultation, consult } from "../decision/consult.ts"
import type { Draft } from "../decision/draft.ts"
import type { ItemFacts, LossCharge, LossFacts, ReaderFacts } from "../decision/facts.ts"
import { policyCase } from "../decision/policyCase.ts"
import type { Refusals } from "../decision/refusal.ts"
import type { LoanRow } from "../loans/model.ts"
import { Minor } from "../money/minor.ts"
import type { CompiledPolicy, RuleKind } from "../policy/index.ts"
import { type Refund, refundFor } from "./compensation/refundFor.ts"
import { giveBack } from "./giveBack.ts"
import type { IncidentId } from "./model.ts"
import { refundCase } from "./refundCase.ts"

/** What became of a loss as its item turned up. Amounts in minor units. */
export interface FoundLoss {
  readonly incidentId: IncidentId
  /** Paid, and the reader's credit now. */
  readonly givenBack: number
  /** No longer owed. */
  readonly cancelled: number
  /** What of it somebody else collects: to be taken back there by `voidEntry`, if it is to be. */
  readonly handedOver: number
  /** Why nothing is given back; `null`: something may be. */
  readonly because: Refund["reason"]
}

/** What the loss leaves for the end of the loan. */
export interface LossLeft {
  readonly found: FoundLoss
  /** What being late is to come to; `null`: as it is. */
  readonly overdue: OverdueAmount | null
  /** Whether it ever was charged. */
  readonly wasCharged: boolean
  /** Whether something is still owed of what the loss cost. */
  readonly owes: boolean
}

interface Lost extends ItemFacts {
  readonly loss: LossFacts
  readonly charges: ReadonlyArray<LossCharge>
  /** Who is liable; `null`: nobody is known any more. */
  readonly liable: ReaderFacts | null
  /** What being late costs as it was charged so far, in minor units; `Infinity` where that is not known any more. */
  readonly overdueSoFar: number
}

export interface FoundAt {
  readonly at: Instant
  readonly branch: string
  readonly policy: CompiledPolicy
  readonly calendar: Calendar
  /** Two fresh ones a charge. */
  readonly ids: ReadonlyArray<string>
}

/** Statuses of an item that counts as lost. */
export const lostStatuses: ReadonlyArray<ItemStatus> = ["declaredLost", "agedToLost", "lostAndPaid"]

/** How many ids a loss that ends may need. */
export const foundIds = 10

/**
 * A lost item turned up: its loss ends, and what it was charged is given back, cancelled or kept as the refund of the
 * compensation says, once. A loss that was never charged leaves an ordinary late return.
 */
export const foundAgain = (work: Draft, lost: Lost, when: FoundAt): Result.Result<LossLeft, Refusals> => {
  const { loss, liable, charges } = lost
  const { incident, loan } = loss
  const { incidentId } = incident
  const { at, branch, policy, calendar } = when
  work.restOn("incident", incident)
  work.emit({ _tag: "IncidentEnded", incidentId, as: "found", because: "found", at, branch })
  const owner = liable ?? charges[0] ?? null
  const wasCharged = incident.state === "charged" || incident.state === "settled"
  const handedOver = charges.reduce((sum, charge) => sum + charge.handedOver, 0)
  const nothing = { incidentId, givenBack: 0, cancelled: 0, handedOver, because: null }
  if (owner === null) return Result.succeed({ found: nothing, overdue: null, wasCharged, owes: false })
  const asked = consult(policy, caseOf(lost, owner, when, "losses"))
  const rule = policy.document.compensations?.[asked.optional("compensation", "")] ?? {}
  const late = (of: Partial<LoanRow> = {}): Result.Result<OverdueAmount, Refusals> =>
    loan === null
      ? Result.succeed(free)
      : Result.map(
          overdueFor({ ...lost, ...owner, loan: { ...loan, ...of } }, at, policy, calendar),
          (overdue) => overdue ?? free
        )
  const accrued = late()
  const whole = late({ lateUntil: null })
  if (Result.isFailure(accrued)) return Result.fail(accrued.failure)
  if (Result.isFailure(whole)) return Result.fail(whole.failure)
  if (!wasCharged && charges.length === 0)
    return Result.succeed({ found: nothing, overdue: whole.success, wasCharged: false, owes: false })
  const cap = mostForBeingLate(
    consult(policy, caseOf(lost, owner, when, "overdue")),
    priceWhenLate(lost, when),
    policy,
    whole.success.amount
  )
  const refund = refundFor(
    rule,
    refundCase(lost, rule, {
      at,
      calendar: calendar.branch(loan?.branch ?? branch),
      accrued: accrued.success.amount,
      cap,
      sincePayment: (paidAt) => Result.getOrElse(late({ dueAt: paidAt, lateUntil: null }), () => free).amount
    })
  )
  // What was reckoned here is whole and not below zero: it cannot be unsound.
  if (Result.isFailure(refund)) return Result.succeed({ found: nothing, overdue: null, wasCharged, owes: false })
  const { givenBack, cancelled, restoredOverdue, reason } = refund.success
  const owes = giveBack(work, charges, { givenBack, cancelled }, when)
  const charged = rule.refund?.chargesOverdue === true && reason === null
  const overdue = charged ? whole.success : restoredOverdue > 0 ? accrued.success : null
  return Result.succeed({
    found: { incidentId, givenBack, cancelled, handedOver, because: reason },
    overdue,
    wasCharged: true,
    owes
  })
}

/** As the cap of its overdue charge takes it: at the rate of the day that it was due. */
const priceWhenLate = ({ item, loss: { loan } }: Lost, { at, branch, policy, calendar }: FoundAt): Minor | null => {
  const here = calendar.branch(loan?.branch ?? branch)
  return here === undefined ? null : itemPriceOn(item, () => dayText(here.localDay(loan?.dueAt ?? at)), policy).price
}

/** The most that being late may cost for such a loan; without a cap, all that it does. */
const mostForBeingLate = (asked: Consultation, price: Minor | null, policy: CompiledPolicy, whole: number): number => {
  const terms = overdueTerms(asked, policy)
  if (terms === null || terms === "free") return whole
  const { cap, capOf } = overdueCapOf(terms, { price })
  return capOf === "anyAmount" ? whole : cap
}

const free: OverdueAmount = { amount: Minor.make(0), steps: [], policyVersion: 0, policyRows: {} }

const caseOf = (
  { item, title, queue, loss: { loan, incident } }: Lost,
  { reader }: ReaderFacts,
  when: FoundAt,
  kind: RuleKind
) =>
  policyCase({
    kind,
    reader: { ...reader, category: loan?.readerCategory ?? reader.category },
    item,
    title,
    waiting: queue.waitingCount,
    isRenewal: false,
    onSite: loan?.onSite === 1,
    recalled: loan != null && loan.recalledAt !== null,
    at: when.at,
    branch: loan?.branch ?? incident.branch,
    policy: when.policy,
    calendar: when.calendar.branch(loan?.branch ?? incident.branch)
  })
