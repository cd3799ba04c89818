import { Result } from "effect"
import { comesTo } from "../../accounts/adjustCharge.ts"
import { accruing } from "../../accounts/chargeOverdue.ts"
import { overdueFor } from "../../accounts/overdueFor.ts"
import { endWithdrawn } from "../../bookings/endWithdrawn.ts"
import type { BookingId } from "../../bookings/model.ts"
import { type ItemStatus, lentStatuses } from "../../catalogue/model.ts"
import { isUnseen, scanIn } from "../../catalogue/scanIn.ts"
import type { DecisionContext } from "../../decision/context.ts"
import type { Decision } from "../../decision/decision.ts"
import { type Draft, draft } from "../../decision/draft.ts"
import type { ReaderFacts } from "../../decision/facts.ts"
import type { Refusal, Refusals } from "../../decision/refusal.ts"
import { refused } from "../../decision/refused.ts"
import { endLostIds } from "../../loans/endLost.ts"
import { type ReturnReceipt, returnFurther, takeBack } from "../../loans/returnItem.ts"
import type { TransitSlip } from "../../transits/model.ts"
import { sendOn } from "../../transits/sendOn.ts"
import { plannedTransits } from "../../transits/travel.ts"
import { billIncident, type IncidentBill } from "../billIncident.ts"
import { borneWithoutLoan } from "../borneWithoutLoan.ts"
import type { Compensation } from "../compensation/result.ts"
import { lostStatuses } from "../foundAgain.ts"
import { endMissing, isMissing } from "../losses/foundMissing.ts"
import { type Bearer, type ConditionId, IncidentId, type NoticedAt } from "../model.ts"
import { type Condition, conditionOf, isSound, seenAgain, worseThan } from "./condition.ts"
import { dropIds, dropOverdue } from "./dropOverdue.ts"
import type { Found } from "./found.ts"
import type { Inspect, InspectFacts } from "./inspectCommand.ts"
import { type Liable, liableFor } from "./liable.ts"
import { type ReckonedDamage, reckonDamage } from "./reckonDamage.ts"
import { type RuleOfItem, ruleOfItem } from "./ruleOfItem.ts"
import { takeOffShelf } from "./takeOffShelf.ts"
import { writeCondition } from "./writeCondition.ts"

export interface InspectReceipt extends IncidentBill {
  readonly conditionId: ConditionId
  /** All that is on the item now. */
  readonly condition: Condition
  /** What of it is new: nothing else is charged. */
  readonly worse: Condition
  /** `null`: nothing is worse than before. */
  readonly incidentId: IncidentId | null
  readonly bearer: Bearer | null
  /** How the amount came about; `null`: nothing was reckoned. */
  readonly compensation: Compensation | null
  /** What became of the loan, where the item was taken back. */
  readonly returned: ReturnReceipt | null
  readonly status: ItemStatus
  /** Where it belongs now that it goes out of use; `null`: it is there, or stays in use. */
  readonly sendTo: string | null
  /** The transit that it set out on, for the slip; `null`: none. */
  readonly transit: TransitSlip | null
  /** The bookings of what is withdrawn, which ended: their readers are to be told. */
  readonly bookingsCancelled: ReadonlyArray<BookingId>
}

/** How many of the queue to look at, where it is taken back and goes back into use; `null`: these will do. */
export const inspectFurther = (
  facts: InspectFacts,
  { returned }: InspectReceipt,
  queueMax: number | undefined,
  { item, becomes }: Pick<Inspect, "item" | "becomes">
): number | null =>
  returned === null || becomes !== undefined ? null : returnFurther(facts, returned, queueMax, { item })

/** How many ids an inspection may need. */
export const inspectIds = endLostIds + 5 + dropIds

/**
 * One decision for all of it: what was seen is recorded, an incident opened for what is worse than before, its bearer
 * named, the reader charged by the policy, the item taken back or out of use. Refuses to charge whom neither a loan nor a
 * conduct record names, and what the policy cannot reckon; then nothing is done.
 */
export const decideInspect = (
  facts: InspectFacts,
  command: Inspect,
  context: DecisionContext
): Result.Result<Decision<InspectReceipt>, Refusals> => {
  const { place, policy, calendar, ids } = context
  const found = facts.item
  if (found === null) return refused([{ _tag: "ItemUnknown", item: command.item }])
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  if (calendar === null) return refused([{ _tag: "CalendarNotInForce" }])
  const liable = liableFor(facts, command, () => borneWithoutLoan(found, noticedPlace(command), command.at, context))
  const against = "_tag" in liable ? liable : againstInspecting(facts, command)
  if ("_tag" in liable || against !== null) return refused([against as Refusal])

  const { at, damages, parts } = command
  const { branch } = place
  const known = { reader: liable.reader?.reader ?? null, at, branch, calendar: calendar.branch(branch) }
  const ruled = ruleOfItem(policy, found, known)
  const before = conditionOf(facts.conditionOfItem)
  const seen = seenAgain(before, { damages: damages?.map((one) => withChoice(one, command)), parts }, ruled.rule)
  const damage: Found = { ...worseThan(before, seen), before }
  const overdue = overdueSoFar(facts, command, context)
  if (Result.isFailure(overdue)) return refused(overdue.failure)
  const reckoned =
    command.charge && !isSound(damage)
      ? costOf(damage, facts, command, { ...context, policy, ruled, overdue: overdue.success })
      : Result.succeed(null)
  if (Result.isFailure(reckoned)) return refused(reckoned.failure)

  const work = draft(place)
  const compensation = reckoned.success?.compensation ?? null
  const chargesOfItem = lessOverdue(work, facts, command, context, compensation, overdue.success)
  const returned = returnedBy(work, { ...facts, chargesOfItem }, command, context, compensation, overdue.success)
  if (Result.isFailure(returned)) return refused(returned.failure)
  const { item } = found
  work.restOn("item", item)
  work.restOn("titleQueue", found.queue)
  // What is looked at is here.
  if (command.takeBack === undefined && isUnseen(item)) scanIn(work, item, { branch, at })
  const missing = isMissing(facts.lossOfItem) ? facts.lossOfItem : null
  if (missing !== null) endMissing(work, missing, { as: "found", because: "found", at, branch })
  const status = command.becomes
  const incident = isSound(damage) ? null : report(work, facts, command, { liable, found: damage, context })
  const bill =
    incident === null || reckoned.success === null || liable.reader === null
      ? nothingBilled
      : billIncident(work, {
          incidentId: incident,
          kind: "damage",
          item,
          liable: liable.reader,
          ...reckoned.success,
          rule: ruled.rule ?? {},
          name: ruled.name ?? "",
          policyVersion: policy.version,
          policyRows: ruled.asked.rows,
          valueCharged: valueCharged(work, facts, liable.reader),
          at,
          branch,
          ids: ids.slice(endLostIds + 2, endLostIds + 5)
        })
  if (incident !== null && liable.reader !== null && work.now("incident", incident).endedAt === null) {
    work.restOn("reader", liable.reader.reader)
    const { readerId } = liable.reader.reader
    work.insert("incidentReader", { incidentId: incident, readerId, evidence: liable.evidence })
  }
  if (command.becomes !== undefined) {
    // A return has ended its way already.
    const transitsOfItem = command.takeBack === undefined ? facts.transitsOfItem : plannedTransits(facts.transitsOfItem)
    takeOffShelf(work, item, { ...facts, transitsOfItem }, at, { branch })
  }
  const bookingsCancelled = status === "withdrawn" ? endWithdrawn(work, facts.bookingsOfItem ?? [], at) : []
  const conditionId = writeCondition(work, item, {
    id: ids[endLostIds],
    condition: seen,
    occasion: command.takeBack === undefined ? "inspected" : "returned",
    incidentId: incident,
    note: command.note,
    photo: command.photo,
    ...(status === undefined ? {} : { status }),
    at,
    branch
  })
  const needs = status === "withdrawn" ? "disposal" : "repair"
  const inHand = { item, title: found.title, branch, ended: null, planned: [], needs } as const
  const sent = status === undefined ? null : sendOn(work, inHand, null, at, { policy, calendar })
  return Result.succeed(
    work.decide({
      ...bill,
      conditionId,
      condition: seen,
      worse: { damages: damage.damages, parts: damage.parts },
      incidentId: incident,
      bearer: incident === null ? null : liable.bearer,
      compensation,
      returned: returned.success === null || sent === null ? returned.success : { ...returned.success, ...sent },
      sendTo: sent?.sendTo ?? null,
      transit: sent?.transit ?? null,
      status: work.now("item", item.itemId).status,
      bookingsCancelled
    })
  )
}

const noticedPlace = ({ noticedAt, takeBack: back }: Inspect): NoticedAt =>
  noticedAt ?? (back === undefined ? "desk" : "return")

/** What the reader was charged for it as lost, after what this return gives back of that. */
const valueCharged = (work: Draft, { chargesOfLoss = [] }: InspectFacts, { account }: ReaderFacts): number =>
  chargesOfLoss.reduce((sum, { charge }) => {
    const isTheirs = charge.kind === "loss" && charge.accountId === account.accountId
    return isTheirs ? sum + comesTo(work.latest("charge", charge)) : sum
  }, 0)

const nothingBilled: IncidentBill = { amount: 0, charges: [], suspendedUntil: null }

const againstInspecting = ({ item: found, loanOfItem }: InspectFacts, command: Inspect): Refusal | null => {
  const status = found?.item.status ?? "unknown"
  if (status === "withdrawn") return { _tag: "ItemWithdrawn" }
  if (command.takeBack !== undefined) return loanOfItem === null ? { _tag: "ItemNotOnLoan" } : null
  return command.becomes !== undefined && lentStatuses.includes(status)
    ? { _tag: "ItemStatusForbids", status, action: "changeStatus" }
    : null
}

/** What was chosen for this damage goes with it, so that it is known when it is looked at again. */
const withChoice = <D extends { readonly kind: string; readonly grade: string }>(
  damage: D,
  { choices = {} }: Inspect
) => {
  const place = `damage.${damage.kind}.${damage.grade}`
  const chosen = Object.entries(choices).find(([at]) => at === place || at.startsWith(`${place}.`))?.[1]
  return chosen === undefined ? damage : { ...damage, chosen }
}

/** What being late costs: what is charged and stays as it is, and what the loan comes to with this return. */
interface Overdue {
  readonly charged: number
  readonly now: number
}

/** The charge that this return brings to what being late costs: not to be counted, nor taken off, besides. */
const broughtByReturn = (facts: InspectFacts, { takeBack: back }: Inspect) =>
  back === undefined || facts.loanOfItem === null || isBilledLoss(facts)
    ? null
    : accruing(facts.chargesOfItem, facts.loanOfItem.loan)

/** What a lost item's lateness costs was charged with its loss; a loss that was never charged leaves a late return. */
const isBilledLoss = ({ item, lossOfItem: loss }: InspectFacts): boolean =>
  item !== null && lostStatuses.includes(item.item.status) && loss?.incident.state !== "reported"

const overdueSoFar = (
  facts: InspectFacts,
  command: Inspect,
  { policy, calendar }: DecisionContext
): Result.Result<Overdue, Refusals> => {
  const { item, loanOfItem, chargesOfItem } = facts
  const { takeBack: back, at } = command
  const brought = broughtByReturn(facts, command)
  const charged = chargesOfItem.reduce(
    (sum, one) => (one.charge.kind === "overdue" && one !== brought ? sum + one.charge.outstanding : sum),
    0
  )
  if (
    back === undefined ||
    back.withoutCharge === true ||
    item === null ||
    isBilledLoss(facts) ||
    loanOfItem === null ||
    policy === null ||
    calendar === null
  )
    return Result.succeed({ charged, now: 0 })
  const isLost = lostStatuses.includes(item.item.status)
  const loan = isLost ? { ...loanOfItem.loan, lateUntil: null } : loanOfItem.loan
  return Result.map(overdueFor({ ...item, ...loanOfItem, loan }, at, policy, calendar), (found) => ({
    charged,
    now: found?.amount ?? 0
  }))
}

type Costing = DecisionContext & {
  readonly policy: NonNullable<DecisionContext["policy"]>
  readonly ruled: RuleOfItem
  readonly overdue: Overdue
}

const costOf = (
  found: Found,
  { item: facts, titleOfItem: title, copiesOfItem: copies }: InspectFacts,
  command: Inspect,
  { place, policy, calendar, ruled: { rule }, overdue }: Costing
): Result.Result<ReckonedDamage, Refusals> => {
  const branch = calendar?.branch(place.branch)
  if (rule === null || facts === null || title === null)
    return refused([{ _tag: "PolicySettingMissing", setting: "compensation" }])
  if (branch === undefined) return refused([{ _tag: "BranchUnknown", branch: place.branch }])
  return reckonDamage(
    rule,
    {
      item: facts.item,
      title,
      copies,
      found,
      input: command,
      at: command.at,
      overdueMinor: overdue.charged + overdue.now
    },
    { policy, calendar: branch, actor: place.actor }
  )
}

/** What the damage takes off the overdue charge beyond what this return would add to it. */
const lessOverdue = (
  work: Draft,
  facts: InspectFacts,
  command: Inspect,
  { place: { branch }, ids }: DecisionContext,
  compensation: Compensation | null,
  { now }: Overdue
): InspectFacts["chargesOfItem"] => {
  const { loanOfItem, chargesOfItem } = facts
  const off = (compensation?.overdue.dropped ?? 0) - now
  if (loanOfItem === null || off <= 0) return chargesOfItem
  const { account } = loanOfItem
  const brought = broughtByReturn(facts, command)
  const { at } = command
  const less = dropOverdue(
    work,
    chargesOfItem.filter((one) => one !== brought),
    off,
    { account, at, branch, ids: ids.slice(endLostIds + 5) }
  )
  return brought === null ? less : [...less, brought]
}

/** The return that is part of it; `null`: none. What the damage takes off the overdue charge is not charged. */
const returnedBy = (
  work: Draft,
  facts: InspectFacts,
  { item, at, takeBack: back, becomes }: Inspect,
  context: DecisionContext,
  compensation: Compensation | null,
  { now }: Overdue
): Result.Result<ReturnReceipt | null, Refusals> => {
  if (back === undefined) return Result.succeed(null)
  const dropped = compensation?.overdue.dropped ?? 0
  const overdueMax = dropped === 0 ? Number.POSITIVE_INFINITY : Math.max(0, now - dropped)
  return takeBack(work, facts, { item, at, ...back }, context, { outOfUse: becomes !== undefined, overdueMax })
}

const report = (
  work: Draft,
  { item: of }: InspectFacts,
  command: Inspect,
  { liable, found, context }: { readonly liable: Liable; readonly found: Found; readonly context: DecisionContext }
): IncidentId => {
  const { conduct = "accident", note = "", at } = command
  const noticedAt = noticedPlace(command)
  const incidentId = IncidentId.make(context.ids[endLostIds + 1] as string)
  const { itemId, type: itemType, collection } = (of as NonNullable<typeof of>).item
  work.emit({
    _tag: "IncidentReported",
    incidentId,
    kind: "damage",
    itemId,
    itemType,
    collection,
    loanId: liable.loan?.loanId ?? null,
    noticedAt,
    conduct,
    bearer: liable.bearer,
    policeReport: "",
    billAt: null,
    found: JSON.stringify(found),
    note,
    at,
    branch: context.place.branch
  })
  return incidentId
}
